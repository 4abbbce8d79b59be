using Understanding.Messages;
using Understanding.Writing;

namespace Understanding.Tests.Messages;

/// <summary>A withdrawal that is denied is none.</summary>
public sealed class WithdrawalsTests
{
    [Theory]
    [InlineData("不用撤了，你们继续办吧")]
    [InlineData("我没说要撤单呀")]
    [InlineData("別幫我取消")]
    [InlineData("先不要結案")]
    [InlineData("wait, please don't cancel my complaint")]
    [InlineData("I never asked you to withdraw anything")]
    [InlineData("no, keep it open")]
    public void A_denied_withdrawal_is_none(string text) => Assert.True(Withdrawals.AreDenied(CharacterFolding.Fold(text)));

    [Theory]
    [InlineData("撤了吧，没事了")]
    [InlineData("不麻烦了，帮我撤诉")]
    [InlineData("我要取消這件投訴")]
    [InlineData("please withdraw it")]
    [InlineData("it is not worth it. Cancel the complaint, please")]
    public void A_plain_one_is_one(string text) => Assert.False(Withdrawals.AreDenied(CharacterFolding.Fold(text)));
}
