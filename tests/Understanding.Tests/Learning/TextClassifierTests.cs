using Understanding.Learning;

namespace Understanding.Tests.Learning;

public class TextClassifierTests
{
    private static readonly LabelledText[] Examples =
    [
        new("宽带又断了", "broadband"),
        new("家里上不了网", "broadband"),
        new("光猫红灯一直闪", "broadband"),
        new("wifi keeps dropping", "broadband"),
        new("no internet at home", "broadband"),
        new("账单多收了我的钱", "billing"),
        new("话费扣错了", "billing"),
        new("这个月的帳單不對", "billing"),
        new("my bill is wrong", "billing"),
        new("you charged me twice", "billing"),
        new("客服骂人", "attitude"),
        new("营业员态度很差", "attitude"),
        new("the clerk was rude", "attitude"),
        new("she shouted at me", "attitude"),
    ];

    private static TextClassifier Learn(IEnumerable<LabelledText> texts) => TextClassifier.Learn([.. texts], ConceptSource.Standard);

    [Theory]
    [InlineData("我家的宽带断了一天", "broadband")]
    [InlineData("The internet at home is dead", "broadband")]
    [InlineData("帳單多收錢", "billing")]
    [InlineData("I was charged two times on my bill", "billing")]
    [InlineData("客服的态度太差了", "attitude")]
    public void Texts_like_the_examples_get_their_class(string text, string label) =>
        Assert.Equal(label, Learn(Examples).Classify(text).Label);

    [Fact]
    public void The_same_examples_give_the_same_model_bit_by_bit()
    {
        string[] probes = ["宽带", "my bill", "something else entirely", "客服", ""];
        var (first, second) = (Learn(Examples), Learn(Examples));
        Assert.All(
            probes,
            p =>
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(first.Classify(p).Confidence),
                    BitConverter.DoubleToInt64Bits(second.Classify(p).Confidence)
                )
        );
    }

    [Fact]
    public void Traditional_characters_and_full_width_letters_make_no_difference()
    {
        var model = Learn(Examples);
        Assert.Equal(model.Classify("账单多收了，wifi").Confidence, model.Classify("帳單多收了，ＷＩＦＩ").Confidence);
    }

    [Fact]
    public void What_resembles_nothing_is_classed_with_little_confidence() =>
        Assert.True(Learn(Examples).Classify("zzz qqq 鑫犇").Confidence < Learn(Examples).Classify("宽带断了上不了网").Confidence);

    [Fact]
    public void One_class_alone_is_learnt_too() => Assert.Equal("only", Learn([new("a b c", "only")]).Classify("whatever").Label);

    [Theory]
    [InlineData("charged", "charging")]
    [InlineData("bills", "bill")]
    [InlineData("stopped", "stopping")]
    [InlineData("policies", "policy")]
    public void Endings_of_English_words_do_not_matter(string one, string other) =>
        Assert.Equal(EnglishStem.Of(one).ToString(), EnglishStem.Of(other).ToString());

    [Fact]
    public void Concepts_join_words_of_several_languages()
    {
        var found = new List<int>();
        var concepts = ConceptSource.Standard;
        foreach (var text in (string[])["i want my money back", "我要退款", "退费"])
        {
            concepts.Find(text, found);
            Assert.Contains("REFUND", found.Select(c => concepts.Names[c]));
        }
    }

    [Fact]
    public void Latin_words_are_found_only_whole()
    {
        var found = new List<int>();
        ConceptSource.Standard.Find("catmachine scam", found);
        Assert.Equal(["FRAUD"], found.Select(c => ConceptSource.Standard.Names[c]));
    }

    [Fact]
    public void A_vocabulary_grows_without_losing_a_word()
    {
        var vocabulary = new Vocabulary();
        for (var i = 0; i < 50_000; i++)
            Assert.Equal(i, vocabulary.Number((uint)(i * 2654435761L)));
        for (var i = 0; i < 50_000; i++)
            Assert.Equal(i, vocabulary.Find((uint)(i * 2654435761L)));
        Assert.Equal(-1, vocabulary.Find(12345));
    }
}
