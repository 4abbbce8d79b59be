using System.Security.Cryptography;
using System.Text.Json;
using ComplaintBot.Cards;
using ComplaintBot.Intake.SmallTalk;
using ComplaintBot.Page.Assets;
using ComplaintBot.Page.Customers;
using ComplaintBot.Page.Texts;
using ComplaintBot.People;
using Complaints.Organisations;
using DirectLine;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page.Html;

/// <summary><c>GET /</c>: the chat page in the visitor's language.</summary>
internal sealed class PageEndpoint(
    IOptions<PageSettings> settings,
    IOptions<DirectLineOptions> directLine,
    PageAssets assets,
    OrganisationSource organisation,
    CardStrings strings,
    TimeProvider time
)
{
    /// <summary>The words that the page's script shows by itself.</summary>
    private static readonly string[] ScriptTexts =
    [
        "sending",
        "notLoaded",
        "offline",
        "reconnecting",
        "unreachable",
        "back",
        "newMessage",
        "copied",
        "fileEmpty",
        "fileKind",
        "fileFalse",
        "fileTooLarge",
        "fileTooMany",
        "filesTooLarge",
        "filesAllowed",
        "photoReduced",
        "sendOriginal",
        "notTaken",
        "close",
    ];

    // The backgrounds of the two looks (look.js) on which text has the least contrast: the accent colour must be readable on them too.
    private static readonly AccentColor LightBackground = AccentColor.Parse("#e9edf1");
    private static readonly AccentColor DarkBackground = AccentColor.Parse("#373e47");

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
        var (onLight, onDark) = (accent.ReadableOn(LightBackground), accent.ReadableOn(DarkBackground));

        var values = texts.Keys.ToDictionary(k => k, k => texts[k]);
        var returns = CustomerCookie.IsThere(request);
        var place = Languages.All.ToList().IndexOf(language);
        values["lang"] = language;
        values["ownName"] = texts.OwnName;
        var now = organisation.Current.Local(time.GetUtcNow());
        values["zone"] = texts.Format("zone", TimeText.Zone(now));
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
                webChat = Url(PageAssets.WebChat),
                limits = new
                {
                    file = directLine.Value.MaxFileBytes,
                    count = directLine.Value.MaxFiles,
                    total = directLine.Value.MaxUploadBytes,
                },
                zoneMinutes = (int)now.Offset.TotalMinutes,
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
                ["languagesBefore"] = [.. Languages.All.Take(place).Select(l => LanguageLink(root, l, embedded))],
                ["languagesAfter"] = [.. Languages.All.Skip(place + 1).Select(l => LanguageLink(root, l, embedded))],
                ["greetings"] = returns ? [] : [new() { ["greeting"] = Greeting(language) }],
                ["returning"] = returns
                    ?
                    [
                        [],
                    ]
                    : [],
                ["offers"] = returns
                    ? []
                    : [.. Offers.Keys.Select(k => new Dictionary<string, string> { ["offer"] = strings.Text(language, k) })],
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

    // The bot's own first words, so that nothing jumps when they come.
    private string Greeting(string language) => strings.Text(language, "talk.welcome", ("name", organisation.Current.Name.In(language)));

    private static Dictionary<string, string> LanguageLink(string root, string link, bool embedded) =>
        new()
        {
            ["code"] = link,
            ["name"] = PageTexts.In(link).OwnName,
            ["href"] = $"{root}/?{PageLanguage.QueryKey}={link}{(embedded ? "&embed=1" : "")}",
        };

    private static IReadOnlyList<Dictionary<string, string>> Optional(string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new() { ["value"] = value }];
}
