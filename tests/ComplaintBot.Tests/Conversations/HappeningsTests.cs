using System.Text.RegularExpressions;

namespace ComplaintBot.Tests.Conversations;

/// <summary>The log of a whole life of a complaint: everything that happened, nothing about the customer.</summary>
public sealed partial class HappeningsTests
{
    [Theory]
    [InlineData(
        "zh-cn-never-answers",
        "filed",
        "assigned",
        "accepted",
        "promise kept",
        "result reported",
        "closed: ClosedUnconfirmed",
        "goes on"
    )]
    [InlineData("en-low-score", "filed", "assigned", "closed: Satisfied")]
    [InlineData("en-danger-story", "filed", "is an emergency", "promise broken", "reminder of")]
    public async Task The_log_tells_what_happened_and_nothing_of_the_customer(string name, params string[] happened)
    {
        var play = Play.Read(Path.Combine(AppContext.BaseDirectory, "Conversations", "Plays", name + ".txt"));
        await using var stage = await Stage.BuildAsync(play.Start);
        await new Performance(play, stage).RunAsync();
        // Long enough for every reminder.
        await stage.PassAsync(TimeSpan.FromDays(4));

        var log = stage.Logged.Where(l => l.StartsWith("Information: C-2", StringComparison.Ordinal)).ToList();
        Assert.All(happened, h => Assert.Contains(log, l => l.Contains(h, StringComparison.Ordinal)));
        Assert.DoesNotContain(stage.Logged, l => l.Contains("Request ", StringComparison.Ordinal));
        var words = play
            .Lines.Where(l => l is { What: Did.Says, Who: "customer" })
            .SelectMany(l => Words().Matches(l.Text).Select(m => m.Value))
            .Distinct()
            .ToList();
        Assert.NotEmpty(words);
        Assert.All(words, w => Assert.DoesNotContain(stage.Logged, l => l.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(stage.Logged, l => l.Contains("dl_", StringComparison.Ordinal));
    }

    // Runs of Chinese, long numbers, and two English words that do not stand beside each other in the log by chance.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,}|[0-9]{5,}|[A-Za-z]{3,} [A-Za-z]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
