using Complaints;
using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;

namespace ComplaintBot.Storage;

/// <summary>The row of table <c>complaints</c>.</summary>
internal static class ComplaintRow
{
    private const int TitleLength = 60;

    private static readonly string[] Columns =
    [
        "version",
        "kind",
        "state",
        "is_open",
        "close_kind",
        "merged_into",
        "category",
        "department",
        "owner",
        "answerable",
        "severity",
        "customer",
        "customer_name",
        "customer_phone",
        "customer_level",
        "language",
        "channel",
        "place",
        "product",
        "order_number",
        "title",
        "words",
        "about_staff",
        "cause_class",
        "received_at",
        "received_day",
        "assigned_at",
        "first_response_at",
        "first_response_due",
        "first_response_due_day",
        "first_response_met",
        "resolve_due",
        "resolve_due_day",
        "resolve_met",
        "resolved_at",
        "resolve_wall_seconds",
        "resolve_clock_seconds",
        "next_due",
        "next_due_kind",
        "closed_at",
        "closed_day",
        "ended_day",
        "hold_reason",
        "rounds",
        "reopen_count",
        "escalation_level",
        "emergency",
        "last_score",
        "last_solved",
        "recurrence_of",
        "next_at",
        "words_folded",
        "place_folded",
        "resolve_ended_day",
        "first_response_day",
        "next_due_day",
        "product_key",
        "place_key",
        "cause_key",
        "burst_of",
        "pattern_at",
        "category_confirmed",
    ];

    /// <summary>Writes the row and ends a claim of the timer worker.</summary>
    public static readonly string Upsert = $"""
        INSERT INTO complaints (ticket, {string.Join(", ", Columns)}) VALUES (@ticket, {string.Join(", ", Columns.Select(c => "@" + c))})
        ON CONFLICT (ticket) DO UPDATE SET lease_until = NULL, {string.Join(
            ", ",
            Columns.Select(c =>
                c == "pattern_at" ? "pattern_at = COALESCE(excluded.pattern_at, complaints.pattern_at)" : $"{c} = excluded.{c}"
            )
        )}
        """;

    /// <summary>The values, named as the columns.</summary>
    public static object Of(Complaint c, Organisation organisation)
    {
        var resolve = c.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Resolve);
        var first = c.Deadlines.FirstOrDefault(d => d.Kind == DeadlineKind.FirstResponse);
        var next = c.IsOpen ? c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null) : null;
        var clock = BusinessClock.Of(organisation, c.Department);
        var stopped = resolve is { Pending: false, InTime: not null } ? resolve.EndedAt : null;
        return new
        {
            ticket = c.Ticket,
            version = c.Version,
            kind = Projection.Code(c.Kind),
            state = Projection.Code(c.State),
            is_open = c.IsOpen ? 1 : 0,
            close_kind = c.CloseKind is { } kind ? Projection.Code(kind) : null,
            merged_into = c.MergedInto,
            category = c.Details.Category,
            department = c.Department ?? (organisation.FindCategory(c.Details.Category) ?? organisation.OtherCategory).Department,
            owner = c.Owner,
            answerable = c.AnswerablePerson,
            severity = (int)c.Severity,
            customer = SqlText.Printable(c.Complainant.Id),
            customer_name = SqlText.Printable(c.Complainant.Name),
            customer_phone = c.Complainant.Phone is { } phone ? PhoneDigits.Of(phone) : null,
            customer_level = c.Complainant.Level,
            language = c.Complainant.Language,
            channel = Projection.Code(c.Channel),
            place = SqlText.Printable(c.Details.Place),
            product = SqlText.Printable(c.Details.Product),
            order_number = SqlText.Printable(c.Details.OrderNumber),
            title = SqlText.Printable(Title(c.Details.Description)),
            words = SqlText.Printable(c.Details.Description),
            about_staff = c.Accused.Count == 0 ? null : string.Join(',', c.Accused),
            cause_class = c.Cause is null ? null : string.Join(',', c.Cause.Classes.Select(x => Projection.Code(x))),
            received_at = c.ReceivedAt,
            received_day = Projection.Day(c.ReceivedAt, organisation),
            assigned_at = c.AssignedAt,
            first_response_at = c.FirstResponseAt,
            first_response_due = first?.Due,
            first_response_due_day = Day(first?.Due, organisation),
            first_response_met = Projection.Number(first?.InTime),
            resolve_due = resolve?.Due,
            resolve_due_day = Day(resolve?.Due, organisation),
            resolve_met = Projection.Number(resolve?.InTime),
            resolved_at = c.ResolvedAt,
            resolve_wall_seconds = stopped is { } end ? (long?)(end - resolve!.Start).TotalSeconds : null,
            resolve_clock_seconds = stopped is { } stop
                ? (long?)clock.Elapsed(resolve!.Start, stop, resolve.Clock, resolve.Pauses).TotalSeconds
                : null,
            next_due = next?.Due,
            next_due_kind = next is null ? null : Projection.Code(next.Kind),
            closed_at = c.State == ComplaintState.Closed ? c.ClosedAt : null,
            closed_day = c.State == ComplaintState.Closed ? Day(c.ClosedAt, organisation) : null,
            ended_day = c.IsOpen ? null : Day(c.ClosedAt, organisation),
            hold_reason = c.Hold is { } hold ? Projection.Code(hold.Reason) : null,
            rounds = c.Round,
            reopen_count = c.ReopenCount,
            escalation_level = c.EscalationLevel,
            emergency = c.Emergency ? 1 : 0,
            last_score = c.Survey?.Score,
            last_solved = c.Survey?.Solved,
            recurrence_of = c.Links.FirstOrDefault(l => l.Kind == LinkKind.Recurrence)?.Ticket,
            next_at = Timers.Next(c, organisation),
            words_folded = SqlText.Printable(Folded(c.Details.Description)),
            place_folded = SqlText.Printable(Folded(c.Details.Place)),
            resolve_ended_day = Day(stopped, organisation),
            first_response_day = Day(c.FirstResponseAt, organisation),
            next_due_day = Day(next?.Due, organisation),
            product_key = PatternKeys.Of(c.Details.Product),
            place_key = PatternKeys.Of(c.Details.Place),
            cause_key = PatternKeys.Of(c.Cause?.Text),
            burst_of = PatternKeys.BurstOf(c),
            // What came in, or what its cause was found to be, is still to be compared with what was before.
            category_confirmed = c.CategoryConfirmed ? 1 : 0,
            pattern_at = c.NewEvents.LastOrDefault(e => e.Event is Received or Categorised or CauseRecorded)?.At,
        };
    }

    private static DateOnly? Day(DateTimeOffset? at, Organisation organisation) =>
        at is { } instant ? Projection.Day(instant, organisation) : null;

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Folded(string? text) => text is null ? null : Understanding.Writing.CharacterFolding.Fold(text);

    private static string Title(string description)
    {
        var line = description.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= TitleLength ? line.ToString() : string.Concat(line[..(TitleLength - 1)], "…");
    }
}
