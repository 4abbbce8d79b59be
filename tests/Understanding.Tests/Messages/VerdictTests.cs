using Understanding.Messages;
using Understanding.Writing;

namespace Understanding.Tests.Messages;

/// <summary>A complaint is closed by a plain yes to its result and by nothing else, and no new round begins on doubt.</summary>
public class VerdictTests
{
    [Theory]
    [InlineData("满意")]
    [InlineData("很满意，谢谢")]
    [InlineData("已经修好了，谢谢师傅")]
    [InlineData("嗯，问题解决了")]
    [InlineData("滿意，謝謝你們")]
    [InlineData("已經恢復正常了")]
    [InlineData("可以結案了")]
    [InlineData("Yes, it's fixed now, thank you")]
    [InlineData("all good now thanks")]
    [InlineData("I am satisfied with the result")]
    [InlineData("The internet is working again. Thanks!")]
    public void A_plain_yes(string text) => Assert.True(Of(text));

    [Theory]
    [InlineData("不满意")]
    [InlineData("还是没修好，晚上又断了三次")]
    [InlineData("問題還在")]
    [InlineData("還是沒有訊號")]
    [InlineData("It is still down")]
    [InlineData("anything but satisfied")]
    [InlineData("no, I still have not got the refund")]
    public void A_plain_no(string text) => Assert.False(Of(text));

    [Theory]
    [InlineData("好了吗？")]
    [InlineData("谈不上满意")]
    [InlineData("问题解决了一半")]
    [InlineData("没有不满意")]
    [InlineData("还没看，稍后回复")]
    [InlineData("还行吧")]
    [InlineData("凑合")]
    [InlineData("好什么好")]
    [InlineData("好的")]
    [InlineData("嗯")]
    [InlineData("谢谢")]
    [InlineData("解决了吗")]
    [InlineData("满意才怪")]
    [InlineData("修好了，但是退款没到")]
    [InlineData("修好了又断了")]
    [InlineData("滿意度要怎麼填")]
    [InlineData("還沒試，晚點再說")]
    [InlineData("馬馬虎虎啦")]
    [InlineData("OK")]
    [InlineData("It works, but I have not got the refund")]
    [InlineData("is it fixed?")]
    [InlineData("no complaints")]
    [InlineData("half of it works now")]
    [InlineData("oh great, fixed now until tomorrow")]
    [InlineData("I would be satisfied if somebody called me")]
    [InlineData("👍")]
    public void Everything_else_is_asked_back(string text) => Assert.Null(Of(text));

    private static bool? Of(string text) => Verdicts.Of(CharacterFolding.Fold(text));
}
