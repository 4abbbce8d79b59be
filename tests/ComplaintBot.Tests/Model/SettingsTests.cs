using ComplaintBot.Model;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.Model;

public sealed class SettingsTests
{
    [Fact]
    public void Without_settings_there_is_no_model() => Assert.Null(Read());

    [Theory]
    [InlineData("AzureOpenAI", "https://contoso.openai.azure.com", "https://contoso.openai.azure.com/")]
    [InlineData("AzureOpenAI", "https://contoso.openai.azure.com/openai/v1/", "https://contoso.openai.azure.com/")]
    [InlineData("openai", "http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/")]
    [InlineData("OpenAI", "https://models.example.com/v1", "https://models.example.com/v1/")]
    [InlineData("OpenAI", "https://models.example.com/api/v1/", "https://models.example.com/api/v1/")]
    public void The_address_is_taken_as_people_copy_it(string kind, string endpoint, string expected) =>
        Assert.Equal(
            expected,
            Read(("Model:Kind", kind), ("Endpoint", endpoint), ("Deployment", "d"), ("ApiKey", "k"))!.Endpoint.AbsoluteUri
        );

    [Fact]
    public void A_kind_that_does_not_exist_is_told() =>
        Assert.Contains(
            "Model:Kind",
            Assert
                .Throws<InvalidOperationException>(() =>
                    Read(("Model:Kind", "7"), ("Endpoint", "https://a.example"), ("Deployment", "d"), ("ApiKey", "k"))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Another_server_needs_a_key() =>
        Assert.Contains(
            "AzureOpenAI:ApiKey",
            Assert
                .Throws<InvalidOperationException>(() =>
                    Read(("Model:Kind", "OpenAI"), ("Endpoint", "https://models.example.com/v1"), ("Deployment", "d"))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_key_a_token_of_Entra_is_used() =>
        Assert.Null(Read(("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "d"))!.ApiKey);

    [Theory]
    [InlineData("Endpoint", "")]
    [InlineData("Endpoint", "http://contoso.openai.azure.com")]
    [InlineData("Endpoint", "contoso")]
    [InlineData("Deployment", "")]
    [InlineData("Timeout", "00:01:00")]
    [InlineData("Timeout", "soon")]
    [InlineData("Ask", "sometimes")]
    [InlineData("CallsPerMinute", "0")]
    [InlineData("TokensPerDay", "-5")]
    public void A_wrong_setting_is_named(string name, string value) =>
        Assert.Contains(
            "AzureOpenAI:" + name,
            Assert
                .Throws<InvalidOperationException>(() =>
                    Read(("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "d"), ("ApiKey", "k"), (name, value))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_token_goes_only_over_https() =>
        Assert.Contains(
            "ApiKey",
            Assert.Throws<InvalidOperationException>(() => Read(("Endpoint", "http://localhost:1"), ("Deployment", "d"))).Message,
            StringComparison.Ordinal
        );

    private static AzureOpenAiSettings? Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
            configuration[name.Contains(':', StringComparison.Ordinal) ? name : "AzureOpenAI:" + name] = value;
        return AzureOpenAiSettings.Read(configuration);
    }
}
