using System.Net;
using System.Text.Json;
using Azure.Core;
using BotFramework.Authentication;

namespace BotFramework.Connector;

/// <summary>
/// Tokens from ToChannelFromBotLoginUrl by a plain client_credentials request, so that an issuer on this machine (http) can be used;
/// Azure.Identity insists on https.
/// </summary>
public sealed class LoginUrlTokens(BotFrameworkSettings settings, HttpClient http, TimeProvider time) : IAccessTokenRequester
{
    private const int Attempts = 3;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<AccessToken> RequestAsync(bool mayUseCache, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RequestOnceAsync(cancellationToken);
            }
            catch (ErrorResponseException exception) when (exception.Failure == ConnectorFailure.Retry && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellationToken);
            }
        }
    }

    private static Uri TokenUrl(Uri login) =>
        login.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
            ? login
            : new Uri(login.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/oauth2/v2.0/token");

    private async Task<AccessToken> RequestOnceAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = settings.AppId!,
                    ["client_secret"] = settings.AppPassword!,
                    ["scope"] = settings.OAuthScope,
                }
            );
            using var response = await http.PostAsync(TokenUrl(settings.LoginUrl!), form, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (!response.IsSuccessStatusCode)
                throw Refusal(response.StatusCode);
            using var document = JsonDocument.Parse(body);
            var lifetime = document.RootElement.GetProperty("expires_in");
            var seconds =
                lifetime.ValueKind == JsonValueKind.String
                    ? int.Parse(lifetime.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
                    : lifetime.GetInt32();
            return new AccessToken(document.RootElement.GetProperty("access_token").GetString()!, time.GetUtcNow().AddSeconds(seconds));
        }
        catch (Exception exception)
            when (exception is HttpRequestException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException
                || (exception is OperationCanceledException && timeout.IsCancellationRequested)
            )
        {
            throw new ErrorResponseException("The login URL gave no token.", exception);
        }
    }

    private static ErrorResponseException Refusal(HttpStatusCode status) =>
        (int)status is 429 or >= 500
            ? new ErrorResponseException(status, "TokenUnavailable", $"The login URL answered {(int)status}.")
            : new ErrorResponseException(
                HttpStatusCode.Unauthorized,
                "TokenRefused",
                $"The login URL gives the bot no token: {(int)status}."
            );
}
