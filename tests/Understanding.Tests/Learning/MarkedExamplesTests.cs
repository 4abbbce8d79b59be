using Understanding.Learning.Examples;

namespace Understanding.Tests.Learning;

public class MarkedExamplesTests
{
    [Fact]
    public void Marks_are_taken_out_of_the_sentence_and_tell_where_they_stood()
    {
        var example = Assert.Single(
            MarkedExamples.Read(["# how", "", "[turn place answer]", "set {ticket:0008} to {severity=high:urgent}, please"], "file")
        );
        Assert.Equal(["turn", "place", "answer"], example.Section);
        Assert.Equal("set 0008 to urgent, please", example.Text);
        Assert.Equal([new Mark(4, 4, "ticket", null), new Mark(12, 6, "severity", "high")], example.Marks);
    }

    [Theory]
    [InlineData("{ticket:0008")]
    [InlineData("{ticket 0008}")]
    public void A_broken_mark_is_refused_with_its_line(string line)
    {
        var refused = Assert.Throws<FormatException>(() => MarkedExamples.Read(["[accept]", line], "file").ToList());
        Assert.Contains("file, line 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_before_the_first_section_is_refused() =>
        Assert.Throws<FormatException>(() => MarkedExamples.Read(["on it"], "file").ToList());
}
