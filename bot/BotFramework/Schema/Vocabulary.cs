namespace BotFramework.Schema;

/// <summary>Names of events that the pipeline knows.</summary>
public static class ActivityEventNames
{
    /// <summary>A stored conversation reference is continued.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>A new conversation was made by the bot.</summary>
    public const string CreateConversation = "CreateConversation";
}

/// <summary>Channel names.</summary>
public static class Channels
{
    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>Direct Line.</summary>
    public const string Directline = "directline";

    /// <summary>Web Chat through Azure Bot Service.</summary>
    public const string Webchat = "webchat";

    /// <summary>The Bot Framework Emulator.</summary>
    public const string Emulator = "emulator";
}

/// <summary>How replies travel.</summary>
public static class DeliveryModes
{
    /// <summary>Replies go to the service URL.</summary>
    public const string Normal = "normal";

    /// <summary>Replies are collected into the HTTP response.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Replies are streamed; treated as normal.</summary>
    public const string Stream = "stream";
}

/// <summary>How text is to be read.</summary>
public static class TextFormatTypes
{
    /// <summary>Markdown, the default.</summary>
    public const string Markdown = "markdown";

    /// <summary>Plain text.</summary>
    public const string Plain = "plain";

    /// <summary>The XML subset of Teams.</summary>
    public const string Xml = "xml";
}

/// <summary>Whether the bot waits for an answer.</summary>
public static class InputHints
{
    /// <summary>An answer is welcome.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>An answer is awaited.</summary>
    public const string ExpectingInput = "expectingInput";

    /// <summary>No answer is awaited.</summary>
    public const string IgnoringInput = "ignoringInput";
}

/// <summary>How several attachments are laid out.</summary>
public static class AttachmentLayoutTypes
{
    /// <summary>Below each other.</summary>
    public const string List = "list";

    /// <summary>Beside each other.</summary>
    public const string Carousel = "carousel";
}

/// <summary>Roles of accounts.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A bot.</summary>
    public const string Bot = "bot";

    /// <summary>Another bot that this one calls.</summary>
    public const string Skill = "skill";
}

/// <summary>What an installationUpdate did.</summary>
public static class InstallationUpdateActionTypes
{
    /// <summary>Installed.</summary>
    public const string Add = "add";

    /// <summary>Installed by an upgrade.</summary>
    public const string AddUpgrade = "add-upgrade";

    /// <summary>Removed.</summary>
    public const string Remove = "remove";

    /// <summary>Removed by an upgrade.</summary>
    public const string RemoveUpgrade = "remove-upgrade";
}

/// <summary>Kinds of Teams conversation.</summary>
public static class ConversationTypes
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>A group chat.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team.</summary>
    public const string Channel = "channel";
}

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    /// <summary>Says the value as if the user had typed it.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value to the bot without showing it.</summary>
    public const string PostBack = "postBack";

    /// <summary>Sends text and value to the bot and shows the display text.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Opens a URL.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Opens a sign-in page.</summary>
    public const string Signin = "signin";

    /// <summary>Calls a number.</summary>
    public const string Call = "call";

    /// <summary>Plays a sound.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays a video.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows a picture.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads a file.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Opens an app.</summary>
    public const string OpenApp = "openApp";

    /// <summary>Teams: calls the bot and waits for its answer.</summary>
    public const string Invoke = "invoke";
}

/// <summary>Who called the bot, as authentication found out.</summary>
public static class CallerIdConstants
{
    /// <summary>The public Azure Bot Service.</summary>
    public const string PublicAzureChannel = "urn:botframework:azure";

    /// <summary>The Azure Bot Service for US government.</summary>
    public const string USGovChannel = "urn:botframework:azureusgov";

    /// <summary>Start of the id of a calling bot, followed by its app id.</summary>
    public const string BotToBotPrefix = "urn:botframework:aadappid:";
}
