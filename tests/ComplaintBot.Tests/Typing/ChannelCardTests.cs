using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Notices;
using ComplaintBot.Tests.Fixtures;
using Complaints;
using DirectLine.Wire;

namespace ComplaintBot.Tests.Typing;

/// <summary>The card in a department's channel: nothing of the customer, kept current, and for whoever may do something their own
/// buttons, the longest waiting first.</summary>
public sealed class ChannelCardTests
{
    private const string Channel = "19:network@thread.tacv2";
    private const string Head = "aad-zhang-min";
    private const string Handler = "aad-li-wei";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task A_viewer_has_the_buttons_that_are_open_to_them_and_others_have_none(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var waiting = await Prepared.InAsync(world, ComplaintState.Received);
        var reader = world.ReaderIn(language);
        foreach (var who in new[] { Handler, Head })
        {
            var data = ChannelCard.Data(waiting.Complaint, reader, Of(world, who), null);
            Assert.True((bool)data["accept"]!, who);
            Assert.True((bool)data["open"]!, who);
        }
        var stranger = ChannelCard.Data(waiting.Complaint, reader, Of(world, "aad-liu-yang"), null);
        Assert.Equal((false, false), ((bool)stranger["accept"]!, (bool)stranger["open"]!));
        Assert.DoesNotContain("又断了", stranger.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Customer, stranger.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_longest_is_taken_first()
    {
        await using var world = await TypingWorld.BuildAsync();
        var first = await Prepared.InAsync(world, ComplaintState.Received);
        var second = await Prepared.InAsync(world, ComplaintState.Received);

        var said = await world.StaffPressesAsync(Handler, Press(second, "accept"));
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "team.first", ("ticket", first.Ticket)), said, StringComparison.Ordinal);
        Assert.Null((await world.ComplaintAsync(second.Ticket)).Owner);

        await world.StaffPressesAsync(Handler, Press(first, "accept"));
        Assert.Equal(Handler, (await world.ComplaintAsync(first.Ticket)).Owner);
        await world.StaffPressesAsync(Handler, Press(second, "accept"));
        Assert.Equal(Handler, (await world.ComplaintAsync(second.Ticket)).Owner);
    }

    [Fact]
    public async Task Whoever_looks_at_it_changes_nothing_and_sees_how_it_stands()
    {
        await using var world = await TypingWorld.BuildAsync();
        var one = await Prepared.InAsync(world, ComplaintState.Investigating, owner: Handler);
        var said = await world.StaffPressesAsync("aad-liu-yang", Press(one, "refresh"));
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "state.investigating"), said, StringComparison.Ordinal);
        Assert.Equal(one.Complaint.Version, (await world.ComplaintAsync(one.Ticket)).Version);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Teams_asks_by_itself_for_those_who_can_do_something_by_its_own_ids(string engine)
    {
        await using var world = await TypingWorld.BuildAsync();
        var waiting = await Prepared.InAsync(world, ComplaintState.Received);
        var organisation = world.Organisation with
        {
            Departments = [.. world.Organisation.Departments.Select(d => d.Id == "network" ? d with { Channel = Channel } : d)],
        };
        var notice = new NoticeContext(waiting.Complaint, waiting.Complaint.History, organisation, world.Clock.GetUtcNow(), world.Speech);
        var message = TeamNotices.Of(notice).Single();
        Assert.Equal((new Recipient.Team(Channel), ChannelCard.Key(waiting.Ticket)), (message.To, message.Key));
        var payload = ProtocolJson.Serialize(message.Activity);
        Assert.DoesNotContain("又断了", payload, StringComparison.Ordinal);

        await using var test = await TestDatabase.CreateAsync(engine);
        var nobody = await ResolvedAsync(test, payload);
        Assert.Null(nobody["refresh"]);
        await KnowAsync(test, Handler, "29:of-li-wei");
        Assert.Equal(["29:of-li-wei"], (await ResolvedAsync(test, payload))["refresh"]!["userIds"]!.AsArray().Select(i => (string?)i));
    }

    private static async Task<JsonNode> ResolvedAsync(TestDatabase test, string payload) =>
        JsonNode.Parse(await test.Database.ReadAsync(s => CardViewers.ResolveAsync(payload, s, CancellationToken.None)))!["attachments"]![
            0
        ]!["content"]!;

    private static Task KnowAsync(TestDatabase test, string person, string id) =>
        test.Database.ExecuteAsync(
            """
            INSERT INTO conversation_references (lane, person, directory, personal, active, reference, updated_at)
            VALUES ('msteams|a:1', @id, @directory, @yes, @yes, @reference, 1)
            """,
            new
            {
                id = LaneKey.Person("msteams", id),
                directory = LaneKey.Person("msteams", person),
                yes = true,
                reference = "{\"user\":{\"id\":\"" + id + "\"},\"conversation\":{\"id\":\"a:1\"},\"channelId\":\"msteams\"}",
            }
        );

    private static Actor Of(TypingWorld world, string who) => Actor.Staff(world.Organisation.FindStaff(who)!);

    private static JsonObject Press(Prepared of, string verb) =>
        new()
        {
            ["verb"] = verb,
            ["view"] = "channel",
            ["ticket"] = of.Ticket,
        };
}
