using System.Net;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using BotFramework.Authentication;

namespace BotFramework.Connector;

/// <summary>Tokens by Azure.Identity: secret, certificate or managed identity, in the cloud of the settings.</summary>
public sealed class AzureIdentityTokens(BotFrameworkSettings settings) : IAccessTokenRequester
{
    private TokenCredential? _credential;

    /// <inheritdoc/>
    public async Task<AccessToken> RequestAsync(bool mayUseCache, CancellationToken cancellationToken)
    {
        // A credential keeps its own cache; a new one is the way around it.
        if (!mayUseCache)
            _credential = null;
        _credential ??= CreateCredential();
        try
        {
            return await _credential.GetTokenAsync(new TokenRequestContext([settings.OAuthScope]), cancellationToken);
        }
        catch (AuthenticationFailedException exception)
        {
            throw Failure(exception);
        }
    }

    /// <summary>The credential that the settings ask for.</summary>
    public TokenCredential CreateCredential()
    {
        if (settings.AppType == BotAppType.UserAssignedMSI)
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.AppId!));
        var (authority, tenant) = AuthorityOf(settings);
        return settings.AppCertificatePath is { } path
            ? new ClientCertificateCredential(
                tenant,
                settings.AppId!,
                LoadCertificate(path, settings.AppPassword),
                new ClientCertificateCredentialOptions { AuthorityHost = authority }
            )
            : new ClientSecretCredential(
                tenant,
                settings.AppId!,
                settings.AppPassword!,
                new ClientSecretCredentialOptions { AuthorityHost = authority }
            );
    }

    /// <summary>The authority and directory that give tokens: those of ToChannelFromBotLoginUrl, or the cloud's.</summary>
    public static (Uri Authority, string Tenant) AuthorityOf(BotFrameworkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var tenant = settings.AppType == BotAppType.MultiTenant ? settings.Cloud.MultiTenantDirectory : settings.AppTenantId!;
        if (settings.LoginUrl is not { } login)
            return (new Uri(settings.Cloud.AuthorityHost), tenant);
        var path = login.AbsolutePath.Trim('/').Split('/')[0];
        return (new Uri(login.GetLeftPart(UriPartial.Authority)), path.Length > 0 ? path : tenant);
    }

    private static X509Certificate2 LoadCertificate(string path, string? password) =>
        path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);

    private static ErrorResponseException Failure(AuthenticationFailedException exception)
    {
        // A refused secret stays refused; a directory that cannot be reached may answer later.
        var refused =
            exception.Message.Contains("AADSTS", StringComparison.Ordinal)
            && !exception.Message.Contains("AADSTS90033", StringComparison.Ordinal);
        return refused
            ? new ErrorResponseException(
                HttpStatusCode.Unauthorized,
                "TokenRefused",
                "The directory gives the bot no token: " + exception.Message
            )
            : new ErrorResponseException("The directory could not be asked for the bot's token.", exception);
    }
}
