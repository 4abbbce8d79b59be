using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>The value of task/fetch and task/submit.</summary>
public sealed class TaskModuleRequest : WireObject
{
    /// <summary>The button's data (fetch) or the inputs (submit).</summary>
    public JsonElement? Data { get; set; }

    /// <summary>What the client looks like.</summary>
    public TaskModuleRequestContext? Context { get; set; }

    /// <summary>The tab it came from.</summary>
    public JsonElement? TabContext { get; set; }
}

/// <summary>What the client looks like.</summary>
public sealed class TaskModuleRequestContext : WireObject
{
    /// <summary>default, dark or contrast.</summary>
    public string? Theme { get; set; }
}

/// <summary>The answer to task/fetch and task/submit.</summary>
public sealed class TaskModuleResponse : WireObject
{
    /// <summary>A dialog or a sentence.</summary>
    public TaskModuleResponseBase? Task { get; set; }

    /// <summary>Opens (or changes) a dialog with a card.</summary>
    public static TaskModuleResponse Continue(string title, Attachment card, string height = "medium", string width = "medium") =>
        new()
        {
            Task = new TaskModuleContinueResponse
            {
                Value = new TaskModuleTaskInfo
                {
                    Title = title,
                    Card = card,
                    Height = ProtocolJson.ToElement(height),
                    Width = ProtocolJson.ToElement(width),
                },
            },
        };

    /// <summary>Closes the dialog with a sentence.</summary>
    public static TaskModuleResponse Message(string text) => new() { Task = new TaskModuleMessageResponse { Value = text } };
}

/// <summary>A dialog or a sentence.</summary>
[JsonDerivedType(typeof(TaskModuleResponseBase))]
[JsonDerivedType(typeof(TaskModuleContinueResponse))]
[JsonDerivedType(typeof(TaskModuleMessageResponse))]
public class TaskModuleResponseBase : WireObject
{
    /// <summary>continue or message.</summary>
    public string? Type { get; set; }
}

/// <summary>Shows a dialog.</summary>
public sealed class TaskModuleContinueResponse : TaskModuleResponseBase
{
    /// <summary>A dialog without content.</summary>
    public TaskModuleContinueResponse() => Type = "continue";

    /// <summary>The dialog.</summary>
    public TaskModuleTaskInfo? Value { get; set; }
}

/// <summary>Shows a sentence.</summary>
public sealed class TaskModuleMessageResponse : TaskModuleResponseBase
{
    /// <summary>A message without text.</summary>
    public TaskModuleMessageResponse() => Type = "message";

    /// <summary>The sentence.</summary>
    public string? Value { get; set; }
}

/// <summary>A dialog.</summary>
public sealed class TaskModuleTaskInfo : WireObject
{
    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Pixels, or small, medium, large.</summary>
    public JsonElement? Height { get; set; }

    /// <summary>Pixels, or small, medium, large.</summary>
    public JsonElement? Width { get; set; }

    /// <summary>The page it shows, when not a card.</summary>
    public string? Url { get; set; }

    /// <summary>The card it shows.</summary>
    public Attachment? Card { get; set; }

    /// <summary>The page for clients without dialogs.</summary>
    public string? FallbackUrl { get; set; }

    /// <summary>The bot that gets the answer.</summary>
    public string? CompletionBotId { get; set; }
}
