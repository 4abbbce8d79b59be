using ComplaintBot.PersonalData;

namespace ComplaintBot.Tests.PersonalData;

public sealed class PersonalDataWordsTests
{
    [Theory]
    [InlineData("导出客户数据 C-20261123-0001", DataWish.Export)]
    [InlineData("匯出客戶資料 C-20261123-0001", DataWish.Export)]
    [InlineData("export customer data C-20261123-0001", DataWish.Export)]
    [InlineData("删除客户数据 C-20261123-0001", DataWish.Erase)]
    [InlineData("請刪除 C-20261123-0001 的個人資料", DataWish.Erase)]
    [InlineData("please erase the customer's data of c-20261123-0001", DataWish.Erase)]
    public void A_wish_is_understood_in_three_languages(string text, DataWish wish) =>
        Assert.Equal((wish, "C-20261123-0001"), PersonalDataWords.Read(text));

    [Theory]
    [InlineData("删除 C-20261123-0001")]
    [InlineData("删除客户数据")]
    [InlineData("客户数据 C-20261123-0001")]
    [InlineData("导出上个月的投诉")]
    public void What_does_not_name_all_of_it_is_left_to_others(string text) => Assert.Null(PersonalDataWords.Read(text));
}
