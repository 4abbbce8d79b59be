using Understanding.Writing;

namespace Understanding.Tests.Writing;

public sealed class PhraseFormsTests
{
    private static readonly PhraseForms Forms = new([
        "# a remark",
        "",
        "refuse: ^[i ]{don't|do not} {know",
        "  |say}$",
        "refuse: ^不[想|愿]*说$",
        "machine: bot|robot",
        "bot: are you [a ]<machine>",
        "robot: 机器…6人",
        "order: 没…99单号",
        "hour: (hour=N)点[(half=半)]",
    ]);

    [Theory]
    [InlineData("refuse", "i don't know", true)]
    [InlineData("refuse", "do not say.", true)]
    [InlineData("refuse", "i don't know him", false)]
    [InlineData("refuse", "不说", true)]
    [InlineData("refuse", "不想愿说", true)]
    [InlineData("refuse", "我不想说", false)]
    [InlineData("bot", "hello, are you a robot?", true)]
    [InlineData("bot", "are you both there", false)]
    [InlineData("bot", "are you a botanist", false)]
    [InlineData("robot", "机器一二三四五六人", true)]
    [InlineData("robot", "机器一二三四五六七人", false)]
    [InlineData("order", "单号在这里", false)]
    [InlineData("order", "我这里没有找到你们说的那个单号", true)]
    public void A_folded_text_tells_a_list_when_it_holds_one_of_its_patterns(string list, string text, bool tells) =>
        Assert.Equal(tells, Forms[list].IsMatch(text));

    [Fact]
    public void A_sign_of_regular_expressions_stands_for_itself() =>
        Assert.Equal([true, false], new[] { "3.5+", "3x5" }.Select(text => new PhraseForms(["sum: ^3.5[+]$"])["sum"].IsMatch(text)));

    [Theory]
    [InlineData("三点半", "三", true)]
    [InlineData("12点", "12", false)]
    public void A_part_is_taken_by_its_name(string text, string hour, bool half)
    {
        var match = Forms["hour"].Match(text);
        Assert.Equal((hour, half), (match.Groups["hour"].Value, match.Groups["half"].Success));
    }

    [Fact]
    public void A_list_or_a_file_that_is_not_there_is_an_error()
    {
        Assert.Throws<KeyNotFoundException>(() => Forms["other"]);
        Assert.Throws<InvalidOperationException>(() => PhraseForms.Beside(typeof(PhraseForms), "Nothing.txt"));
    }
}
