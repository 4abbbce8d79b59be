namespace BotFramework.Schema;

/// <summary>Messages in one line.</summary>
public static class MessageFactory
{
    /// <summary>A message with text.</summary>
    public static Activity Text(string text, string? inputHint = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            InputHint = inputHint,
        };

    /// <summary>
    /// A message with one attachment. Leave out <paramref name="text"/> when the message will be updated: Teams refuses an update
    /// that carries two things. <paramref name="summary"/> is what the notification says.
    /// </summary>
    public static Activity Attachment(Attachment attachment, string? text = null, string? summary = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Attachments = [attachment],
            Text = text,
            Summary = summary,
        };

    /// <summary>A message with attachments below each other.</summary>
    public static Activity Attachment(IEnumerable<Attachment> attachments, string? text = null, string? summary = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Attachments = [.. attachments],
            Text = text,
            Summary = summary,
            AttachmentLayout = AttachmentLayoutTypes.List,
        };

    /// <summary>A message with buttons that say their title.</summary>
    public static Activity SuggestedActions(IEnumerable<string> actions, string? text = null) =>
        SuggestedActions(actions.Select(a => CardAction.ImBack(a)), text);

    /// <summary>A message with buttons.</summary>
    public static Activity SuggestedActions(IEnumerable<CardAction> actions, string? text = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            SuggestedActions = new SuggestedActions { Actions = [.. actions] },
        };

    /// <summary>A sign that the bot is at work.</summary>
    public static Activity Typing() => new() { Type = ActivityTypes.Typing };
}
