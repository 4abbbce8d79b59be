using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Operation.Doctor;
using ComplaintBot.People;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Model;
using ComplaintBot.Tests.People.Graph;
using ComplaintBot.Tests.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.Operation;

/// <summary>A whole installation on this machine in which everything is right: database, issuer of keys, login service, address, directory,
/// blob storage, model.</summary>
public sealed class GoodInstallation : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintbot-doctor-").FullName;
    private Dictionary<string, string> _settings = [];
    private TestDatabase _database = null!;
    private LocalIssuer _issuer = null!;
    private LoopbackServer _login = null!;
    private LoopbackServer _bot = null!;
    private ModelServer _model = null!;

    internal GraphServer Graph { get; private set; } = null!;

    /// <summary>What the login service answers with.</summary>
    public int LoginStatus { get; set; } = 200;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        _issuer = LocalIssuer.Start();
        _login = await LoopbackServer.StartAsync(http =>
        {
            http.Response.StatusCode = LoginStatus;
            return http.Response.WriteAsync("""{"token_type":"Bearer","expires_in":3599,"access_token":"abc"}""");
        });
        _bot = await LoopbackServer.StartAsync(http => http.Response.WriteAsync("alive"));
        _model = await ModelServer.StartAsync();
        _model.Says("""{"ok":true}""");
        Graph = await GraphServer.StartAsync();
        Company.Fill(Graph);
        var container = await (await Azurite.SharedAsync()).ContainerAsync();
        var organisation = Path.Combine(_folder, "organisation.json");
        var groups = $$"""
            "directory": { "groups": [{ "id": "{{Company.Handlers}}", "roles": ["handler"], "department": "network" }] },
              "departments": [
            """;
        var example = await File.ReadAllTextAsync(OrganisationFile.ExamplePath);
        await File.WriteAllTextAsync(organisation, example.Replace("\"departments\": [", groups, StringComparison.Ordinal));
        foreach (var member in OrganisationFile.Load(organisation).Organisation!.Staff)
            await HeardAsync(member.Id);
        _settings = new()
        {
            ["contentRoot"] = _folder,
            ["ConnectionStrings:ComplaintBot"] = _database.ConnectionString,
            ["Organisation:File"] = organisation,
            ["MicrosoftAppId"] = LocalIssuer.AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["ToBotFromChannelOpenIdMetadataUrl"] = _issuer.MetadataUrl.ToString(),
            ["ToChannelFromBotLoginUrl"] = _login.Url,
            ["DirectLine:PublicBaseUrl"] = _bot.Url,
            ["Graph:Enabled"] = "true",
            ["Graph:Endpoint"] = Graph.Endpoint.ToString(),
            ["Storage:Files"] = "blob",
            ["Storage:BlobConnection"] = (await Azurite.SharedAsync()).Connection,
            ["Storage:BlobContainer"] = container.Name,
            ["Model:Kind"] = "OpenAI",
            ["AzureOpenAI:Endpoint"] = new Uri(_model.Endpoint, "v1/").ToString(),
            ["AzureOpenAI:Deployment"] = "complaints",
            ["AzureOpenAI:ApiKey"] = ModelServer.Key,
        };
    }

    /// <summary>As if the bot had read people at that time.</summary>
    public Task KeepPeopleAsync(DateTimeOffset at) =>
        new ComplaintBot.People.Directory.DirectoryStore(_database.Database, TimeProvider.System).SaveAsync(
            new() { PeopleAt = at },
            CancellationToken.None
        );

    /// <summary>Runs the doctor with some settings changed ("Name=value"; without a value the setting is not given).</summary>
    public async Task<(int Code, string Said)> ExamineAsync(TimeProvider? time = null, params string[] changes)
    {
        var settings = new Dictionary<string, string>(_settings);
        foreach (var change in changes)
        {
            var equals = change.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = (change[..equals], change[(equals + 1)..]);
            if (value.Length > 0)
                settings[name] = value;
            else
                settings.Remove(name);
        }
        await using var output = new StringWriter();
        var code = await DoctorCommand.RunAsync([.. settings.Select(s => $"--{s.Key}={s.Value}")], output, time: time);
        return (code, output.ToString());
    }

    /// <summary>Somebody has written to the bot in Teams.</summary>
    private Task HeardAsync(string id) =>
        _database.Database.ExecuteAsync(
            """
            INSERT INTO conversation_references (lane, person, directory, personal, active, reference, updated_at)
            VALUES (@lane, @lane, @directory, TRUE, TRUE, '{}', 0)
            """,
            new { lane = "lane-" + id, directory = LaneKey.Person("msteams", id) }
        );

    /// <summary>A file of this installation with a text.</summary>
    public string FileWith(string text)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".json");
        File.WriteAllText(path, text);
        return path;
    }

    public async Task DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _login.DisposeAsync();
        await _bot.DisposeAsync();
        await _model.DisposeAsync();
        await Graph.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
