using System.Text.Json.Nodes;
using Cards.Reference;

namespace AdaptiveCards.Tests;

public class ReferenceEngineTests
{
    [Fact]
    public void The_reference_engine_does_the_same_except_where_the_table_says_why_not()
    {
        var answers = NodeCards.Expand(
            new JsonArray([
                .. TemplateCase.All.Select(c => new JsonObject { ["template"] = c.Template.DeepClone(), ["data"] = c.Data.DeepClone() }),
            ])
        );
        var wrong = TemplateCase.All.Zip(
            answers,
            (row, answer) =>
            {
                var same = row.Throws
                    ? answer!["error"] is not null
                    : answer!["error"] is null && JsonNode.DeepEquals(row.Expect, answer["card"]);
                return same == (row.Differs is null) ? null : $"{row.Name}: the reference gives {answer.ToJsonString()}";
            }
        );
        Assert.Equal("", string.Join('\n', wrong.OfType<string>()));
    }
}
