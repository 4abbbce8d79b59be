using System.Text.Json;
using DirectLine;
using DirectLine.Access;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page.Customers;

/// <summary>What the page asks for. Everything may be left out.</summary>
/// <param name="Locale">The language that the page is in.</param>
/// <param name="ConversationId">The conversation that the page shows; it is continued if it is this customer's.</param>
/// <param name="StartNew">True starts a new conversation; the customer, and so their tickets, stay the same.</param>
/// <param name="Embedded">True inside another site's page.</param>
internal sealed record TokenRequest(string? Locale, string? ConversationId, bool StartNew, bool Embedded);

/// <summary><c>POST /api/directline/token</c>: gives the browser the right to talk in its conversation for the next half hour.</summary>
internal sealed class TokenEndpoint(
    CustomerCookie cookie,
    DirectLineTokenService tokens,
    IDirectLineStore conversations,
    IOptions<DirectLineOptions> directLine,
    TimeProvider clock
)
{
    private const int LargestBody = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var (request, aborted) = (context.Request, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (IsForeign(request))
            return Error(StatusCodes.Status403Forbidden, "Forbidden", "Only the chat page itself may ask for a token.");
        if (await ReadBodyAsync(request, aborted) is not { } wish)
            return Error(StatusCodes.Status400BadRequest, "MalformedData", "The body must be a small JSON object, or empty.");

        var wait = await conversations.ChargeAsync(
            [new(ClientAddress.KeyOf(context), directLine.Value.Limits.PerAddress)],
            clock.GetUtcNow(),
            aborted
        );
        if (wait > TimeSpan.Zero)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Error(
                StatusCodes.Status429TooManyRequests,
                "TooManyRequests",
                "Too many requests from this address; try again a little later."
            );
        }

        var setting = new CookieSetting(wish.Embedded, IsSecure(request));
        var known = await cookie.ReadAsync(request, setting, aborted);
        var (customer, resume) = await ChooseAsync(known, wish, aborted);
        await cookie.WriteAsync(context.Response, customer, setting, aborted);
        var token = await tokens.IssueAsync(customer.ConversationId, customer.UserId, aborted);
        return Results.Json(
            new
            {
                conversationId = token.ConversationId,
                token = token.Token,
                expires_in = token.ExpiresInSeconds,
                userId = customer.UserId,
                resume,
                locale = Complaints.Organisations.Languages.FromTag(wish.Locale) ?? PageLanguage.Of(request),
            }
        );
    }

    /// <summary>The conversation to go on with, and whether it has begun. One that has ended makes place for a new one.</summary>
    private async Task<(Customer Customer, bool Resume)> ChooseAsync(
        Customer? known,
        TokenRequest wish,
        CancellationToken cancellationToken
    )
    {
        var user = known?.UserId ?? DirectLineTokenService.NewUserId();
        string?[] candidates = known is null || wish.StartNew ? [] : [wish.ConversationId, known.ConversationId];
        foreach (var id in candidates.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var conversation = await conversations.FindConversationAsync(id, cancellationToken);
            if (conversation is { Ended: false } && conversation.UserId == user)
                return (new(user, id), true);
            // The browser asked before and did not get as far as starting it.
            if (conversation is null && id == known!.ConversationId)
                return (known, false);
        }
        return (new(user, DirectLineTokenService.NewConversationId()), false);
    }

    private static async Task<TokenRequest?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        try
        {
            var buffer = new byte[LargestBody];
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return length switch
            {
                0 => new(null, null, false, false),
                LargestBody => null,
                _ => JsonSerializer.Deserialize<TokenRequest>(buffer.AsSpan(0, length), JsonSerializerOptions.Web),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True for a request that a page of another site made a browser send. Programs that are no browser send neither
    /// header.</summary>
    private bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        if (!Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin))
            return request.Headers.Origin.Count > 0;
        return !string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(origin.Authority, directLine.Value.PublicBaseUrl?.Authority, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the browser uses https, also to a proxy in front of this server.</summary>
    private bool IsSecure(HttpRequest request) =>
        request.IsHttps
        || directLine.Value.PublicBaseUrl?.Scheme == Uri.UriSchemeHttps
        || string.Equals(request.Headers.Origin.ToString(), $"https://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
