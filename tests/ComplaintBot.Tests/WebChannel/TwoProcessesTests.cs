using System.Text.Json;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tests.WebChannel;

/// <summary>Visitors do not notice how many processes serve them.</summary>
public sealed class TwoProcessesTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_visitor_may_ask_one_process_and_listen_to_another(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        await using var one = await WebProcess.StartAsync(test.Database);
        await using var two = await WebProcess.StartAsync(test.Open());

        var token = Text(
            await one.CallAsync(HttpMethod.Post, "tokens/generate", WebProcess.Secret, new { user = new { id = "dl_1" } }),
            "token"
        );
        var started = await two.CallAsync(HttpMethod.Post, "conversations", token);
        var (conversation, current) = (Text(started, "conversationId"), Text(started, "token"));
        using var stream = await one.OpenAsync(Text(started, "streamUrl"));
        for (var n = 0; n < 3; n++)
            await two.CallAsync(
                HttpMethod.Post,
                $"conversations/{conversation}/activities",
                current,
                new { type = "message", text = $"{n}" }
            );

        Assert.Equal(
            ["0", "1", "2", "echo: 0", "echo: 1", "echo: 2"],
            (await WebProcess.ReadAsync(stream, 6)).Order(StringComparer.Ordinal)
        );
        var polled = await one.CallAsync(HttpMethod.Get, $"conversations/{conversation}/activities", current);
        Assert.Equal(6, polled.GetProperty("activities").GetArrayLength());
        Assert.Equal("6", Text(polled, "watermark"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_a_restart_in_the_middle_a_visitor_goes_on_with_the_same_token(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        string conversation,
            token;
        await using (var before = await WebProcess.StartAsync(test.Database))
        {
            var started = await before.CallAsync(HttpMethod.Post, "conversations", WebProcess.Secret, new { user = new { id = "dl_1" } });
            (conversation, token) = (Text(started, "conversationId"), Text(started, "token"));
            await before.CallAsync(
                HttpMethod.Post,
                $"conversations/{conversation}/activities",
                token,
                new { type = "message", text = "before" }
            );
        }

        await using var after = await WebProcess.StartAsync(test.Open());
        var resumed = await after.CallAsync(HttpMethod.Get, $"conversations/{conversation}", token);
        using var stream = await after.OpenAsync(Text(resumed, "streamUrl"));
        await after.CallAsync(HttpMethod.Post, $"conversations/{conversation}/activities", token, new { type = "message", text = "after" });
        Assert.Equal(
            ["after", "before", "echo: after", "echo: before"],
            (await WebProcess.ReadAsync(stream, 4)).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("DirectLine:PublicBaseUrl", "ftp://x", "PublicBaseUrl")]
    [InlineData("DirectLine:TokenLifetime", "00:00:00", "TokenLifetime")]
    [InlineData("DirectLine:Limits:PerUser:Burst", "0", "Limits")]
    [InlineData("DirectLine:MaxFileBytes", "-1", "Max")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => WebProcess.StartAsync(test.Database, (key, value)));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    private static string Text(JsonElement body, string property) => body.GetProperty(property).GetString()!;
}
