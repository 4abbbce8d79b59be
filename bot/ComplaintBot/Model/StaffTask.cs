using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Organisations;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Model;

/// <summary>What the model is asked about words of staff that are no command: a question as a query, or a complaint that they tell
/// for a customer.</summary>
internal static class StaffTask
{
    private static readonly string[] Channels = ["web", "teams", "phone", "counter"];

    /// <summary>The task for an organisation.</summary>
    public static ModelTask Of(Organisation organisation)
    {
        string[] levels = [.. organisation.LevelFactors.Keys.Append("standard").Distinct()];
        return new(
            "staffMessage",
            Instructions.Of(
                "Staff",
                ("departments", Instructions.Names(organisation.Departments.Select(d => (d.Id, d.Name, d.Aliases)))),
                ("categories", Instructions.Names(organisation.Categories.Select(c => (c.Id, c.Name, c.Aliases)))),
                ("levels", string.Join(", ", levels))
            ),
            Schema.Object(
                ("intent", Schema.OneOf(Intents.Ask, Intents.Complain, Intents.Unclear)),
                ("category", Schema.MaybeOneOf([.. organisation.Categories.Select(c => c.Id)])),
                ("severity", Schema.MaybeOneOf([.. CustomerTask.Severities])),
                ("slots", Schema.OrNull(CustomerTask.Slots())),
                ("query", Schema.OrNull(Query(organisation, levels)))
            )
        );
    }

    private static JsonObject Query(Organisation organisation, string[] levels) =>
        Schema.Object(
            ("kind", Schema.OneOf(Words<QueryKind>())),
            ("metric", Schema.MaybeOneOf(Words<Metric>())),
            (
                "filters",
                Schema.OrNull(
                    Schema.Object([
                        .. Filters(organisation, levels),
                        ("not", Schema.OrNull(Schema.Object(Filters(organisation, levels).Where(f => f.Name != "score")))),
                    ])
                )
            ),
            (
                "period",
                Schema.OrNull(
                    Schema.Object(
                        ("from", new JsonObject { ["type"] = "string" }),
                        ("to", new JsonObject { ["type"] = "string" }),
                        ("of", Schema.MaybeOneOf(Words<PeriodOf>()))
                    )
                )
            ),
            ("groupBy", Schema.MaybeOneOf(Words<Grouping>())),
            ("sort", Schema.OrNull(Schema.Object(("by", Schema.OneOf(Words<SortField>())), ("order", Schema.OneOf(Words<SortOrder>()))))),
            ("limit", Schema.Maybe("integer")),
            ("compareTo", Schema.MaybeOneOf(Words<Comparison>())),
            ("format", Schema.MaybeOneOf(Words<AnswerFormat>())),
            ("followsUp", Schema.Maybe("boolean"))
        );

    // A schema may be five levels deep; a range within "not" would be the sixth, so leaving out by score is for the local parser.
    private static (string Name, JsonNode Of)[] Filters(Organisation organisation, string[] levels) =>
        [
            ("status", Schema.MaybeSome(Words<QueryStatus>())),
            ("overdue", Schema.Maybe("boolean")),
            ("dueWithin", Schema.Maybe("string")),
            ("owner", Schema.Maybe("string")),
            ("department", Schema.MaybeOneOf([.. organisation.Departments.Select(d => d.Id), "me"])),
            ("category", Schema.MaybeOneOf([.. organisation.Categories.Select(c => c.Id)])),
            ("severity", Schema.MaybeSome([.. CustomerTask.Severities])),
            ("customerLevel", Schema.MaybeSome(levels)),
            ("customer", Schema.Maybe("string")),
            ("place", Schema.Maybe("string")),
            ("channel", Schema.MaybeOneOf(Channels)),
            ("text", Schema.Maybe("string")),
            ("score", Schema.OrNull(Schema.Object(("min", Schema.Maybe("integer")), ("max", Schema.Maybe("integer"))))),
            ("reopened", Schema.Maybe("boolean")),
        ];

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
