using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ComplaintBot.Cards;
using Complaints;
using Complaints.Intake;
using DirectLine.Uploads;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>The page with a complaint's photos and files: pictures and PDF are shown, the rest can be fetched.</summary>
internal static class EvidencePage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 960px; margin: 0 auto; padding: 16px; }
        figure { margin: 0 0 28px; }
        img, iframe { display: block; max-width: 100%; border: 1px solid #8886; border-radius: 8px; }
        iframe { width: 100%; height: 80vh; background: #fff; }
        figcaption { margin-top: 6px; overflow-wrap: anywhere; }
        """;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Complaint complaint, string link, EvidenceLook look, CardStrings strings)
    {
        var language = look.Language;
        var ticket = look.ByCustomer ? complaint.NumberFor(look.By) : complaint.Ticket;
        var title = Html.Encode(strings.Text(language, look.ByCustomer ? "file.title" : "evidence.title", ("ticket", ticket)));
        var page = new StringBuilder(
            $"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>{title}</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + $"<style>{Style}</style><h1>{title}</h1>"
        );
        if (!look.ByCustomer && EvidenceFiles.IsAnonymous(complaint))
            page.Append("<p>").Append(Html.Encode(strings.Text(language, "evidence.anonymous"))).Append("</p>");
        foreach (var (place, file) in complaint.Evidence.Index().Where(f => !look.ByCustomer || complaint.FilesSent.Contains(f.Item)))
            page.Append(Figure(file, $"{link}/{place}", Html.Encode(strings.Text(language, "evidence.save"))));
        return page.Append("</html>").ToString();
    }

    private static string Figure(Evidence file, string address, string save)
    {
        var name = Html.Encode(file.Name);
        var shown =
            FileKind.ShownAs(file.ContentType) is not null ? $"<img src=\"{address}\" alt=\"{name}\">"
            : EvidenceEndpoint.IsShown(file) ? $"<iframe src=\"{address}\" title=\"{name}\"></iframe>"
            : "";
        var size = FileSize.Of(file.Bytes) is { } known ? $" · {known}" : "";
        return $"<figure>{shown}<figcaption>{name}{size} · <a href=\"{address}\" download=\"{name}\">{save}</a></figcaption></figure>";
    }
}
