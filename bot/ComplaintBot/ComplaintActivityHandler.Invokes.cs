using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;

namespace ComplaintBot;

/// <summary>What Teams asks for at once, outside the chat: search, link previews.</summary>
public sealed partial class ComplaintActivityHandler
{
    /// <inheritdoc/>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (JsonException)
        {
            // The value is not of the shape that this invoke has; another try would not help.
            return new() { Status = StatusCodes.Status400BadRequest };
        }
    }

    /// <inheritdoc/>
    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext,
        MessagingExtensionQuery query,
        CancellationToken cancellationToken
    ) => finder.FindAsync(Of(turnContext).Turn, query, cancellationToken);

    /// <inheritdoc/>
    protected override Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext<IInvokeActivity> turnContext,
        AppBasedLinkQuery query,
        CancellationToken cancellationToken
    ) => previews.OfAsync(Of(turnContext).Turn, query.Url, cancellationToken);
}
