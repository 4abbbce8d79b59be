using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Files are looked at before they leave the browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class UploadTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", "12.0 MB 太大了", "不能发送这种文件", "内容和名称不符", "可以发送照片、PDF", "每个不超过 10 MB")]
    [InlineData("zh-TW", "12.0 MB 太大了", "不能傳送這種檔案", "內容和名稱不符", "可以傳送照片、PDF", "每個不超過 10 MB")]
    [InlineData(
        "en",
        "12.0 MB is too large",
        "files of this kind cannot be sent",
        "not what its name says",
        "You can send photos, PDF",
        "up to 10 MB"
    )]
    public async Task What_would_be_refused_is_refused_before_the_upload_with_the_reason_and_what_may_be_sent(
        string language,
        params string[] words
    )
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=" + language);
        var large = new byte[12 * 1024 * 1024];
        "%PDF-1.7"u8.CopyTo(large);
        await visitor.AttachAsync(
            File("manual.pdf", large),
            File("setup.exe", [.. "MZ"u8, 0, 0, 1, 2, 3]),
            File("photo.jpg", "this is no picture"u8.ToArray())
        );

        foreach (var part in words)
            await Assertions.Expect(visitor.Files).ToContainTextAsync(part);
        await visitor.ShootAsync($"upload-refused-{language}");
        Assert.Empty(await Axe.SeriousAsync(visitor));
        Assert.DoesNotContain(visitor.Requests, r => r.Contains("/upload?", StringComparison.Ordinal));
        await visitor.Files.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(visitor.Files).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_is_right_among_the_chosen_files_is_sent()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        await visitor.AttachAsync(File("setup.exe", [.. "MZ"u8, 0, 0, 1]), File("bill.txt", "199"u8.ToArray()), File("nothing.pdf", []));

        await visitor.SeesAsync("files: bill.txt");
        await Assertions.Expect(visitor.Files).ToContainTextAsync("nothing.pdf: the file is empty");
    }

    [Fact]
    public async Task A_large_photo_is_made_smaller_and_the_original_follows_when_it_is_asked_for()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        var photo = await PhotoAsync(visitor);
        await visitor.AttachAsync(File("router.jpg", photo));
        await visitor.SeesAsync("files: router.jpg");
        await Assertions.Expect(visitor.Files).ToContainTextAsync("router.jpg: sent smaller");
        await visitor.ShootAsync("upload-smaller");

        var smaller = await SentAsync(site);
        Assert.InRange(smaller.Length, 10_000, photo.Length / 2);
        await visitor.Files.GetByRole(AriaRole.Button, new() { Name = "Send the original too" }).ClickAsync();
        await Assertions.Expect(visitor.Bubble("files: router.jpg")).ToHaveCountAsync(2);
        Assert.Equal(photo, await SentAsync(site));
        await Assertions.Expect(visitor.Files).ToBeEmptyAsync();
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task What_the_server_does_not_take_is_not_offered_again()
    {
        await using var site = await EchoSite.StartAsync();
        await using var visitor = await Visitor.NewAsync(chromium, site.Address);
        await visitor.OpenAsync("/?locale=en");
        // An archive that says it is a document: only the server looks so deep.
        await visitor.AttachAsync(File("letter.docx", [.. "PK\u0003\u0004"u8, .. new byte[64]]));

        await Assertions.Expect(visitor.Transcript.GetByText("Not sent: this was not accepted.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Transcript.GetByText("Retry")).ToHaveCountAsync(0);
    }

    private static async Task<byte[]> SentAsync(EchoSite site) =>
        Assert.Single(await site.FilesOfAsync(site.Heard.Last(a => a.Attachments is { Count: > 0 })));

    /// <summary>A picture of 3000 × 2000 with a hundred coloured areas and some noise, as a camera makes one: some megabytes.</summary>
    private static async Task<byte[]> PhotoAsync(Visitor visitor) =>
        Convert.FromBase64String(
            await visitor.Page.EvaluateAsync<string>(
                """
                () => {
                  const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
                  const pen = canvas.getContext('2d');
                  let seed = 1;
                  const next = () => (seed = seed * 48271 % 2147483647) / 2147483647;
                  for (let i = 0; i < 60000; i++) {
                    pen.fillStyle = `rgb(${next() * 255} ${next() * 255} ${next() * 255})`;
                    pen.fillRect(next() * 3000, next() * 2000, 30 * next(), 30 * next());
                  }
                  return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
                }
                """
            )
        );

    private static FilePayload File(string name, byte[] content) =>
        new()
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = content,
        };
}
