using System.Text.Json.Nodes;
using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Model;

/// <summary>What the model is asked about a message of a customer: the published schema of the understanding.</summary>
internal static class CustomerTask
{
    /// <summary>The intents that a customer's message can have.</summary>
    public static readonly IReadOnlyList<string> Wanted =
    [
        Intents.Complain,
        Intents.Status,
        Intents.AddInformation,
        Intents.Satisfied,
        Intents.Unsatisfied,
        Intents.Withdraw,
        Intents.Human,
        Intents.Inquiry,
        Intents.Praise,
        Intents.Greeting,
        Intents.Yes,
        Intents.No,
        Intents.Cancel,
        Intents.Unclear,
    ];

    /// <summary>What a later message of a customer can do in the talk.</summary>
    public static readonly IReadOnlyList<string> Turns =
    [
        TurnMeanings.Answer,
        TurnMeanings.Correct,
        TurnMeanings.DontKnow,
        TurnMeanings.Refuse,
        TurnMeanings.CounterQuestion,
        TurnMeanings.Confirm,
        TurnMeanings.Cancel,
        TurnMeanings.AddInformation,
        TurnMeanings.Status,
        TurnMeanings.Hurry,
        TurnMeanings.Human,
        TurnMeanings.Withdraw,
        TurnMeanings.Reopen,
        TurnMeanings.Satisfied,
        TurnMeanings.NotSatisfied,
        TurnMeanings.Ambiguous,
        TurnMeanings.NewComplaint,
        TurnMeanings.Thanks,
        TurnMeanings.SmallTalk,
        TurnMeanings.Language,
        TurnMeanings.Code,
    ];

    /// <summary>The wishes of the schema.</summary>
    public static readonly IReadOnlyList<string> Remedies =
    [
        "refund",
        "repair",
        "replace",
        "apology",
        "explanation",
        "compensation",
        "other",
    ];

    /// <summary>The severities of the schema, least first.</summary>
    public static readonly IReadOnlyList<string> Severities = ["low", "medium", "high", "critical"];

    /// <summary>The task for an organisation.</summary>
    public static ModelTask Of(Organisation organisation) =>
        new(
            "customerMessage",
            Instructions.Of("Customer", ("categories", Instructions.Names(organisation.Categories.Select(c => (c.Id, c.Name, c.Aliases))))),
            Schema.Object(
                ("intent", Schema.OneOf(Wanted)),
                ("category", Schema.MaybeOneOf([.. organisation.Categories.Select(c => c.Id)])),
                ("severity", Schema.MaybeOneOf([.. Severities])),
                ("turn", Schema.MaybeOneOf([.. Turns])),
                ("slots", Slots())
            )
        );

    /// <summary>The schema of the facts of a complaint.</summary>
    public static JsonObject Slots() =>
        Schema.Object([
            .. Understanding.Slots.OfComplaint.Select(name => (name, Slot(name))),
            ("sentiment", Schema.Maybe("number")),
            ("onBehalf", Schema.Maybe("boolean")),
        ]);

    private static JsonObject Slot(string name) =>
        name switch
        {
            "remedy" => Schema.MaybeOneOf([.. Remedies]),
            "amount" => Schema.OrNull(
                Schema.Object(("value", new JsonObject { ["type"] = "number" }), ("currency", new JsonObject { ["type"] = "string" }))
            ),
            _ => Schema.Maybe("string"),
        };
}
