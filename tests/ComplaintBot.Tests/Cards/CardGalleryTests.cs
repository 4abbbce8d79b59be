using Workbench.Cards;

namespace ComplaintBot.Tests.Cards;

public sealed class CardGalleryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gallery").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_card_is_drawn_in_every_language_and_look()
    {
        using var output = new StringWriter();
        Assert.True(CardGallery.Draw(_folder, ["reminder-met"], output) == 0, output.ToString());
        foreach (var language in new[] { "zh-CN", "zh-TW", "en" })
        {
            foreach (var look in new[] { "teams-light", "teams-dark", "web" })
            {
                var picture = File.ReadAllBytes(Path.Combine(_folder, $"reminder-met.{language}.{look}.png"));
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
            }
        }
    }
}
