using ComplaintBot.Storage;
using Complaints.Organisations;
using Understanding.Categories;

namespace ComplaintBot.Retraining;

/// <summary>The organisation's own complaints that are closed or whose category a person corrected, with category and severity as
/// they stand.</summary>
public sealed class ConfirmedComplaints(Database database)
{
    // More teach little and take long; the newest count.
    private const int Most = 10_000;

    /// <summary>Changes whenever there is something new to learn.</summary>
    public async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<(long Count, long Versions)>(
            """
            SELECT COUNT(*) AS count, COALESCE(SUM(version), 0) AS versions FROM complaints
            WHERE kind = 'complaint' AND (is_open = 0 OR category_confirmed = 1)
            """,
            null,
            cancellationToken
        );
        return $"{rows[0].Count}/{rows[0].Versions}";
    }

    /// <summary>At most ten thousand, the newest, in the order of their numbers: the same complaints give the same list. Withdrawn,
    /// merged and unaccepted ones teach nothing.</summary>
    public async Task<IReadOnlyList<ConfirmedComplaint>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<(string Ticket, string Words, string Category, long Severity)>(
            """
            SELECT ticket, words, category, severity FROM complaints
            WHERE kind = 'complaint' AND (state = 'closed' OR (is_open = 1 AND category_confirmed = 1)) AND merged_into IS NULL
            ORDER BY ticket DESC LIMIT @most
            """,
            new { most = Most },
            cancellationToken
        );
        return [.. rows.Reverse().Select(r => new ConfirmedComplaint(r.Words, r.Category, (Severity)r.Severity))];
    }
}
