using System.IO.Compression;
using System.Text.Json.Nodes;
using Teams.Schemas;
using Workbench.TeamsApp;

namespace Workbench.Tests.TeamsApp;

public class TeamsPackageTests
{
    private const string Bot = "12345678-90AB-cdef-1234-567890abcdef";

    private static readonly TeamsAppValues Values = new()
    {
        AppId = Bot,
        PublicBaseUrl = "https://complaints.example.com",
        Developer = "Example Ltd",
        PrivacyUrl = "https://www.example.com/privacy",
        TermsOfUseUrl = "https://www.example.com/terms",
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "teams");

    [Fact]
    public void The_zip_holds_the_manifest_its_languages_and_icons_at_its_root_and_nothing_else() =>
        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png", "zh-tw.json"], Made(Values).Keys.Order());

    [Fact]
    public void Microsofts_public_schemas_have_nothing_to_say_of_it()
    {
        var files = Made(Values);

        var manifest = Json(files["manifest.json"]);
        Assert.Equal("1.19", (string?)manifest["manifestVersion"]);
        Assert.Empty(NodeSchemas.Complaints("v1.19/MicrosoftTeams.schema.json", manifest));
        foreach (var language in new[] { "en.json", "zh-tw.json" })
            Assert.Empty(NodeSchemas.Complaints("v1.19/MicrosoftTeams.Localization.schema.json", Json(files[language])));
    }

    [Fact]
    public void The_schemas_would_say_so_if_something_were_wrong()
    {
        var manifest = Json(Made(Values)["manifest.json"]);
        manifest["bots"]![0]!["botId"] = "no GUID";
        manifest["name"]!["short"] = new string('x', 31);

        Assert.Equal(2, NodeSchemas.Complaints("v1.19/MicrosoftTeams.schema.json", manifest).Count);
    }

    [Fact]
    public void The_values_stand_where_Teams_reads_them()
    {
        var manifest = Json(
            Made(
                Values with
                {
                    PackageId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                    Version = "1.4.0",
                    AccentColor = "#112233",
                    Domains = ["www.example.com", "COMPLAINTS.example.com"],
                    Names = new Dictionary<string, string> { ["zh-cn"] = "投诉" },
                }
            )["manifest.json"]
        );

        Assert.Equal("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", (string?)manifest["id"]);
        Assert.Equal(Bot.ToLowerInvariant(), (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(("1.4.0", "#112233"), ((string?)manifest["version"], (string?)manifest["accentColor"]));
        Assert.Equal(["complaints.example.com", "www.example.com"], manifest["validDomains"]!.AsArray().Select(d => (string?)d));
        Assert.Equal("https://complaints.example.com/", (string?)manifest["developer"]!["websiteUrl"]);
        Assert.Equal("投诉", (string?)manifest["name"]!["short"]);
    }

    [Fact]
    public void A_name_of_another_language_stands_in_the_file_of_that_language()
    {
        var files = Made(Values with { Names = new Dictionary<string, string> { ["en"] = "Help desk" } });

        Assert.Equal("Help desk", (string?)Json(files["en.json"])["name.short"]);
        Assert.Equal("投诉处理", (string?)Json(files["manifest.json"])["name"]!["short"]);
    }

    [Fact]
    public void Nothing_is_promised_that_the_bot_does_not_answer()
    {
        var manifest = Json(Made(Values)["manifest.json"]);

        foreach (var part in new[] { "configurableTabs", "authorization" })
            Assert.False(manifest.ContainsKey(part), part);
    }

    [Fact]
    public void The_tabs_are_pages_of_the_bot_in_the_look_of_Teams_and_sign_in_for_its_application()
    {
        var manifest = Json(Made(Values)["manifest.json"]);

        var tabs = manifest["staticTabs"]!.AsArray().ToDictionary(t => (string)t!["entityId"]!, t => (string?)t!["contentUrl"]);
        Assert.Equal(["conversations", "work", "board"], tabs.Keys);
        Assert.Equal("https://complaints.example.com/tab/work?lang={locale}&theme={theme}", tabs["work"]);
        Assert.Equal("https://complaints.example.com/tab/board?lang={locale}&theme={theme}", tabs["board"]);
        var id = Bot.ToLowerInvariant();
        Assert.Equal(
            (id, $"api://complaints.example.com/botid-{id}"),
            ((string?)manifest["webApplicationInfo"]!["id"], (string?)manifest["webApplicationInfo"]!["resource"])
        );
    }

    [Fact]
    public void Search_and_link_previews_are_the_bots_own()
    {
        var extension = Json(Made(Values)["manifest.json"])["composeExtensions"]![0]!;

        Assert.Equal(Bot.ToLowerInvariant(), (string?)extension["botId"]);
        Assert.Equal(["complaints.example.com"], extension["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(d => (string?)d));
    }

    [Fact]
    public void The_same_values_make_the_same_bytes() => Assert.Equal(Zip(Values), Zip(Values));

    private static byte[] Zip(TeamsAppValues values)
    {
        var package = new TeamsPackage(Folder);
        Assert.Empty(package.Fill(values));
        using var output = new MemoryStream();
        package.Write(output);
        return output.ToArray();
    }

    private static Dictionary<string, byte[]> Made(TeamsAppValues values)
    {
        using var zip = new ZipArchive(new MemoryStream(Zip(values)));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            files[entry.FullName] = copy.ToArray();
        }
        return files;
    }

    private static JsonObject Json(byte[] file) => JsonNode.Parse(file)!.AsObject();
}
