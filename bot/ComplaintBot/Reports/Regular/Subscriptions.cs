using ComplaintBot.Storage;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Regular;

/// <summary>Who gets which report when. Managers get the digest and quality and executives the reports without asking; what
/// somebody chose themselves stands in the database.</summary>
public sealed class Subscriptions(Database database)
{
    /// <summary>What everybody chose.</summary>
    public async Task<IReadOnlyList<Subscription>> ChosenAsync(CancellationToken cancellationToken) =>
        [
            .. (
                await database.QueryAsync<Row>(
                    "SELECT person, kind, wanted, minute FROM report_subscriptions",
                    cancellationToken: cancellationToken
                )
            ).Select(r => new Subscription(
                r.Person,
                Enum.Parse<ReportKind>(r.Kind),
                r.Wanted == 1,
                r.Minute is { } m ? TimeOnly.MinValue.AddMinutes(m) : null
            )),
        ];

    /// <summary>Whether somebody wants a report, and at which time; null = they do not get it.</summary>
    public static TimeOnly? For(StaffMember member, ReportKind kind, IEnumerable<Subscription> chosen, TimeOnly usual)
    {
        var own = chosen.FirstOrDefault(s => s.Person == member.Id && s.Kind == kind);
        return (own?.Wanted ?? IsUsual(member, kind)) ? own?.At ?? usual : null;
    }

    /// <summary>What somebody chose, written when the turn ends.</summary>
    public static Func<DbTransactionScope, CancellationToken, Task> Choose(Subscription choice) =>
        (tx, cancellationToken) =>
            tx.ExecuteAsync(
                """
                INSERT INTO report_subscriptions (person, kind, wanted, minute) VALUES (@Person, @kind, @wanted, @minute)
                ON CONFLICT (person, kind) DO UPDATE SET wanted = @wanted, minute = COALESCE(@minute, report_subscriptions.minute)
                """,
                new
                {
                    choice.Person,
                    kind = choice.Kind.ToString(),
                    wanted = choice.Wanted ? 1 : 0,
                    minute = choice.At is { } at ? at.Hour * 60 + at.Minute : (int?)null,
                },
                cancellationToken
            );

    private static bool IsUsual(StaffMember member, ReportKind kind) =>
        kind == ReportKind.Daily
            ? member.Roles.Contains(Role.Manager) || member.Roles.Contains(Role.Quality)
            : member.Roles.Contains(Role.Quality) || member.Roles.Contains(Role.Executive);

    private sealed class Row
    {
        public string Person { get; init; } = "";

        public string Kind { get; init; } = "";

        public int Wanted { get; init; }

        public int? Minute { get; init; }
    }
}

/// <summary>Somebody's own choice. <paramref name="At"/> null = the usual time.</summary>
public sealed record Subscription(string Person, ReportKind Kind, bool Wanted, TimeOnly? At);
