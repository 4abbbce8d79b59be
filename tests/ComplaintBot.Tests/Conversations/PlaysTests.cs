namespace ComplaintBot.Tests.Conversations;

/// <summary>Conversations written down as plays, each played from the first word to the last on the real host.</summary>
public sealed class PlaysTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conversations", "Plays");

    /// <summary>Every play there is.</summary>
    public static TheoryData<string> Plays =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Plays))]
    public async Task The_bot_says_what_the_script_says(string name)
    {
        var play = Play.Read(Path.Combine(Folder, name + ".txt"));
        await using var stage = await Stage.BuildAsync(play.Start);
        var performance = new Performance(play, stage);
        try
        {
            await performance.RunAsync();
        }
        catch (PlayException e)
        {
            Assert.Fail($"{play.Title}\n{e.Message}");
        }
        finally
        {
            await KeepAsync(name, play.Title, performance.Transcript);
        }
    }

    [Fact]
    public void There_are_plays_in_every_language() =>
        Assert.All(
            ["zh-CN", "zh-TW", "en"],
            language => Assert.True(Directory.GetFiles(Folder, "*.txt").Count(f => Play.Read(f).Language == language) >= 12, language)
        );

    // What was said, for people who want to read it.
    private static async Task KeepAsync(string name, string title, string transcript)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts", "plays")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), $"{title}\n\n{transcript}");
    }
}
