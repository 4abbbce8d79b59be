using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Teams;

/// <summary>The real host with the tests' Teams before it, for a class of tests: people of three languages, and what they logged.</summary>
public sealed partial class TeamsWorld : IAsyncLifetime
{
    /// <summary>Frontline in customer service; reads Traditional Chinese.</summary>
    public const string WangFang = "aad-wang-fang";

    /// <summary>Head of customer service; reads English.</summary>
    public const string Alex = "00000000-0000-0000-0000-0000000000020";

    /// <summary>Head of the network department; reads Simplified Chinese.</summary>
    public const string ZhangMin = "aad-zhang-min";

    /// <summary>Handler of the network department.</summary>
    public const string LiWei = "aad-li-wei";

    /// <summary>Handler of marketing: has nothing to do with any of the tickets.</summary>
    public const string LiuYang = "aad-liu-yang";

    /// <summary>Quality: sees all.</summary>
    public const string WuFang = "aad-wu-fang";

    /// <summary>Not in the organisation file.</summary>
    public const string Stranger = "aad-nobody";

    /// <summary>The channel of the marketing department.</summary>
    public const string MarketChannel = "19:market@thread.tacv2";

    private TestDatabase? _database;
    private RunningBot? _bot;
    private string? _organisation;

    internal StaffChannel Staff { get; private set; } = null!;

    internal Uri Bot => _bot!.Address;

    internal ComplaintBot.Storage.Database Database => _database!.Database;

    public async Task InitializeAsync()
    {
        _organisation = Path.GetTempFileName();
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "organisation.example.json"));
        var taiwan = example.Replace(
            "\"languages\": [\"zh-CN\", \"zh-TW\"], \"aliases\": [\"Wang Fang\"",
            "\"languages\": [\"zh-TW\"], \"aliases\": [\"Wang Fang\"",
            StringComparison.Ordinal
        );
        Assert.NotEqual(example, taiwan);
        const string market = "\"id\": \"market\",";
        var withChannel = taiwan.Replace(market, $"{market} \"channel\": \"{MarketChannel}\",", StringComparison.Ordinal);
        Assert.NotEqual(taiwan, withChannel);
        await File.WriteAllTextAsync(_organisation, withChannel);
        _database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        _bot = await RunningBot.StartAsync(_database.ConnectionString, _organisation);
        Staff = await StaffChannel.StartAsync(_bot.Address);
    }

    public async Task DisposeAsync()
    {
        await Staff.DisposeAsync();
        await _bot!.DisposeAsync();
        await _database!.DisposeAsync();
        File.Delete(_organisation!);
    }

    /// <summary>Frontline logs a complaint; its number.</summary>
    internal async Task<string> LogAsync(string description, string category, string? name = null, string? phone = null)
    {
        var form = new
        {
            draft = Guid.NewGuid().ToString("N"),
            description,
            category,
            name,
            phone,
        };
        var answer = await Staff.PressAsync(WangFang, "log.submit", form);
        return TicketNumber().Match(answer.ToJsonString()).Value;
    }

    /// <summary>Teams calls the bot; the body of its answer, which has to be a 200.</summary>
    internal async Task<JsonNode> InvokeAsync(string who, string name, JsonNode value, Action<JsonObject>? change = null)
    {
        var response = await SendAsync(who, name, value, change);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>The same, the answer as it came.</summary>
    internal Task<HttpResponseMessage> SendAsync(string who, string name, JsonNode? value, Action<JsonObject>? change = null) =>
        Staff.SendAsync(
            who,
            "invoke",
            a =>
            {
                a["name"] = name;
                a["value"] = value?.DeepClone();
                change?.Invoke(a);
            }
        );

    /// <summary>A chat between two people, in which the bot is no member.</summary>
    internal static void BetweenTwo(JsonObject activity)
    {
        activity["conversation"]!["id"] = "19:one_two@unq.gbl.spaces";
    }

    /// <summary>A chat of several.</summary>
    internal static void InGroup(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = "19:group@thread.v2",
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["tenantId"] = activity["conversation"]!["tenantId"]!.DeepClone(),
        };
    }

    [GeneratedRegex(@"C-\d{8}-\d{4}", RegexOptions.None, 1000)]
    internal static partial Regex TicketNumber();
}
