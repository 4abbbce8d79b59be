using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using BotFramework.Authentication;
using BotFramework.Connector;

namespace BotFramework.Tests.Connector;

public class CredentialTests
{
    private static readonly BotFrameworkSettings Secret = new()
    {
        AuthMode = AuthMode.Channel,
        AppId = "app",
        AppPassword = "secret",
    };

    [Fact]
    public void A_password_makes_a_secret_credential() =>
        Assert.IsType<ClientSecretCredential>(new AzureIdentityTokens(Secret).CreateCredential());

    [Fact]
    public void A_managed_identity_needs_no_secret() =>
        Assert.IsType<ManagedIdentityCredential>(
            new AzureIdentityTokens(
                Secret with
                {
                    AppType = BotAppType.UserAssignedMSI,
                    AppTenantId = "t",
                    AppPassword = null,
                }
            ).CreateCredential()
        );

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public void A_certificate_file_is_used_instead_of_a_secret(string extension)
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
            Assert.IsType<ClientCertificateCredential>(
                new AzureIdentityTokens(Secret with { AppCertificatePath = path }).CreateCredential()
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_login_url_names_the_authority_and_the_directory() =>
        Assert.Equal(
            (new Uri("https://login.example/"), "tenant-1"),
            AzureIdentityTokens.AuthorityOf(Secret with { LoginUrl = new Uri("https://login.example/tenant-1") })
        );
}
