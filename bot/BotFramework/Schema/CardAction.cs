using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>A button outside Adaptive Cards.</summary>
public sealed class CardAction : WireObject
{
    /// <summary>What it does, see <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>What it says.</summary>
    public string? Title { get; set; }

    /// <summary>URL of a picture.</summary>
    public string? Image { get; set; }

    /// <summary>Alternative text of the picture.</summary>
    public string? ImageAltText { get; set; }

    /// <summary>Text sent to the bot by messageBack.</summary>
    public string? Text { get; set; }

    /// <summary>Text shown in the chat by messageBack.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What is sent; text for imBack, any JSON for postBack and messageBack.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>The channel's own data.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>A button that says <paramref name="value"/> (or its title) for the user.</summary>
    public static CardAction ImBack(string title, string? value = null) =>
        new()
        {
            Type = ActionTypes.ImBack,
            Title = title,
            Value = ProtocolJson.ToElement(value ?? title),
        };
}

/// <summary>Buttons shown until one is pressed.</summary>
public sealed class SuggestedActions : WireObject
{
    /// <summary>Ids of those who see them; absent for everybody.</summary>
    public IList<string>? To { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction>? Actions { get; set; }
}
