using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// The bot's credentials for calls to channels: those of the SDK by secret, certificate or managed identity, in the cloud of the settings,
/// shown to trusted hosts only. A login URL on this machine is asked without MSAL, which refuses http.
/// </summary>
public sealed class BotCredentials(BotFrameworkSettings settings, TrustedHosts trusted, OutboundHttp http, TimeProvider time)
    : ServiceClientCredentialsFactory
{
    private readonly Lazy<Task<TrustedCredentials>> _credentials = new(() => CreateAsync(settings, trusted, http, time));

    /// <inheritdoc/>
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(appId == settings.AppId);

    /// <inheritdoc/>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(settings.AuthMode == AuthMode.Disabled);

    /// <summary>The one set of credentials of this bot, whatever the connector client asks for: its tokens are kept in it.</summary>
    public override async Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId,
        string audience,
        string loginEndpoint,
        bool validateAuthority,
        CancellationToken cancellationToken
    ) => await _credentials.Value;

    /// <summary>Puts the bot's token into a request, if its host may see it.</summary>
    /// <exception cref="ChannelFailureException">The directory gives no token.</exception>
    public async Task AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await (await _credentials.Value).ProcessHttpRequestAsync(request, cancellationToken);

    /// <summary>The SDK's own credentials, as the settings ask for.</summary>
    internal static async Task<AppCredentials?> OfSdkAsync(BotFrameworkSettings settings)
    {
        if (settings.AuthMode == AuthMode.Disabled)
            return null;
        ServiceClientCredentialsFactory factory = settings.AppCertificatePath is { } path
            ? new CertificateServiceClientCredentialsFactory(
                LoadCertificate(path, settings.AppPassword),
                settings.AppId,
                settings.AppTenantId
            )
            : new ConfigurationServiceClientCredentialFactory(SdkConfiguration.Of(settings));
        return (AppCredentials)
            await factory.CreateCredentialsAsync(
                settings.AppId,
                settings.OAuthScope,
                SdkConfiguration.LoginUrlOf(settings),
                settings.LoginUrl is null,
                CancellationToken.None
            );
    }

    private static async Task<TrustedCredentials> CreateAsync(
        BotFrameworkSettings settings,
        TrustedHosts trusted,
        OutboundHttp http,
        TimeProvider time
    ) =>
        new(
            settings.LoginUrl is { } login && LoopbackHosts.IsLoopback(login.Host) && settings.AppPassword is not null
                ? new LoginUrlCredentials(settings, http.Client, time)
                : await OfSdkAsync(settings),
            trusted
        );

    private static X509Certificate2 LoadCertificate(string path, string? password) =>
        path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}

/// <summary>Credentials that only hosts of <see cref="TrustedHosts"/> get to see.</summary>
public sealed class TrustedCredentials(AppCredentials? credentials, TrustedHosts trusted) : ServiceClientCredentials
{
    private int _refused;

    /// <summary>Puts the token into a request, if its host may see it.</summary>
    /// <exception cref="ChannelFailureException">The directory gives no token.</exception>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (credentials is not null && request.RequestUri is { } url && trusted.MaySeeToken(url))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(credentials, cancellationToken));
    }

    /// <summary>After a channel refused the token: the next call gets a new one. False when there is none to renew.</summary>
    public bool Renew(Uri url)
    {
        if (credentials is null || !trusted.MaySeeToken(url))
            return false;
        Interlocked.Exchange(ref _refused, 1);
        return true;
    }

    private async Task<string> TokenAsync(AppCredentials from, CancellationToken cancellationToken)
    {
        try
        {
            return await from.GetTokenAsync(Interlocked.Exchange(ref _refused, 0) == 1).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not (ChannelFailureException or OperationCanceledException))
        {
            throw Failure(e);
        }
    }

    // A refused secret stays refused; a directory that cannot be reached may answer later.
    private static ChannelFailureException Failure(Exception exception)
    {
        var several = exception is AggregateException all ? all.Flatten().InnerExceptions : [];
        var cause = several.OfType<MsalServiceException>().FirstOrDefault();
        return (cause ?? exception) is MsalServiceException { StatusCode: >= 400 and < 500 and not 429 } refusal
            ? new ChannelFailureException(
                HttpStatusCode.Unauthorized,
                "TokenRefused",
                "The directory gives the bot no token: " + refusal.Message,
                innerException: exception
            )
            : new ChannelFailureException("The directory could not be asked for the bot's token.", exception);
    }
}
