using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintBot.BotService.Connector;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Connector.Authentication;

namespace ComplaintBot.Tests.BotService.Connector;

public class CredentialTests
{
    private static readonly BotFrameworkSettings Secret = new()
    {
        AuthMode = AuthMode.Channel,
        AppId = "app",
        AppPassword = "secret",
    };

    [Fact]
    public async Task A_password_makes_the_SDKs_credentials_for_it() =>
        Assert.IsAssignableFrom<MicrosoftAppCredentials>(await BotCredentials.OfSdkAsync(Secret));

    [Fact]
    public async Task A_managed_identity_needs_no_secret() =>
        Assert.IsType<ManagedIdentityAppCredentials>(
            await BotCredentials.OfSdkAsync(Secret with { AppType = BotAppType.UserAssignedMSI, AppTenantId = "t" })
        );

    [Fact]
    public async Task Without_authentication_there_are_none() => Assert.Null(await BotCredentials.OfSdkAsync(new BotFrameworkSettings()));

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public async Task A_certificate_file_is_used_instead_of_a_secret(string extension)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
        if (extension == ".pfx")
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "secret"));
        else
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        try
        {
            Assert.IsAssignableFrom<CertificateAppCredentials>(await BotCredentials.OfSdkAsync(Secret with { AppCertificatePath = path }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_credentials_ask_the_directory_of_the_settings_for_the_scope_of_the_settings()
    {
        var credentials = (await BotCredentials.OfSdkAsync(Secret with { LoginUrl = new Uri("https://login.example/tenant-1/x") }))!;

        Assert.Equal("https://login.example/tenant-1", credentials.OAuthEndpoint);
        Assert.Equal("https://api.botframework.com", credentials.OAuthScope);
    }
}
