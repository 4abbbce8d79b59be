using System.Text.Json.Nodes;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Tests.Model;

public sealed class StaffQuestionTests
{
    // What no list of words here reads.
    private const string Odd = "谁家的活儿最让人头疼";

    [Fact]
    public async Task A_question_becomes_the_query_that_the_model_proposes()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(
            Query(
                """
                {"kind":"ranking","metric":"open","groupBy":"department","sort":null,"limit":1,
                 "filters":{"status":[],"overdue":null,"not":{"owner":null}},"period":null}
                """
            )
        );
        var asked = await world.AskAsync(Odd);
        Assert.Equal("""{"kind":"ranking","metric":"open","groupBy":"department","limit":1}""", QueryJson.Write(asked.Query!));
        Assert.Equal("staffMessage", Assert.Single(world.Server.Asked)["response_format"]!["json_schema"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_question_that_sounds_like_a_complaint_is_one_all_the_same_and_is_asked_about_once()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Query("""{"kind":"ranking","metric":"open","groupBy":"department"}"""));
        Assert.Equal(Intents.Ask, (await world.ReadAsync(Odd, SpeakerRole.Manager)).Intent);
        Assert.Equal(QueryKind.Ranking, (await world.AskAsync(Odd)).Query!.Kind);
        Assert.Single(world.Server.Asked);
    }

    [Fact]
    public async Task A_follow_up_knows_the_question_before_it()
    {
        await using var world = await ModelWorld.CreateAsync();
        var previous = new ComplaintQuery
        {
            Kind = QueryKind.Count,
            Filters = new() { Category = "broadband" },
        };
        world.Server.Says(Query("""{"kind":"count","filters":{"customerLevel":["vip"]},"followsUp":true}"""));
        var asked = await world.AskAsync("那些贵宾的呢", previous);
        Assert.True(asked.Query!.FollowsUp);
        Assert.Equal(
            """{"kind":"count","filters":{"category":"broadband","customerLevel":["vip"]}}""",
            QueryJson.Write(QuestionFollowUp.Merge(previous, asked.Query!))
        );
        var data = JsonNode.Parse(world.Server.Asked.Single()["messages"]![1]!["content"]!.GetValue<string>())!;
        Assert.Equal("broadband", data["previousQuery"]!["filters"]!["category"]!.GetValue<string>());
    }

    [Fact]
    public async Task Days_are_counted_here()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Query("""{"kind":"count","period":{"from":"2026-10-02","to":"2026-11-01","of":"closed"}}"""));
        var asked = await world.AskAsync("上个月办结了多少件投诉");
        Assert.Equal(
            (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), PeriodOf.Closed),
            (asked.Query!.Period!.From, asked.Query.Period.To, asked.Query.Period.Of)
        );
    }

    [Theory]
    [InlineData("""{"kind":"list","filters":{"department":"secretService"}}""")]
    [InlineData("""{"kind":"list","filters":{"category":"everything"}}""")]
    [InlineData("""{"kind":"list","filters":{"owner":"张总裁"}}""")]
    [InlineData("""{"kind":"list","filters":{"customer":"王小明"}}""")]
    [InlineData("""{"kind":"list","filters":{"text":"' OR 1=1 --"}}""")]
    [InlineData("""{"kind":"list","filters":{"not":{"place":"上海"}}}""")]
    [InlineData("""{"kind":"list","filters":{"customerLevel":["emperor"]}}""")]
    [InlineData("""{"kind":"list","filters":{"dueWithin":"soon"}}""")]
    [InlineData("""{"kind":"list","filters":{"score":{"min":0,"max":9}}}""")]
    [InlineData("""{"kind":"list","period":{"from":"2026-12-31","to":"2026-01-01"}}""")]
    [InlineData("""{"kind":"list","period":{"from":"0001-01-01","to":"9999-12-31"}}""")]
    [InlineData("""{"kind":"list","limit":1000000}""")]
    [InlineData("""{"kind":"metric"}""")]
    [InlineData("""{"kind":"delete"}""")]
    [InlineData("""{"kind":"list","sql":"DROP TABLE complaints"}""")]
    [InlineData("""{"kind":"ranking","metric":"open"}""")]
    [InlineData("""[]""")]
    public async Task A_query_that_cannot_be_believed_is_dropped_as_a_whole(string query)
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Query(query));
        Assert.Null((await world.AskAsync(Odd)).Query);
        Assert.Single(world.Server.Asked);
        // What the parser can read is answered all the same.
        Assert.Equal("""{"kind":"list","filters":{"overdue":true}}""", QueryJson.Write((await world.AskAsync("哪些投诉超时了")).Query!));
    }

    [Fact]
    public async Task A_colleague_is_found_in_any_writing_of_the_name_that_was_said()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Query("""{"kind":"list","filters":{"owner":"李伟","status":["open"]}}"""));
        Assert.Equal("李伟", (await world.AskAsync("看看李伟手头压着的东西")).Query!.Filters!.Owner);
        Assert.NotEqual("李伟", (await world.AskAsync("看看张敏手头压着的东西")).Query?.Filters?.Owner);
    }

    [Fact]
    public async Task A_model_that_does_not_know_leaves_the_question_to_the_parser()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(ModelServer.Staff(Intents.Unclear));
        Assert.Null((await world.AskAsync(Odd)).Query);
        Assert.Equal(QueryKind.List, (await world.AskAsync("哪些投诉超时了")).Query!.Kind);
        Assert.False(world.Model.IsAway);
    }

    private static string Query(string query) => ModelServer.Staff(Intents.Ask, query);
}
