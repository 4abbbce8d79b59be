using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Understanding.Accused;

namespace Understanding.Tests;

/// <summary>Who is meant by a name in a customer's words: exact names and aliases, both scripts, titles, pinyin; never by a part of a
/// longer word.</summary>
public class NamedStaffTests
{
    private static readonly Organisation Firm = TelecomExample.Organisation with
    {
        Staff =
        [
            Member("zhang", "张敏", Role.Manager, "Zhang Min"),
            Member("wang", "王芳", Role.Handler, "Wang Fang", "小王"),
            Member("gao", "高峰", Role.Handler),
            Member("alex", "Alex Wilber", Role.Manager, "Alex"),
            Member("liwei", "李伟", Role.Handler),
            Member("lina", "李娜", Role.Handler),
        ],
    };

    [Theory]
    [InlineData("你们的张敏态度很差", "zhang")]
    [InlineData("你們的張敏態度很差", "zhang")]
    [InlineData("张经理骂我", "zhang")]
    [InlineData("張經理罵我", "zhang")]
    [InlineData("Zhang Min was very rude to me", "zhang")]
    [InlineData("min zhang hung up", "zhang")]
    [InlineData("ZhangMin不理人", "zhang")]
    [InlineData("Manager Zhang shouted at me", "zhang")]
    [InlineData("Wang Fang hung up on me", "wang")]
    [InlineData("客服高峰说话很凶", "gao")]
    [InlineData("Alex Wilber was rude", "alex")]
    [InlineData("李伟和李娜都不理我", "liwei lina")]
    public void A_name_means_its_person(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', NamedStaff.In(text, Firm).Sure));

    [Theory]
    [InlineData("高峰期网速慢")]
    [InlineData("高峰的时候网速慢")]
    [InlineData("晚高峰断网")]
    [InlineData("很紧张敏感的问题")]
    [InlineData("张先生打电话来")]
    [InlineData("断网三天了")]
    [InlineData("the alexandria shop is closed")]
    public void A_part_of_a_word_and_an_ordinary_word_mean_nobody(string text)
    {
        var named = NamedStaff.In(text, Firm);
        Assert.Empty(named.Sure);
        Assert.Empty(named.Unsure);
    }

    [Theory]
    [InlineData("李师傅来了没修好", "liwei lina")]
    [InlineData("小王不接电话", "wang")]
    [InlineData("Alex did not answer", "alex")]
    public void Who_only_might_be_meant_is_to_be_asked(string text, string expected)
    {
        var named = NamedStaff.In(text, Firm);
        Assert.Empty(named.Sure);
        Assert.Equal(expected, string.Join(' ', named.Unsure));
    }

    [Fact]
    public void The_customers_own_name_accuses_nobody() => Assert.Empty(NamedStaff.In("我叫王芳，断网了", Firm, "王芳").Sure);

    private static StaffMember Member(string id, string name, Role role, params string[] aliases) =>
        new(id, name, "d")
        {
            Roles = new HashSet<Role> { role },
            Aliases = aliases,
        };
}
