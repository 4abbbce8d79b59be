namespace BotFramework.Schema;

/// <summary>Kinds of activity.</summary>
public static class ActivityTypes
{
    /// <summary>Something said, or a card submitted.</summary>
    public const string Message = "message";

    /// <summary>An earlier message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>An earlier message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Reactions were put on or taken off a message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>Members came or went, or the conversation changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A named event without an answer.</summary>
    public const string Event = "event";

    /// <summary>A named call with a synchronous answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>Internal: the answer to an invoke on its way through the pipeline. Never on the wire.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Somebody is typing.</summary>
    public const string Typing = "typing";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A note for developers; shown by the emulator only.</summary>
    public const string Trace = "trace";

    /// <summary>Internal: wait <see cref="Activity.Value"/> milliseconds before the next activity. Never on the wire.</summary>
    public const string Delay = "delay";

    /// <summary>A command to a bot.</summary>
    public const string Command = "command";

    /// <summary>The result of a command.</summary>
    public const string CommandResult = "commandResult";

    /// <summary>The conversation is handed to somebody.</summary>
    public const string Handoff = "handoff";

    /// <summary>A private suggestion.</summary>
    public const string Suggestion = "suggestion";
}
