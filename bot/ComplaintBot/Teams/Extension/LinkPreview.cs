using ComplaintBot.Conversations;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>Shows a ticket's link as its card when somebody pastes it who may see the ticket (<c>composeExtension/queryLink</c>); for
/// everybody else it stays a link.</summary>
public sealed class LinkPreview(SharedTicket shared, TicketLinks links)
{
    /// <summary>The card, or nothing.</summary>
    public async Task<MessagingExtensionResponse> OfAsync(Turn turn, string? url, CancellationToken cancellationToken) =>
        turn.Person.IsStaff
        && links.TicketOf(url) is { } ticket
        && await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint
            ? ExtensionAnswers.Cards([shared.Of(complaint, turn)])
            : ExtensionAnswers.Nothing();
}
