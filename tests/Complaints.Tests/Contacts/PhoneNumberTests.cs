using Complaints.Intake;

namespace Complaints.Tests.Contacts;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("138 0571 2266", "13805712266")]
    [InlineData("１３９００１３９０００", "13900139000")]
    [InlineData("0086-13805712266", "13805712266")]
    [InlineData("+86 138-0571-2266", "13805712266")]
    [InlineData("8613805712266", "13805712266")]
    [InlineData("(021)65550137", "02165550137")]
    [InlineData("（010）8888 1234", "01088881234")]
    [InlineData("02165550137", "02165550137")]
    [InlineData("057455501377", "057455501377")]
    [InlineData("+86 21 6555 0137", "02165550137")]
    [InlineData("0571-6555013转22", "05716555013 x22")]
    [InlineData("021-65550137 分机 805", "02165550137 x805")]
    [InlineData("07700 900811", "07700900811")]
    [InlineData("020 7946 0321", "02079460321")]
    [InlineData("+44 7700 900811", "+447700900811")]
    [InlineData("+1 303.555.0164", "+13035550164")]
    [InlineData("(303) 555-0164 ext. 9", "3035550164 x9")]
    [InlineData("1-303-555-0164", "13035550164")]
    [InlineData("0912-345-678", "0912345678")]
    [InlineData("+886 912 345 678", "0912345678")]
    [InlineData("02-2345-6789 轉 31", "0223456789 x31")]
    [InlineData("400-555-0199", "4005550199")]
    public void One_line_has_one_form(string written, string normal) => Assert.Equal(normal, PhoneNumber.Normal(written));

    [Theory]
    [InlineData("订单 20261105772 没到")]
    [InlineData("order 7714-20931")]
    [InlineData("PO1126-40299")]
    [InlineData("电号06-21-2245-61-8")]
    [InlineData("2026-11-18 09:00-12:00")]
    [InlineData("account 3301048899")]
    [InlineData("$1 299.00, 25.11.2026")]
    [InlineData("身份证 330106199001011234")]
    public void Other_numbers_are_no_phones(string text) => Assert.DoesNotContain(PhoneNumbers.Find(text), m => m.IsSure);

    [Fact]
    public void Two_numbers_side_by_side_are_two()
    {
        var found = PhoneNumbers.Find("打13805712266 13900139000都行，座机0571-65550137。");
        Assert.Equal(["13805712266", "13900139000", "057165550137"], found.Select(f => f.Number.Number));
    }

    [Fact]
    public void Few_digits_are_a_phone_only_where_the_words_say_so()
    {
        var found = Assert.Single(PhoneNumbers.Find("Cell 555-0164, thanks"));
        Assert.False(found.IsSure);
        Assert.Equal("5550164", found.Number.Number);
    }

    [Fact]
    public void What_is_no_phone_number_stays_as_it_is() => Assert.Equal("ring the bell", PhoneNumber.Normal(" ring the bell "));
}
