using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintBot.People;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Operation;

/// <summary>The command <c>doctor</c> over an installation in which everything is right, and over ones in which one thing is
/// wrong.</summary>
public sealed class DoctorTests(GoodInstallation installation) : IClassFixture<GoodInstallation>
{
    [Fact]
    public async Task Where_everything_is_right_it_says_so()
    {
        var (code, said) = await installation.ExamineAsync();

        Assert.EndsWith("Everything is in order." + Environment.NewLine, said, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal(11, said.Split(Environment.NewLine).Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Graph:PeopleEvery=never", "settings", "Graph:PeopleEvery is a time")]
    [InlineData("Storage:Files=cloud", "settings", "Storage:Files is database, blob or folder")]
    [InlineData("MicrosoftAppPassword=", "settings", "neither MicrosoftAppPassword nor")]
    [InlineData("MicrosoftAppId=", "settings", "not allowed in Production")]
    [InlineData("DirectLine:TokenLifetime=00:00:00", "settings", "DirectLine:TokenLifetime")]
    [InlineData("Organisation:File=/nowhere/organisation.json", "organisation", "cannot be read")]
    [InlineData("ConnectionStrings:ComplaintBot=Host=127.0.0.1;Port=1;Timeout=2", "database", "PostgreSQL cannot be used")]
    [InlineData("DirectLine:PublicBaseUrl=http://127.0.0.1:1", "address", "Nobody answers at http://127.0.0.1:1/healthz")]
    [InlineData("DirectLine:PublicBaseUrl=http://complaints.example.com", "address", "is no https address")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl=http://127.0.0.1:1/x", "channels", "nothing proves that messages come from Teams")]
    [InlineData("ToChannelFromBotLoginUrl=http://127.0.0.1:1", "credentials", "could not be asked for the bot's token")]
    [InlineData("Graph:Endpoint=http://127.0.0.1:1/v1.0", "people", "Microsoft Graph cannot be reached")]
    [InlineData("Storage:BlobContainer=nowhere", "files", "404 ContainerNotFound")]
    [InlineData("AzureOpenAI:ApiKey=wrong", "model", "the key or token is refused")]
    public async Task What_is_wrong_is_named_with_what_to_do_about_it(string change, string name, string sentence)
    {
        var (code, said) = await installation.ExamineAsync(null, change);

        Assert.Equal(1, code);
        var lines = said.Split(Environment.NewLine);
        var line = Array.FindIndex(lines, l => l.StartsWith("WRONG " + name, StringComparison.Ordinal));
        Assert.True(line >= 0, said);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains(lines[line..], l => l.TrimStart().StartsWith("→ ", StringComparison.Ordinal));
        // One fault is told once, not by everything that depends on it.
        Assert.Equal(1, lines.Count(l => l.StartsWith("WRONG", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Organisation:File=", "organisation", "The example company is served")]
    [InlineData("DirectLine:PublicBaseUrl=", "address", "DirectLine:PublicBaseUrl is not set")]
    [InlineData("ConnectionStrings:ComplaintBot=Data Source=new.db", "database", "SQLite answers and is empty")]
    public async Task What_works_but_is_hardly_meant_is_told_and_is_no_failure(string change, string name, string sentence)
    {
        var (code, said) = await installation.ExamineAsync(null, change, "Graph:Enabled=");

        Assert.Contains($"LOOK  {name}", said, StringComparison.Ordinal);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_directory_that_is_asked_for_nobody_is_told()
    {
        var example = installation.FileWith(await File.ReadAllTextAsync(OrganisationFile.ExamplePath));

        var (code, said) = await installation.ExamineAsync(null, "Organisation:File=" + example);

        Assert.Contains("LOOK  people", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_is_not_set_up_is_no_failure()
    {
        var (code, said) = await installation.ExamineAsync(
            null,
            "Graph:Enabled=",
            "Storage:Files=",
            "Organisation:File=" + installation.FileWith(await File.ReadAllTextAsync(OrganisationFile.ExamplePath)),
            "AzureOpenAI:Endpoint=",
            "AzureOpenAI:Deployment="
        );

        Assert.Equal(0, code);
        Assert.Contains("-     people", said, StringComparison.Ordinal);
        Assert.Contains("-     model", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_to_is_named()
    {
        var text = await File.ReadAllTextAsync(OrganisationFile.ExamplePath);
        var path = installation.FileWith(text.Replace("aad-li-wei", "aad-somebody-new", StringComparison.Ordinal));

        var (code, said) = await installation.ExamineAsync(null, "Organisation:File=" + path);

        Assert.Equal(0, code);
        Assert.Contains("cannot write to 1 of ", said, StringComparison.Ordinal);
        Assert.Contains("people: 李伟.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_organisation_file_is_told_with_its_line()
    {
        var text = await File.ReadAllTextAsync(OrganisationFile.ExamplePath);
        var path = installation.FileWith(
            text.Replace("\"timeZone\": \"Asia/Shanghai\"", "\"timeZone\": \"Mars\"", StringComparison.Ordinal)
        );

        var (code, said) = await installation.ExamineAsync(null, "Organisation:File=" + path);

        Assert.Equal(1, code);
        Assert.Contains("unknown time zone \"Mars\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_that_is_missing_and_a_secret_that_is_refused_are_told()
    {
        installation.Graph.Fault = path =>
            path.StartsWith("/communications", StringComparison.Ordinal) ? (403, "Authorization_RequestDenied", null) : null;
        installation.LoginStatus = 401;
        try
        {
            var (code, said) = await installation.ExamineAsync();
            Assert.Equal(1, code);
            Assert.Contains("Presence.Read.All", said, StringComparison.Ordinal);
            Assert.Contains("gives the bot no token: 401", said, StringComparison.Ordinal);
            Assert.EndsWith("Wrong: 2; to look at: 0." + Environment.NewLine, said, StringComparison.Ordinal);
        }
        finally
        {
            installation.Graph.Fault = _ => null;
            installation.LoginStatus = 200;
        }
    }

    [Fact]
    public async Task How_old_what_the_bot_knows_of_people_is_told_when_it_is_not_read_any_more()
    {
        await installation.KeepPeopleAsync(DateTimeOffset.UtcNow.AddDays(-3));
        try
        {
            var (code, said) = await installation.ExamineAsync();
            Assert.Equal(0, code);
            Assert.Contains("but not to the bot. The bot works with what was read 3 days ago.", said, StringComparison.Ordinal);
            installation.Graph.Fault = _ => (403, "Authorization_RequestDenied", null);
            (code, said) = await installation.ExamineAsync();
            Assert.Equal(1, code);
            Assert.Contains("The bot works with what was read 3 days ago.", said, StringComparison.Ordinal);
        }
        finally
        {
            installation.Graph.Fault = _ => null;
            await installation.KeepPeopleAsync(DateTimeOffset.UtcNow);
        }
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_with_how_much()
    {
        var (code, said) = await installation.ExamineAsync(new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(10)));

        Assert.Equal(1, code);
        Assert.Matches("WRONG clock .*seconds ahead of", said);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_told()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(90)
        );
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var proxy = await LoopbackServer.StartAsync(http => http.Response.WriteAsync("alive"), certificate);

        var (code, said) = await installation.ExamineAsync(null, "DirectLine:PublicBaseUrl=" + proxy.Url);

        Assert.Equal(1, code);
        Assert.Contains("is not trusted", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_told()
    {
        await using var newer = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await newer.Database.ExecuteAsync("INSERT INTO migrations (number, name, applied_at) VALUES (9999, 'later', 0)");

        var (code, said) = await installation.ExamineAsync(null, "ConnectionStrings:ComplaintBot=" + newer.ConnectionString);

        Assert.Equal(1, code);
        Assert.Contains("migrated by a newer version", said, StringComparison.Ordinal);
    }
}
