using System.Text.RegularExpressions;
using Browser.Tests.Running;

namespace ComplaintBot.Tests.Page;

/// <summary>Whatever colour an organisation has, its page can be read (WCAG 2, contrast of at least 4.5).</summary>
public sealed partial class AccentColorTests
{
    [Theory]
    [InlineData("#1d5b99")]
    [InlineData("#f2c200")]
    [InlineData("#ffffff")]
    [InlineData("#000000")]
    [InlineData("#808080")]
    [InlineData("#e60012")]
    [InlineData("#00ff00")]
    public async Task Text_on_the_colour_and_in_the_colour_is_readable(string accent)
    {
        await using var site = await EchoSite.StartAsync(null, ("Page:AccentColor", accent));
        using var http = new HttpClient();
        var html = await http.GetStringAsync(new Uri(site.Address));
        var colours = Variable().Matches(html).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        Assert.Equal(accent, colours["accent"]);
        Assert.True(Contrast(colours["accent"], colours["on-accent"]) >= 4.5);
        Assert.True(Contrast("#ffffff", colours["accent-on-light"]) >= 4.5);
        Assert.True(Contrast("#22272e", colours["accent-on-dark"]) >= 4.5);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Convert
            .FromHexString(hex[1..])
            .Select(c => c / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6})")]
    private static partial Regex Variable();
}
