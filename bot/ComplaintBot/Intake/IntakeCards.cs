using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>Fills the cards of intake: the read-back and the form.</summary>
public static class IntakeCards
{
    // Characters of the story on the card that is to be checked.
    private const int LongestShown = 500;

    /// <summary>What customers can wish for, in the order they are offered.</summary>
    public static readonly IReadOnlyList<string> Remedies =
    [
        "refund",
        "repair",
        "replace",
        "compensation",
        "apology",
        "explanation",
        "onsite",
        "other",
    ];

    /// <summary>The remedy that is called so in the reader's language, or null.</summary>
    public static string? RemedyNamed(string text, Reader reader)
    {
        return Remedies.FirstOrDefault(r => string.Equals(reader.Text("remedy." + r), text.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Everything noted, to be checked before it is filed.</summary>
    public static JsonObject Summary(IntakeDraft draft, Reader reader)
    {
        return new JsonObject
        {
            ["draft"] = draft.Id,
            ["description"] = Short(draft.Description, reader),
            ["category"] = reader.Category(draft.Category),
            ["product"] = draft.Product,
            ["order"] = draft.OrderNumber,
            ["place"] = draft.Place,
            ["happened"] = DraftFacts.Happened(draft, reader),
            ["remedy"] = reader.Remedies(draft.Remedies),
            ["amount"] = DraftFacts.Amount(draft),
            ["name"] = draft.Anonymous ? reader.Text("fact.anonymous") : draft.Name,
            ["contact"] = draft.Anonymous ? null : draft.Phone ?? draft.Email,
            ["files"] = draft.Files.Count,
        };
    }

    // A story of pages would push the buttons out of sight; every word of it is kept all the same.
    private static string Short(string words, Reader reader) =>
        words.Length <= LongestShown ? words : words[..(LongestShown - 50)] + "… " + reader.Text("talk.wordsKept", ("count", words.Length));

    /// <summary>The draft as a form, for people who prefer one.</summary>
    public static JsonObject Form(IntakeDraft draft, Reader reader)
    {
        return new JsonObject
        {
            ["draft"] = draft.Id,
            ["description"] = draft.Description,
            ["category"] = draft.Category,
            ["categories"] = new JsonArray([
                .. reader.Organisation.Categories.Select(c => new JsonObject { ["id"] = c.Id, ["name"] = c.Name.In(reader.Language) }),
            ]),
            ["product"] = draft.Product,
            ["orderNumber"] = draft.OrderNumber,
            ["place"] = draft.Place,
            ["happened"] = draft.HappenedFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["remedy"] = draft.Remedies.Count > 0 ? draft.Remedies[0] : null,
            ["phone"] = draft.Phone,
            ["name"] = draft.Name,
            ["anonymous"] = draft.Anonymous,
        };
    }

    /// <summary>The matters of one message, to be filed apart or together.</summary>
    public static JsonObject Several(IntakeDraft draft, Reader reader)
    {
        return new JsonObject
        {
            ["draft"] = draft.Id,
            ["complaints"] = new JsonArray([
                .. draft.Matters.Select(m => new JsonObject { ["category"] = reader.Category(m.Category), ["text"] = m.Description }),
            ]),
        };
    }

    /// <summary>The draft as the form says it now. What a form field holds replaces what was told; an emptied field is gone; the
    /// words told in chat stay if the field kept them.</summary>
    public static IntakeDraft ReadForm(IntakeDraft draft, CardInputs inputs, Organisation organisation)
    {
        var day = DateOnly.TryParseExact(
            inputs.Text("happened"),
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var d
        )
            ? d
            : (DateOnly?)null;
        return draft with
        {
            Said = inputs.Text("description") is { } words ? [words] : draft.Said,
            Category = organisation.FindCategory(inputs.Text("category"))?.Id ?? draft.Category,
            Product = inputs.Text("product"),
            OrderNumber = inputs.Text("orderNumber"),
            Place = inputs.Text("place"),
            HappenedFrom = day,
            HappenedTo = day is null || draft.HappenedFrom == day ? draft.HappenedTo : day,
            Remedies = inputs.Several("remedy") is { Count: > 0 } wishes ? wishes : draft.Remedies,
            Phone = inputs.Text("phone"),
            Name = inputs.Text("name") ?? draft.Name,
            Anonymous = inputs.YesNo("anonymous") ?? draft.Anonymous,
        };
    }
}
