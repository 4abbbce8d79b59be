using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;

namespace ComplaintBot;

/// <summary>What Teams asks for at once, outside the chat: search, link previews, forms.</summary>
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

    /// <inheritdoc/>
    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext<IInvokeActivity> turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    ) => messages.FetchAsync(Of(turnContext).Turn, action, cancellationToken);

    /// <inheritdoc/>
    protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    )
    {
        var (turn, states) = Of(turnContext);
        return messages.SubmitAsync(turn, states.Staff, action, turnContext.TurnState.Get<UnitOfWork>()!, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext,
        TaskModuleRequest taskModuleRequest,
        CancellationToken cancellationToken
    ) => dialogs.FetchAsync(Of(turnContext).Turn, Inputs(taskModuleRequest), cancellationToken);

    /// <inheritdoc/>
    protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext,
        TaskModuleRequest taskModuleRequest,
        CancellationToken cancellationToken
    )
    {
        var (turn, states) = Of(turnContext);
        // Null is an answer, too: 200 without a body closes the dialog.
        return dialogs.SubmitAsync(turn, states.Staff, Inputs(taskModuleRequest), cancellationToken)!;
    }

    private static CardInputs Inputs(TaskModuleRequest request) => new(ProtocolJson.ToElement(request.Data) ?? default);
}
