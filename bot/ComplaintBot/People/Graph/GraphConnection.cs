using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace ComplaintBot.People.Graph;

/// <summary>Makes the client of Microsoft Graph: the bot asks as itself, with the registration that it has for Teams anyway.</summary>
internal static class GraphConnection
{
    /// <summary>A client; nothing is sent yet. Its handlers wait out a 429 as long as its Retry-After says. A service on this machine by
    /// http gets no token: that is for trying only.</summary>
    public static GraphServiceClient Open(GraphSettings settings, IConfiguration configuration)
    {
        var http = GraphClientFactory.Create(GraphClientFactory.CreateDefaultHandlers());
        var address = settings.Endpoint.ToString();
        return settings.Endpoint.Scheme == Uri.UriSchemeHttps
            ? new(http, Credential(configuration), [settings.Endpoint.GetLeftPart(UriPartial.Authority) + "/.default"], address)
            : new(http, new AnonymousAuthenticationProvider(), address);
    }

    /// <summary>The bot's own credential: managed identity, certificate or secret; without any what Azure.Identity finds.</summary>
    public static TokenCredential Credential(IConfiguration configuration)
    {
        string? Text(string name) => configuration[name] is { Length: > 0 } value ? value : null;
        var (id, tenant, secret) = (Text("MicrosoftAppId"), Text("MicrosoftAppTenantId"), Text("MicrosoftAppPassword"));
        if (id is not null && Text("MicrosoftAppType") is "UserAssignedMSI")
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id));
        if (id is null || tenant is null)
            return new DefaultAzureCredential();
        if (Text("MicrosoftAppCertificatePath") is { } path)
            return new ClientCertificateCredential(tenant, id, Certificate(path, secret));
        return secret is null ? new DefaultAzureCredential() : new ClientSecretCredential(tenant, id, secret);
    }

    private static X509Certificate2 Certificate(string path, string? password) =>
        path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
