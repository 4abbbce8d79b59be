using Microsoft.AspNetCore.Http;

namespace DirectLine.Endpoints;

/// <summary>
/// Answers a browser's question whether a page may call. It comes without the token whose origins decide, so it is always yes;
/// the call itself is then refused to foreign pages, and no cookie ever counts here.
/// </summary>
internal static class Preflight
{
    public static IResult Answer(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = http.Request.Headers.Origin.Count > 0 ? http.Request.Headers.Origin : "*";
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, x-ms-bot-agent, X-Requested-With";
        headers.AccessControlMaxAge = "600";
        return Results.NoContent();
    }
}
