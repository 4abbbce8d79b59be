using Understanding.Learning;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Tests.Learning;

public class SentenceClassifierTests
{
    private static readonly (string Text, string Label)[] Examples =
    [
        ("这单我接了", "accept"),
        ("我来处理", "accept"),
        ("接单", "accept"),
        ("I'll take this one", "accept"),
        ("taking it", "accept"),
        ("I take 0008", "accept"),
        ("转给张敏", "assign"),
        ("把这单转给李伟", "assign"),
        ("转给王芳处理", "assign"),
        ("give it to Alex", "assign"),
        ("give this to Marketing please", "assign"),
        ("hand it to Li Wei", "assign"),
        ("客户撤诉了", "withdraw"),
        ("客户不投诉了，撤诉", "withdraw"),
        ("他撤诉", "withdraw"),
        ("customer withdraws", "withdraw"),
        ("she withdraws the complaint", "withdraw"),
        ("withdrawn by the customer", "withdraw"),
    ];

    private static Sentence Cut(string text) => Sentence.Of(CharacterFolding.Fold(text), []);

    private static SentenceClassifier Learn() =>
        SentenceClassifier.Learn([.. Examples.Select(e => new ClassedSentence(Cut(e.Text), e.Label))]);

    [Theory]
    [InlineData("這單我來處理吧", "accept")]
    [InlineData("轉給陳潔", "assign")]
    [InlineData("客户来电撤诉", "withdraw")]
    [InlineData("pls give this to Alex", "assign")]
    [InlineData("the customer withdrew", "withdraw")]
    public void Sentences_like_the_examples_get_their_class(string text, string label) =>
        Assert.Equal(label, Learn().Rank(Cut(text))[0].Label);

    [Fact]
    public void Probabilities_add_up_and_the_likeliest_stands_first()
    {
        var ranked = Learn().Rank(Cut("转给我"));
        Assert.Equal(1, ranked.Sum(g => g.Confidence), 3);
        Assert.Equal(ranked.OrderByDescending(g => g.Confidence), ranked);
    }

    [Fact]
    public void What_was_written_is_read_back_the_same()
    {
        var learnt = Learn();
        using var file = new MemoryStream();
        learnt.Write(new(file));
        file.Position = 0;
        var read = SentenceClassifier.Read(new(file));
        foreach (var (text, _) in Examples)
            Assert.Equal(learnt.Rank(Cut(text))[0].Label, read.Rank(Cut(text))[0].Label);
    }

    [Fact]
    public void The_same_examples_give_the_same_model_bit_by_bit()
    {
        var (first, second) = (Learn(), Learn());
        foreach (var (text, _) in Examples)
            Assert.Equal(first.Rank(Cut(text)), second.Rank(Cut(text)));
    }

    [Fact]
    public void The_same_words_may_mean_another_thing_under_another_facet()
    {
        ClassedSentence[] turns =
        [
            new(Cut("five"), "score", "asked=survey"),
            new(Cut("four"), "score", "asked=survey"),
            new(Cut("one"), "score", "asked=survey"),
            new(Cut("five"), "unclear", "asked=place"),
            new(Cut("four"), "unclear", "asked=place"),
            new(Cut("two"), "unclear", "asked=place"),
        ];
        var learnt = SentenceClassifier.Learn(turns);
        Assert.Equal("score", learnt.Rank(Cut("five"), "asked=survey")[0].Label);
        Assert.Equal("unclear", learnt.Rank(Cut("five"), "asked=place")[0].Label);
    }
}
