using System.Net;
using System.Text.Json;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Connector.Authentication;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// Tokens from a ToChannelFromBotLoginUrl on this machine by a plain client_credentials request, kept until five minutes before their end.
/// For tests and stubs: MSAL insists on https.
/// </summary>
public sealed class LoginUrlCredentials : AppCredentials
{
    private readonly BotFrameworkSettings _settings;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Credentials that ask the settings' login URL.</summary>
    public LoginUrlCredentials(BotFrameworkSettings settings, HttpClient http, TimeProvider time)
        : base(null, null, null)
    {
        (_settings, _http, _time) = (settings, http, time);
        MicrosoftAppId = settings.AppId;
    }

    /// <inheritdoc/>
    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => new LoginUrl(_settings, _http, _time));

    private sealed class LoginUrl(BotFrameworkSettings settings, HttpClient http, TimeProvider time) : IAuthenticator, IDisposable
    {
        private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
        private readonly SemaphoreSlim _one = new(1);
        private AuthenticatorResult? _token;

        public async Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false)
        {
            await _one.WaitAsync();
            try
            {
                if (_token is null || forceRefresh || time.GetUtcNow() >= _token.ExpiresOn - Margin)
                    _token = await RequestAsync();
                return _token;
            }
            finally
            {
                _one.Release();
            }
        }

        public void Dispose() => _one.Dispose();

        private async Task<AuthenticatorResult> RequestAsync()
        {
            using var timeout = new CancellationTokenSource(Patience, time);
            try
            {
                using var form = new FormUrlEncodedContent(
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["grant_type"] = "client_credentials",
                        ["client_id"] = settings.AppId!,
                        ["client_secret"] = settings.AppPassword!,
                        ["scope"] = settings.OAuthScope + "/.default",
                    }
                );
                using var response = await http.PostAsync(TokenUrl(settings.LoginUrl!), form, timeout.Token);
                var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
                if (!response.IsSuccessStatusCode)
                    throw Refusal(response.StatusCode);
                var answer = JsonElement.Parse(body);
                var seconds = int.Parse(
                    answer.GetProperty("expires_in").ToString(),
                    System.Globalization.CultureInfo.InvariantCulture
                );
                return new AuthenticatorResult
                {
                    AccessToken = answer.GetProperty("access_token").GetString(),
                    ExpiresOn = time.GetUtcNow().AddSeconds(seconds),
                };
            }
            catch (OperationCanceledException exception)
            {
                throw new ChannelFailureException("The login URL gave no token.", exception);
            }
        }

        private static Uri TokenUrl(Uri login) =>
            login.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
                ? login
                : new Uri(login.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/oauth2/v2.0/token");

        private static ChannelFailureException Refusal(HttpStatusCode status) =>
            (int)status is 429 or >= 500
                ? new(status, "TokenUnavailable", $"The login URL answered {(int)status}.")
                : new(HttpStatusCode.Unauthorized, "TokenRefused", $"The login URL gives the bot no token: {(int)status}.");
    }
}
