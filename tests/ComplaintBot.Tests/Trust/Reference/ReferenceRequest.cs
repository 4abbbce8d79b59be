using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.BotService.Servers;

namespace ComplaintBot.Tests.Trust.Reference;

/// <summary>One request that goes to the reference bot and to ours.</summary>
internal sealed class ReferenceRequest(string name)
{
    private Func<LocalIssuer, string?> _authorization = issuer => issuer.Bearer();
    private Func<byte[]> _body = () => Encoding.UTF8.GetBytes(Activity().ToJsonString());
    private HttpMethod _method = HttpMethod.Post;
    private string? _contentType = "application/json";
    private string? _contentEncoding;

    public string Name { get; } = name;

    public ReferenceRequest Token(Action<LocalIssuer.Token> change) => Header(issuer => issuer.Bearer(change));

    public ReferenceRequest Header(Func<LocalIssuer, string?> authorization)
    {
        _authorization = authorization;
        return this;
    }

    public ReferenceRequest With(Action<JsonObject> change)
    {
        _body = () =>
        {
            var activity = Activity();
            change(activity);
            return Encoding.UTF8.GetBytes(activity.ToJsonString(new JsonSerializerOptions { MaxDepth = 1000 }));
        };
        return this;
    }

    /// <summary>The text of the activity, changed as text.</summary>
    public ReferenceRequest Text(Func<string, string> change) => Bytes(() => Encoding.UTF8.GetBytes(change(Activity().ToJsonString())));

    /// <summary>The same, with one byte put for another afterwards.</summary>
    public ReferenceRequest Text(Func<string, string> change, byte from, byte to) =>
        Bytes(() => [.. Encoding.UTF8.GetBytes(change(Activity().ToJsonString())).Select(b => b == from ? to : b)]);

    public ReferenceRequest Bytes(Func<byte[]> body)
    {
        _body = body;
        return this;
    }

    public ReferenceRequest Method(HttpMethod method)
    {
        _method = method;
        return this;
    }

    public ReferenceRequest Type(string? contentType, string? encoding = null)
    {
        (_contentType, _contentEncoding) = (contentType, encoding);
        return this;
    }

    public HttpRequestMessage Make(LocalIssuer issuer, Uri bot)
    {
        var request = new HttpRequestMessage(_method, new Uri(bot, "/api/messages"));
        if (_authorization(issuer) is { } header)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        if (_method != HttpMethod.Get && _method != HttpMethod.Head)
        {
            request.Content = new ByteArrayContent(_body());
            if (_contentType is not null)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(_contentType);
            if (_contentEncoding is not null)
                request.Content.Headers.ContentEncoding.Add(_contentEncoding);
        }
        return request;
    }

    // An event of an unknown name: both bots take it and say nothing, so that no test writes to Teams.
    private static JsonObject Activity() =>
        new()
        {
            ["type"] = "event",
            ["id"] = Guid.NewGuid().ToString(),
            ["name"] = "reference",
            ["timestamp"] = "2026-03-02T01:02:03.456Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = LocalIssuer.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:somebody", ["name"] = "Somebody" },
            ["recipient"] = new JsonObject { ["id"] = "28:" + LocalIssuer.AppId, ["name"] = "Bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:somebody", ["conversationType"] = "personal" },
        };
}
