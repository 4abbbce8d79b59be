using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using ComplaintBot.Tests.Storage;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Cards;

/// <summary>What is promised has a time by which it is done, said so; the zone stands beside it where the reader may be in another
/// one.</summary>
public sealed partial class PromisesTests
{
    // Words that make a time an end: "最迟 …", "… 前", "by …", "until …".
    private static readonly Dictionary<string, string[]> ByWords = new()
    {
        [Languages.ZhCn] = ["最迟", "前", "延到"],
        [Languages.ZhTw] = ["最遲", "前", "延到"],
        [Languages.En] = ["by {", "until {", "before {", "at the latest"],
    };

    [Theory]
    [InlineData(Languages.ZhCn)]
    [InlineData(Languages.ZhTw)]
    [InlineData(Languages.En)]
    public void Every_text_that_tells_until_when_something_is_done_says_at_the_latest(string language)
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(CardFolders.Repository, "cards", "strings"), "*.json")
            .Where(f => Path.GetFileNameWithoutExtension(f).Split('.')[^1] == language)
            .SelectMany(File.ReadLines)
            // A refusal tells a limit, which nobody promised.
            .Where(t => t.Contains("{due}", StringComparison.Ordinal) && !t.Contains("\"refusal.", StringComparison.Ordinal))
            .ToList();
        Assert.True(texts.Count > 8, $"Only {texts.Count} texts tell a time.");
        Assert.All(texts, t => Assert.Contains(ByWords[language], word => t.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_card_that_shows_when_a_promise_is_due_says_at_the_latest()
    {
        var shown = Directory
            .EnumerateFiles(CardFolders.Templates, "*.json")
            .Where(f => !f.EndsWith(".data.json", StringComparison.Ordinal) && !f.EndsWith("reminder-met.json", StringComparison.Ordinal))
            .SelectMany(f => Bound().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Text: m.Value)))
            // The receipt's data says it itself, as it names the zone of all its times in one line.
            .Where(b => !(b.File == "receipt.json" && b.Text == "\"${next.at}\""))
            .ToList();
        Assert.True(shown.Count > 12, $"Only {shown.Count} places show a time.");
        Assert.All(shown, b => Assert.True(b.Text.Contains("time.by", StringComparison.Ordinal), $"{b.File}: {b.Text}"));
    }

    [Theory]
    [InlineData(Languages.En, "directline:dl_1", true)]
    [InlineData(Languages.ZhCn, "directline:dl_1", false)]
    [InlineData(Languages.ZhTw, "directline:dl_1", false)]
    [InlineData(Languages.En, null, false)]
    public void The_zone_is_said_to_a_customer_who_may_be_in_another_one(string language, string? customer, bool isSaid)
    {
        var speech = new Speech(CardFolders.Strings, new(CardFolders.Catalog, CardFolders.Strings));
        var reader = new Reader(Filing.Company, Filing.Now, speech, language) { Customer = customer };
        Assert.Equal(isSaid, reader.Promise(Filing.Now.AddHours(2)).Contains("UTC+8", StringComparison.Ordinal));
        var complaint = Filing.File("C-20261014-0001");
        var next = CustomerCards.Progress(complaint, reader, null, "…")["next"]!["at"]!.ToString();
        Assert.Equal(isSaid, next.Contains("UTC+8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Languages.ZhCn, "待接单")]
    [InlineData(Languages.ZhTw, "待接單")]
    [InlineData(Languages.En, "not yet accepted")]
    public void Before_somebody_accepted_it_nobody_is_said_to_be_on_it(string language, string said)
    {
        var speech = new Speech(CardFolders.Strings, new(CardFolders.Catalog, CardFolders.Strings));
        var complaint = Filing.File("C-20261014-0001");
        var reader = new Reader(Filing.Company, Filing.Now, speech, language) { Customer = complaint.Complainant.Id };
        var card = speech.Card("status", language, CustomerCards.Status(complaint, reader), ComplaintBot.Cards.CardTarget.Web);

        Assert.Equal(Complaints.ComplaintState.Assigned, complaint.State);
        Assert.Contains(said, Tickets.CaseAnswer.Words(complaint, reader), StringComparison.Ordinal);
        Assert.Contains(said, DirectLine.Wire.ProtocolJson.Serialize(card), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"[^\"]*\\b(due|next)\\.at\\b[^\"]*\"")]
    private static partial Regex Bound();
}
