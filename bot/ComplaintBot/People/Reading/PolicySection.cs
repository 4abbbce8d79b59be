using Complaints.Organisations;

namespace ComplaintBot.People.Reading;

/// <summary>Deadlines, reminders, confirmation, survey, quality.</summary>
internal static class PolicySection
{
    private static readonly Dictionary<string, ClockBase> Clocks = new()
    {
        ["calendar"] = ClockBase.Calendar,
        ["business"] = ClockBase.Business,
    };

    private static readonly Dictionary<string, Rung> Rungs = new()
    {
        ["owner"] = Rung.Owner,
        ["colleague"] = Rung.Colleague,
        ["departmentManager"] = Rung.DepartmentManager,
        ["quality"] = Rung.Quality,
        ["executive"] = Rung.Executive,
    };

    public static (IReadOnlyList<DeadlinePolicy> Policies, IReadOnlyDictionary<string, double> Factors) Policies(
        ObjectReader file,
        ProblemList problems
    )
    {
        var (policies, factors) = (new List<DeadlinePolicy>(), new Dictionary<string, double>());
        foreach (var node in file.Items("policies", required: true))
        {
            var reader = new ObjectReader(node, problems);
            var severity = reader.Required("severity") is { } s && s.Text != "*" ? reader.OneOf(s, PeopleSection.Severities) : null;
            var level = reader.OptionalText("customerLevel");
            if (reader.Optional("factor") is { } factor)
            {
                if (level is null)
                    problems.Add(node, "a factor needs a \"customerLevel\"");
                else if (severity is not null)
                    problems.Add(node, "a factor holds for every severity: write \"severity\": \"*\"");
                else if (!factors.TryAdd(level, reader.Number("factor", 1, 0.01, 100)))
                    problems.Add(factor, $"the level \"{level}\" has a factor already");
                reader.End();
                continue;
            }
            policies.Add(Policy(reader, problems, severity, level));
            reader.End();
        }
        return (policies, factors);
    }

    private static DeadlinePolicy Policy(ObjectReader reader, ProblemList problems, Severity? severity, string? level)
    {
        var site = reader.Optional("onSite") is { } node ? new ObjectReader(node, problems) : null;
        var policy = new DeadlinePolicy
        {
            Severity = severity,
            Category = reader.OptionalText("category"),
            CustomerLevel = level,
            Clock = reader.Optional("clock") is { } clock ? reader.OneOf(clock, Clocks) : null,
            Accept = reader.OptionalLength("accept"),
            FirstResponse = reader.OptionalLength("firstResponse"),
            EmergencyMeasure = reader.OptionalLength("emergencyMeasure"),
            OnSiteNear = site?.OptionalLength("near"),
            OnSiteFar = site?.OptionalLength("far"),
            Cause = reader.OptionalLength("cause"),
            Plan = reader.OptionalLength("plan"),
            Resolve = reader.OptionalLength("resolve"),
            ProgressEvery = reader.OptionalLength("progressEvery"),
            CaseReport = reader.OptionalLength("caseReport"),
            Complex = reader.OptionalLength("complex"),
        };
        site?.End();
        return policy;
    }

    public static Ladder Ladder(ObjectReader file, ProblemList problems)
    {
        var standard = new Ladder();
        if (file.Optional("ladder") is not { } node)
            return standard;
        var reader = new ObjectReader(node, problems);
        var shares = reader.Items("beforeDue");
        foreach (var share in shares.Where(s => s.Number is <= 0 or >= 1))
            problems.Add(share, "a share of the time between 0 and 1 is expected here");
        var ladder = new Ladder
        {
            BeforeDue =
                shares.Count > 0 ? [.. shares.Select(s => s.Number).Order()]
                : reader.Optional("beforeDue") is null ? standard.BeforeDue
                : [],
            AtDue = reader.Optional("atDue") is null
                ? standard.AtDue
                : [.. reader.Items("atDue").Select(r => reader.OneOf(r, Rungs)).OfType<Rung>()],
            OverdueEvery = reader.Length("overdueEvery", standard.OverdueEvery),
            EscalateAfter = [.. reader.Items("escalateAfter").Select(step => Step(step, problems))],
            DigestAbove = reader.Whole("digestAbove", standard.DigestAbove, 1, 10_000),
            MaxSnooze = reader.Length("maxSnooze", standard.MaxSnooze),
        };
        reader.End();
        return ladder;
    }

    private static EscalationStep Step(FileNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var step = new EscalationStep(
            reader.Length("overdue"),
            reader.Required("to") is { } to ? reader.OneOf(to, Rungs) ?? Rung.Quality : Rung.Quality
        );
        reader.End();
        return step;
    }

    public static IReadOnlyList<string> Emergency(ObjectReader file, ProblemList problems)
    {
        if (file.Optional("emergency") is not { } node)
            return [];
        var reader = new ObjectReader(node, problems);
        var contacts = reader.Texts("tell");
        reader.End();
        return contacts;
    }

    public static ConfirmationPolicy Confirmation(ObjectReader file, ProblemList problems)
    {
        var standard = new ConfirmationPolicy(Duration.FromDays(2), 2, Duration.FromDays(7));
        if (file.Optional("confirmation") is not { } node)
            return standard;
        var reader = new ObjectReader(node, problems);
        var policy = new ConfirmationPolicy(
            reader.Length("askAgainAfter", standard.AskAgainAfter),
            reader.Whole("tries", standard.Tries, 1, 20),
            reader.Length("closeAfter", standard.CloseAfter)
        )
        {
            ReopenConfirmed = reader.Length("reopenConfirmed", standard.ReopenConfirmed),
            ReopenUnconfirmed = reader.Length("reopenUnconfirmed", standard.ReopenUnconfirmed),
        };
        reader.End();
        return policy;
    }

    public static SurveyPolicy Survey(ObjectReader file, ProblemList problems)
    {
        var standard = new SurveyPolicy(Duration.FromTime(TimeSpan.FromHours(1)), Duration.FromDays(2), Duration.FromDays(7));
        if (file.Optional("survey") is not { } node)
            return standard;
        var reader = new ObjectReader(node, problems);
        var policy = new SurveyPolicy(
            reader.Length("delay", standard.Delay),
            reader.Length("remindAfter", standard.RemindAfter),
            reader.Length("expireAfter", standard.ExpireAfter)
        )
        {
            LongFormShare = reader.Number("longFormShare", standard.LongFormShare, 0, 1),
            LowScore = reader.Whole("lowScore", standard.LowScore, 1, 5),
        };
        reader.End();
        return policy;
    }

    public static QualityPolicy Quality(ObjectReader file, ProblemList problems)
    {
        var standard = new QualityPolicy();
        if (file.Optional("quality") is not { } node)
            return standard;
        var reader = new ObjectReader(node, problems);
        var policy = new QualityPolicy
        {
            SpotCheckShare = reader.Number("spotCheckShare", standard.SpotCheckShare, 0, 1),
            Effectiveness = reader.Length("effectiveness", standard.Effectiveness),
            DuplicateWindow = reader.Length("duplicateWindow", standard.DuplicateWindow),
            BurstCount = reader.Whole("burstCount", standard.BurstCount, 2, 100_000),
            BurstWindow = reader.Length("burstWindow", standard.BurstWindow),
            LargeClaims = LargeClaims(reader, problems) ?? standard.LargeClaims,
        };
        reader.End();
        return policy;
    }

    private static Dictionary<string, decimal>? LargeClaims(ObjectReader quality, ProblemList problems)
    {
        if (quality.Optional("largeClaims") is not { } node)
            return null;
        var reader = new ObjectReader(node, problems);
        var claims = node.Members.ToDictionary(m => m.Key, m => (decimal)reader.Number(m.Key, 0, 0, 1e12), StringComparer.Ordinal);
        reader.End();
        return claims;
    }
}
