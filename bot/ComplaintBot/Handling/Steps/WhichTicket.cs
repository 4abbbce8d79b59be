using System.Text.Json.Nodes;
using ComplaintBot.Conversations;

namespace ComplaintBot.Handling.Steps;

/// <summary>The words fit several tickets: asks which, and nothing is done. A button says the same words with the number.</summary>
internal sealed class WhichTicket : PlainStep<StaffState>
{
    // More would be a list to search in.
    private const int Most = 5;

    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (heard.Fitting.Count < 2)
            return null;
        var choices = heard
            .Fitting.Take(Most)
            .Select(c => new JsonObject
            {
                ["title"] =
                    $"{c.Ticket} · {turn.Reader.Category(c.Details.Category)}{(c.Complainant.Name is { } name ? " · " + name : "")}",
                ["text"] = heard.Text.Replace(heard.Described!, c.Ticket, StringComparison.Ordinal),
            });
        turn.Show("which", new() { ["choices"] = new JsonArray([.. choices]) });
        return state;
    }
}
