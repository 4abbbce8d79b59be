using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.TeamsApp;

/// <summary>The Teams app package: the manifest of <c>infra/teams</c> with an installation's values, its languages and icons, as the zip
/// file that Teams takes. It names only what the bot answers.</summary>
public sealed class TeamsPackage
{
    private const int MostDomains = 16;

    // Words of people stand in the files as they read them.
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _folder;
    private readonly JsonObject _manifest;
    private readonly Dictionary<string, (string File, JsonObject Texts)> _languages;

    /// <summary>Reads the files of a folder such as <c>infra/teams</c>.</summary>
    /// <exception cref="IOException">A file that the manifest names is not there.</exception>
    public TeamsPackage(string folder)
    {
        _folder = folder;
        _manifest = Read("manifest.json");
        _languages = _manifest["localizationInfo"]!["additionalLanguages"]!
            .AsArray()
            .Select(l => (Tag: (string)l!["languageTag"]!, File: (string)l["file"]!))
            .ToDictionary(l => l.Tag, l => (l.File, Read(l.File)));
    }

    private string DefaultLanguage => (string)_manifest["localizationInfo"]!["defaultLanguageTag"]!;

    /// <summary>Puts the values in. What cannot be used comes back as sentences, and then there is no package to
    /// <see cref="Write"/>.</summary>
    public IReadOnlyList<string> Fill(TeamsAppValues values)
    {
        var wrong = TeamsAppCheck.Refusals(values).Concat(Named(values.Names, "short")).Concat(Named(values.FullNames, "full")).ToList();
        if (wrong.Count > 0)
            return wrong;

        var address = new Uri(values.PublicBaseUrl);
        _manifest["id"] = (values.PackageId ?? values.AppId).ToLowerInvariant();
        _manifest["version"] = values.Version ?? (string)_manifest["version"]!;
        _manifest["accentColor"] = values.AccentColor ?? (string)_manifest["accentColor"]!;
        _manifest["bots"]![0]!["botId"] = values.AppId.ToLowerInvariant();
        // Links to tickets lead to the bot's own address; nobody else's links are its business.
        var extension = _manifest["composeExtensions"]![0]!;
        extension["botId"] = values.AppId.ToLowerInvariant();
        extension["messageHandlers"]![0]!["value"]!["domains"] = new JsonArray(address.Host);
        // The pages come in the language and look that Teams has; whoever looks is proven by a token for this application.
        foreach (var tab in _manifest["staticTabs"]!.AsArray().Where(t => t!["contentUrl"] is not null))
            tab!["contentUrl"] = $"{address.AbsoluteUri}tab/{tab["entityId"]}?lang={{locale}}&theme={{theme}}";
        _manifest["webApplicationInfo"] = new JsonObject
        {
            ["id"] = values.AppId.ToLowerInvariant(),
            ["resource"] = $"api://{address.Host}/botid-{values.AppId.ToLowerInvariant()}",
        };
        _manifest["developer"] = new JsonObject
        {
            ["name"] = values.Developer,
            ["websiteUrl"] = values.WebsiteUrl ?? address.AbsoluteUri,
            ["privacyUrl"] = values.PrivacyUrl,
            ["termsOfUseUrl"] = values.TermsOfUseUrl,
        };
        var domains = values.Domains.Prepend(address.Host).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _manifest["validDomains"] = new JsonArray([.. domains.Select(d => JsonValue.Create(d))]);
        return [.. Refusals(values.Developer, domains.Count)];
    }

    /// <summary>Writes the zip file. The same values make the same bytes.</summary>
    public void Write(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(_manifest, Written));
        foreach (var (file, texts) in _languages.Values)
            Add(zip, file, JsonSerializer.SerializeToUtf8Bytes(texts, Written));
        foreach (var (_, icon) in _manifest["icons"]!.AsObject())
            Add(zip, (string)icon!, File.ReadAllBytes(Path.Combine(_folder, (string)icon!)));
    }

    private IEnumerable<string> Named(IReadOnlyDictionary<string, string> names, string length)
    {
        foreach (var (language, name) in names)
        {
            if (language == DefaultLanguage)
                _manifest["name"]![length] = name;
            else if (_languages.TryGetValue(language, out var file))
                file.Texts[$"name.{length}"] = name;
            else
                yield return $"There is no language '{language}'; there are {string.Join(", ", _languages.Keys.Prepend(DefaultLanguage))}.";
        }
    }

    private IEnumerable<string> Refusals(string developer, int domains)
    {
        if (developer.EnumerateRunes().Count() is 0 or > 32)
            yield return $"The developer's name '{developer}' must have 1 to 32 characters.";
        if (domains > MostDomains)
            yield return $"There are {domains} domains, Teams takes {MostDomains}.";
        var ofDefault = TeamsTexts.OfManifest(_manifest);
        foreach (var sentence in TeamsTexts.Refusals(DefaultLanguage, ofDefault, ofDefault))
            yield return sentence;
        foreach (var (language, (_, texts)) in _languages)
            foreach (var sentence in TeamsTexts.Refusals(language, TeamsTexts.OfFile(texts), ofDefault))
                yield return sentence;
        foreach (var (kind, size) in new[] { ("color", 192), ("outline", 32) })
        {
            var name = (string)_manifest["icons"]![kind]!;
            if (TeamsIcon.Refusal(name, File.ReadAllBytes(Path.Combine(_folder, name)), size) is { } sentence)
                yield return sentence;
        }
    }

    private JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, name)))!.AsObject();

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
