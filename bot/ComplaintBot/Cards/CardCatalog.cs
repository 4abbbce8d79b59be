using AdaptiveCards.Templating;

namespace ComplaintBot.Cards;

/// <summary>All card templates, read once from <c>cards/templates</c>. Immutable.</summary>
public sealed class CardCatalog
{
    /// <summary>How the name of a template's sample data ends.</summary>
    public const string SampleSuffix = ".data.json";

    private readonly Dictionary<string, AdaptiveCardTemplate> _templates;

    private CardCatalog(Dictionary<string, AdaptiveCardTemplate> templates) => _templates = templates;

    /// <summary>Names of the templates, such as <c>receipt</c>.</summary>
    public IReadOnlyCollection<string> Names => _templates.Keys;

    /// <summary>Reads every <c>*.json</c> of a folder but the sample data. Throws <see cref="InvalidDataException"/> with file and
    /// place when one is wrong.</summary>
    public static CardCatalog Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"There is no folder {folder} with the card templates.");
        var files = Directory
            .GetFiles(folder, "*.json")
            .Where(f => !f.EndsWith(SampleSuffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new(files.ToDictionary(f => Path.GetFileNameWithoutExtension(f), Read));
    }

    /// <summary>The template of this name. Throws <see cref="KeyNotFoundException"/> when there is none: a bug.</summary>
    public AdaptiveCardTemplate Get(string name) =>
        _templates.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"There is no card template '{name}'.");

    private static AdaptiveCardTemplate Read(string file)
    {
        try
        {
            return AdaptiveCardTemplate.Parse(File.ReadAllText(file));
        }
        catch (TemplateException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }
}
