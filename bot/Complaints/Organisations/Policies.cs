namespace Complaints.Organisations;

/// <summary>A length as the organisation file writes it (ISO 8601: P3D, PT2H, P6M, PT2S). Days count as working days on a business clock
/// (one = the organisation's nominal working day), as 24 hours on the calendar clock; months are calendar months, clamped to month
/// end.</summary>
public readonly record struct Duration(int Months, int Days, TimeSpan Time)
{
    /// <summary>No time at all.</summary>
    public static readonly Duration Zero = new(0, 0, TimeSpan.Zero);

    /// <summary>A length in hours, minutes, seconds only.</summary>
    public static Duration FromTime(TimeSpan time) => new(0, 0, time);

    /// <summary>A length in days only.</summary>
    public static Duration FromDays(int days) => new(0, days, TimeSpan.Zero);

    /// <summary>On the calendar clock, with a month taken as 30 days: for intervals where the exact month does not matter.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromDays(Months * 30 + Days) + Time;

    /// <summary>Reads PnYnMnWnDTnHnMnS with whole numbers (seconds may have a fraction). False for anything else, a negative or an
    /// empty length.</summary>
    public static bool TryParse(string? text, out Duration duration)
    {
        duration = Zero;
        if (text is null || text.Length < 3 || text[0] != 'P')
            return false;
        var (months, days, time) = (0, 0, TimeSpan.Zero);
        var (inTime, start, any) = (false, 1, false);
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || c == '.')
                continue;
            if (c == 'T')
            {
                if (inTime || i != start)
                    return false;
                (inTime, start) = (true, i + 1);
                continue;
            }
            if (
                !double.TryParse(
                    text.AsSpan(start, i - start),
                    System.Globalization.NumberStyles.AllowDecimalPoint,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var n
                )
                || n > 100_000
                || (c != 'S' && n != Math.Floor(n))
            )
                return false;
            switch (c, inTime)
            {
                case ('Y', false):
                    months += (int)n * 12;
                    break;
                case ('M', false):
                    months += (int)n;
                    break;
                case ('W', false):
                    days += (int)n * 7;
                    break;
                case ('D', false):
                    days += (int)n;
                    break;
                case ('H', true):
                    time += TimeSpan.FromHours(n);
                    break;
                case ('M', true):
                    time += TimeSpan.FromMinutes(n);
                    break;
                case ('S', true):
                    time += TimeSpan.FromSeconds(n);
                    break;
                default:
                    return false;
            }
            (start, any) = (i + 1, true);
        }
        duration = new(months, days, time);
        return any && start == text.Length;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var date = (Months > 0 ? $"{Months}M" : "") + (Days > 0 ? $"{Days}D" : "");
        return Time == TimeSpan.Zero && date.Length > 0 ? "P" + date : "P" + date + System.Xml.XmlConvert.ToString(Time)[1..];
    }
}

/// <summary>Which hours a deadline counts.</summary>
public enum ClockBase
{
    /// <summary>Every hour of every day.</summary>
    Calendar,

    /// <summary>Working hours only.</summary>
    Business,
}

/// <summary>Lengths of the deadlines of a complaint (docs/procedure.md §5). A null length means: no such deadline.</summary>
public sealed record DeadlinePolicy
{
    /// <summary>The severity it is for; null = any.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The category id it is for; null = any.</summary>
    public string? Category { get; init; }

    /// <summary>The customer level it is for; null = any.</summary>
    public string? CustomerLevel { get; init; }

    /// <summary>The hours that <see cref="Accept"/>, <see cref="FirstResponse"/>, <see cref="Plan"/>, <see cref="Resolve"/> and
    /// <see cref="ProgressEvery"/> count.
    /// On-site is always calendar (24 h near, 48 h far). Null = as a less specific policy says, else working hours.</summary>
    public ClockBase? Clock { get; init; }

    /// <summary>The owner accepts or declines.</summary>
    public Duration? Accept { get; init; }

    /// <summary>The first message of a person to the customer; the automatic acknowledgement does not count.</summary>
    public Duration? FirstResponse { get; init; }

    /// <summary>Emergency measure (紧急对策) in place.</summary>
    public Duration? EmergencyMeasure { get; init; }

    /// <summary>Somebody is on site, near customer.</summary>
    public Duration? OnSiteNear { get; init; }

    /// <summary>Somebody is on site, far customer.</summary>
    public Duration? OnSiteFar { get; init; }

    /// <summary>Root cause found.</summary>
    public Duration? Cause { get; init; }

    /// <summary>Plan proposed.</summary>
    public Duration? Plan { get; init; }

    /// <summary>Result reported.</summary>
    public Duration? Resolve { get; init; }

    /// <summary>The customer hears something at least this often.</summary>
    public Duration? ProgressEvery { get; init; }

    /// <summary>Case report signed, counted from close.</summary>
    public Duration? CaseReport { get; init; }

    /// <summary>A complex case has this long for cause and plan instead (up to 10 days).</summary>
    public Duration? Complex { get; init; }
}

/// <summary>When reminders come and whom they go to (docs/procedure.md §6).</summary>
public sealed record Ladder
{
    /// <summary>Shares of the time used, 0..1, at which the owner is reminded before the deadline.</summary>
    public IReadOnlyList<double> BeforeDue { get; init; } = [0.5, 0.8];

    /// <summary>Who is told at the deadline.</summary>
    public IReadOnlyList<Rung> AtDue { get; init; } = [Rung.Owner, Rung.DepartmentManager];

    /// <summary>How often after the deadline until it is met.</summary>
    public Duration OverdueEvery { get; init; } = Duration.FromTime(TimeSpan.FromHours(4));

    /// <summary>Who else is told once it is overdue by so long.</summary>
    public IReadOnlyList<EscalationStep> EscalateAfter { get; init; } = [];

    /// <summary>A person with more than this many reminders due in a day gets one digest instead.</summary>
    public int DigestAbove { get; init; } = 10;

    /// <summary>Longest snooze; never beyond the deadline.</summary>
    public Duration MaxSnooze { get; init; } = Duration.FromTime(TimeSpan.FromHours(4));
}

/// <summary>Told when overdue by <paramref name="Overdue"/>.</summary>
public sealed record EscalationStep(Duration Overdue, Rung To);

/// <summary>A rung of the ladder: a place, not a person.</summary>
public enum Rung
{
    /// <summary>The owner of the complaint (or the responsible person of the deadline).</summary>
    Owner,

    /// <summary>A colleague of the same department with the skill.</summary>
    Colleague,

    /// <summary>The manager of the owner's department.</summary>
    DepartmentManager,

    /// <summary>The quality department.</summary>
    Quality,

    /// <summary>The named executive.</summary>
    Executive,
}

/// <summary>How the customer is asked whether the result satisfied them (docs/procedure.md §1, awaitingConfirmation).</summary>
public sealed record ConfirmationPolicy(Duration AskAgainAfter, int Tries, Duration CloseAfter)
{
    /// <summary>How long after a confirmed close the customer may reopen.</summary>
    public Duration ReopenConfirmed { get; init; } = Duration.FromDays(30);

    /// <summary>How long after an unconfirmed or unresolved close the customer may reopen.</summary>
    public Duration ReopenUnconfirmed { get; init; } = Duration.FromDays(90);

    /// <summary>How long after it ended in this way (null = withdrawn or not accepted) a complaint may be opened again.</summary>
    public Duration ReopenWindow(CloseKind? ended) =>
        ended is CloseKind.Unconfirmed or CloseKind.Unresolved ? ReopenUnconfirmed : ReopenConfirmed;
}

/// <summary>Timing of the survey after close (docs/procedure.md §7).</summary>
public sealed record SurveyPolicy(Duration Delay, Duration RemindAfter, Duration ExpireAfter)
{
    /// <summary>Share (0..1) of surveys that use the long form.</summary>
    public double LongFormShare { get; init; } = 0.1;

    /// <summary>A score (1..5) at or below this is low: quality is told and reopening offered.</summary>
    public int LowScore { get; init; } = 2;
}

/// <summary>Spot checks and prevention (docs/procedure.md §8).</summary>
public sealed record QualityPolicy
{
    /// <summary>Share (0..1) of closed complaints drawn for a spot check.</summary>
    public double SpotCheckShare { get; init; } = 0.05;

    /// <summary>How long a preventive measure is watched; the same problem again within it means the measure failed.</summary>
    public Duration Effectiveness { get; init; } = new(6, 0, TimeSpan.Zero);

    /// <summary>The same customer complaining of the same thing within this time is linked.</summary>
    public Duration DuplicateWindow { get; init; } = Duration.FromDays(30);

    /// <summary>This many similar complaints…</summary>
    public int BurstCount { get; init; } = 5;

    /// <summary>…within this time raise one emergency.</summary>
    public Duration BurstWindow { get; init; } = Duration.FromTime(TimeSpan.FromHours(1));

    /// <summary>From this sum on, by ISO 4217 currency, a claim is large and its complaint is high.</summary>
    public IReadOnlyDictionary<string, decimal> LargeClaims { get; init; } =
        new Dictionary<string, decimal>
        {
            ["CNY"] = 5000,
            ["TWD"] = 20000,
            ["HKD"] = 5000,
            ["USD"] = 700,
            ["EUR"] = 700,
            ["GBP"] = 600,
        };
}
