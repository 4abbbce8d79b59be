using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Browser.Tests.Running;

/// <summary>A card with a text of every colour on every background that Adaptive Cards know.</summary>
internal static class Palette
{
    private static readonly string[] Backgrounds = ["default", "emphasis", "accent", "good", "warning", "attention"];
    private static readonly string[] Colours = ["default", "accent", "good", "warning", "attention"];

    /// <summary>The message of the bot that shows it.</summary>
    public static Activity Message() =>
        new()
        {
            Type = ActivityTypes.Message,
            Attachments =
            [
                new()
                {
                    ContentType = "application/vnd.microsoft.card.adaptive",
                    Content = JsonSerializer.SerializeToElement(
                        new
                        {
                            type = "AdaptiveCard",
                            version = "1.5",
                            body = Backgrounds.Select(Container).ToArray(),
                        }
                    ),
                },
            ],
        };

    private static object Container(string background) =>
        new
        {
            type = "Container",
            style = background,
            items = Colours.SelectMany(c => Texts(c, background)).Append(Facts(background)).ToArray(),
        };

    private static IEnumerable<object> Texts(string colour, string background) =>
        new[] { false, true }.Select(subtle =>
            (object)
                new
                {
                    type = "RichTextBlock",
                    inlines = new[]
                    {
                        new
                        {
                            type = "TextRun",
                            text = $"{(subtle ? "subtle " : "")}{colour} on {background}",
                            color = colour,
                            isSubtle = subtle,
                        },
                    },
                }
        );

    private static object Facts(string background) =>
        new { type = "FactSet", facts = new[] { new { title = "Fact", value = $"on {background}" } } };
}
