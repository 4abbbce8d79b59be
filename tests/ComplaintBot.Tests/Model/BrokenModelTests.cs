using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using Microsoft.AspNetCore.Http;
using Understanding;

namespace ComplaintBot.Tests.Model;

/// <summary>Whatever the other side does, the message is understood within the turn.</summary>
public sealed class BrokenModelTests
{
    private const string Secret = "我叫王小明，电话13800138000，宽带断了三天没人管";

    private static readonly string[] WrongSchemas =
    [
        "{}",
        "[]",
        "null",
        "\"complain\"",
        "I am sorry, as an assistant I cannot do that.",
        """{"intent":"complain"}""",
        """{"intent":"deleteEverything","category":null,"severity":null,"slots":{}}""",
        ModelServer.Customer(Intents.Complain).Replace("null", "[]", StringComparison.Ordinal),
        ModelServer.Customer("act"),
        ModelServer.Customer(Intents.Complain, severity: "apocalyptic"),
        ModelServer.Customer(Intents.Complain, slots: """{"remedy":"million"}"""),
        ModelServer.Customer(Intents.Complain, slots: """{"amount":{"value":"NaN","currency":"CNY"}}"""),
        ModelServer.Customer(Intents.Complain)[..^1] + ",\"verb\":\"close\"}",
        ModelServer.Customer(Intents.Complain)[..40],
    ];

    public static TheoryData<string, Func<HttpContext, Task>> Answers()
    {
        var answers = new TheoryData<string, Func<HttpContext, Task>>
        {
            {
                "500",
                c =>
                    ModelServer.WriteAsync(
                        c,
                        500,
                        """{"error":{"code":"InternalServerError","message":"The server had an error while processing your request."}}"""
                    )
            },
            { "503 without a body", c => ModelServer.WriteAsync(c, 503, "") },
            {
                "404",
                c =>
                    ModelServer.WriteAsync(
                        c,
                        404,
                        """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}"""
                    )
            },
            {
                "closed before the answer",
                c =>
                {
                    c.Abort();
                    return Task.CompletedTask;
                }
            },
            {
                "closed midway",
                async c =>
                {
                    c.Response.ContentLength = 5000;
                    await c.Response.WriteAsync(ModelServer.Completion(ModelServer.Customer(Intents.Praise))[..200]);
                    await c.Response.Body.FlushAsync();
                    c.Abort();
                }
            },
            { "cut JSON", c => ModelServer.WriteAsync(c, 200, ModelServer.Completion(ModelServer.Customer(Intents.Praise))[..300]) },
            { "a page", c => ModelServer.WriteAsync(c, 200, "<html>Sign in</html>") },
            { "no choices", c => ModelServer.WriteAsync(c, 200, """{"object":"chat.completion","choices":[]}""") },
            { "choices of another kind", c => ModelServer.WriteAsync(c, 200, """{"choices":{"message":"complain"},"usage":"much"}""") },
            { "empty", c => ModelServer.SayAsync(c, "") },
            { "nothing", c => ModelServer.SayAsync(c, null) },
            { "cut at the limit", c => ModelServer.SayAsync(c, ModelServer.Customer(Intents.Praise), "length") },
        };
        foreach (var wrong in WrongSchemas)
            answers.Add("wrong schema " + wrong, c => ModelServer.SayAsync(c, wrong));
        return answers;
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task A_broken_answer_is_as_good_as_none_and_nothing_personal_is_logged(string what, Func<HttpContext, Task> answer)
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = (context, _) => answer(context);
        await IsLocalAsync(world, Secret, what);
        Assert.Single(world.Server.Asked);
        Assert.All(world.Logs, l => Assert.DoesNotContain("138", l, StringComparison.Ordinal));
        Assert.All(world.Logs, l => Assert.DoesNotContain("王", l, StringComparison.Ordinal));
        // Three in a row are enough: the model is left alone.
        await IsLocalAsync(world, Secret + "！", what);
        await IsLocalAsync(world, Secret + "？", what);
        Assert.True(world.Model.IsAway);
        await IsLocalAsync(world, Secret + "。", what);
        Assert.Equal(3, world.Server.Asked.Count);
        Assert.Contains(world.Logs, l => l.StartsWith("Warning: Azure OpenAI is away", StringComparison.Ordinal));
    }

    public static TheoryData<string, Func<HttpContext, Task>> Refusals() =>
        new()
        {
            { "refusal", c => ModelServer.SayAsync(c, null, "stop", "I'm sorry, but I can't help with that.") },
            { "filtered answer", c => ModelServer.SayAsync(c, """{"intent":"compl""", "content_filter") },
            {
                "filtered text",
                c =>
                    ModelServer.WriteAsync(
                        c,
                        400,
                        """
                        {"error":{
                          "message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
                          "type":null,"param":"prompt","code":"content_filter","status":400,
                          "innererror":{"code":"ResponsibleAIPolicyViolation",
                            "content_filter_result":{"violence":{"filtered":true,"severity":"medium"}}}}}
                        """
                    )
            },
        };

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_refused_text_is_understood_locally_and_the_model_stays_in_use(string what, Func<HttpContext, Task> answer)
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = (context, _) => answer(context);
        for (var i = 0; i < 5; i++)
            await IsLocalAsync(world, $"你们再不修我就砸了你们的店，第{i}次说了，宽带断了三天", what);
        Assert.False(world.Model.IsAway);
        world.Server.Understands(Intents.Praise);
        Assert.Equal(Intents.Praise, (await world.ReadAsync(Secret)).Intent);
    }

    [Fact]
    public async Task A_slow_model_costs_no_more_than_the_time_out()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = async (context, _) => await Task.Delay(Timeout.Infinite, context.RequestAborted);
        var understanding = world.ReadAsync(Secret).AsTask();
        await AskedAsync(world, 1);
        world.Time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(understanding.IsCompleted);
        world.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(ModelWorld.Locally(Secret).Intent, (await understanding).Intent);
        // What was asked is billed although nobody waited for it, and the same turn does not wait again.
        Assert.True(await world.TokensAsync() > 0);
        await IsLocalAsync(world, Secret + "，还有一件事", "rest");
        Assert.Single(world.Server.Asked);
    }

    [Fact]
    public async Task An_answer_that_begins_and_never_ends_costs_no_more_either()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = async (context, _) =>
        {
            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var understanding = world.ReadAsync(Secret).AsTask();
        await AskedAsync(world, 1);
        world.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ModelWorld.Locally(Secret).Intent, (await understanding).Intent);
    }

    [Fact]
    public async Task A_busy_model_is_left_alone_for_as_long_as_it_says()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = (context, _) =>
            ModelServer.WriteAsync(
                context,
                429,
                """{"error":{"code":"429","message":"Requests have exceeded token rate limit. Please retry after 45 seconds."}}""",
                ("Retry-After", "45")
            );
        await IsLocalAsync(world, Secret, "429");
        world.Server.Understands(Intents.Praise);
        await IsLocalAsync(world, Secret, "429");
        world.Time.Advance(TimeSpan.FromSeconds(44));
        await IsLocalAsync(world, Secret, "429");
        Assert.Single(world.Server.Asked);
        world.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Intents.Praise, (await world.ReadAsync(Secret)).Intent);
        Assert.False(world.Model.IsAway);
    }

    [Fact]
    public async Task After_three_failures_the_model_rests_and_comes_back()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = (context, _) => ModelServer.WriteAsync(context, 500, "");
        for (var i = 0; i < 3; i++)
            await IsLocalAsync(world, $"{Secret}，第{i}次", "500");
        // Half a minute later one call tries: it fails, and the rest is longer.
        world.Time.Advance(TimeSpan.FromSeconds(31));
        await IsLocalAsync(world, Secret, "500");
        Assert.Equal(4, world.Server.Asked.Count);
        world.Server.Understands(Intents.Praise);
        world.Time.Advance(TimeSpan.FromSeconds(31));
        await IsLocalAsync(world, Secret, "resting");
        Assert.Equal(4, world.Server.Asked.Count);
        world.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Intents.Praise, (await world.ReadAsync(Secret)).Intent);
        Assert.False(world.Model.IsAway);
        Assert.Contains(world.Logs, l => l.StartsWith("Information: Azure OpenAI is back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_that_is_given_up_says_nothing_about_the_model()
    {
        await using var world = await ModelWorld.CreateAsync();
        world.Server.Answer = async (context, _) => await Task.Delay(Timeout.Infinite, context.RequestAborted);
        for (var i = 0; i < 5; i++)
        {
            using var turn = new CancellationTokenSource();
            var understanding = world.ReadAsync(Secret, cancellationToken: turn.Token).AsTask();
            await AskedAsync(world, i + 1);
            await turn.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => understanding);
        }
        Assert.False(world.Model.IsAway);
        world.Server.Understands(Intents.Praise);
        Assert.Equal(Intents.Praise, (await world.ReadAsync(Secret)).Intent);
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_the_log()
    {
        await using var world = await ModelWorld.CreateAsync(s => s with { ApiKey = "wrong" });
        for (var i = 0; i < 3; i++)
            await IsLocalAsync(world, $"{Secret}，第{i}次", "401");
        Assert.Equal(0, await world.TokensAsync());
        Assert.Contains(world.Logs, l => l.Contains("status 401: the key or token is refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_like_an_error()
    {
        await using var world = await ModelWorld.CreateAsync();
        await world.Server.DisposeAsync();
        await IsLocalAsync(world, Secret, "nobody");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_budget_that_is_used_up_ends_the_calls_of_the_day(string engine)
    {
        await using var world = await ModelWorld.CreateAsync(s => s with { TokensPerDay = 2500 }, engine);
        world.Server.Understands(Intents.Praise);
        for (var i = 0; i < 3; i++)
            Assert.Equal(Intents.Praise, (await world.ReadAsync($"{Secret}，第{i}次")).Intent);
        await IsLocalAsync(world, Secret, "budget");
        Assert.Equal(3, world.Server.Asked.Count);
        Assert.Equal(3000, await world.TokensAsync());
        Assert.Single(world.Logs, l => l.Contains("budget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_is_understood_locally_until_the_next_minute()
    {
        await using var world = await ModelWorld.CreateAsync(s => s with { CallsPerMinute = 2 });
        world.Server.Understands(Intents.Praise);
        for (var i = 0; i < 4; i++)
            await world.ReadAsync($"{Secret}，第{i}次");
        Assert.Equal(2, world.Server.Asked.Count);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Intents.Praise, (await world.ReadAsync(Secret)).Intent);
    }

    private static async Task IsLocalAsync(ModelWorld world, string text, string what)
    {
        var (understood, local) = (await world.ReadAsync(text), ModelWorld.Locally(text));
        Assert.True(
            understood.Intent == local.Intent && understood.Category == local.Category && understood.Slots.Phone == local.Slots.Phone,
            what
        );
    }

    private static Task AskedAsync(ModelWorld world, int times) =>
        Eventually.TrueAsync(
            () => Task.FromResult(world.Server.Asked.Count == times),
            () => "The model was not asked",
            TimeSpan.FromMilliseconds(2)
        );
}
