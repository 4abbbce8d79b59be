using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page.Assets;

/// <summary>All files that the page asks for, found beside the program at start and kept in memory (some 6 MB).</summary>
internal sealed class PageAssets
{
    /// <summary>The page's own scripts in the order in which they run. They are small: with them the page takes the first words.</summary>
    public static readonly IReadOnlyList<string> Scripts =
    [
        "session.js",
        "first.js",
        "stream.js",
        "look.js",
        "cardlook.js",
        "line.js",
        "connection.js",
        "load.js",
        "receipt.js",
        "filekinds.js",
        "photos.js",
        "upload.js",
        "page.js",
    ];

    /// <summary>Web Chat, which the page loads afterwards.</summary>
    public const string WebChat = "webchat.js";

    private readonly Dictionary<string, PageAsset> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageAsset> _byRole = new(StringComparer.Ordinal);

    public PageAssets(IOptions<PageSettings> settings)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        foreach (var (role, path) in BuiltFiles(root))
            Add(role, PageAsset.FromBuild(path));
        foreach (var script in Scripts)
            Add(script, PageAsset.FromContent(script, File.ReadAllBytes(Path.Combine(root, script))));
        foreach (var other in new[] { "page.css", "tab.css", "tab.js" })
            Add(other, PageAsset.FromContent(other, File.ReadAllBytes(Path.Combine(root, other))));
        Add("logo", Logo(root, settings.Value));
        Add("licences", PageAsset.FromContent("licences.txt", File.ReadAllBytes(Path.Combine(root, "vendor", "webchat.LICENSE.txt"))));
    }

    /// <summary>The file that plays a role, such as <c>page.css</c> or <c>logo</c>.</summary>
    public PageAsset this[string role] => _byRole[role];

    /// <summary>The file with that full name, or null.</summary>
    public PageAsset? Find(string name) => _byName.GetValueOrDefault(name);

    private void Add(string role, PageAsset asset)
    {
        _byRole.Add(role, asset);
        _byName[asset.Name] = asset;
    }

    private static IEnumerable<(string Role, string Path)> BuiltFiles(string root)
    {
        var vendor = Path.Combine(root, "vendor");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(vendor, "vendor.json")));
        return
        [
            .. manifest
                .RootElement.GetProperty("files")
                .EnumerateObject()
                .Select(f => (f.Name, Path.Combine(vendor, f.Value.GetString()!))),
        ];
    }

    private static PageAsset Logo(string root, PageSettings settings)
    {
        if (settings.Logo is { Length: > 0 } path)
            return PageAsset.FromContent("logo" + Path.GetExtension(path).ToLowerInvariant(), File.ReadAllBytes(path));
        var accent = AccentColor.Parse(settings.AccentColor);
        var drawing = File.ReadAllText(Path.Combine(root, "logo.svg"))
            .Replace("{accent}", accent.ToString(), StringComparison.Ordinal)
            .Replace("{onAccent}", accent.TextOnIt.ToString(), StringComparison.Ordinal);
        return PageAsset.FromContent("logo.svg", Encoding.UTF8.GetBytes(drawing));
    }
}
