using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Deploying;

/// <summary>A customer who complains by Direct Line.</summary>
internal sealed partial class Visitor(Uri bot) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(30) };
    private string _conversation = "";
    private string _token = "";

    public void Dispose() => _http.Dispose();

    /// <summary>Complains and answers what is asked until there is a ticket; its number.</summary>
    public async Task<string> ComplainAsync(string words)
    {
        var token = await SendAsync(
            HttpMethod.Post,
            "tokens/generate",
            DeployedBot.Secret,
            new { user = new { id = "dl_" + Guid.NewGuid().ToString("N") } }
        );
        var started = await SendAsync(HttpMethod.Post, "conversations", (string)token["token"]!, new { locale = "en" });
        (_conversation, _token) = ((string)started["conversationId"]!, (string)started["token"]!);
        await SayAsync(words);
        var (answered, waited) = (0, Stopwatch.StartNew());
        while (true)
        {
            var said = await SaidAsync();
            if (Ticket().Match(said) is { Success: true } ticket)
                return ticket.Value;
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "There is no ticket, but: " + said);
            // Every question of the bot is answered once: with yes where it shows the summary, else with skip.
            var asked = await QuestionsAsync();
            if (asked.Count > answered)
            {
                answered = asked.Count;
                await SayAsync(asked[^1].Contains("intake.submit", StringComparison.Ordinal) ? "yes, submit" : "skip");
            }
            await Task.Delay(500);
        }
    }

    /// <summary>Everything the bot has said in this conversation, as a process at this address tells it.</summary>
    public async Task<string> SaidAsync(Uri? elsewhere = null) =>
        string.Join('\n', (await ReadAsync(elsewhere)).Select(a => a.ToJsonString()));

    private async Task<IReadOnlyList<string>> QuestionsAsync() =>
        [
            .. (await ReadAsync(null))
                .Where(a => (string?)a["type"] == "message")
                .Select(a => a.ToJsonString())
                .Where(a =>
                    a.Contains("suggestedActions", StringComparison.Ordinal) || a.Contains("intake.submit", StringComparison.Ordinal)
                ),
        ];

    private async Task<IReadOnlyList<JsonNode>> ReadAsync(Uri? elsewhere)
    {
        var path = $"conversations/{_conversation}/activities";
        var set = await SendAsync(HttpMethod.Get, path, _token, null, elsewhere);
        return [.. set["activities"]!.AsArray().Select(a => a!).Where(a => (string?)a["from"]?["role"] == "bot")];
    }

    private Task SayAsync(string text) =>
        SendAsync(
            HttpMethod.Post,
            $"conversations/{_conversation}/activities",
            _token,
            new
            {
                type = "message",
                text,
                locale = "en",
                from = new { id = "me" },
            }
        );

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string bearer, object? body, Uri? elsewhere = null)
    {
        var address = new Uri(elsewhere ?? _http.BaseAddress!, "/v3/directline/" + path);
        while (true)
        {
            using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            using var response = await _http.SendAsync(request);
            // A client waits as long as it is told to.
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                continue;
            }
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
            return JsonNode.Parse(text)!;
        }
    }

    [GeneratedRegex("C-2[0-9]{7}-[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ticket();
}
