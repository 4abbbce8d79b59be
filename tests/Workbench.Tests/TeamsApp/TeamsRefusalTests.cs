using Workbench.TeamsApp;

namespace Workbench.Tests.TeamsApp;

/// <summary>A value that Teams would refuse, or that would do harm, is refused with a sentence that says what to write.</summary>
public class TeamsRefusalTests
{
    private static readonly TeamsAppValues Values = new()
    {
        AppId = "12345678-90ab-cdef-1234-567890abcdef",
        PublicBaseUrl = "https://complaints.example.com",
        Developer = "Example Ltd",
        PrivacyUrl = "https://www.example.com/privacy",
        TermsOfUseUrl = "https://www.example.com/terms",
    };

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "app id", "complaints" },
            { "app id", "00000000-0000-0000-0000-000000000000" },
            { "app id", "{12345678-90ab-cdef-1234-567890abcdef}" },
            { "package id", "1234" },
            { "version", "1.0" },
            { "version", "1.0.0-beta" },
            { "version", "01.0.0" },
            { "address", "http://complaints.example.com" },
            { "address", "complaints.example.com" },
            { "address", "https://localhost:3978" },
            { "address", "https://192.0.2.7" },
            { "address", "https://intranet" },
            { "address", "https://complaints.example.com/bot" },
            { "website", "www.example.com" },
            { "privacy", "http://www.example.com/privacy" },
            { "terms", "" },
            { "colour", "blue" },
            { "domain", "https://www.example.com" },
            { "domain", "www.example.com/help" },
            { "domain", "www.example.com:8443" },
            { "domain", "*.azurewebsites.net" },
            { "domain", "two words" },
            { "developer", "A name of a company that is longer than Teams can show" },
            { "developer", "" },
            { "name zh-cn", "一个很长很长很长很长很长很长很长很长很长很长很长很长很长的投诉处理机器人" },
            { "name en", "" },
            { "name", "fr" },
            { "full name zh-tw", new string('長', 101) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_refused_with_one_sentence_that_repeats_it(string what, string value)
    {
        var sentence = Assert.Single(new TeamsPackage(Folder).Fill(With(what, value)));

        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.Contains(value, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var wrong = Values with { AppId = "x", PublicBaseUrl = "y", PrivacyUrl = "z" };

        Assert.Equal(3, new TeamsPackage(Folder).Fill(wrong).Count);
    }

    [Fact]
    public void More_domains_than_Teams_takes_are_refused()
    {
        var many = Values with { Domains = [.. Enumerable.Range(0, 16).Select(n => $"w{n}.example.com")] };

        Assert.Contains("17 domains", Assert.Single(new TeamsPackage(Folder).Fill(many)), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_fit_together_are_refused()
    {
        using var copy = new TemporaryFolder(Folder);
        File.Copy(copy.File("outline.png"), copy.File("color.png"), overwrite: true);
        var english = File.ReadAllText(copy.File("en.json"));
        File.WriteAllText(copy.File("en.json"), english.Replace("commands[3].title", "commands[9].title", StringComparison.Ordinal));

        Assert.Equal(
            [
                "In en there is no text for bots[0].commandLists[0].commands[3].title.",
                "In en there is a text for bots[0].commandLists[0].commands[9].title, which the manifest does not have.",
                "The icon color.png has 32×32 points, Teams takes 192×192.",
            ],
            new TeamsPackage(copy.Path).Fill(Values)
        );
    }

    private static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "teams");

    private static TeamsAppValues With(string what, string value) =>
        what switch
        {
            "app id" => Values with { AppId = value },
            "package id" => Values with { PackageId = value },
            "version" => Values with { Version = value },
            "address" => Values with { PublicBaseUrl = value },
            "website" => Values with { WebsiteUrl = value },
            "privacy" => Values with { PrivacyUrl = value },
            "terms" => Values with { TermsOfUseUrl = value },
            "colour" => Values with { AccentColor = value },
            "domain" => Values with { Domains = [value] },
            "developer" => Values with { Developer = value },
            _ when what.StartsWith("full name ", StringComparison.Ordinal) => Values with
            {
                FullNames = new Dictionary<string, string> { [what[10..]] = value },
            },
            "name" => Values with { Names = new Dictionary<string, string> { [value] = "Réclamations" } },
            _ => Values with { Names = new Dictionary<string, string> { [what[5..]] = value } },
        };

    private sealed class TemporaryFolder : IDisposable
    {
        public TemporaryFolder(string original)
        {
            foreach (var file in Directory.EnumerateFiles(original))
                System.IO.File.Copy(file, File(System.IO.Path.GetFileName(file)));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("complaint-bot-teams-").FullName;

        public string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
