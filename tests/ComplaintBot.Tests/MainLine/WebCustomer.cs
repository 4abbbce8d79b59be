using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Conversations;

namespace ComplaintBot.Tests.MainLine;

/// <summary>A customer with a Direct Line client of our own, polling.</summary>
internal sealed class WebCustomer
{
    private static readonly HttpClient Http = new(new HttpClientHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Uri _bot;
    private readonly string _locale;
    private readonly List<JsonNode> _heard = [];
    private string _conversation = "";
    private string _token = "";
    private string? _cookie;
    private string _watermark = "";
    private int _read;

    private WebCustomer(Uri bot, string locale) => (_bot, _locale) = (bot, locale);

    public static async Task<WebCustomer> ComeAsync(Uri bot, string locale)
    {
        var customer = new WebCustomer(bot, locale) { Id = "dl_" + Guid.NewGuid().ToString("N") };
        var token = await customer.SendAsync(
            HttpMethod.Post,
            "/v3/directline/tokens/generate",
            RunningBot.DirectLineSecret,
            new { user = new { id = customer.Id } }
        );
        var started = await customer.SendAsync(
            HttpMethod.Post,
            "/v3/directline/conversations",
            token["token"]!.GetValue<string>(),
            new { locale }
        );
        (customer._conversation, customer._token) = (started["conversationId"]!.GetValue<string>(), started["token"]!.GetValue<string>());
        return customer;
    }

    /// <summary>Opens the chat page.</summary>
    public static async Task<WebCustomer> OpenPageAsync(Uri bot, string locale)
    {
        var customer = new WebCustomer(bot, locale);
        await customer.OpenPageAsync();
        return customer;
    }

    /// <summary>Opens the page again, days later too: the cookie finds the conversation, the token is a fresh one.</summary>
    public async Task OpenPageAsync()
    {
        var token = await SendAsync(HttpMethod.Post, "/api/directline/token", null, new { locale = _locale });
        (_conversation, _token) = (token["conversationId"]!.GetValue<string>(), token["token"]!.GetValue<string>());
        if (!token["resume"]!.GetValue<bool>())
            await SendAsync(HttpMethod.Post, "/v3/directline/conversations", _token, new { locale = _locale });
        await ReadAsync();
    }

    /// <summary>Sends files, with or without words.</summary>
    public async Task SendFilesAsync(IEnumerable<string> names, string? text = null)
    {
        using var form = new MultipartFormDataContent();
        var activity = JsonContent.Create(
            new
            {
                type = "message",
                text,
                locale = _locale,
                from = new { id = "whoever" },
            }
        );
        activity.Headers.ContentType = new("application/vnd.microsoft.activity");
        form.Add(activity, "activity");
        foreach (var name in names)
        {
            // The smallest picture there is.
            var file = new ByteArrayContent(Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="));
            file.Headers.ContentType = new("image/gif");
            form.Add(file, "file", name);
        }
        await ReadAsync();
        _read = _heard.Count;
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(_bot, $"/v3/directline/conversations/{_conversation}/upload?userId=whoever")
        )
        {
            Content = form,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"upload: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>The user id in the token.</summary>
    public string Id { get; private init; } = "";

    /// <summary>Everything the bot said.</summary>
    public IReadOnlyList<JsonNode> Heard => _heard;

    public Task SayAsync(string text) => PostAsync(new JsonObject { ["text"] = text });

    /// <summary>Presses a button of the newest card that has this verb; inputs beside it.</summary>
    public async Task PressAsync(string verb, params (string Id, string Value)[] inputs)
    {
        var data = (JsonObject)
            (
                _heard.Select(a => Spoken.Button(a, verb)).LastOrDefault(d => d is not null)
                ?? throw new InvalidOperationException($"No card has a button {verb}: {Said}")
            ).DeepClone();
        foreach (var (id, value) in inputs)
            data[id] = value;
        await PostAsync(
            new JsonObject
            {
                ["value"] = data,
                ["channelData"] = new JsonObject { ["postBack"] = true },
            }
        );
    }

    /// <summary>Posts an activity as a client that is not ours could, whatever is in it.</summary>
    public Task ForgeAsync(JsonObject activity) => PostAsync(activity);

    /// <summary>The same, and what the bot answered to just this.</summary>
    public async Task<JsonNode> ForgeAndHearAsync(JsonObject activity) =>
        await HearsAsync($"\"replyToId\":\"{await PostAsync(activity)}\"");

    /// <summary>Waits for something said after what was heard before, with these words in it.</summary>
    public async Task<JsonNode> HearsAsync(string words)
    {
        JsonNode? found = null;
        await Eventually.TrueAsync(
            async () =>
            {
                await ReadAsync();
                var at = _heard.FindIndex(_read, a => Words(a).Contains(words, StringComparison.Ordinal));
                if (at < 0)
                    return false;
                (found, _read) = (_heard[at], at + 1);
                return true;
            },
            () => $"'{words}' was not said, but: {Said}"
        );
        return found!;
    }

    public static string Words(JsonNode activity) =>
        activity.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    private string Said => string.Join("\n", _heard.Select(Words));

    /// <summary>Reads what the bot said meanwhile.</summary>
    public async Task ReadAsync()
    {
        var set = await SendAsync(
            HttpMethod.Get,
            $"/v3/directline/conversations/{_conversation}/activities?watermark={_watermark}",
            _token,
            null
        );
        _watermark = set["watermark"]!.GetValue<string>();
        _heard.AddRange(set["activities"]!.AsArray().Where(a => a!["from"]?["role"]?.GetValue<string>() == "bot").Select(a => a!));
    }

    // The id that the activity was given.
    private async Task<string> PostAsync(JsonObject activity)
    {
        activity["type"] = "message";
        activity["from"] ??= new JsonObject { ["id"] = "whoever" };
        activity["locale"] = _locale;
        await ReadAsync();
        _read = _heard.Count;
        var posted = await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{_conversation}/activities", _token, activity);
        return posted["id"]!.GetValue<string>();
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string? bearer, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(_bot, path))
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        if (_cookie is not null)
            request.Headers.Add("Cookie", _cookie);
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            _cookie = cookies.First().Split(';')[0];
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
