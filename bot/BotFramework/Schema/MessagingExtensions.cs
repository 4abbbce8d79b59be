using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>The value of composeExtension/query.</summary>
public sealed class MessagingExtensionQuery : WireObject
{
    /// <summary>The manifest's command; absent in some clients.</summary>
    public string? CommandId { get; set; }

    /// <summary>What is searched for; initialRun = "true" when the list opens.</summary>
    public IList<MessagingExtensionParameter>? Parameters { get; set; }

    /// <summary>Which page.</summary>
    public MessagingExtensionQueryOptions? QueryOptions { get; set; }

    /// <summary>A magic code.</summary>
    public string? State { get; set; }
}

/// <summary>One parameter of a search.</summary>
public sealed class MessagingExtensionParameter : WireObject
{
    /// <summary>The manifest's name; absent in some clients.</summary>
    public string? Name { get; set; }

    /// <summary>What was typed.</summary>
    public JsonElement? Value { get; set; }
}

/// <summary>Which page of a search.</summary>
public sealed class MessagingExtensionQueryOptions : WireObject
{
    /// <summary>Results before the page.</summary>
    public int? Skip { get; set; }

    /// <summary>Results on the page.</summary>
    public int? Count { get; set; }
}

/// <summary>The value of composeExtension/fetchTask and submitAction.</summary>
public sealed class MessagingExtensionAction : WireObject
{
    /// <summary>The manifest's command.</summary>
    public string? CommandId { get; set; }

    /// <summary>compose, message or commandbox.</summary>
    public string? CommandContext { get; set; }

    /// <summary>The inputs.</summary>
    public JsonElement? Data { get; set; }

    /// <summary>What the client looks like.</summary>
    public TaskModuleRequestContext? Context { get; set; }

    /// <summary>The message it was called on.</summary>
    public JsonElement? MessagePayload { get; set; }

    /// <summary>edit or send, after a preview.</summary>
    public string? BotMessagePreviewAction { get; set; }

    /// <summary>The preview.</summary>
    public IList<Activity>? BotActivityPreview { get; set; }

    /// <summary>A magic code.</summary>
    public string? State { get; set; }
}

/// <summary>The value of composeExtension/queryLink.</summary>
public sealed class AppBasedLinkQuery : WireObject
{
    /// <summary>The pasted link.</summary>
    public string? Url { get; set; }

    /// <summary>A magic code.</summary>
    public string? State { get; set; }
}

/// <summary>The answer to a search.</summary>
public class MessagingExtensionResponse : WireObject
{
    /// <summary>The results.</summary>
    public MessagingExtensionResult? ComposeExtension { get; set; }
}

/// <summary>The answer to a form.</summary>
public sealed class MessagingExtensionActionResponse : MessagingExtensionResponse
{
    /// <summary>A further dialog.</summary>
    public TaskModuleResponseBase? Task { get; set; }
}

/// <summary>Results of a message extension.</summary>
public sealed class MessagingExtensionResult : WireObject
{
    /// <summary>list or grid.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>result, message, auth, config or botMessagePreview.</summary>
    public string? Type { get; set; }

    /// <summary>The cards found; sent even when empty.</summary>
    public IList<MessagingExtensionAttachment>? Attachments { get; set; }

    /// <summary>Buttons, for auth and config.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>The sentence, for message.</summary>
    public string? Text { get; set; }

    /// <summary>The preview, for botMessagePreview.</summary>
    public Activity? ActivityPreview { get; set; }
}

/// <summary>A card with the line that stands for it in a list.</summary>
public sealed class MessagingExtensionAttachment : Attachment
{
    /// <summary>A hero or thumbnail card.</summary>
    public Attachment? Preview { get; set; }
}
