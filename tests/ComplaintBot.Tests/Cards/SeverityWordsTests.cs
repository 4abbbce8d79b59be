using ComplaintBot.Conversations;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Tests.Cards;

/// <summary>How serious a complaint is has one set of four words in each language: on cards, in answers, files and refusals.</summary>
public sealed class SeverityWordsTests
{
    // Words of another set that once stood for a level.
    private static readonly Dictionary<string, string[]> OtherWords = new()
    {
        [Languages.ZhCn] = ["严重", "重大", "非常紧急", "普通", "中等"],
        [Languages.ZhTw] = ["嚴重", "重大", "非常緊急", "中等"],
        [Languages.En] = ["severe", "very urgent", "top priority", "serious complaint"],
    };

    [Theory]
    [InlineData(Languages.ZhCn)]
    [InlineData(Languages.ZhTw)]
    [InlineData(Languages.En)]
    public void Cards_and_answers_say_the_same_word_for_each_severity(string language)
    {
        foreach (var severity in Enum.GetValues<Severity>())
            Assert.Equal(
                CardFolders.Strings.Text(language, "severity." + Reader.Code(severity)),
                QuestionTerms.Of(severity).In(language),
                ignoreCase: true
            );
    }

    [Theory]
    [InlineData(Languages.ZhCn)]
    [InlineData(Languages.ZhTw)]
    [InlineData(Languages.En)]
    public void No_text_speaks_of_severity_in_other_words(string language)
    {
        var texts = Directory
            .EnumerateFiles(Path.Combine(CardFolders.Repository, "cards", "strings"), "*.json")
            .Where(f => Path.GetFileNameWithoutExtension(f).Split('.')[^1] == language)
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("everity", StringComparison.Ordinal) || Says(line, language))
            .ToList();
        Assert.True(texts.Count > 8, $"Only {texts.Count} texts speak of severity.");
        Assert.All(
            texts,
            text => Assert.DoesNotContain(OtherWords[language], word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    private static bool Says(string line, string language) =>
        line.Contains(language == Languages.En ? "severity" : language == Languages.ZhTw ? "級別" : "级别", StringComparison.Ordinal);
}
