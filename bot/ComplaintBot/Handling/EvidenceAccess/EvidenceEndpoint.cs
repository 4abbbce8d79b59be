using System.Net.Mime;
using ComplaintBot.Cards;
using ComplaintBot.People;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Intake;
using Complaints.Procedure;
using DirectLine.Uploads;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary><c>GET /evidence/{link}</c>: a page with a complaint's photos and files; <c>/evidence/{link}/{place}</c>: one of them. Both ask
/// at that moment whether the person for whom the link was made may read the complaint.</summary>
public static class EvidenceEndpoint
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ";
    private static readonly string[] Shown = [FileKind.Pdf.ContentType, FileKind.Text.ContentType];

    /// <summary>Adds the endpoint.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(EvidenceLinks.Path + "{link}", PageAsync);
        endpoints.MapGet(EvidenceLinks.Path + "{link}/{place:int}", FileAsync);
    }

    private static async Task<IResult> PageAsync(string link, HttpContext http, EvidenceReading reading, CardStrings strings)
    {
        Seal(http, "img-src 'self'; frame-src 'self'; frame-ancestors 'none'");
        return await reading.OpenAsync(link, http.RequestAborted) is var (look, complaint)
            ? Results.Content(EvidencePage.Write(complaint, link, look, strings), "text/html; charset=utf-8")
            : Over();
    }

    private static async Task<IResult> FileAsync(string link, int place, HttpContext http, EvidenceReading reading, EvidenceFiles files)
    {
        // A sandbox would keep the browser's own viewer of PDF from working; nothing in the answer can run a script anyway.
        Seal(http, "frame-ancestors 'self'");
        if (
            await reading.OpenAsync(link, http.RequestAborted) is not var (look, complaint)
            || complaint.Evidence.ElementAtOrDefault(place) is not { } file
            || (look.ByCustomer && !complaint.FilesSent.Contains(file))
            || await files.ReadAsync(complaint, file, look.ByCustomer, http.RequestAborted) is not { } content
        )
            return Over();
        http.Response.Headers.ContentDisposition = new ContentDisposition
        {
            DispositionType = IsShown(file) ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment,
            FileName = file.Name,
        }.ToString();
        return Results.Bytes(content, file.ContentType == FileKind.Text.ContentType ? "text/plain; charset=utf-8" : file.ContentType);
    }

    /// <summary>True for what a browser shows by itself.</summary>
    internal static bool IsShown(Evidence file) => FileKind.ShownAs(file.ContentType) is not null || Shown.Contains(file.ContentType);

    private static void Seal(HttpContext http, string more)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers.ContentSecurityPolicy = Policy + more;
    }

    private static IResult Over() =>
        Results.Text("This link is over. Ask the bot for a new one.", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>Who opens a link, and the complaint if they may read it now.</summary>
public sealed class EvidenceReading(EvidenceLinks links, ComplaintStore complaints, OrganisationSource organisations)
{
    /// <summary>The look and the complaint; null when the link is over, or its person left or may not see the complaint any more.</summary>
    public async Task<(EvidenceLook Look, Complaint Complaint)?> OpenAsync(string link, CancellationToken cancellationToken)
    {
        if (
            await links.ReadAsync(link, cancellationToken) is not { } look
            || await complaints.LoadAsync(look.Ticket, cancellationToken) is not { } complaint
        )
            return null;
        var organisation = organisations.Current;
        var may = look.ByCustomer
            ? complaint.PartyOf(look.By) is not null
            : organisation.FindStaff(look.By) is { } member && Relations.MaySee(Actor.Staff(member), complaint, organisation);
        return may ? (look, complaint) : null;
    }
}
