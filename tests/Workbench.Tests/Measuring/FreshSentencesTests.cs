using ComplaintBot.People;
using Understanding.Categories;
using Understanding.Local;
using Understanding.Questions;
using Workbench.Measuring;

namespace Workbench.Tests.Measuring;

/// <summary>What is read of sentences that a fresh eye wrote and that nothing learns from. The floors lie at most 0.05 below what the
/// bot shall reach.</summary>
public class FreshSentencesTests
{
    private static readonly Lazy<IReadOnlyList<ReportLine>> Figures = new(Measure);

    [Theory]
    [InlineData("staff", "verb", 0.80)]
    [InlineData("staff", "act exact", 0.62)]
    [InlineData("staff", "offered", 0.92)]
    [InlineData("staff", "no wrong act", 0.98)]
    [InlineData("first", "intent", 0.90)]
    [InlineData("first", "category", 0.80)]
    [InlineData("first", "all slots", 0.70)]
    [InlineData("first", "danger", 0.85)]
    [InlineData("first", "no false alarm", 0.97)]
    [InlineData("turns", "meaning", 0.85)]
    [InlineData("turns", "slots", 0.80)]
    [InlineData("turns", "no false close", 1.00)]
    public void Fresh_sentences_are_read_as_they_are_meant(string set, string task, double floor)
    {
        var figure = Figures.Value.Single(l => l.Set == set && l.Language == "all" && l.Task == task);
        Assert.True(figure.Scores.Accuracy >= floor, figure.ToString());
    }

    private static List<ReportLine> Measure()
    {
        var organisations = new Organisations(OrganisationFile.ExamplePath);
        var understanding = new LocalUnderstanding(new LearnedCategories(), new QuestionParser());
        var folder = Path.Combine(UnderstandCommandTests.HeldBack, "..", "Fresh");
        return [.. LabelledSet.In(folder, organisations, TimeProvider.System).SelectMany(new GoldSet(understanding).Of)];
    }
}
