using System.Text.Json.Serialization;
using DirectLine.Access;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;

namespace DirectLine.Endpoints;

/// <summary>A user as clients and token issuers write it.</summary>
internal sealed record UserBody
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>The answer of everything that hands out a token.</summary>
internal sealed record ConversationBody(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null,
    string? ReferenceGrammarId = null
);

/// <summary>tokens/generate and tokens/refresh.</summary>
internal sealed class TokenEndpoints(DirectLineGate gate, DirectLineTokenService tokens)
{
    private const int LargestBody = 16 * 1024;
    private const int LongestUserId = 200;
    private const int MostOrigins = 20;

    private sealed record GenerateBody
    {
        public UserBody? User { get; init; }

        public List<string>? TrustedOrigins { get; init; }
    }

    /// <summary>A token for a new conversation; only the holder of the secret may ask. The conversation starts when the client
    /// starts it.</summary>
    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        var (caller, error) = await gate.EnterAsync(http, null);
        if (caller is not { HasSecret: true })
            return error ?? DirectLineError.Forbidden;
        var (body, fault) = await RequestBody.ReadOptionalAsync<GenerateBody>(http.Request, LargestBody);
        if (body is null)
            return fault!;
        if (body.User?.Id is { } id && !IsUserId(id))
            return DirectLineError.BadArgument("user.id must be 1 to 200 characters without control characters.");
        var origins = body.TrustedOrigins ?? [];
        if (origins.Count > MostOrigins || origins.Any(o => OriginPolicy.Normalise(o) is null))
            return DirectLineError.BadArgument("trustedOrigins must be at most 20 origins such as https://www.example.com.");
        if (await gate.ChargeAsync(http, null, null) is { } tooMany)
            return tooMany;
        var issued = await tokens.IssueAsync(
            new DirectLineToken(DirectLineTokenService.NewConversationId(), body.User?.Id, default)
            {
                UserName = body.User?.Name,
                Origins = origins,
            },
            http.RequestAborted
        );
        return Answer(issued);
    }

    /// <summary>The same token with a new time. An expired one is not renewed.</summary>
    public async Task<IResult> RefreshAsync(HttpContext http)
    {
        var (caller, error) = await gate.EnterAsync(http, null);
        if (caller is null)
            return error!;
        if (caller.Token is not { } token)
            return DirectLineError.BadArgument("Only a token can be refreshed.");
        if (await gate.ChargeAsync(http, caller.UserToCharge, null) is { } tooMany)
            return tooMany;
        return Answer(await tokens.IssueAsync(token, http.RequestAborted));
    }

    /// <summary>True for an id that may be a user's.</summary>
    public static bool IsUserId(string id) => id.Length is > 0 and <= LongestUserId && !id.Any(char.IsControl);

    private static IResult Answer(IssuedToken issued) =>
        Results.Json(new ConversationBody(issued.ConversationId, issued.Token, issued.ExpiresInSeconds), WireText.Options);
}
