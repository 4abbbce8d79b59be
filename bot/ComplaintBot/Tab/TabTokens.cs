using ComplaintBot.BotService.Proof;
using ComplaintBot.BotService.Settings;
using Complaints.Organisations;
using DirectLine;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tab;

/// <summary>
/// Tokens that Teams gives the tab for the person in front of it: of the organisation's directory, for this bot's own application, signed
/// by the directory's keys, for a person and not for a program.
/// </summary>
public sealed partial class TabTokens(
    BotFrameworkSettings settings,
    IssuerKeys keys,
    IOptions<DirectLineOptions> addresses,
    TimeProvider time,
    ILogger<TabTokens> log
)
{
    /// <summary>The scope that the app registration exposes for its tab.</summary>
    private const string Scope = "access_as_user";

    /// <summary>Whose token it is (aadObjectId); else the code of the sentence to say.</summary>
    public async Task<(string? Person, string? Refusal)> ReadAsync(
        string token,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!ReceivedToken.TryRead("Bearer " + token, out var received))
                throw new NotProvenException("it is no token");
            if ((organisation.TenantId ?? settings.AppTenantId) is not { Length: > 0 } tenant)
                throw new NotProvenException("neither tenantId nor MicrosoftAppTenantId says whose directory counts");
            return IsOf(tenant, received) ? (await ProveAsync(received, cancellationToken), null) : (null, "otherOrganisation");
        }
        catch (NotProvenException e)
        {
            // The reason is for the log alone: whoever tries tokens learns nothing.
            Refused(log, e.Message);
            return (null, "notProven");
        }
    }

    private bool IsOf(string tenant, ReceivedToken token) =>
        token.Claim("tid") == tenant
        && token.Claim("iss") is { } issuer
        && (issuer == $"https://sts.windows.net/{tenant}/" || issuer == $"https://{settings.Cloud.DirectoryIssuerHost}/{tenant}/v2.0");

    private async Task<string> ProveAsync(ReceivedToken token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (token.Claim("aud") is not { } audience || !IsOwn(audience))
            throw new NotProvenException("the token is for another application");
        if (token.Claim("scp")?.Split(' ').Contains(Scope) != true || token.Claim("idtyp") == "app")
            throw new NotProvenException("the token is not for a person in the tab");
        if (token.TimeProblem(now) is { } problem)
            throw new NotProvenException(problem);
        var key = await keys.FindAsync(token.KeyId, cancellationToken);
        if (key is null || !await token.IsValidAsync(key.Key, token.Claim("iss")!, audience, now))
            throw new NotProvenException("the signature is by no key of the directory");
        return token.Claim("oid") is { Length: > 0 } person ? person : throw new NotProvenException("the token names nobody");
    }

    // Tokens of version 1 name the address of the application, those of version 2 its id.
    private bool IsOwn(string audience)
    {
        if (settings.AppId is not { } id)
            return false;
        string?[] own = [id, $"api://botid-{id}", addresses.Value.PublicBaseUrl is { } url ? Resource(url.Host, id) : null];
        return own.Contains(audience, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The address of the application as the app registration and the manifest name it.</summary>
    public static string Resource(string host, string appId) => $"api://{host}/botid-{appId}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in of the tab was refused: {Reason}.")]
    private static partial void Refused(ILogger logger, string reason);
}
