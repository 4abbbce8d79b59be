using System.Net;
using System.Net.Http.Json;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Tests.Tab;

/// <summary>The real host with a directory of its own that signs tokens, and some complaints: three of the network department, one of
/// them late and one about Li Wei, one of customer service.</summary>
public sealed class TabSite : IAsyncLifetime
{
    public const string OfNetwork = "C-20260901-0001";
    public const string OfService = "C-20260901-0002";
    public const string AboutLiWei = "C-20260901-0003";
    public const string Fresh = "C-20260901-0004";
    public const string CustomersWords = "家里的宽带又断了";
    private RunningBot _bot = null!;
    private TestDatabase _database = null!;

    internal LocalIssuer Directory { get; } = LocalIssuer.Start();

    internal Organisation Organisation { get; } = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;

    internal Database Database => _database.Database;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var now = DateTimeOffset.UtcNow;
        await FileAsync(OfNetwork, "broadband", now.AddDays(-20));
        await FileAsync(OfService, "billing", now.AddHours(-1));
        await FileAsync(AboutLiWei, "broadband", now.AddDays(-20), "aad-li-wei");
        await FileAsync(Fresh, "signal", now.AddMinutes(-10));
        _bot = await RunningBot.StartAsync(
            _database.ConnectionString,
            null,
            ("MicrosoftAppType", "SingleTenant"),
            ("MicrosoftAppId", LocalIssuer.AppId),
            ("MicrosoftAppPassword", "a secret that nobody asks for"),
            ("MicrosoftAppTenantId", Organisation.TenantId!),
            ("ToBotFromEmulatorOpenIdMetadataUrl", Directory.MetadataUrl.ToString()),
            ("FollowUp:Enabled", "false"),
            ("DirectLine:PublicBaseUrl", "https://complaints.example")
        );
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _database.DisposeAsync();
        await Directory.DisposeAsync();
    }

    /// <summary>A token as Teams gives one to the tab, changed as asked.</summary>
    internal string Token(string person, Action<LocalIssuer.Token>? change = null) =>
        Directory.Compact(t =>
        {
            t.Claims["iss"] = $"https://sts.windows.net/{Organisation.TenantId}/";
            t.Claims["tid"] = Organisation.TenantId!;
            t.Claims["aud"] = $"api://complaints.example/botid-{LocalIssuer.AppId}";
            t.Claims["oid"] = person;
            t.Claims["scp"] = "access_as_user";
            t.Claims.Remove("serviceurl");
            change?.Invoke(t);
        });

    /// <summary>Signs in with a token.</summary>
    internal async Task<HttpResponseMessage> SignInAsync(object body, string language = "zh-CN")
    {
        using var http = Client();
        return await http.PostAsJsonAsync(new Uri($"/tab/session?lang={language}", UriKind.Relative), body);
    }

    /// <summary>A page as somebody sees it who signed in; the answer and its text.</summary>
    internal async Task<string> SeesAsync(string person, string page, string language = "zh-CN")
    {
        using var signedIn = await SignInAsync(new { token = Token(person) });
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        using var http = Client();
        http.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return WebUtility.HtmlDecode(await http.GetStringAsync(new Uri($"/tab/{page}?lang={language}", UriKind.Relative)));
    }

    /// <summary>The same as bytes with their type.</summary>
    internal async Task<(string? Type, byte[] Content)> FetchesAsync(string person, string path)
    {
        using var signedIn = await SignInAsync(new { token = Token(person) });
        using var http = Client();
        http.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await http.GetAsync(new Uri($"/tab/{path}", UriKind.Relative));
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    internal HttpClient Client() => new() { BaseAddress = _bot.Address };

    private async Task FileAsync(string ticket, string category, DateTimeOffset at, params string[] about)
    {
        var command = new FileComplaint(
            RecordKind.Complaint,
            new Complainant("directline:dl_" + ticket, "zh-CN") { Name = "王建国", Phone = "13800138000" },
            new ComplaintDetails(category, CustomersWords) { AboutStaff = about },
            Severity.Medium,
            "category"
        );
        var context = new CommandContext(Organisation, at, Actor.Customer("directline:dl_" + ticket, "王建国"), Channel.Web);
        var (complaint, outcome) = ComplaintDesk.File(ticket, command, context);
        Assert.True(outcome.Ok, outcome.Refusal?.Code);
        var work = new UnitOfWork(Database);
        work.Add(new ComplaintStore(Database, new SumsBeside()).Save(complaint!, Organisation));
        await work.CommitAsync();
    }
}
