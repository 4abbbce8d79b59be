using System.Data.Common;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using ComplaintBot.Storage;

namespace ComplaintBot.Operation.Doctor;

/// <summary>What others see of the installation, and what it needs from others: clock, address, certificate, token.</summary>
internal static class OutsideChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15),
        MostClockError = TimeSpan.FromSeconds(60),
        RenewBefore = TimeSpan.FromDays(14);

    public static async Task<Finding> ClockAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        var time = services.GetRequiredService<TimeProvider>();
        var (from, theirs) = await OtherClockAsync(it, services, cancellationToken);
        if (theirs is not { } then)
            return Finding.Unused("There is no other clock to compare with.");
        var off = time.GetUtcNow() - then;
        var direction = off > TimeSpan.Zero ? "ahead of" : "behind";
        return off.Duration() > MostClockError
            ? Finding.Wrong(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The clock of this machine is {off.Duration().TotalSeconds:F0} seconds {direction} that of {from}."
                ),
                "Switch time synchronisation on (timedatectl set-ntp true): deadlines would be wrong, and Teams' tokens are refused."
            )
            : Finding.Good($"The clock agrees with that of {from}.");
    }

    public static async Task<Finding> AddressAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is null)
            return Finding.Unused("Not looked at: the settings come first.");
        if (!Uri.TryCreate(it.Configuration["DirectLine:PublicBaseUrl"], UriKind.Absolute, out var address))
            return it.IsLocal
                ? Finding.Unused("No address for others is set.")
                : Finding.Doubt(
                    "DirectLine:PublicBaseUrl is not set: nobody can say whether others reach the bot.",
                    "Set it to the https address by which browsers and Teams reach the bot."
                );
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            return Finding.Wrong(
                $"{address} is no https address.",
                "Put a proxy with a certificate in front and set DirectLine:PublicBaseUrl to https://…"
            );
        X509Certificate2? certificate = null;
        var problem = SslPolicyErrors.None;
        using var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, shown, _, errors) =>
                {
                    certificate = shown is null ? null : X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
                    problem = errors;
                    return errors == SslPolicyErrors.None;
                },
            },
        };
        using var http = new HttpClient(handler) { Timeout = Patience };
        try
        {
            var said = await http.GetStringAsync(new Uri(address, "/healthz"), cancellationToken);
            if (said.Trim() != "alive")
                return Finding.Wrong($"Somebody else answers at {address}.", "Let the proxy pass everything on to the bot.");
        }
        catch (HttpRequestException) when (certificate is not null && problem != SslPolicyErrors.None)
        {
            // What is wrong with it is told below.
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return Finding.Wrong(
                $"Nobody answers at {new Uri(address, "/healthz")}: {Reason(e)}",
                "Start the bot; then look at name, firewall and proxy. "
                    + "Asked from this machine, so a way that leads only inwards may be missing."
            );
        }
        using (certificate)
            return Certificate(address, certificate, problem, it.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    public static async Task<Finding> CredentialsAsync(Installation it, CancellationToken cancellationToken)
    {
        if (it.Services is not { } services)
            return Finding.Unused("Not looked at: the settings come first.");
        if (it.IsLocal)
            return Finding.Unused("The bot has no registration.");
        var settings = services.GetRequiredService<BotFrameworkSettings>();
        // Nothing is sent there: it is a host that may see the token.
        var host = settings.Cloud.TrustedHosts[0].TrimStart('.');
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://" + host);
        try
        {
            await services
                .GetRequiredService<BotCredentials>()
                .AuthorizeAsync(request, cancellationToken)
                .WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is ChannelFailureException or TimeoutException)
        {
            return Finding.Wrong(
                e.Message,
                settings.AppType == BotAppType.UserAssignedMSI
                    ? "Give the machine the managed identity whose client id is MicrosoftAppId."
                    : "Compare MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType with the registration; "
                        + "make a new secret if the old one ended."
            );
        }
        return request.Headers.Authorization is null
            ? Finding.Wrong("The bot has no token to show.", "Set MicrosoftAppPassword, MicrosoftAppCertificatePath or a managed identity.")
            : Finding.Good("The login service gives the bot its token.");
    }

    private static Finding Certificate(Uri address, X509Certificate2? certificate, SslPolicyErrors problem, DateTimeOffset now)
    {
        if (certificate is null)
            return Finding.Good($"The bot answers at {address}.");
        var left = new DateTimeOffset(certificate.NotAfter) - now;
        var until = certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (left < TimeSpan.Zero)
            return Finding.Wrong($"The certificate of {address.Host} ended on {until}.", "Renew it.");
        if (problem != SslPolicyErrors.None)
            return Finding.Wrong(
                $"The certificate of {address.Host} is not trusted ({problem}).",
                "Use a certificate of a public authority that names this host, with the whole chain: Teams trusts no other."
            );
        return left < RenewBefore
            ? Finding.Doubt($"The bot answers at {address}; its certificate ends on {until}.", "See why it is not renewed by itself.")
            : Finding.Good($"The bot answers at {address}; its certificate holds until {until}.");
    }

    // The service whose tokens come with every message, else the database.
    private static async Task<(string From, DateTimeOffset?)> OtherClockAsync(
        Installation it,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        if (!it.IsLocal)
        {
            var url = services.GetRequiredService<BotFrameworkSettings>().ChannelOpenIdMetadataUrl;
            using var http = new HttpClient { Timeout = Patience };
            try
            {
                using var answer = await http.GetAsync(url, cancellationToken);
                if (answer.Headers.Date is { } date)
                    return (url.Host, date);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Whoever cannot be reached is told by the next checks.
            }
        }
        try
        {
            return ("the database", await services.GetRequiredService<Database>().ClockAsync(cancellationToken));
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return ("the database", null);
        }
    }

    private static string Reason(Exception e) =>
        e is TaskCanceledException ? "no answer within 15 seconds." : (e.InnerException?.Message ?? e.Message).TrimEnd('.') + ".";
}
