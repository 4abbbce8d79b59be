using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.MainLine;

/// <summary>A customer with a Direct Line client of our own, polling.</summary>
internal sealed class WebCustomer
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Uri _bot;
    private readonly string _locale;
    private readonly List<JsonNode> _heard = [];
    private string _conversation = "";
    private string _token = "";
    private string _watermark = "";
    private int _read;

    private WebCustomer(Uri bot, string locale) => (_bot, _locale) = (bot, locale);

    public static async Task<WebCustomer> ComeAsync(Uri bot, string locale)
    {
        var customer = new WebCustomer(bot, locale);
        var token = await customer.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", RunningBot.DirectLineSecret, new { user = new { id = "dl_" + Guid.NewGuid().ToString("N") } });
        var started = await customer.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token["token"]!.GetValue<string>(), new { locale });
        (customer._conversation, customer._token) = (started["conversationId"]!.GetValue<string>(), started["token"]!.GetValue<string>());
        return customer;
    }

    /// <summary>Everything the bot said.</summary>
    public IReadOnlyList<JsonNode> Heard => _heard;

    public Task SayAsync(string text) => PostAsync(new JsonObject { ["text"] = text });

    /// <summary>Presses a button of the newest card that has this verb; inputs beside it.</summary>
    public async Task PressAsync(string verb, params (string Id, string Value)[] inputs)
    {
        var data = (JsonObject)(_heard.Select(a => Button(a, verb)).LastOrDefault(d => d is not null) ?? throw new InvalidOperationException($"No card has a button {verb}: {Said}")).DeepClone();
        foreach (var (id, value) in inputs)
            data[id] = value;
        await PostAsync(new JsonObject { ["value"] = data, ["channelData"] = new JsonObject { ["postBack"] = true } });
    }

    /// <summary>Waits for something said after what was heard before, with these words in it.</summary>
    public async Task<JsonNode> HearsAsync(string words)
    {
        JsonNode? found = null;
        await Eventually.TrueAsync(async () =>
        {
            await ReadAsync();
            var at = _heard.FindIndex(_read, a => Words(a).Contains(words, StringComparison.Ordinal));
            if (at < 0)
                return false;
            (found, _read) = (_heard[at], at + 1);
            return true;
        }, () => $"'{words}' was not said, but: {Said}");
        return found!;
    }

    public static string Words(JsonNode activity) => activity.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private string Said => string.Join("\n", _heard.Select(Words));

    private async Task ReadAsync()
    {
        var set = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{_conversation}/activities?watermark={_watermark}", _token, null);
        _watermark = set["watermark"]!.GetValue<string>();
        _heard.AddRange(set["activities"]!.AsArray().Where(a => a!["from"]?["role"]?.GetValue<string>() == "bot").Select(a => a!));
    }

    private async Task PostAsync(JsonObject activity)
    {
        activity["type"] = "message";
        activity["from"] = new JsonObject { ["id"] = "whoever" };
        activity["locale"] = _locale;
        await ReadAsync();
        _read = _heard.Count;
        await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{_conversation}/activities", _token, activity);
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string bearer, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(_bot, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static JsonNode? Button(JsonNode? node, string verb) => node switch
    {
        JsonObject o when o["data"] is JsonObject data && data["verb"]?.GetValue<string>() == verb => data,
        JsonObject o => o.Select(p => Button(p.Value, verb)).LastOrDefault(d => d is not null),
        JsonArray a => a.Select(x => Button(x, verb)).LastOrDefault(d => d is not null),
        _ => null,
    };
}
