namespace BotFramework.Schema;

/// <summary>A simple card with title, text and buttons; also the content of thumbnail cards.</summary>
public sealed class HeroCard : WireObject
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Subtitle.</summary>
    public string? Subtitle { get; set; }

    /// <summary>Text.</summary>
    public string? Text { get; set; }

    /// <summary>Buttons.</summary>
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>What a press on the card itself does.</summary>
    public CardAction? Tap { get; set; }
}
