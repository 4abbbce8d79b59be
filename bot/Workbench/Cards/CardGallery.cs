using System.Diagnostics;
using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using Complaints.Organisations;

namespace Workbench.Cards;

/// <summary>Draws card templates with their samples in every language, for people to look at.</summary>
internal static class CardGallery
{
    /// <summary>Draws every template, or those named, into a folder (null = <c>artifacts/cards</c>); 0 done, 1 could not draw, 2 not
    /// inside the repository.</summary>
    public static int Draw(string? given, IReadOnlyList<string> names, TextWriter output)
    {
        if (FindRepository(output) is not { } repository)
            return 2;
        var (catalog, strings, templates) = Load(repository);
        var folder = Path.GetFullPath(given ?? Path.Combine(repository, "artifacts", "cards"));
        var count = WriteCards(catalog, strings, templates, folder);
        output.WriteLine($"{count} cards written to {folder}");
        return Draw(repository, [folder, .. names], output);
    }

    /// <summary>Brings the words in the sample data up to date, so that the public Designer shows the cards as they are.</summary>
    public static int WriteWords(TextWriter output)
    {
        if (FindRepository(output) is not { } repository)
            return 2;
        var (catalog, strings, templates) = Load(repository);
        foreach (var name in catalog.Names)
        {
            var words = WordsInTemplate.Cut(strings.Tree(Languages.ZhCn), File.ReadAllText(Path.Combine(templates, name + ".json")));
            File.WriteAllText(Path.Combine(templates, name + CardCatalog.SampleSuffix), SampleData.Load(templates, name).With(words));
        }
        output.WriteLine($"words of {catalog.Names.Count} samples written");
        return 0;
    }

    private static (CardCatalog Catalog, CardStrings Strings, string Templates) Load(string repository)
    {
        var templates = Path.Combine(repository, "cards", "templates");
        return (CardCatalog.Load(templates), CardStrings.Load(Path.Combine(repository, "cards", "strings")), templates);
    }

    private static int WriteCards(CardCatalog catalog, CardStrings strings, string templates, string folder)
    {
        Directory.CreateDirectory(folder);
        var renderer = new CardRenderer(catalog, strings, strict: true);
        var list = new JsonArray();
        foreach (var name in catalog.Names)
        {
            var samples = SampleData.Load(templates, name);
            var pictures =
                from variant in samples.Variants
                from language in Languages.All
                from target in Enum.GetValues<CardTarget>()
                select (variant, language, target);
            foreach (var (variant, language, target) in pictures)
            {
                var rendered = renderer.Render(name, language, samples.In(language, variant), target);
                list.Add(
                    new JsonObject
                    {
                        ["name"] = variant.Length == 0 ? name : $"{name}.{variant}",
                        ["language"] = language,
                        ["target"] = target.ToString().ToLowerInvariant(),
                        ["summary"] = rendered.Summary,
                        ["card"] = rendered.Card,
                    }
                );
            }
        }
        File.WriteAllText(Path.Combine(folder, "cards.json"), GalleryJson.Write(list));
        return list.Count;
    }

    private static int Draw(string repository, string[] folderAndNames, TextWriter output)
    {
        var scripts = Path.Combine(repository, "tests", "Cards");
        try
        {
            if (!File.Exists(Path.Combine(scripts, "node_modules", ".package-lock.json")))
            {
                Console.Error.WriteLine("Fetching what draws the cards from npm (once)");
                if (Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], scripts) != 0)
                    return 1;
            }
            return Start("node", [Path.Combine(scripts, "draw.mjs"), .. folderAndNames], scripts);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            output.WriteLine($"cards: drawing needs Node.js: {e.Message}");
            return 1;
        }
    }

    private static int Start(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string? FindRepository(TextWriter output)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln")))
                return folder.FullName;
        }
        output.WriteLine("cards: this command works inside the repository, where the templates are.");
        return null;
    }
}
