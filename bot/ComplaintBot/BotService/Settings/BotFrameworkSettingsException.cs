namespace ComplaintBot.BotService.Settings;

/// <summary>A setting is wrong. The message is a sentence for whoever starts the bot.</summary>
public sealed class BotFrameworkSettingsException : Exception
{
    /// <summary>Something is wrong.</summary>
    public BotFrameworkSettingsException()
        : base("A Bot Framework setting is wrong.") { }

    /// <summary>This is wrong.</summary>
    public BotFrameworkSettingsException(string message)
        : base(message) { }

    /// <summary>This is wrong because of that.</summary>
    public BotFrameworkSettingsException(string message, Exception innerException)
        : base(message, innerException) { }
}
