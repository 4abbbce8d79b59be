using System.Security.Cryptography;
using System.Text.Json;
using ComplaintBot.Page.Assets;
using ComplaintBot.Page.Texts;
using ComplaintBot.People;
using Complaints.Organisations;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page.Html;

/// <summary><c>GET /</c>: the chat page in the visitor's language.</summary>
internal sealed class PageEndpoint(IOptions<PageSettings> settings, PageAssets assets, OrganisationSource organisation)
{
    /// <summary>The words that the page's script shows by itself.</summary>
    private static readonly string[] ScriptTexts = ["connecting", "offline", "reconnecting", "unreachable", "back", "newMessage"];

    // The backgrounds of the two looks in page.css, which the accent colour must be readable on.
    private static readonly AccentColor DarkBackground = AccentColor.Parse("#22272e");

    private readonly PageTemplate _template = PageTemplate.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "page.html"))
    );

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var language = PageLanguage.Of(request);
        if (PageLanguage.Chosen(request) is { } chosen)
            PageLanguage.Remember(response, chosen, request.IsHttps);
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        PageHeaders.Write(response, nonce, settings.Value.EmbedOrigins);
        response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(request.Method))
            await response.WriteAsync(Render(request, language, nonce), context.RequestAborted);
    }

    private string Render(HttpRequest request, string language, string nonce)
    {
        var (texts, page, root) = (PageTexts.In(language), settings.Value, request.PathBase.Value ?? "");
        var embedded = request.Query.ContainsKey("embed");
        var name = page.Name is { Length: > 0 } own ? own : organisation.Current.Name.In(language);
        var accent = AccentColor.Parse(page.AccentColor);
        var (onLight, onDark) = (accent.ReadableOn(AccentColor.White), accent.ReadableOn(DarkBackground));

        var values = texts.Keys.ToDictionary(k => k, k => texts[k]);
        values["lang"] = language;
        values["organisation"] = name;
        values["title"] = texts.Format("title", name);
        values["nonce"] = nonce;
        values["accent"] = accent.ToString();
        values["onAccent"] = accent.TextOnIt.ToString();
        values["accentOnLight"] = onLight.ToString();
        values["accentOnDark"] = onDark.ToString();
        values["layout"] = embedded ? "embedded" : "whole";
        values["css"] = Url("page.css");
        values["logo"] = Url("logo");
        values["licences"] = Url("licences");
        values["settings"] = JsonSerializer.Serialize(
            new
            {
                root,
                language,
                nonce,
                embedded,
                accent = new { light = onLight.ToString(), dark = onDark.ToString() },
                texts = ScriptTexts.ToDictionary(k => k, k => texts[k]),
            },
            JsonSerializerOptions.Web
        );

        return _template.Render(
            values,
            new Dictionary<string, IReadOnlyList<Dictionary<string, string>>>
            {
                ["scripts"] = [.. PageAssets.Scripts.Select(s => new Dictionary<string, string> { ["url"] = Url(s) })],
                ["languages"] = [.. Languages.All.Select(l => LanguageLink(root, l, language, embedded))],
                ["phones"] = Optional(page.Phone),
                ["emails"] = Optional(page.Email),
                ["counters"] =
                    string.IsNullOrEmpty(page.Phone) && string.IsNullOrEmpty(page.Email)
                        ?
                        [
                            [],
                        ]
                        : [],
            }
        );

        string Url(string role) => $"{root}{AssetEndpoint.Path}/{assets[role].Name}";
    }

    private static Dictionary<string, string> LanguageLink(string root, string link, string current, bool embedded) =>
        new()
        {
            ["code"] = link,
            ["name"] = PageTexts.In(link).OwnName,
            ["href"] = $"{root}/?{PageLanguage.QueryKey}={link}{(embedded ? "&embed=1" : "")}",
            ["current"] = link == current ? "true" : "false",
        };

    private static IReadOnlyList<Dictionary<string, string>> Optional(string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new() { ["value"] = value }];
}
