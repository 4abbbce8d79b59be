using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Trust.BadRequests;

/// <summary>What chance puts into a request: the same for the same seed.</summary>
internal sealed class Chance(int seed)
{
    private static readonly string[] Names =
    [
        "id",
        "timestamp",
        "text",
        "value",
        "name",
        "locale",
        "replyToId",
        "channelData",
        "unknown",
        "__proto__",
        "$type",
        "speak",
        "code",
        "importance",
    ];

    private static readonly string[] Words =
    [
        "",
        "x",
        "投诉",
        "\u202e反",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "=cmd|' /C calc'!A0",
        "C-20260302-0001",
        "\u0007",
        "\uFFFF",
        "👩‍👩‍👧‍👦",
    ];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public bool One(int of) => _random.Next(of) == 0;

    public T Pick<T>(params IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public byte[] Bytes(int most)
    {
        var bytes = new byte[_random.Next(1, most)];
        _random.NextBytes(bytes);
        return bytes;
    }

    public string Word() => Pick(Words) is var word && One(3) ? string.Concat(Enumerable.Repeat(word, _random.Next(1, 40))) : word;

    /// <summary>Harmless oddities beside the one thing that is wrong.</summary>
    public void Decorate(JsonObject activity)
    {
        for (var more = _random.Next(4); more > 0; more--)
        {
            var name = Pick(Names);
            activity[name] = name is "value" or "channelData" or "unknown" or "__proto__" or "$type" ? Something(3) : Word();
        }
    }

    /// <summary>JSON of any shape.</summary>
    public JsonNode? Something(int depth) =>
        _random.Next(depth > 0 ? 7 : 5) switch
        {
            0 => null,
            1 => _random.NextDouble(),
            2 => _random.NextInt64(),
            3 => One(2),
            4 => Word(),
            5 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Something(depth - 1))]),
            _ => new JsonObject(
                Enumerable.Range(0, _random.Next(4)).Select(n => KeyValuePair.Create($"{Pick(Names)}{n}", Something(depth - 1)))
            ),
        };

    /// <summary>A body that is no activity, whatever else is in it.</summary>
    public byte[] Broken(JsonObject activity)
    {
        var text = activity.ToJsonString();
        var quoted = "\"" + Pick("text", "name", "summary", "speak") + "\":";
        return _random.Next(9) switch
        {
            0 => Bytes(300),
            1 => [],
            2 => Utf8(text[.._random.Next(text.Length - 1)]),
            3 => Utf8($"[{text}]"),
            4 => Utf8(string.Concat(Enumerable.Repeat(Pick("[", "{\"a\":"), _random.Next(1, 2000)))),
            5 => Utf8(text[..^1] + ",\"channelData\":" + new string('[', 70) + new string(']', 70) + "}"),
            6 => Utf8(text[..^1] + "," + quoted + Pick("7", "true", "{}", "[]", "\"\\ud800\"", "\"a\\u0000\"", "\"\\udc00\\ud800\"") + "}"),
            7 => Utf8(
                text[..^1]
                    + ","
                    + Pick(
                        "\"type\":7",
                        "\"type\":null",
                        "\"type\":\"\"",
                        "\"attachments\":{}",
                        "\"attachments\":[null]",
                        "\"from\":\"x\"",
                        "\"entities\":[7]",
                        "\"timestamp\":\"2026-13-45\"",
                        "\"suggestedActions\":[]",
                        "\"membersAdded\":\"x\""
                    )
                    + "}"
            ),
            _ => [.. Utf8(text[..^1] + "," + quoted + "\""), 0xC3, 0x28, .. "\"}"u8],
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
