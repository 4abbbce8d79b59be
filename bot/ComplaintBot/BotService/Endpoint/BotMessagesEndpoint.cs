using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using ComplaintBot.BotService.Proof;
using ComplaintBot.BotService.Settings;
using DirectLine.Wire;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Net.Http.Headers;

namespace ComplaintBot.BotService.Endpoint;

/// <summary>The Bot Framework endpoint: what channels post their activities to.</summary>
public static class BotMessagesEndpoint
{
    /// <summary>
    /// Maps the endpoint. Needs an <see cref="IActivityReceiver"/> in the services. Statuses: 202/200/invoke statuses; 400 no activity;
    /// 401 not proven, without a reason; 405 anything but POST; 413 too long; 415 not JSON; 503 cannot be checked or stored now.
    /// </summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string path = "/api/messages")
    {
        // All methods are taken here, so that no fallback route of the host answers a GET.
        return endpoints.Map(path, ReceiveAsync).WithDisplayName("Bot Framework messages");
    }

    private static async Task ReceiveAsync(HttpContext http)
    {
        var settings = http.RequestServices.GetRequiredService<BotFrameworkSettings>();
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (!IsJson(http.Request))
        {
            await RefuseAsync(
                http,
                StatusCodes.Status415UnsupportedMediaType,
                "UnsupportedMediaType",
                "The body must be application/json in UTF-8."
            );
            return;
        }

        if (await BodyReader.ReadAsync(http.Request, settings.MaxMessageBytes, http.RequestAborted) is not { } body)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The body is too long.");
            return;
        }

        var reading = ActivityReader.Read(body.Span);
        if (reading.Activity is not { } activity)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "BadSyntax", reading.Problem!);
            return;
        }

        if (await ProveAsync(http, activity) is not { } caller)
            return;
        if (Missing(activity) is { } missing)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "BadSyntax", missing);
            return;
        }

        activity.CallerId = caller.CallerId;
        await AnswerAsync(http, activity, caller);
    }

    // Null when the sender is not proven and has been told.
    private static async Task<Caller?> ProveAsync(HttpContext http, Activity activity)
    {
        var authentication = http.RequestServices.GetRequiredService<BotFrameworkAuthentication>();
        string? header = http.Request.Headers.Authorization;
        try
        {
            return Caller.Of(await authentication.AuthenticateRequestAsync(activity, header, http.RequestAborted));
        }
        catch (NotProvenException notProven)
        {
            await RefuseAsync(http, notProven);
            return null;
        }
    }

    private static string? Missing(Activity activity) =>
        string.IsNullOrEmpty(activity.Conversation?.Id) ? "The activity has no conversation."
        : !Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")
            ? "The activity's serviceUrl is no URL."
        : null;

    private static async Task AnswerAsync(HttpContext http, Activity activity, Caller caller)
    {
        var receiver = http.RequestServices.GetRequiredService<IActivityReceiver>();
        // Channels hang up after 10 to 15 seconds while the turn goes on, so the request's token is not passed.
        var result = await receiver.ReceiveAsync(activity, caller, CancellationToken.None);
        http.Response.StatusCode = result.Status;
        SetRetryAfter(http.Response, result.RetryAfter);
        if (result.Body is { } body)
            await WriteAsync(http.Response, body);
    }

    private static Task RefuseAsync(HttpContext http, NotProvenException notProven)
    {
        http.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(BotMessagesEndpoint).FullName!)
            .LogInformation("An activity was not accepted ({Status}): {Reason}.", notProven.Failure, notProven.Message);
        switch (notProven.Failure)
        {
            case ProofFailure.Malformed:
                return RefuseAsync(http, StatusCodes.Status400BadRequest, "BadSyntax", notProven.Message);
            case ProofFailure.Unavailable:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                SetRetryAfter(http.Response, TimeSpan.FromSeconds(5));
                return Task.CompletedTask;
            default:
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return WriteAsync(http.Response, JsonSerializer.SerializeToElement(new { error = new { code, message } }));
    }

    private static Task WriteAsync(HttpResponse response, JsonElement body)
    {
        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, WireText.Options)).AsTask();
    }

    private static void SetRetryAfter(HttpResponse response, TimeSpan? wait)
    {
        if (wait is { } time)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
