using System.ClientModel.Primitives;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using ComplaintBot.Model;
using Understanding;

namespace ComplaintBot.Tests.Model;

/// <summary>Without a key a token of Microsoft Entra goes out. Entra itself is a stand-in: what is tried is what the bot does with
/// its token.</summary>
public sealed class EntraTokenTests
{
    private const string Token = "eyJ0eXAiOiJKV1QifQ.e30.c2lnbmVk";

    [Fact]
    public async Task A_token_for_the_scope_goes_out_as_bearer()
    {
        var credential = new Directory(() => new(Token, DateTimeOffset.MaxValue));
        Assert.IsType<ModelReply.Answer>(await AskAsync(credential));
        Assert.Equal("https://cognitiveservices.azure.com/.default", Assert.Single(credential.Asked));
    }

    [Fact]
    public async Task No_token_is_a_failure_like_any_other() =>
        Assert.Equal(
            "no token of Microsoft Entra",
            Assert
                .IsType<ModelReply.Failed>(
                    await AskAsync(new(() => throw new AuthenticationFailedException("AADSTS700016 application was not found")))
                )
                .Why
        );

    private static async Task<ModelReply> AskAsync(Directory credential)
    {
        using var certificate = OfThisMachine();
        await using var server = await ModelServer.StartAsync(certificate, Token);
        server.Understands(Intents.Praise);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                CertificateChainPolicy = new()
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { certificate },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        using var http = new HttpClient(handler);
        using var transport = new HttpClientPipelineTransport(http);
        var connection = new ModelConnection(new() { Endpoint = server.Endpoint, Deployment = "complaints" }, credential, transport);
        return await connection.AskAsync(
            new("customerMessage", "Read.", Schema.Object(("intent", Schema.OneOf(Intents.Praise)))),
            "{}",
            default
        );
    }

    private static X509Certificate2 OfThisMachine()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=model server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class Directory(Func<AccessToken> give) : TokenCredential
    {
        public List<string> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return give();
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
