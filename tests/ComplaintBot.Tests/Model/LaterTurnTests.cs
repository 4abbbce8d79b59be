using System.Text.Json.Nodes;
using Understanding;
using Asked = Understanding.Context.Questions;

namespace ComplaintBot.Tests.Model;

/// <summary>Later messages of a customer, read with a model: it is told where the talk stands, and decides only what is in doubt.</summary>
public sealed class LaterTurnTests
{
    // No list and no example knows these.
    private const string Riddle = "门口那棵歪脖子树底下往里数第三家";
    private const string Murmur = "嗯嗯啊啊就那样呗你懂的";

    [Fact]
    public async Task The_model_is_told_the_open_question_and_which_facts_are_known_but_not_what_they_say()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Model(TurnMeanings.Answer, Intents.AddInformation));
        await world.ReadLaterAsync(Riddle, Asked.Place, "phone", "name");
        var content = Assert.Single(world.Server.Asked)["messages"]![1]!["content"]!.GetValue<string>();
        var talk = JsonNode.Parse(content)!["talk"]!;
        Assert.Equal("""{"asked":"place","known":["name","phone"],"openCases":1}""", talk.ToJsonString());
        Assert.DoesNotContain("秘密", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_message_has_no_talk()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Understands(Intents.Complain, "broadband");
        Assert.Null((await world.ReadAsync("我家宽带断了三天了，打了好多电话都没有人来修")).Turn);
        var content = Assert.Single(world.Server.Asked)["messages"]![1]!["content"]!.GetValue<string>();
        Assert.Null(JsonNode.Parse(content)!["talk"]);
    }

    [Fact]
    public async Task What_is_in_doubt_here_the_model_decides()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Model(TurnMeanings.Human, Intents.Human));
        var read = await world.ReadLaterAsync(Murmur, Asked.Remedy);
        Assert.Equal((TurnMeanings.Human, Intents.Human), (read.Turn, read.Intent));
    }

    [Theory]
    [InlineData(TurnMeanings.Satisfied, Intents.Satisfied)]
    [InlineData(TurnMeanings.Confirm, Intents.Yes)]
    [InlineData(TurnMeanings.NotSatisfied, Intents.Unsatisfied)]
    public async Task Whether_a_result_is_right_no_model_decides(string turn, string intent)
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Model(turn, intent));
        var read = await world.ReadLaterAsync(Murmur, Asked.Satisfied);
        Assert.NotEmpty(world.Server.Asked);
        Assert.Equal((TurnMeanings.Ambiguous, Intents.Unclear, null), (read.Turn, read.Intent, read.Verdict));
    }

    [Fact]
    public async Task What_is_sure_here_stands_and_the_model_adds_facts()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Model(TurnMeanings.Cancel, Intents.Cancel, """{"name":"欧阳小满"}"""));
        const string Words = "我叫欧阳小满，电话是13800138000";
        var read = await world.ReadLaterAsync(Words, Asked.Contact);
        Assert.Equal((TurnMeanings.Answer, "13800138000", "欧阳小满"), (read.Turn, read.Slots.Phone, read.Slots.Name));
    }

    [Fact]
    public async Task A_turn_that_the_schema_does_not_know_is_no_answer()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Says(Model("close", Intents.Satisfied));
        var local = await world.ReadLaterAsync(Murmur, Asked.Satisfied);
        Assert.NotEqual(Intents.Satisfied, local.Intent);
        Assert.Null(local.Verdict);
    }

    private static string Model(string turn, string intent, string slots = "{}") => ModelServer.Customer(intent, slots: slots, turn: turn);
}
