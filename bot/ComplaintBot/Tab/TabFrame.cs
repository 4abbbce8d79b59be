using System.Globalization;
using System.Net;
using System.Text;
using ComplaintBot.Conversations;
using ComplaintBot.Page.Assets;
using ComplaintBot.Storage;
using Complaints.Organisations;

namespace ComplaintBot.Tab;

/// <summary>Who looks at the tab and how: the person, the words, the look that Teams has.</summary>
internal sealed record TabViewer(StaffMember Member, Reader Reader, string Theme)
{
    /// <summary>The address of a page of the tab in the same look.</summary>
    public string Address(string page) =>
        $"{TabEndpoints.Path}/{page}?lang={Uri.EscapeDataString(Reader.Language)}&theme={Uri.EscapeDataString(Theme)}";
}

/// <summary>The outside of each page of the tab: head, navigation, one main part. All words are escaped here or by
/// <see cref="Safe"/>.</summary>
internal sealed class TabFrame(PageAssets assets)
{
    private static readonly string[] Themes = ["default", "dark", "contrast"];

    /// <summary>The look that Teams names in the address; "" = that of the system.</summary>
    public static string ThemeOf(HttpRequest request) => request.Query["theme"].ToString() is var t && Themes.Contains(t) ? t : "";

    /// <summary>A page for somebody who is signed in.</summary>
    public string Page(TabViewer viewer, string current, bool board, string main)
    {
        var navigation = new StringBuilder();
        foreach (var page in board ? new[] { TabEndpoints.Work, TabEndpoints.Board } : [TabEndpoints.Work])
        {
            var here = page == current ? " aria-current=\"page\"" : "";
            var name = Safe(viewer.Reader.Text("tab." + page));
            navigation.Append(CultureInfo.InvariantCulture, $"<a href=\"{Safe(viewer.Address(page))}\"{here}>{name}</a>");
        }
        var body = $"""
            <header><nav aria-label="{Safe(viewer.Reader.Text("tab.pages"))}">{navigation}</nav>
            <p class="who"><img src="{TabEndpoints.Path}/{TabEndpoints.Photo}" alt="" width="32" height="32"> {Safe(
                viewer.Reader.PersonWithDepartment(viewer.Member.Id) ?? ""
            )}</p></header>
            <main>{main}</main>
            """;
        return Whole(viewer.Reader, viewer.Theme, viewer.Reader.Text("tab." + current), body, "");
    }

    /// <summary>The page for somebody who is not signed in yet: it asks Teams who they are. <paramref name="local"/>: the person may say
    /// it themself, because nothing is proven here anyway.</summary>
    public string SignIn(Reader reader, string theme, bool local)
    {
        string[] words = ["failed", "outside", "blocked"];
        var data = string.Concat(words.Select(w => $" data-{w}=\"{Safe(reader.Text("tab.signIn." + w))}\""));
        var body = $"""
            <main><h1>{Safe(reader.Text("work.title"))}</h1>
            <p id="state" role="status"{data}{(local ? " data-local" : "")}>{Safe(reader.Text("tab.signIn.going"))}</p></main>
            """;
        return Whole(reader, theme, reader.Text("work.title"), body, " data-sign-in");
    }

    /// <summary>A page that says one sentence.</summary>
    public string Sentence(Reader reader, string theme, string sentence) =>
        Whole(
            reader,
            theme,
            reader.Text("work.title"),
            $"<main><h1>{Safe(reader.Text("work.title"))}</h1><p>{Safe(sentence)}</p></main>",
            ""
        );

    /// <summary>Text as HTML.</summary>
    public static string Safe(string text) => WebUtility.HtmlEncode(SqlText.Printable(text) ?? "");

    private string Whole(Reader reader, string theme, string title, string body, string attributes) =>
        $"""
            <!doctype html>
            <html lang="{Safe(reader.Language)}"{(theme.Length > 0 ? $" data-theme=\"{theme}\"" : "")}{attributes}>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Safe(title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{Url("tab.css")}">
            <script src="{Url("tab.js")}" defer></script></head>
            <body>{body}</body></html>
            """;

    private string Url(string role) => $"{AssetEndpoint.Path}/{assets[role].Name}";
}
