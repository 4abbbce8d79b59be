using System.Text;
using DirectLine.Uploads;

namespace DirectLine.Tests;

public sealed class ContentCheckTests
{
    public static TheoryData<byte[], string> Known =>
        new()
        {
            { SampleFiles.Png, "image/png" },
            { SampleFiles.Jpeg, "image/jpeg" },
            { SampleFiles.Gif, "image/gif" },
            { SampleFiles.Webp, "image/webp" },
            { SampleFiles.Ftyp("heic"), "image/heic" },
            { SampleFiles.Pdf, "application/pdf" },
            { SampleFiles.Ftyp("isom"), "video/mp4" },
            { SampleFiles.Ftyp("qt  "), "video/quicktime" },
            { SampleFiles.Webm, "video/webm" },
            { SampleFiles.Ftyp("M4A "), "audio/mp4" },
            { SampleFiles.Mp3, "audio/mpeg" },
            { SampleFiles.Wav, "audio/wav" },
            { SampleFiles.Amr, "audio/amr" },
            { SampleFiles.Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
            { SampleFiles.Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void The_content_decides_whatever_the_name_says(byte[] content, string contentType)
    {
        foreach (var name in new[] { null, "x", "x.exe", "页面.html", "x.txt" })
            Assert.Equal(contentType, ContentCheck.Check(name, content).Kind?.ContentType);
    }

    [Theory]
    [InlineData("发票.txt", "宽带坏了", "text/plain")]
    [InlineData("noname", "hello", "text/plain")]
    [InlineData("表.CSV", "a,b\r\n1,2", "text/csv")]
    public void Text_is_told_apart_by_its_name(string name, string text, string contentType) =>
        Assert.Equal(contentType, ContentCheck.Check(name, Encoding.UTF8.GetBytes(text)).Kind?.ContentType);

    [Fact]
    public void Text_of_older_Windows_programs_is_accepted()
    {
        byte[] gbk = [0xBF, 0xED, 0xB4, 0xF8, 0xBB, 0xB5, 0xC1, 0xCB];
        Assert.Equal("text/plain", ContentCheck.Check("a.txt", gbk).Kind?.ContentType);
        Assert.Equal(
            "text/plain",
            ContentCheck
                .Check("a.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("宽带")).ToArray())
                .Kind?.ContentType
        );
    }

    [Theory]
    [InlineData("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("a.txt", "\uFEFF \n<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("a.csv", "<?xml version=\"1.0\"?><svg/>")]
    [InlineData("a.html", "hello <script>alert(1)</script>")]
    [InlineData("a.svg", "hello")]
    public void Markup_that_a_browser_could_run_is_refused(string name, string text) =>
        Assert.Equal(ContentFault.Markup, ContentCheck.Check(name, Encoding.UTF8.GetBytes(text)).Fault);

    [Fact]
    public void Markup_in_UTF_16_is_refused_too() =>
        Assert.Equal(
            ContentFault.Markup,
            ContentCheck.Check("a.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html>")).ToArray()).Fault
        );

    [Theory]
    [InlineData("run.bat")]
    [InlineData("run.ps1")]
    [InlineData("run.js")]
    [InlineData("link.url")]
    public void Text_under_a_name_that_some_system_would_run_is_refused(string name) =>
        Assert.Equal(ContentFault.NotAllowed, ContentCheck.Check(name, "echo"u8.ToArray()).Fault);

    [Fact]
    public void Programs_archives_and_nothing_are_refused()
    {
        Assert.Equal(ContentFault.NotAllowed, ContentCheck.Check("photo.png", new byte[] { 0x4D, 0x5A, 0x90, 0, 3, 0 }).Fault);
        Assert.Equal(ContentFault.NotAllowed, ContentCheck.Check("photo.png", new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0 }).Fault);
        Assert.Equal(ContentFault.NotAllowed, ContentCheck.Check("a.docx", SampleFiles.Zip(("run.exe", "MZ"))).Fault);
        Assert.Equal(ContentFault.Empty, ContentCheck.Check("a.txt", ReadOnlyMemory<byte>.Empty).Fault);
        Assert.Equal(ContentFault.Broken, ContentCheck.Check("a.docx", SampleFiles.Docx().AsMemory(0, 40)).Fault);
    }

    [Fact]
    public void A_document_with_macros_is_refused() =>
        Assert.Equal(ContentFault.Macros, ContentCheck.Check("a.docx", SampleFiles.Docx(("word/vbaProject.bin", "x"))).Fault);

    [Fact]
    public void A_document_that_unpacks_to_hundreds_of_megabytes_is_refused()
    {
        var bomb = SampleFiles.Bomb(201);
        Assert.True(bomb.Length < 2 * 1024 * 1024);
        Assert.Equal(ContentFault.Bomb, ContentCheck.Check("a.docx", bomb).Fault);
    }

    [Fact]
    public void A_document_that_lies_about_its_unpacked_size_gains_nothing()
    {
        // The declared size of an entry stands in the central directory, 24 bytes after its signature.
        var bomb = SampleFiles.Bomb(201);
        for (var i = 0; i + 28 < bomb.Length; i++)
        {
            if (bomb.AsSpan(i).StartsWith("PK\x01\x02"u8))
                bomb.AsSpan(i + 24, 4).Clear();
        }
        Assert.Equal(ContentFault.Bomb, ContentCheck.Check("a.docx", bomb).Fault);
    }

    [Fact]
    public void Damaged_archives_are_refused_whatever_the_damage()
    {
        var random = new Random(20260302);
        var good = SampleFiles.Docx(("word/styles.xml", new string('s', 500)));
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            var verdict = ContentCheck.Check(
                "a.docx",
                damaged.AsMemory(0, random.Next(2) == 0 ? damaged.Length : random.Next(4, damaged.Length))
            );
            Assert.True(verdict.Kind is null != verdict.Fault is null);
        }
    }
}
