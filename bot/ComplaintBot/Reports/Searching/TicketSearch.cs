using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sql;
using ComplaintBot.Storage;
using Complaints.Intake;
using Understanding.Questions;
using Understanding.Writing;

namespace ComplaintBot.Reports.Searching;

/// <summary>Finds complaints by what somebody remembers of them: a number or its end, the customer, a phone number, words that were
/// said. Every word has to be found somewhere; only what the asker may list is found.</summary>
public sealed class TicketSearch(Database database)
{
    // Of a longer text the first words; a sentence that was pasted finds by its beginning.
    private const int MostWords = 6;

    // Shorter runs of digits are in half of all phone numbers.
    private const int LeastDigits = 4;

    /// <summary>Numbers of complaints, those still open first, then the newest; <paramref name="count"/> of them from
    /// <paramref name="skip"/> on. Without words: the open ones, what is due next first.</summary>
    public Task<IReadOnlyList<string>> FindAsync(
        string words,
        Asker asker,
        DateTimeOffset now,
        int skip,
        int count,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlPieces();
        var said = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        var query = new ComplaintQuery { Kind = QueryKind.List, Filters = said.Count == 0 ? new() { Status = [QueryStatus.Open] } : null };
        // No names are in it that could be unclear or out of sight.
        var settled = QueryRights.Settle(query, asker).Query!;
        var where = SqlPieces.And([.. Conditions.Of(settled, now, sql), .. said.Select(w => Anywhere(w, sql))]);
        var order = said.Count == 0 ? "c.next_due NULLS LAST, c.ticket" : "c.is_open DESC, c.received_at DESC, c.ticket DESC";
        return database.QueryAsync<string>(
            $"SELECT c.ticket FROM complaints c WHERE {where} ORDER BY {order} LIMIT {sql.Add(count)} OFFSET {sql.Add(skip)}",
            sql.Parameters,
            cancellationToken
        );
    }

    private static string Anywhere(string word, SqlPieces sql)
    {
        List<string> places =
        [
            $"lower(c.ticket) LIKE lower({sql.Contains(word)}) ESCAPE '\\'",
            $"lower(c.customer_name) LIKE lower({sql.Contains(word)}) ESCAPE '\\'",
            $"c.words_folded LIKE {sql.Contains(CharacterFolding.Fold(word))} ESCAPE '\\'",
        ];
        if (PhoneDigits.Of(word) is { Length: >= LeastDigits } digits)
            places.Add($"c.customer_phone LIKE {sql.Contains(digits)} ESCAPE '\\'");
        return $"({string.Join(" OR ", places)})";
    }
}
