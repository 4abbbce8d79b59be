using Understanding.Messages;

namespace Understanding.Tests.Messages;

/// <summary>Only the part that is denied changes.</summary>
public sealed class PartCorrectionsTests
{
    [Theory]
    [InlineData("建设路12号院3栋1701", "不对，是5栋不是3栋", "建设路12号院5栋1701")]
    [InlineData("建设路12号院3栋1701", "不是12号院，是21号院", "建设路21号院3栋1701")]
    [InlineData("中山北路二段88號4樓", "門牌是86號不是88號", "中山北路二段86號4樓")]
    [InlineData("Flat 2, 14 Mill Lane", "it's Flat 7, not Flat 2", "Flat 7, 14 Mill Lane")]
    [InlineData("14 Mill Lane", "not Mill Lane, it's Hill Lane", "14 Hill Lane")]
    public void A_denied_part_is_replaced(string known, string said, string right) =>
        Assert.Equal(right, PartCorrections.Mended(known, said));

    [Theory]
    [InlineData("建设路12号院", "不是昨天，是前天")]
    [InlineData("建设路12号院", "不是我打的电话，是我妈")]
    [InlineData("1号楼1号", "不是1号，是2号")]
    [InlineData(null, "是5栋不是3栋")]
    [InlineData("14 Mill Lane", "not yesterday, it's today")]
    public void What_is_no_part_of_it_changes_nothing(string? known, string said) => Assert.Null(PartCorrections.Mended(known, said));
}
