using ComplaintBot.Conversations;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Searching;
using Complaints;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>Search from the box in which a message is written, in any chat (<c>composeExtension/query</c>): by number, customer, phone
/// or words, a page at a time, with the rights of the one who searches.</summary>
public sealed class TicketFinder(TicketSearch search, SharedTicket shared, TicketLinks links)
{
    private const int MostInPage = 25;
    private const int MostSkipped = 10_000;
    private const string OpenedWithoutWords = "initialRun";

    /// <summary>What was found, as cards; a sentence when nothing was.</summary>
    public async Task<MessagingExtensionResponse> FindAsync(Turn turn, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        if (turn.Person.Staff is not { } member)
            return ExtensionAnswers.Sentence(turn.Reader.Text("extension.onlyStaff"));
        var words = Words(query);
        var skip = Math.Clamp(query.QueryOptions?.Skip ?? 0, 0, MostSkipped);
        var count = query.QueryOptions?.Count is > 0 and var wanted ? Math.Min(wanted, MostInPage) : MostInPage;
        var found = await search.FindAsync(words, new Asker(member, turn.Organisation), turn.Now, skip, count, cancellationToken);
        List<Complaint> complaints = [];
        foreach (var ticket in Named(words) is { } exact && skip == 0 ? found.Prepend(exact).Distinct().Take(count) : found)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                complaints.Add(complaint);
        }
        return complaints.Count > 0 || skip > 0
            ? ExtensionAnswers.Cards(complaints.Select(c => shared.Of(c, turn)))
            : ExtensionAnswers.Sentence(turn.Reader.Text(words.Length == 0 ? "extension.nothingOpen" : "extension.nothingFound"));
    }

    // A number or a link says which one is meant, also one that stands in none of the person's lists.
    private string? Named(string words) => TicketLinks.NumberIn(words) ?? links.TicketOf(words);

    private static string Words(MessagingExtensionQuery query) =>
        string.Join(
            ' ',
            (query.Parameters ?? []).Where(p => p.Name != OpenedWithoutWords).Select(p => (p.Value as string)?.Trim()).OfType<string>()
        );
}
