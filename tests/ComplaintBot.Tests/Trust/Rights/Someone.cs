using System.Text.Json.Nodes;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;

namespace ComplaintBot.Tests.Trust.Rights;

/// <summary>What became of a button somebody pressed.</summary>
internal enum Answered
{
    /// <summary>As if there were no such ticket.</summary>
    NotFound,

    /// <summary>They may see it, but not do this.</summary>
    NotAllowed,

    /// <summary>They may; done, or refused for another reason.</summary>
    Allowed,
}

/// <summary>Somebody who presses buttons, by real activities.</summary>
internal abstract class Someone(string name)
{
    private static readonly string[] Languages = ["zh-CN", "zh-TW", "en"];

    public string Name { get; } = name;

    public abstract Task<Answered> PressAsync(JsonObject data);

    // Sentences up to their first placeholder.
    protected static bool Says(string json, string key) =>
        Languages.Any(l =>
            CardFolders.Strings.Text(l, key, ("ticket", "~"), ("verb", "~")).Split('~')[0] is var beginning
            && json.Contains(beginning, StringComparison.Ordinal)
        );
}

/// <summary>Somebody in Teams: staff, or a stranger there.</summary>
internal sealed class TeamsPerson(string name, StaffChannel channel, string aadObjectId, string? tenant = null) : Someone(name)
{
    public override async Task<Answered> PressAsync(JsonObject data)
    {
        var before = channel.Of(aadObjectId).Count;
        var response = await channel.SendAsync(
            aadObjectId,
            "invoke",
            a =>
            {
                a["name"] = "adaptiveCard/action";
                a["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = data["verb"]!.DeepClone(),
                        ["data"] = data.DeepClone(),
                    },
                    ["trigger"] = "manual",
                };
                if (tenant is not null)
                {
                    a["conversation"]!["tenantId"] = tenant;
                    a["channelData"]!["tenant"]!["id"] = tenant;
                }
            }
        );
        var words = await response.Content.ReadAsStringAsync();
        words = JsonNode.Parse(words)!["value"]!.ToJsonString(Readable);
        // Whoever is no staff hears the answer as a message, among others that staff of the same object id get.
        if (Says(words, "talk.pressed"))
            words = (
                await channel.GetsAsync(
                    aadObjectId,
                    m => Says(m.Json, "talk.notFound") || Says(m.Json, "refusal.notAllowed") || Says(m.Json, "talk.oldCard"),
                    before
                )
            ).Json;
        return Says(words, "talk.notFound") ? Answered.NotFound
            : Says(words, "refusal.notAllowed") ? Answered.NotAllowed
            : Answered.Allowed;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>A visitor of the web page.</summary>
internal sealed class Visitor(string name, WebCustomer customer) : Someone(name)
{
    public override async Task<Answered> PressAsync(JsonObject data)
    {
        var answer = WebCustomer.Words(
            await customer.ForgeAndHearAsync(
                new JsonObject
                {
                    ["value"] = data.DeepClone(),
                    // Who they claim to be must not matter.
                    ["from"] = new JsonObject
                    {
                        ["id"] = "29:" + Arranged.Owner,
                        ["aadObjectId"] = Arranged.Owner,
                        ["role"] = "bot",
                    },
                    ["channelData"] = new JsonObject
                    {
                        ["postBack"] = true,
                        ["tenant"] = new JsonObject { ["id"] = "00000000-0000-0000-0000-0000000000001" },
                    },
                }
            )
        );
        return Says(answer, "talk.notFound") ? Answered.NotFound
            : Says(answer, "talk.oldCard") || Says(answer, "refusal.notAllowed") ? Answered.NotAllowed
            : Answered.Allowed;
    }
}
