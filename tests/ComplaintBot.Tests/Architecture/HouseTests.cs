using System.Text.RegularExpressions;

namespace ComplaintBot.Tests.Architecture;

/// <summary>What every file of the repository keeps, told by its place where one does not.</summary>
public sealed partial class HouseTests
{
    private const int LongestLine = 140;

    private static readonly string Root = Repository();

    [Fact]
    public void A_line_of_code_has_140_characters_at_most() =>
        None(from line in Lines(".cs") where line.Text.Length > LongestLine select $"{line.Place}: {line.Text.Length}");

    // Where words of Chinese may stand in code, and why.
    private static readonly (string Place, string Reason)[] WithChinese =
    [
        ("bot/Complaints/Intake/PhoneNumbers.cs", "the domain reads no files"),
        ("bot/Complaints/Simulation/", "a company that was made up"),
        ("bot/Workbench/Bench/", "a company that was made up"),
        ("bot/Workbench/Simulation/", "a company that was made up"),
        ("bot/Workbench/TeamsApp/", "the text of the manifest"),
        ("bot/ComplaintBot/Operation/FirstHour/OrganisationDraft.cs", "the text of the organisation file"),
        ("bot/ComplaintBot/Page/Texts/PageTexts.cs", "the names that languages have for themselves"),
    ];

    [Fact]
    public void Words_of_Chinese_stand_in_files_of_words_and_not_in_code()
    {
        var found = Files(".cs")
            .Where(f => Place(f).StartsWith("bot/", StringComparison.Ordinal))
            .Where(f =>
                Literal().Matches(File.ReadAllText(f)).Any(m => m.Groups["literal"].Value.Any(c => c is >= '\u3400' and <= '\u9FFF'))
            )
            .Select(Place)
            .ToList();
        None(found.Where(f => !WithChinese.Any(w => f.StartsWith(w.Place, StringComparison.Ordinal))));
        // A place that needs no permission has none.
        None(WithChinese.Where(w => !found.Exists(f => f.StartsWith(w.Place, StringComparison.Ordinal))).Select(w => w.Place));
    }

    [Fact]
    public void A_page_that_a_comment_cites_is_in_the_repository() =>
        None(
            from line in Lines(".cs", ".js", ".mjs", ".json")
            from page in Page().Matches(Comment(line.Text)).Select(m => m.Value)
            where !File.Exists(Path.Combine(Root, page)) && !File.Exists(Path.Combine(Path.GetDirectoryName(line.File)!, page))
            select $"{line.Place}: {page}"
        );

    [Fact]
    public void A_link_of_a_page_leads_to_a_file_and_a_heading()
    {
        var pages = Files(".md").ToDictionary(f => f, File.ReadAllText);
        bool Leads(string page, string link)
        {
            var parts = link.Split('#', 2);
            var file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
            return Path.Exists(file) && (parts.Length == 1 || (pages.TryGetValue(file, out var text) && Headings(text).Contains(parts[1])));
        }
        None(
            from page in pages
            from link in Link().Matches(Code().Replace(page.Value, "")).Select(m => m.Groups["to"].Value)
            where !link.Contains(':', StringComparison.Ordinal) && !Leads(page.Key, link)
            select $"{Place(page.Key)}: {link}"
        );
    }

    [Fact]
    public void A_file_that_a_page_names_is_in_the_repository()
    {
        var files = Files().Select(f => "/" + Place(f)).ToList();
        None(
            from line in Lines(".md")
            // What was, was.
            where !line.Place.StartsWith("CHANGELOG.md", StringComparison.Ordinal)
            from file in SourceFile().Matches(line.Text).Select(m => m.Value)
            where !files.Exists(f => f.EndsWith("/" + file, StringComparison.Ordinal))
            select $"{line.Place}: {file}"
        );
    }

    private static void None(IEnumerable<string> faults)
    {
        Assert.True(Files(".cs").Count() > 100, "The files of the repository were not found.");
        var all = faults.ToList();
        Assert.True(all.Count == 0, "\n" + string.Join('\n', all));
    }

    // As GitHub names them: small letters, hyphens for spaces, no other marks; the second of one name is -1.
    private static HashSet<string> Headings(string page) =>
        [
            .. Heading()
                .Matches(page)
                .Select(m => NoAnchor().Replace(m.Groups["words"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))
                .GroupBy(a => a, (a, all) => all.Select((_, i) => i == 0 ? a : $"{a}-{i}"))
                .SelectMany(a => a),
        ];

    private static string Comment(string line) => line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var start ? line[start..] : "";

    private static IEnumerable<(string File, string Place, string Text)> Lines(params string[] kinds) =>
        from file in Files(kinds)
        from line in File.ReadLines(file).Select((text, i) => (file, $"{Place(file)}:{i + 1}", text))
        select line;

    private static string Place(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    // What git would list, without asking git: neither what is built nor what is fetched.
    private static IEnumerable<string> Files(params string[] kinds)
    {
        var folders = new Stack<string>([Root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.GetDirectories(folder).Where(d => !Unlisted().IsMatch(d[Root.Length..].Replace('\\', '/'))))
                folders.Push(inner);
            foreach (var file in Directory.GetFiles(folder).Where(f => kinds.Length == 0 || kinds.Contains(Path.GetExtension(f))))
                yield return file;
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"/(bin|obj|node_modules|artifacts|data|\.git|\.vs|wwwroot/vendor)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Unlisted();

    [GeneratedRegex(@"(?<![\w/.*-])([\w.-]+/)*[\w-]+\.md\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Page();

    [GeneratedRegex(@"(?<![\w/.-])([\w-][\w.-]*/)+[\w.-]+\.(cs|txt|sql|mjs)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SourceFile();

    [GeneratedRegex(
        """"//[^\n]*|(?<literal>"{3}.*?"{3}|@"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+')"""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("(```.*?```|`[^`\n]*`)", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (?<words>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]", RegexOptions.ExplicitCapture)]
    private static partial Regex NoAnchor();
}
