using Understanding.Learning;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Tests.Learning;

public class SpanTaggerTests
{
    private static readonly string[] Lines =
    [
        "[decline]",
        "退回，{reason:这不归我们管}",
        "不接，{reason:我在外地}",
        "退单，{reason:客户是我亲戚}",
        "not taking it, {reason:I am on leave}",
        "back to you because {reason:this is not ours}",
        "can't take it because {reason:I know the customer}",
        "[grade]",
        "调到{severity=high:高}",
        "改成{severity=low:低}",
        "make it {severity=high:high}",
        "set it to {severity=low:low}",
    ];

    private static Sentence Cut(string text) => Sentence.Of(CharacterFolding.Fold(text), []);

    private static SpanTagger Learn() =>
        SpanTagger.Learn([.. MarkedExamples.Read(Lines, "lines").Select(e => new TaggedSentence(Cut(e.Text), e.Section[0], e.Marks))]);

    [Theory]
    [InlineData("decline", "退回，他是我亲戚", "reason:他是我亲戚")]
    [InlineData("decline", "can't take it because I am on leave", "reason:I am on leave")]
    [InlineData("grade", "make it high", "severity=high:high")]
    [InlineData("grade", "請調到高", "severity=high:高")]
    public void The_facts_of_a_sentence_are_found(string verb, string text, string fact)
    {
        var mark = Assert.Single(Learn().Tag(Cut(text), verb));
        var name = mark.Value is null ? mark.Name : $"{mark.Name}={mark.Value}";
        Assert.Equal(fact, $"{name}:{text.Substring(mark.Start, mark.Length)}");
    }

    [Fact]
    public void Only_facts_of_the_verb_are_found_and_none_for_an_unknown_verb()
    {
        var learnt = Learn();
        Assert.DoesNotContain(learnt.Tag(Cut("调到高，客户催"), "decline"), m => m.Name == "severity");
        Assert.Empty(learnt.Tag(Cut("调到高"), "dance"));
        Assert.Empty(learnt.Tag(Cut(""), "grade"));
    }

    [Fact]
    public void What_was_written_is_read_back_the_same()
    {
        var learnt = Learn();
        using var file = new MemoryStream();
        learnt.Write(new(file));
        file.Position = 0;
        var read = SpanTagger.Read(new(file));
        foreach (var example in MarkedExamples.Read(Lines, "lines"))
            Assert.Equal(learnt.Tag(Cut(example.Text), example.Section[0]), read.Tag(Cut(example.Text), example.Section[0]));
    }
}
