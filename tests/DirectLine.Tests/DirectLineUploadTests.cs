using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DirectLine.Tests;

public sealed class DirectLineUploadTests
{
    private const string Activity = """
        {"type":"message","text":"看照片","channelData":{"clientActivityID":"u1","attachmentSizes":[5]},
         "attachments":[{"contentType":"image/png","name":"图.png","thumbnailUrl":"data:image/jpeg;base64,AAAA"}]}
        """;

    private static Task<HttpResponseMessage> UploadAsync(DirectLineServer server, Grant grant, HttpContent body) =>
        server.SendAsync(
            HttpMethod.Post,
            $"/v3/directline/conversations/{grant.ConversationId}/upload?userId=r_invented",
            grant.Token,
            body
        );

    [Fact]
    [Trait("Assertion", "25")]
    public async Task Two_files_of_the_same_Chinese_name_and_a_text_arrive_together()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync("dl_1");
        var response = await UploadAsync(
            server,
            grant,
            Body(Activity, ("图.png", "image/png", SampleFiles.Png), ("图.png", "application/x-lies", [.. SampleFiles.Png, 7]))
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        var echo = (await server.ReadAsync(grant)).GetProperty("activities")[0];
        Assert.Equal(("看照片", "dl_1"), (echo.GetProperty("text").GetString(), echo.GetProperty("from").GetProperty("id").GetString()));
        Assert.Equal("u1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        var attachments = echo.GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal(
            [("图.png", "image/png"), ("图 (1).png", "image/png")],
            attachments.Select(a => (a.GetProperty("name").GetString()!, a.GetProperty("contentType").GetString()!))
        );
        Assert.Equal(SampleFiles.Png, await server.Http.GetByteArrayAsync(attachments[0].GetProperty("contentUrl").GetString()));
        Assert.Equal([.. SampleFiles.Png, 7], await server.Http.GetByteArrayAsync(attachments[1].GetProperty("contentUrl").GetString()));

        var forBot = server.Store.Inbox[1].Attachments!;
        var stored = await server.Store.FindUploadAsync(
            grant.ConversationId,
            DirectLineActivities.UploadIdOf(forBot[0].ContentUrl)!,
            default
        );
        Assert.Equal(SampleFiles.Png, ((MemoryStream)stored!.Content).ToArray());
    }

    [Fact]
    public async Task The_small_picture_of_Web_Chat_stays_with_a_single_file()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        await UploadAsync(server, grant, Body(Activity, ("a.png", "image/png", SampleFiles.Png)));
        var attachment = (await server.ReadAsync(grant)).GetProperty("activities")[0].GetProperty("attachments")[0];
        Assert.Equal("data:image/jpeg;base64,AAAA", attachment.GetProperty("thumbnailUrl").GetString());
        Assert.Null(server.Store.Inbox[1].Attachments![0].ThumbnailUrl);
    }

    [Fact]
    [Trait("Assertion", "25")]
    public async Task A_raw_file_with_its_name_in_a_header_arrives_too()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var content = new ByteArrayContent(SampleFiles.Pdf);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "合同.pdf" };
        var response = await server.SendAsync(
            HttpMethod.Post,
            $"/v3/directline/conversations/{grant.ConversationId}/upload",
            grant.Token,
            content
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ("合同.pdf", "application/pdf"),
            (server.Store.Inbox[1].Attachments![0].Name, server.Store.Inbox[1].Attachments![0].ContentType)
        );
    }

    [Theory]
    [InlineData("a.png", "image/png", "<svg onload='x'/>")]
    [InlineData("a.html", "text/html", "<html>")]
    [InlineData("a.exe", "image/png", "MZ\u0090\0")]
    [InlineData("a.bat", "text/plain", "del *")]
    [Trait("Assertion", "25")]
    public async Task A_file_of_a_kind_that_may_not_be_sent_is_415(string name, string type, string content)
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var response = await UploadAsync(
            server,
            grant,
            Body(null, ("ok.png", "image/png", SampleFiles.Png), (name, type, Encoding.Latin1.GetBytes(content)))
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains(name, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(server.Store.Inbox);
    }

    [Fact]
    [Trait("Assertion", "25")]
    public async Task A_file_over_the_limit_is_413_and_one_at_the_limit_passes()
    {
        await using var server = await DirectLineServer.StartAsync(o => (o.MaxFileBytes, o.MaxUploadBytes) = (1000, 3000));
        var grant = await server.BeginAsync();
        byte[] Sized(int size) => [.. SampleFiles.Png, .. new byte[size - SampleFiles.Png.Length]];
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(server, grant, Body(null, ("a.png", "image/png", Sized(1000))))).StatusCode);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await UploadAsync(server, grant, Body(null, ("a.png", "image/png", Sized(1001))))).StatusCode
        );
        var four = Enumerable.Range(0, 4).Select(_ => ("a.png", "image/png", Sized(900))).ToArray();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(server, grant, Body(null, four))).StatusCode);
        Assert.Equal(2, server.Store.Inbox.Count);
    }

    [Fact]
    public async Task An_upload_without_files_with_too_many_or_without_a_form_is_refused()
    {
        await using var server = await DirectLineServer.StartAsync(o => o.MaxFiles = 2);
        var grant = await server.BeginAsync();
        var many = Enumerable.Range(0, 3).Select(_ => ("a.png", "image/png", SampleFiles.Png)).ToArray();
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(server, grant, Body(Activity))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(server, grant, Body(Activity, many))).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await UploadAsync(server, grant, Body("""{"type":"invoke","name":"x"}""", many[..1]))).StatusCode
        );
        using var broken = new ByteArrayContent("--x\r\nno end"u8.ToArray());
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await server.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{grant.ConversationId}/upload", grant.Token, broken)
            ).StatusCode
        );
        Assert.Single(server.Store.Inbox);
    }

    [Fact]
    [Trait("Assertion", "25")]
    public async Task A_link_opens_one_file_for_a_time_and_saves_what_is_no_picture()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync("dl_a");
        await UploadAsync(
            server,
            grant,
            Body(null, ("图.png", "image/png", SampleFiles.Png), ("发票.pdf", "application/pdf", SampleFiles.Pdf))
        );
        var links = (await server.ReadAsync(grant))
            .GetProperty("activities")[0]
            .GetProperty("attachments")
            .EnumerateArray()
            .Select(a => a.GetProperty("contentUrl").GetString()!)
            .ToList();

        var picture = await server.Http.GetAsync(links[0]);
        Assert.Equal(
            ("inline", "image/png"),
            (picture.Content.Headers.ContentDisposition!.DispositionType, picture.Content.Headers.ContentType!.MediaType)
        );
        var document = await server.Http.GetAsync(links[1]);
        Assert.Equal(
            ("attachment", "发票.pdf"),
            (document.Content.Headers.ContentDisposition!.DispositionType, document.Content.Headers.ContentDisposition.FileNameStar)
        );
        Assert.Equal(["nosniff"], document.Headers.GetValues("X-Content-Type-Options"));

        var other = (await server.BeginAsync("dl_b")).ConversationId;
        foreach (
            var forged in new[]
            {
                links[0].Replace("&s=", "&s=A", StringComparison.Ordinal),
                links[0].Replace("?e=1", "?e=9", StringComparison.Ordinal),
                links[0].Replace(grant.ConversationId, other, StringComparison.Ordinal),
                links[0].Split('?')[0],
                links[0].Split('?')[0] + "?" + links[1].Split('?')[1],
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Http.GetAsync(forged)).StatusCode);
        }

        server.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Http.GetAsync(links[0])).StatusCode);
    }

    [Fact]
    public async Task Reading_the_log_again_gives_a_fresh_link()
    {
        await using var server = await DirectLineServer.StartAsync(o => o.TokenLifetime = TimeSpan.FromDays(2));
        var grant = await server.BeginAsync();
        await UploadAsync(server, grant, Body(null, ("a.png", "image/png", SampleFiles.Png)));
        server.Clock.Advance(TimeSpan.FromHours(30));
        var link = (await server.ReadAsync(grant))
            .GetProperty("activities")[0]
            .GetProperty("attachments")[0]
            .GetProperty("contentUrl")
            .GetString();
        Assert.Equal(SampleFiles.Png, await server.Http.GetByteArrayAsync(link));
    }

    /// <summary>A multipart body as Chromium writes it, with file names as UTF-8.</summary>
    private static ByteArrayContent Body(string? activity, params (string Name, string Type, byte[] Content)[] files)
    {
        const string boundary = "----WebKitFormBoundaryVvJFNdEIBZBk8yCO";
        using var body = new MemoryStream();
        void Add(string disposition, string type, byte[] content)
        {
            body.Write(
                Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {type}\r\n\r\n")
            );
            body.Write(content);
            body.Write("\r\n"u8);
        }
        if (activity is not null)
            Add("name=\"activity\"; filename=\"blob\"", "application/vnd.microsoft.activity", Encoding.UTF8.GetBytes(activity));
        foreach (var (name, type, content) in files)
            Add($"name=\"file\"; filename=\"{name}\"", type, content);
        body.Write(Encoding.UTF8.GetBytes($"--{boundary}--\r\n"));
        var result = new ByteArrayContent(body.ToArray());
        result.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
        return result;
    }
}
