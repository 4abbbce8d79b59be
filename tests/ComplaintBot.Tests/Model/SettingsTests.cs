using ComplaintBot.Model;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.Model;

public sealed class SettingsTests
{
    [Fact]
    public void Without_settings_there_is_no_model() => Assert.Null(Read());

    [Theory]
    [InlineData("https://contoso.openai.azure.com", "https://contoso.openai.azure.com/openai/v1/")]
    [InlineData("https://contoso.openai.azure.com/openai/v1", "https://contoso.openai.azure.com/openai/v1/")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://contoso.openai.azure.com/openai/v1/")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/openai/v1/")]
    public void The_address_of_the_resource_is_enough(string endpoint, string expected) =>
        Assert.Equal(expected, Read(("Endpoint", endpoint), ("Deployment", "d"), ("ApiKey", "k"))!.Endpoint.AbsoluteUri);

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
            configuration["AzureOpenAI:" + name] = value;
        return AzureOpenAiSettings.Read(configuration);
    }
}
