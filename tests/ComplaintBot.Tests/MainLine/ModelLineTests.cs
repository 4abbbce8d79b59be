using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Model;
using Understanding;

namespace ComplaintBot.Tests.MainLine;

/// <summary>The real host with a model behind its understanding, from outside.</summary>
public sealed partial class ModelLineTests
{
    private const string Riddle = "咱家那个营业员阿姨真是让人没话说，我在柜台前站成了一尊雕像";
    private const string Where = "就是园区那边，靠近金鸡湖的那个老小区里头，门口有棵大槐树";

    [Fact]
    public async Task A_complaint_that_no_list_reads_is_taken_with_the_words_of_the_model()
    {
        await using var world = await WorldAsync();
        world.Server.Answer = AnswerAsync;
        var customer = await WebCustomer.ComeAsync(world.Bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");
        var complaint = await FileAsync(world, customer, () => Task.CompletedTask);
        Assert.Equal("staff-attitude", complaint.Details.Category);
        Assert.Contains(
            world.Server.Asked,
            a => a["messages"]![1]!["content"]!.GetValue<string>().Contains("雕像", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_customer_notices_nothing_when_the_model_dies_in_the_middle()
    {
        await using var world = await WorldAsync();
        world.Server.Answer = AnswerAsync;
        var customer = await WebCustomer.ComeAsync(world.Bot.Address, "zh-CN");
        await customer.HearsAsync("投诉受理助手");
        var complaint = await FileAsync(
            world,
            customer,
            async () =>
            {
                var asked = new TaskCompletionSource();
                world.Server.Answer = async (context, _) =>
                {
                    asked.TrySetResult();
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                };
                await customer.SayAsync(Where);
                await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
                await world.Server.DisposeAsync();
            }
        );
        // What was understood before stays; what comes after is read on this machine.
        Assert.Equal(("staff-attitude", "13800138000"), (complaint.Details.Category, complaint.Complainant.Phone));
        Assert.Contains("金鸡湖", complaint.Details.Place + complaint.Details.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", world.Bot.Output, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal("ready", await http.GetStringAsync(new Uri(world.Bot.Address, "/readyz")));
    }

    [Fact]
    public async Task A_manager_is_answered_by_the_query_of_the_model_within_their_rights()
    {
        await using var world = await WorldAsync();
        await using var staff = await StaffChannel.StartAsync(world.Bot.Address);
        world.Server.Says(
            ModelServer.Staff(
                Intents.Ask,
                """{"kind":"count","filters":{"status":["open"],"department":"market","not":null},"period":null}"""
            )
        );
        async Task<string> AskAsync(string person, string words = "帮我瞅瞅市场那帮人手里压了多少事")
        {
            var id = await staff.AskAsync(person, words);
            return (
                await staff.GetsAsync(
                    person,
                    m => m.Activity["replyToId"]?.GetValue<string>() == id && m.Activity["attachments"] is not null
                )
            ).Json;
        }

        Assert.Matches("理解为：.*未结案 · .*市场部", await AskAsync("aad-wu-fang"));
        Assert.Contains("无权查看", await AskAsync("aad-zhang-min"), StringComparison.Ordinal);
        // To the local understanding this sounds like a complaint of a customer.
        world.Server.Says(ModelServer.Staff(Intents.Ask, """{"kind":"ranking","metric":"open","groupBy":"department"}"""));
        Assert.Contains("理解为", await AskAsync("aad-wu-fang", "谁家的活儿最让人头疼"), StringComparison.Ordinal);
    }

    private static Task AnswerAsync(Microsoft.AspNetCore.Http.HttpContext context, JsonNode body)
    {
        var text = JsonNode.Parse(body["messages"]![1]!["content"]!.GetValue<string>())!["text"]!.GetValue<string>();
        return ModelServer.SayAsync(
            context,
            text == Riddle ? ModelServer.Customer(Intents.Complain, "staff-attitude", slots: """{"sentiment":-0.8}""")
                : text == Where ? ModelServer.Customer(Intents.AddInformation, slots: """{"place":"金鸡湖的那个老小区"}""")
                : ModelServer.Customer(Intents.Unclear)
        );
    }

    // Tells, says where (or lets something happen there), gives a number, skips the rest and files.
    private static async Task<Complaints.Complaint> FileAsync(World world, WebCustomer customer, Func<Task> happens)
    {
        await customer.SayAsync(Riddle);
        await customer.HearsAsync("服务态度");
        var before = world.Server.Asked.Count;
        await happens();
        if (world.Server.Asked.Count == before)
            await customer.SayAsync(Where);
        await customer.HearsAsync("\"type\":\"message\"");
        await customer.SayAsync("有事就打这个电话找我吧13800138000，我姓什么不方便说");
        for (var question = 0; question < 8; question++)
        {
            var said = await customer.HearsAsync("\"type\":\"message\"");
            if (WebCustomer.Words(said).Contains("请核对", StringComparison.Ordinal))
                break;
            if (said["suggestedActions"] is not null)
                await customer.SayAsync("跳过");
        }
        await customer.PressAsync("intake.submit");
        var ticket = Ticket().Match(WebCustomer.Words(await customer.HearsAsync("C-2"))).Value;
        return (await new ComplaintStore(world.Database.Database, new SumsBeside()).LoadAsync(ticket, default))!;
    }

    private static async Task<World> WorldAsync()
    {
        var (server, database) = (await ModelServer.StartAsync(), await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite));
        return new(
            server,
            database,
            await RunningBot.StartAsync(
                database.ConnectionString,
                null,
                ("AzureOpenAI:Endpoint", server.Endpoint.AbsoluteUri),
                ("AzureOpenAI:Deployment", "complaints"),
                ("AzureOpenAI:ApiKey", ModelServer.Key)
            )
        );
    }

    [GeneratedRegex(@"C-\d{8}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Ticket();

    private sealed record World(ModelServer Server, TestDatabase Database, RunningBot Bot) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Server.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
