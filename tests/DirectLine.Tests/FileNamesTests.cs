using DirectLine.Uploads;

namespace DirectLine.Tests;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("发票 2026年3月.png", "发票 2026年3月.png")]
    [InlineData("C:\\fakepath\\照片.png", "照片.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("photo.exe", "photo.png")]
    [InlineData("photo.v2 (final)", "photo.v2 (final).png")]
    [InlineData("a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png")]
    [InlineData("cod\u202Egnp.exe", "codgnp.png")]
    [InlineData("a<b>\"c|d?e*.png", "a_b__c_d_e_.png")]
    [InlineData("CON.png", "file-CON.png")]
    [InlineData("nul", "file-nul.png")]
    [InlineData("", "file.png")]
    [InlineData(null, "file.png")]
    [InlineData("...", "file.png")]
    [InlineData(".png", "png.png")]
    [InlineData("\uD800x.png", "x.png")]
    public void A_name_becomes_safe_and_keeps_its_language(string? name, string expected) =>
        Assert.Equal(expected, FileNames.Clean(name, FileKind.Png));

    [Fact]
    public void A_long_name_is_cut_before_its_extension_and_never_inside_a_character()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("😀", 80)) + ".jpeg", FileKind.Jpeg);
        Assert.True(name.Length <= 100);
        Assert.EndsWith(".jpeg", name, StringComparison.Ordinal);
        Assert.Equal(name, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void Equal_names_are_numbered() =>
        Assert.Equal(
            ["图.png", "图 (1).png", "图 (2).png", "b.png", "B (1).png"],
            FileNames.Distinct(["图.png", "图.png", "图.png", "b.png", "B.png"])
        );

    [Fact]
    public void A_number_that_is_taken_is_left_out() =>
        Assert.Equal(["a.png", "a (1).png", "a (2).png"], FileNames.Distinct(["a.png", "a (1).png", "a.png"]));
}
