using Complaints.PersonalData;

namespace ComplaintBot.Tests.PersonalData;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("打我电话13812345678，谢谢", "打我电话138******78，谢谢")]
    [InlineData("138 1234 5678", "138 **** **78")]
    [InlineData("１３８１２３４５６７８", "１３８******７８")]
    [InlineData("+86 138 1234 5678", "+86 *** **** **78")]
    [InlineData("電話0912-345-678", "電話091*-***-*78")]
    [InlineData("座机 010-12345678", "座机 010-******78")]
    [InlineData("mail wang.xm+x@example.com.cn!", "mail w********@example.com.cn!")]
    [InlineData("身份证11010519491231002X", "身份证110*************2X")]
    [InlineData("A123456789", "A12*****89")]
    [InlineData("卡号 4111 1111 1111 1111", "卡号 41** **** **** 1111")]
    public void Numbers_and_addresses_of_people_lose_their_middle(string text, string expected) =>
        Assert.Equal(expected, Masking.Mask(text));

    [Theory]
    [InlineData("C-20261123-0001 和 RN-20261123-0001-01")]
    [InlineData("2026-11-23 09:12")]
    [InlineData("订单 20261123000123")]
    [InlineData("欠费 1234.56 元，工单 998877")]
    [InlineData("找@李伟 看一下")]
    [InlineData("aad-li-wei 00000000-0000-0000-0000-0000000000020")]
    [InlineData("")]
    public void Everything_else_stays(string text) => Assert.Equal(text, Masking.Mask(text));

    [Fact]
    public void A_long_text_made_to_confuse_is_read_in_no_time() =>
        Assert.NotNull(Masking.Mask(string.Concat(Enumerable.Repeat("0 1-(2)@a.", 20_000))));
}
