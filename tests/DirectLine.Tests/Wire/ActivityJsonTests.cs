using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace DirectLine.Tests.Wire;

public class ActivityJsonTests
{
    public static TheoryData<string> Recordings => [.. Directory.GetFiles(Fixture.Folder, "in-*.json").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_recorded_activity_comes_back_as_it_was(string file)
    {
        var recorded = Fixture.Text(file);

        var activity = ActivityReader.Read(Encoding.UTF8.GetBytes(recorded)).Activity!;
        var written = ProtocolJson.Serialize(activity);

        Assert.True(JsonNode.DeepEquals(Normal(JsonNode.Parse(recorded)!), Normal(JsonNode.Parse(written)!)), $"{recorded}\n{written}");
    }

    [Fact]
    public void Unknown_fields_survive_at_every_level_as_JSON()
    {
        const string Json = """
            {"type":"message","id":"1","from":{"id":"u","beta":{"x":[1.50,"投诉"]}},"conversation":{"id":"c","zone":"z"},
             "entities":[{"type":"clientInfo","country":"CN"}],
             "attachments":[{"contentType":"a/b","content":{"deep":{"n":1e3}},"odd":true}],
             "channelData":{"any":[{}],"none":null},"future":{"level":1.0}}
            """;

        var written = ProtocolJson.Serialize(Read(Json));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Json), JsonElement.Parse(written)), written);
    }

    [Fact]
    public void A_stored_reference_keeps_unknown_fields()
    {
        var reference = Read("""{"type":"message","id":"1","from":{"id":"u","x":{"y":[1.0]}},"conversation":{"id":"c","q":"引号\"<>"}}""")
            .GetConversationReference();

        var stored = ProtocolJson.Serialize(reference);
        var again = ProtocolJson.Serialize(ProtocolJson.Deserialize<ConversationReference>(stored));

        Assert.Equal(stored, again);
        Assert.Contains("\"x\":{\"y\":[1.0]}", again, StringComparison.Ordinal);
        Assert.Contains("\"q\":\"引号\\\"<>\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_foreign_data_keeps_its_text_and_its_offset()
    {
        var activity = Read(
            """
            {"type":"invoke","value":{"until":"2026-11-21T10:00:00+08:00"},
             "channelData":{"at":"2026-11-21T02:00:00.0Z"},"text":"2026-11-21T10:00:00+08:00"}
            """
        );

        Assert.Equal("2026-11-21T10:00:00+08:00", ProtocolJson.ToElement(activity.Value)!.Value.GetProperty("until").GetString());
        var written = ProtocolJson.Serialize(activity);
        Assert.Contains("\"until\":\"2026-11-21T10:00:00+08:00\"", written, StringComparison.Ordinal);
        Assert.Contains("\"at\":\"2026-11-21T02:00:00.0Z\"", written, StringComparison.Ordinal);
        Assert.Equal("2026-11-21T10:00:00+08:00", activity.Text);
    }

    [Fact]
    public void Elements_and_nodes_in_an_activity_are_written_as_what_they_hold()
    {
        var card = JsonNode.Parse("""{"type":"AdaptiveCard","body":[{"text":"投诉"}]}""")!;
        Attachment Of(object content) => new() { ContentType = "a/b", Content = content };

        foreach (var content in (object[])[card, JsonElement.Parse(card.ToJsonString(WireText.Options)), ProtocolJson.ToToken(card)!])
            Assert.Equal(
                """{"contentType":"a/b","content":{"type":"AdaptiveCard","body":[{"text":"投诉"}]}}""",
                ProtocolJson.Serialize(Of(content))
            );
    }

    [Fact]
    public void Foreign_data_of_another_shape_is_nothing()
    {
        var activity = Read("""{"type":"message","channelData":"text","value":[1]}""");

        Assert.Null(ProtocolJson.As<Microsoft.Bot.Schema.Teams.TeamsChannelData>(activity.ChannelData));
        Assert.Null(ProtocolJson.As<AdaptiveCardInvokeValue>(activity.Value));
        Assert.Null(ProtocolJson.ToElement(Read("""{"type":"message","value":null}""").Value));
    }

    [Fact]
    public void Field_names_are_read_in_any_casing() => Assert.Equal("hi", Read("""{"Type":"message","TEXT":"hi"}""").Text);

    [Fact]
    public void Nulls_empty_texts_and_empty_lists_are_not_written() =>
        Assert.Equal(
            """{"type":"message"}""",
            ProtocolJson.Serialize(
                new Activity
                {
                    Type = "message",
                    Text = "",
                    Attachments = [],
                    Entities = [],
                }
            )
        );

    [Fact]
    public void Chinese_is_written_as_it_is() =>
        Assert.Equal(
            """{"type":"message","text":"宽带'断'了 <b>&"}""",
            ProtocolJson.Serialize(new Activity { Type = "message", Text = "宽带'断'了 <b>&" })
        );

    [Fact]
    public void Timestamps_are_written_in_utc_with_a_z() =>
        Assert.Equal(
            """{"type":"message","timestamp":"2026-11-21T02:00:00Z"}""",
            ProtocolJson.Serialize(
                new Activity { Type = "message", Timestamp = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8)) }
            )
        );

    [Fact]
    public void An_unparsable_local_timestamp_does_not_fail_the_activity() =>
        Assert.Null(Read("""{"type":"message","localTimestamp":"11/21/26 at noon"}""").LocalTimestamp);

    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","text":5}""")]
    [InlineData("""{"type":"message","attachments":{}}""")]
    [InlineData("""{"type":"message","from":"me"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","entities":[null]}""")]
    [InlineData("""[{"type":"message"}]""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","type":null}""")]
    [InlineData("null")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    [InlineData("""{"type":"message","value":{"\udc00":1}}""")]
    [InlineData("""{"type":"message","text":"a\u0000b"}""")]
    public void What_is_no_activity_is_refused_with_a_reason(string body) =>
        Assert.NotNull(ActivityReader.Read(Encoding.UTF8.GetBytes(body)).Problem);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Assert.NotNull(ActivityReader.Read([.. "{\"type\":\"message\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}"u8]).Problem);

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        var deep = new string('[', 70) + new string(']', 70);

        Assert.NotNull(ActivityReader.Read(Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{deep}}}""")).Problem);
    }

    private static Activity Read(string json) =>
        ActivityReader.Read(Encoding.UTF8.GetBytes(json)) is { Activity: { } a } ? a : throw new JsonException("not read");

    // Times may be written with other digits for the same instant.
    private static JsonNode Normal(JsonNode node)
    {
        foreach (var name in (string[])["timestamp", "localTimestamp"])
        {
            if (node[name] is { } time)
                node[name] = time.GetValue<DateTimeOffset>().ToString("O");
        }

        return node;
    }
}
