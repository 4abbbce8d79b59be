using ComplaintBot.Tests.Fixtures;
using Understanding.Staff.Chasing;

namespace ComplaintBot.Tests.Reports.Asking;

/// <summary>Chasing tickets of an answer, in three languages; what is no such order stays none.</summary>
public class ChaseWordsTests
{
    [Theory]
    [InlineData("催一下", "current")]
    [InlineData("催办第二件", "rows 2+1")]
    [InlineData("催一下李伟", "of 李伟")]
    [InlineData("全部延期两天，因为缺件", null)]
    [InlineData("催辦第二件", "rows 2+1")]
    [InlineData("chase Li Wei", "of li wei")]
    [InlineData("chase the second one", "rows 2+1")]
    [InlineData("Remind them", "all")]
    [InlineData("催办的投诉有哪些", null)]
    [InlineData("提醒客户带身份证", null)]
    [InlineData("升级的有几件", null)]
    [InlineData("延误的投诉有几件", null)]
    [InlineData("which complaints were escalated last month", null)]
    [InlineData("remind me tomorrow", null)]
    [InlineData("chase all of them", "all")]
    [InlineData("催一下前兩件", "rows 1+2")]
    [InlineData("催办 C-20261123-0001 和 C-20261123-0002", "numbers C-20261123-0001 C-20261123-0002")]
    public void A_sentence_names_what_is_chased_or_is_none(string text, string? target) =>
        Assert.Equal(target, ChaseWords.Read(text, TelecomExample.Organisation) is { } read ? Say(read) : null);

    private static string Say(ChaseTarget target) =>
        target switch
        {
            ChaseTarget.Numbers n => "numbers " + string.Join(' ', n.Tickets),
            ChaseTarget.Rows r => $"rows {r.From}+{r.Count}",
            ChaseTarget.All => "all",
            ChaseTarget.Of o => "of " + o.Person,
            _ => "current",
        };
}
