namespace BotFramework.Schema;

/// <summary>Names of the invokes that Teams sends.</summary>
public static class InvokeNames
{
    /// <summary>An Action.Execute button.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";

    /// <summary>An answer to a file consent card.</summary>
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>An action on a connector card.</summary>
    public const string ActionableMessageExecute = "actionableMessage/executeAction";

    /// <summary>Search of a message extension.</summary>
    public const string ComposeExtensionQuery = "composeExtension/query";

    /// <summary>A search result was picked.</summary>
    public const string ComposeExtensionSelectItem = "composeExtension/selectItem";

    /// <summary>The form of a message extension was submitted.</summary>
    public const string ComposeExtensionSubmitAction = "composeExtension/submitAction";

    /// <summary>The form of a message extension is wanted.</summary>
    public const string ComposeExtensionFetchTask = "composeExtension/fetchTask";

    /// <summary>A link was pasted.</summary>
    public const string ComposeExtensionQueryLink = "composeExtension/queryLink";

    /// <summary>A link was pasted where the app is not installed.</summary>
    public const string ComposeExtensionAnonymousQueryLink = "composeExtension/anonymousQueryLink";

    /// <summary>The URL of the settings page is wanted.</summary>
    public const string ComposeExtensionQuerySettingUrl = "composeExtension/querySettingUrl";

    /// <summary>Settings were saved.</summary>
    public const string ComposeExtensionSetting = "composeExtension/setting";

    /// <summary>A button on a message extension's card.</summary>
    public const string ComposeExtensionCardButtonClicked = "composeExtension/onCardButtonClicked";

    /// <summary>A dialog is wanted.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog was submitted.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A tab is wanted.</summary>
    public const string TabFetch = "tab/fetch";

    /// <summary>A tab was submitted.</summary>
    public const string TabSubmit = "tab/submit";

    /// <summary>The bot's configuration dialog is wanted.</summary>
    public const string ConfigFetch = "config/fetch";

    /// <summary>The bot's configuration was submitted.</summary>
    public const string ConfigSubmit = "config/submit";

    /// <summary>Typeahead of a choice set.</summary>
    public const string ApplicationSearch = "application/search";

    /// <summary>A sign-in's magic code.</summary>
    public const string SigninVerifyState = "signin/verifyState";

    /// <summary>A single sign-on token.</summary>
    public const string SigninTokenExchange = "signin/tokenExchange";

    /// <summary>Thumbs up or down on a bot message.</summary>
    public const string MessageSubmitAction = "message/submitAction";
}
