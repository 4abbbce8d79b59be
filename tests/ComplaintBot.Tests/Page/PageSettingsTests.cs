using Browser.Tests.Running;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tests.Page;

/// <summary>A page setting that cannot work stops the start and says why.</summary>
public sealed class PageSettingsTests
{
    [Theory]
    [InlineData("Page:AccentColor", "blue", "Page:AccentColor is 'blue', but must be a colour such as #1d5b99.")]
    [InlineData("Page:AccentColor", "#12345", "Page:AccentColor is '#12345'")]
    [InlineData("Page:Logo", "no-such-file.svg", "Page:Logo is 'no-such-file.svg', but there is no such file")]
    [InlineData("Page:Email", "care", "Page:Email is 'care', but must be an e-mail address.")]
    [InlineData(
        "Page:EmbedOrigins",
        "www.example.com",
        "Page:EmbedOrigins has 'www.example.com', but each must be an origin such as https://www.example.com"
    )]
    [InlineData("Page:EmbedOrigins:0", "https://example.com/shop", "Page:EmbedOrigins has 'https://example.com/shop'")]
    [InlineData("Page:EmbedOrigins", "https://*.example.com; script-src *", "Page:EmbedOrigins has")]
    public async Task A_wrong_setting_stops_the_start_with_its_reason(string key, string value, string reason)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => EchoSite.StartAsync(null, (key, value)));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_of_another_kind_or_too_large_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file + ".bmp", new byte[10]);
        await File.WriteAllBytesAsync(file + ".png", new byte[100_001]);
        try
        {
            var kind = await Assert.ThrowsAsync<OptionsValidationException>(() => EchoSite.StartAsync(null, ("Page:Logo", file + ".bmp")));
            var size = await Assert.ThrowsAsync<OptionsValidationException>(() => EchoSite.StartAsync(null, ("Page:Logo", file + ".png")));
            Assert.Contains("must be one of .svg, .png, .jpg, .jpeg, .webp", kind.Message, StringComparison.Ordinal);
            Assert.Contains("100001 bytes", size.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file + ".bmp");
            File.Delete(file + ".png");
        }
    }
}
