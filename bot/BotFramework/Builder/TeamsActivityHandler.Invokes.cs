using System.Net;
using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <content>The invokes of Teams. Whatever is not overridden answers 501.</content>
public partial class TeamsActivityHandler
{
    /// <inheritdoc/>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var t = turnContext;
        var c = cancellationToken;
        var value = t.Activity.Value;
        switch (t.Activity.Name)
        {
            case null when t.Activity.ChannelId == Channels.Msteams:
                return await OnTeamsCardActionInvokeAsync(t, c);
            case InvokeNames.FileConsent:
                await OnTeamsFileConsentAsync(t, Read<FileConsentCardResponse>(t), c);
                return InvokeResponse.Ok();
            case InvokeNames.ActionableMessageExecute:
                await OnTeamsO365ConnectorCardActionAsync(t, value, c);
                return InvokeResponse.Ok();
            case InvokeNames.ComposeExtensionQuery:
                return InvokeResponse.Ok(await OnTeamsMessagingExtensionQueryAsync(t, Read<MessagingExtensionQuery>(t), c));
            case InvokeNames.ComposeExtensionSelectItem:
                return InvokeResponse.Ok(await OnTeamsMessagingExtensionSelectItemAsync(t, value, c));
            case InvokeNames.ComposeExtensionSubmitAction:
                return InvokeResponse.Ok(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(t, Read<MessagingExtensionAction>(t), c));
            case InvokeNames.ComposeExtensionFetchTask:
                return InvokeResponse.Ok(await OnTeamsMessagingExtensionFetchTaskAsync(t, Read<MessagingExtensionAction>(t), c));
            case InvokeNames.ComposeExtensionQueryLink:
                return InvokeResponse.Ok(await OnTeamsAppBasedLinkQueryAsync(t, Read<AppBasedLinkQuery>(t), c));
            case InvokeNames.ComposeExtensionAnonymousQueryLink:
                return InvokeResponse.Ok(await OnTeamsAnonymousAppBasedLinkQueryAsync(t, Read<AppBasedLinkQuery>(t), c));
            case InvokeNames.ComposeExtensionQuerySettingUrl:
                return InvokeResponse.Ok(
                    await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(t, Read<MessagingExtensionQuery>(t), c)
                );
            case InvokeNames.ComposeExtensionSetting:
                await OnTeamsMessagingExtensionConfigurationSettingAsync(t, value, c);
                return InvokeResponse.Ok();
            case InvokeNames.ComposeExtensionCardButtonClicked:
                await OnTeamsMessagingExtensionCardButtonClickedAsync(t, value, c);
                return InvokeResponse.Ok();
            case InvokeNames.TaskFetch:
                return InvokeResponse.Ok(await OnTeamsTaskModuleFetchAsync(t, Read<TaskModuleRequest>(t), c));
            case InvokeNames.TaskSubmit:
                // No response closes the dialog: 200 without a body.
                return InvokeResponse.Ok(await OnTeamsTaskModuleSubmitAsync(t, Read<TaskModuleRequest>(t), c));
            case InvokeNames.TabFetch:
                return InvokeResponse.Ok(await OnTeamsTabFetchAsync(t, value, c));
            case InvokeNames.TabSubmit:
                return InvokeResponse.Ok(await OnTeamsTabSubmitAsync(t, value, c));
            case InvokeNames.ConfigFetch:
                return InvokeResponse.Ok(await OnTeamsConfigFetchAsync(t, value, c));
            case InvokeNames.ConfigSubmit:
                return InvokeResponse.Ok(await OnTeamsConfigSubmitAsync(t, value, c));
            case InvokeNames.SigninVerifyState:
                await OnTeamsSigninVerifyStateAsync(t, c);
                return InvokeResponse.Ok();
            case InvokeNames.SigninTokenExchange:
                await OnTeamsSigninTokenExchangeAsync(t, c);
                return InvokeResponse.Ok();
            case InvokeNames.MessageSubmitAction:
                await OnTeamsMessageSubmitActionAsync(t, value, c);
                return InvokeResponse.Ok();
            default:
                return await base.OnInvokeActivityAsync(t, c);
        }
    }

    /// <summary>A button of type invoke on an old card; the value is in the activity.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        throw NotHandled();

    /// <summary>An answer to a file consent card; calls accept or decline, and answers 400 to anything else.</summary>
    protected virtual Task OnTeamsFileConsentAsync(
        ITurnContext turnContext,
        FileConsentCardResponse response,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Action switch
        {
            "accept" => OnTeamsFileConsentAcceptAsync(turnContext, response, cancellationToken),
            "decline" => OnTeamsFileConsentDeclineAsync(turnContext, response, cancellationToken),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest),
        };
    }

    /// <summary>The user takes the file: upload it to <see cref="FileConsentCardResponse.UploadInfo"/>.</summary>
    protected virtual Task OnTeamsFileConsentAcceptAsync(
        ITurnContext turnContext,
        FileConsentCardResponse response,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The user does not want the file.</summary>
    protected virtual Task OnTeamsFileConsentDeclineAsync(
        ITurnContext turnContext,
        FileConsentCardResponse response,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>An action on a connector card.</summary>
    protected virtual Task OnTeamsO365ConnectorCardActionAsync(
        ITurnContext turnContext,
        JsonElement? query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A search.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext,
        MessagingExtensionQuery query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A search result was picked; <paramref name="query"/> is the value of its tap.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(
        ITurnContext turnContext,
        JsonElement? query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A form was submitted: calls the preview's edit or send, or the plain submit.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionSubmitActionDispatchAsync(
        ITurnContext turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest),
        };
    }

    /// <summary>A form was submitted; null closes it.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The preview shall be edited.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(
        ITurnContext turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The preview shall be sent.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(
        ITurnContext turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A form is wanted.</summary>
    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext turnContext,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A link was pasted.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext turnContext,
        AppBasedLinkQuery query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A link was pasted where the app is not installed.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(
        ITurnContext turnContext,
        AppBasedLinkQuery query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The URL of the settings page is wanted.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        ITurnContext turnContext,
        MessagingExtensionQuery query,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>Settings were saved.</summary>
    protected virtual Task OnTeamsMessagingExtensionConfigurationSettingAsync(
        ITurnContext turnContext,
        JsonElement? settings,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A button on a message extension's card.</summary>
    protected virtual Task OnTeamsMessagingExtensionCardButtonClickedAsync(
        ITurnContext turnContext,
        JsonElement? cardData,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A dialog is wanted.</summary>
    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext turnContext,
        TaskModuleRequest taskModuleRequest,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A dialog was submitted; null closes it.</summary>
    protected virtual Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext turnContext,
        TaskModuleRequest taskModuleRequest,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A tab is wanted; the result becomes the body.</summary>
    protected virtual Task<object?> OnTeamsTabFetchAsync(
        ITurnContext turnContext,
        JsonElement? tabRequest,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A tab was submitted; the result becomes the body.</summary>
    protected virtual Task<object?> OnTeamsTabSubmitAsync(
        ITurnContext turnContext,
        JsonElement? tabSubmit,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The configuration dialog is wanted; the result becomes the body.</summary>
    protected virtual Task<object?> OnTeamsConfigFetchAsync(
        ITurnContext turnContext,
        JsonElement? configData,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>The configuration was submitted; the result becomes the body.</summary>
    protected virtual Task<object?> OnTeamsConfigSubmitAsync(
        ITurnContext turnContext,
        JsonElement? configData,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    /// <summary>A sign-in's magic code came.</summary>
    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnSignInInvokeAsync(turnContext, cancellationToken);

    /// <summary>A single sign-on token came; several clients may send the same value.id.</summary>
    protected virtual Task OnTeamsSigninTokenExchangeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnSignInInvokeAsync(turnContext, cancellationToken);

    /// <summary>Thumbs up or down on a bot message.</summary>
    protected virtual Task OnTeamsMessageSubmitActionAsync(
        ITurnContext turnContext,
        JsonElement? value,
        CancellationToken cancellationToken
    ) => throw NotHandled();

    // A value of another shape is the caller's fault: 400, never an exception of the bot.
    private static T Read<T>(ITurnContext turnContext)
        where T : class => turnContext.Activity.GetValue<T>() ?? throw new InvokeResponseException(HttpStatusCode.BadRequest);
}
