using System.Net.Mime;

namespace ComplaintBot.Reports.Downloads;

/// <summary><c>GET /reports/{order}</c>: the file of a signed order, made at that moment. Links end after a quarter of an hour.</summary>
public static class DownloadEndpoint
{
    /// <summary>Where files are fetched.</summary>
    public const string Path = "/reports/";

    /// <summary>Adds the endpoint.</summary>
    public static void MapReportFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path + "{order}", HandleAsync);

    private static async Task<IResult> HandleAsync(string order, HttpContext context, SignedOrders orders, AnswerFiles files)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The page holds words of customers: whatever is in them, no script runs.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        if (
            await orders.ReadAsync(order, context.RequestAborted) is not { } wanted
            || await files.MakeAsync(wanted, context.RequestAborted) is not { } file
        )
            return Results.Text("This link is over. Ask the bot for a new one.", statusCode: StatusCodes.Status404NotFound);
        if (wanted.Format != "html")
            headers.ContentDisposition = new ContentDisposition
            {
                DispositionType = DispositionTypeNames.Attachment,
                FileName = file.Name,
            }.ToString();
        return Results.Bytes(file.Content, file.ContentType);
    }
}
