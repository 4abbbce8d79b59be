using System.Net;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>A bot with one overridable method per kind of activity. What is not overridden does nothing; invokes answer 501.</summary>
public class ActivityHandler : IBot
{
    /// <inheritdoc/>
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        switch (turnContext.Activity.Type)
        {
            case ActivityTypes.Message:
                await OnMessageActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageUpdate:
                await OnMessageUpdateActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageDelete:
                await OnMessageDeleteActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.ConversationUpdate:
                await OnConversationUpdateActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageReaction:
                await OnMessageReactionActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.Event:
                await OnEventActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.Invoke:
                var response = await AnswerInvokeAsync(turnContext, cancellationToken);
                await turnContext.SendActivityAsync(
                    new Activity { Type = ActivityTypes.InvokeResponse, Value = ProtocolJson.ToElement(response) },
                    cancellationToken
                );
                break;
            case ActivityTypes.EndOfConversation:
                await OnEndOfConversationActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.Typing:
                await OnTypingActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.InstallationUpdate:
                await OnInstallationUpdateActivityAsync(turnContext, cancellationToken);
                break;
            default:
                await OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken);
                break;
        }
    }

    /// <summary>Somebody said something or submitted a card.</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody edited a message.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Somebody deleted a message.</summary>
    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Calls <see cref="OnMembersAddedAsync"/> or <see cref="OnMembersRemovedAsync"/> when somebody other than the bot
    /// came or went.</summary>
    protected virtual Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.MembersAdded?.Any(m => m.Id != activity.Recipient?.Id) == true)
            return OnMembersAddedAsync(activity.MembersAdded, turnContext, cancellationToken);
        if (activity.MembersRemoved?.Any(m => m.Id != activity.Recipient?.Id) == true)
            return OnMembersRemovedAsync(activity.MembersRemoved, turnContext, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Members joined; the bot may be among them.</summary>
    protected virtual Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Members left; the bot may be among them.</summary>
    protected virtual Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved,
        ITurnContext turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Calls <see cref="OnReactionsAddedAsync"/> and <see cref="OnReactionsRemovedAsync"/>.</summary>
    protected virtual async Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReactionsAdded is { Count: > 0 } added)
            await OnReactionsAddedAsync(added, turnContext, cancellationToken);
        if (turnContext.Activity.ReactionsRemoved is { Count: > 0 } removed)
            await OnReactionsRemovedAsync(removed, turnContext, cancellationToken);
    }

    /// <summary>Reactions were put on the message <see cref="Activity.ReplyToId"/>.</summary>
    protected virtual Task OnReactionsAddedAsync(
        IList<MessageReaction> reactions,
        ITurnContext turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Reactions were taken off the message <see cref="Activity.ReplyToId"/>.</summary>
    protected virtual Task OnReactionsRemovedAsync(
        IList<MessageReaction> reactions,
        ITurnContext turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>An event; unknown names do nothing.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnEventAsync(turnContext, cancellationToken);

    /// <summary>An event that nothing more special took.</summary>
    protected virtual Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The conversation is over.</summary>
    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Somebody is typing.</summary>
    protected virtual Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Calls <see cref="OnInstallationUpdateAddAsync"/> or <see cref="OnInstallationUpdateRemoveAsync"/>.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Action switch
        {
            InstallationUpdateActionTypes.Add or InstallationUpdateActionTypes.AddUpgrade => OnInstallationUpdateAddAsync(
                turnContext,
                cancellationToken
            ),
            InstallationUpdateActionTypes.Remove or InstallationUpdateActionTypes.RemoveUpgrade => OnInstallationUpdateRemoveAsync(
                turnContext,
                cancellationToken
            ),
            _ => Task.CompletedTask,
        };

    /// <summary>The app was installed. Arrives beside a conversationUpdate, in any order, and may be repeated.</summary>
    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>The app was removed.</summary>
    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A kind of activity that nothing here knows.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Answers an invoke by its name; throws <see cref="InvokeResponseException"/> (501) for a name that nothing takes.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        switch (turnContext.Activity.Name)
        {
            case InvokeNames.AdaptiveCardAction:
                var value = AdaptiveCardInvokeCheck.Read(turnContext.Activity);
                return InvokeResponse.Ok(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));
            case InvokeNames.ApplicationSearch:
                return InvokeResponse.Ok(await OnSearchInvokeAsync(turnContext, cancellationToken));
            case InvokeNames.SigninVerifyState or InvokeNames.SigninTokenExchange:
                await OnSignInInvokeAsync(turnContext, cancellationToken);
                return InvokeResponse.Ok();
            default:
                throw NotHandled();
        }
    }

    /// <summary>An Action.Execute button was pressed, or a card refreshes itself
    /// (<see cref="AdaptiveCardInvokeValue.IsAutomatic"/>: change nothing).</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext,
        AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>Typeahead of a choice set; the result becomes the body.</summary>
    protected virtual Task<object?> OnSearchInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        throw NotHandled();

    /// <summary>A sign-in step.</summary>
    protected virtual Task OnSignInInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => throw NotHandled();

    /// <summary>What ends an invoke that nothing takes: 501 without a body.</summary>
    protected static InvokeResponseException NotHandled() => new(HttpStatusCode.NotImplemented);

    private async Task<InvokeResponse> AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return await OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }
}
