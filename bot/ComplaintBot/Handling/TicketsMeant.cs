using System.Globalization;
using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Complaints;
using Understanding.Orders;
using Understanding.Questions;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace ComplaintBot.Handling;

/// <summary>Which tickets "0008", "the Keller one", 王建国那个宽带的 mean: first among the list shown and one's own, then among all that
/// the person may see and that are open.</summary>
internal sealed partial class TicketsMeant(Answering answering) : ITicketsMeant
{
    // A short number is that of a ticket of these days.
    private const int Days = 60;

    // So many more are looked through.
    private const int Most = 300;

    private static readonly ComplaintQuery Open = new()
    {
        Kind = QueryKind.List,
        Filters = new() { Status = [QueryStatus.Open] },
        Limit = Most,
    };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Complaint>> FindAsync(Turn turn, StaffState state, string words, CancellationToken cancellationToken)
    {
        if (Full().IsMatch(words))
            return await turn.VisibleComplaintAsync(words.ToUpperInvariant(), cancellationToken) is { } exact ? [exact] : [];
        if (Short().Match(words) is { Success: true } number)
            return await ByNumberAsync(turn, state, int.Parse(number.Groups["n"].Value, CultureInfo.InvariantCulture), cancellationToken);
        if (TicketDescription.Parts(words) is not { Count: > 0 } parts)
            return [];
        var near = await NearAsync(turn, state, cancellationToken);
        return Best(near, parts) is { Count: > 0 } found
            ? found
            : Best(
                await LoadAsync(
                    turn,
                    (
                        await answering.AllRowsAsync(Open, new Asker(turn.Person.Staff!, turn.Organisation), turn.Now, cancellationToken)
                    ).Select(r => r.Ticket),
                    cancellationToken
                ),
                parts
            );
    }

    private static async Task<IReadOnlyList<Complaint>> ByNumberAsync(
        Turn turn,
        StaffState state,
        int number,
        CancellationToken cancellationToken
    )
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"-{number:0000}");
        if (
            (await NearAsync(turn, state, cancellationToken)).Where(c => c.Ticket.EndsWith(end, StringComparison.Ordinal)).ToList() is
            { Count: > 0 } near
        )
            return near;
        var today = turn.Organisation.Local(turn.Now).Date;
        for (var day = 0; day < Days; day++)
        {
            var ticket = string.Create(CultureInfo.InvariantCulture, $"C-{today.AddDays(-day):yyyyMMdd}{end}");
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } found)
                return [found];
        }
        return [];
    }

    private static async Task<List<Complaint>> NearAsync(Turn turn, StaffState state, CancellationToken cancellationToken) =>
        await LoadAsync(
            turn,
            (state.Shown ?? []).Concat(await turn.Store.TicketsOfOwnerAsync(turn.Person.Actor.Id, cancellationToken)).Distinct(),
            cancellationToken
        );

    private static async Task<List<Complaint>> LoadAsync(Turn turn, IEnumerable<string> tickets, CancellationToken cancellationToken)
    {
        List<Complaint> found = [];
        foreach (var ticket in tickets)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                found.Add(complaint);
        }
        return found;
    }

    // Those that fit most of what was said: every part must fit one of the best.
    private static List<Complaint> Best(IReadOnlyList<Complaint> among, IReadOnlyList<string> parts)
    {
        var scored = among.Select(c => (Complaint: c, Score: parts.Count(p => Fits(c, p)))).Where(s => s.Score > 0).ToList();
        return scored.Count == 0 || scored.Max(s => s.Score) < parts.Count
            ? []
            : [.. scored.Where(s => s.Score == parts.Count).Select(s => s.Complaint)];
    }

    private static bool Fits(Complaint complaint, string part)
    {
        var (details, customer) = (complaint.Details, complaint.Complainant);
        string?[] texts = [customer.Name, details.Place, details.Product, details.Description, details.Category];
        return texts.OfType<string>().Any(t => CharacterFolding.Fold(t).Contains(part, StringComparison.Ordinal))
            || customer.Name is { Length: > 1 } name
                && Titles.Without(part) is { Length: 1 } family
                && CharacterFolding.Fold(name).StartsWith(family, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^C-\d{8}-\d{4,}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Full();

    [GeneratedRegex(@"^[^\d]{0,3}(?<n>\d{1,6})[^\d]{0,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
