using System.Text.Json.Nodes;
using AdaptiveCards.Templating;

namespace AdaptiveCards.Tests;

public class TemplateTests
{
    public static TheoryData<string> Cases => new(TemplateCase.All.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_becomes_what_the_table_says(string name)
    {
        var row = TemplateCase.All.Single(c => c.Name == name);
        if (row.Throws)
        {
            Assert.Throws<TemplateException>(() => new AdaptiveCardTemplate(row.Template).Expand(row.Data));
            return;
        }
        var before = row.Data.ToJsonString();
        var card = new AdaptiveCardTemplate(row.Template).Expand(row.Data);
        Assert.True(JsonNode.DeepEquals(row.Expect, card), $"expected {row.Expect?.ToJsonString()}, got {card?.ToJsonString()}");
        Assert.Equal(before, row.Data.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "v": "${x}" }""", """{}""", "v: the data has no 'x'")]
    [InlineData("""{ "v": [ { "w": "a ${x.y[0]}" } ] }""", """{ "x": {} }""", "v[0].w: the data has no 'y[0]'")]
    [InlineData("""{ "v": "a ${n}" }""", """{ "n": null }""", "v: null cannot be shown inside a text")]
    [InlineData("""{ "v": "a ${o}" }""", """{ "o": {} }""", "v: {} cannot be shown inside a text")]
    [InlineData("""{ "v": [ { "$data": "${x}" } ] }""", """{}""", "v[0]: the data has no 'x'")]
    [InlineData("""{ "v": [ { "$when": "${n}" } ] }""", """{ "n": 1 }""", "v[0]: $when is 1, not true or false")]
    [InlineData("""{ "v": "${if(s, 1, 2)}" }""", """{ "s": "" }""", "v: the condition is \"\", not true or false")]
    [InlineData("""{ "v": "${replace(t, 'a', x)}" }""", """{ "t": "a" }""", "v: the data has no 'x'")]
    public void Strict_mode_names_the_place_and_what_is_wrong(string template, string data, string message)
    {
        var card = AdaptiveCardTemplate.Parse(template);
        var error = Assert.Throws<TemplateException>(() => card.Expand(JsonNode.Parse(data), TemplateOptions.Checked));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Strict_mode_lets_optional_parts_be_missing_where_a_condition_asks_for_them()
    {
        var card = AdaptiveCardTemplate.Parse(
            """{ "l": [ { "$when": "${!empty(hold)}", "v": "${hold.reason}" }, { "$when": "${urgent}", "v": 1 } ] }"""
        );
        Assert.Equal("""{"l":[]}""", card.Expand(new JsonObject(), TemplateOptions.Checked)!.ToJsonString());
    }

    [Fact]
    public void Texts_from_the_data_are_encoded_where_they_are_shown_and_ours_are_not()
    {
        var card = AdaptiveCardTemplate.Parse(
            """
            { "type": "TextBlock",
              "text": "**${name}** ${$root.t.hello} ${replace($root.t.by, '{name}', name)} ${if(name == '[x]', name, '-')}",
              "data": { "name": "${name}" }, "facts": [ { "title": "${$root.t.hello}", "value": "${name}" } ], "rows": "${rows}" }
            """
        );
        var options = TemplateOptions.Checked with
        {
            TrustedRoots = new HashSet<string> { "t" },
            EncodeText = (place, text) =>
                place is { Owner: "TextBlock" or "Row", Property: "text" } or { Owner: "facts", Property: "value" } ? $"<{text}>" : text,
        };
        var data = JsonNode.Parse(
            """{ "name": "[x]", "t": { "hello": "[hi]", "by": "by {name}" }, "rows": [ { "type": "Row", "text": "a", "id": "b" } ] }"""
        );
        Assert.Equal(
            """{"type":"TextBlock","text":"**\u003C[x]\u003E** [hi] by \u003C[x]\u003E \u003C[x]\u003E","data":{"name":"[x]"}"""
                + ""","facts":[{"title":"[hi]","value":"\u003C[x]\u003E"}],"rows":[{"type":"Row","text":"\u003Ca\u003E","id":"b"}]}""",
            card.Expand(data, options)!.ToJsonString()
        );
    }

    [Fact]
    public void Text_that_is_no_JSON_is_refused()
    {
        var error = Assert.Throws<TemplateException>(() => AdaptiveCardTemplate.Parse("{ \"a\": "));
        Assert.StartsWith("the template is not JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_can_be_bound_by_many_threads()
    {
        var card = AdaptiveCardTemplate.Parse("""{ "l": [ { "$data": "${l}", "v": "${$root.n}-${$data}" } ] }""");
        Parallel.For(
            0,
            200,
            n =>
            {
                var bound = card.Expand(new JsonObject { ["n"] = n, ["l"] = new JsonArray(1, 2, 3) })!;
                Assert.Equal($"{n}-3", (string?)bound["l"]![2]!["v"]);
            }
        );
    }
}
