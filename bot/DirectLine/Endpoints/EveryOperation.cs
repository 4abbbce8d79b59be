using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DirectLine.Endpoints;

/// <summary>What all operations have in common: nothing is cached, and every failure has Direct Line's form and tells nothing of
/// the inside.</summary>
internal static class EveryOperation
{
    public static async Task RunAsync(HttpContext http, Func<HttpContext, Task<IResult?>> handler, ILogger log)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Origin";
        try
        {
            if (await handler(http) is { } result)
                await result.ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await ErrorOf(e, http, log).ExecuteAsync(http);
        }
    }

    private static DirectLineError ErrorOf(Exception e, HttpContext http, ILogger log)
    {
        switch (e)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return DirectLineError.TooLarge;
            case BadHttpRequestException or InvalidDataException or IOException:
                return DirectLineError.Malformed("The body could not be read.");
            default:
                log.LogError(e, "Direct Line {Method} {Path} failed", http.Request.Method, http.Request.Path);
                return DirectLineError.Failed;
        }
    }
}
