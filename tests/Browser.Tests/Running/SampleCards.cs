using ComplaintBot.Cards;
using Microsoft.Bot.Schema;
using Workbench.Cards;

namespace Browser.Tests.Running;

/// <summary>The real cards of customers with their sample data, as the bot sends them to the page.</summary>
internal static class SampleCards
{
    private static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "cards", "templates");
    private static readonly CardRenderer Renderer = new(
        CardCatalog.Load(Templates),
        CardStrings.Load(Path.Combine(AppContext.BaseDirectory, "cards", "strings"))
    );

    /// <summary>Every card that a customer may see (cards/README.md).</summary>
    public static readonly IReadOnlyList<string> OfCustomers =
    [
        "intake-form",
        "intake-summary",
        "intake-choice",
        "receipt",
        "status",
        "status-list",
        "progress",
        "question",
        "result",
        "closed",
        "handover",
        "survey-short",
        "survey-long",
    ];

    /// <summary>The messages with a card, one for each sample there is.</summary>
    public static IEnumerable<Activity> Messages(string template, string language)
    {
        var samples = SampleData.Load(Templates, template);
        return samples.Variants.Select(variant => Message(template, language, samples, variant));
    }

    /// <summary>The message with a card and its first sample.</summary>
    public static Activity Message(string template, string language) =>
        Message(template, language, SampleData.Load(Templates, template), "");

    private static Activity Message(string template, string language, SampleData samples, string variant)
    {
        var card = Renderer.Render(template, language, samples.In(language, variant), CardTarget.Web);
        return new()
        {
            Type = ActivityTypes.Message,
            Summary = card.Summary,
            Attachments = [card.ToAttachment()],
        };
    }
}
