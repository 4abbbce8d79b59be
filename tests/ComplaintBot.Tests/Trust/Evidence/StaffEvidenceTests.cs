using System.Text.Json.Nodes;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.MainLine;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Organisations;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.Trust.Evidence;

/// <summary>Files that staff send in Teams.</summary>
public sealed class StaffEvidenceTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D];

    [Fact]
    public async Task A_file_and_a_picture_become_evidence_and_with_it_a_serious_complaint_gets_its_cause()
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var complaint = await host.Arranged.InAsync(ComplaintState.Investigating, "directline:dl_evidence", severity: Severity.High);
        var cause = new
        {
            ticket = complaint.Ticket,
            category = "equipment",
            text = "光猫老化",
            whys = "电压不稳、没有稳压",
        };
        Assert.Contains(
            "证据",
            (await host.Staff.PressAsync(Arranged.Owner, "cause", cause))["value"]!.ToString(),
            StringComparison.Ordinal
        );

        await SendAsync(
            Arranged.Owner,
            complaint.Ticket + " 现场照片",
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = "现场.png",
                ["contentUrl"] = "https://contoso.sharepoint.com/personal/x/现场.png",
                ["content"] = new JsonObject
                {
                    ["downloadUrl"] = drive.Url + "/file",
                    ["uniqueId"] = "1",
                    ["fileType"] = "png",
                },
            },
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = drive.Url + "/inline" },
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>现场照片</p>" }
        );
        await host.Staff.GetsAsync(
            Arranged.Owner,
            m => m.Text?.Contains('2') == true && m.Text.Contains(complaint.Ticket, StringComparison.Ordinal)
        );

        var stored = (await host.Arranged.StoredAsync(complaint.Ticket)).Evidence;
        Assert.Equal(["现场.png", "image/png", "image/png"], [stored[0].Name, stored[0].ContentType, stored[1].ContentType]);
        Assert.Equal(
            Picture,
            await host.Database.Database.ScalarAsync<byte[]>("SELECT content FROM evidence_files WHERE id = @Id", new { stored[0].Id })
        );
        Assert.Equal(
            "application/vnd.microsoft.card.adaptive",
            (await host.Staff.PressAsync(Arranged.Owner, "cause", cause))["type"]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("page.png", "<html><script>alert(1)</script></html>")]
    [InlineData("tool.exe", "MZ\u0001\u0000")]
    public async Task A_file_of_a_kind_that_may_not_be_sent_is_refused_by_its_content_and_the_sender_is_told(string name, string content)
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.WriteAsync(content));
        var complaint = await host.Arranged.InAsync(ComplaintState.Investigating, "directline:dl_evidence");

        await SendAsync(Arranged.Owner, complaint.Ticket, File(name, drive.Url));
        await host.Staff.GetsAsync(Arranged.Owner, m => m.Text?.Contains(name, StringComparison.Ordinal) == true);

        Assert.Empty((await host.Arranged.StoredAsync(complaint.Ticket)).Evidence);
    }

    [Fact]
    public async Task A_file_from_anywhere_else_is_not_fetched_and_one_that_cannot_be_had_stops_nothing()
    {
        await using var gone = await LoopbackServer.StartAsync(http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var complaint = await host.Arranged.InAsync(ComplaintState.Investigating, "directline:dl_evidence");

        await SendAsync(
            Arranged.Owner,
            "",
            File("metadata.txt", "http://169.254.169.254/latest/meta-data"),
            File("passwd.txt", "file:///etc/passwd"),
            File("gone.txt", gone.Url)
        );
        foreach (var name in new[] { "metadata.txt", "passwd.txt", "gone.txt" })
            await host.Staff.GetsAsync(Arranged.Owner, m => m.Text?.Contains(name, StringComparison.Ordinal) == true);

        Assert.Empty((await host.Arranged.StoredAsync(complaint.Ticket)).Evidence);
    }

    [Fact]
    public async Task A_file_for_a_ticket_of_others_is_not_taken()
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var complaint = await host.Arranged.InAsync(ComplaintState.Investigating, "directline:dl_evidence");

        await SendAsync("aad-lin-yue", complaint.Ticket, File("a.png", drive.Url));
        await host.Staff.GetsAsync("aad-lin-yue", m => m.Text?.Contains("没有找到", StringComparison.Ordinal) == true);

        Assert.Empty((await host.Arranged.StoredAsync(complaint.Ticket)).Evidence);
    }

    [Fact]
    public async Task What_staff_attach_the_customer_is_not_shown()
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var complaint = await host.Arranged.InAsync(ComplaintState.InProgress, "directline:" + customer.Id);
        await SendAsync(Arranged.Owner, complaint.Ticket, File("inside.png", drive.Url));
        await host.Staff.GetsAsync(
            Arranged.Owner,
            m => m.Text?.Contains('1') == true && m.Text.Contains(complaint.Ticket, StringComparison.Ordinal)
        );
        await host.Staff.PressAsync(Arranged.Owner, "progress", new { ticket = complaint.Ticket, text = "师傅已经出发" });
        await customer.HearsAsync("师傅已经出发");

        Assert.DoesNotContain(customer.Heard, m => m.ToJsonString().Contains("inside.png", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-CN", "把照片发给客户", "给您的文件")]
    [InlineData("zh-TW", "把照片傳給客戶", "給您的檔案")]
    [InlineData("en", "send the photo to the customer", "A file for you")]
    public async Task What_staff_send_on_purpose_the_customer_sees_by_a_link_of_their_own_and_nothing_else(
        string language,
        string order,
        string title
    )
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, language);
        var complaint = await host.Arranged.InAsync(
            ComplaintState.InProgress,
            "directline:" + customer.Id,
            complainant: c => c with { Language = language }
        );
        foreach (var name in new[] { "inside.png", "site.png" })
        {
            await AttachAsync(complaint, name, drive.Url);
        }
        // The head's language follows their words; the owner's stays for the other tests.
        await host.Staff.SayAsync(Arranged.Head, $"{order} {complaint.Ticket}");
        await customer.HearsAsync(title);
        await host.Staff.GetsAsync(
            Arranged.Head,
            m => m.Text?.Contains("site.png", StringComparison.Ordinal) == true && m.Text.StartsWith('✓')
        );

        var card = customer.Heard.Last(m => m.ToJsonString().Contains("/evidence/", StringComparison.Ordinal)).ToJsonString();
        var link = System.Text.RegularExpressions.Regex.Match(card, "https?://[^/\"]+/evidence/[^/\"]+").Value;
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(link));
        Assert.Contains("site.png", page, StringComparison.Ordinal);
        Assert.DoesNotContain("inside.png", page, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await http.GetAsync(new Uri(link + "/1"))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(link + "/0"))).StatusCode);
        Assert.DoesNotContain(customer.Heard, m => m.ToJsonString().Contains("inside.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_file_on_the_card_has_a_button_that_sends_it()
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var customer = await WebCustomer.ComeAsync(host.Bot.Address, "zh-CN");
        var complaint = await host.Arranged.InAsync(ComplaintState.InProgress, "directline:" + customer.Id);
        await AttachAsync(complaint, "one.png", drive.Url);
        var file = (await host.Arranged.StoredAsync(complaint.Ticket)).Evidence.Single().Id;

        await host.Staff.PressAsync(Arranged.Owner, "evidence.send", new { ticket = complaint.Ticket, file });
        await customer.HearsAsync("给您的文件");

        Assert.Single((await host.Arranged.StoredAsync(complaint.Ticket)).FilesSent);
    }

    [Fact]
    public async Task A_ticket_that_is_asked_for_shows_its_pictures_small_and_the_look_is_on_record()
    {
        await using var drive = await LoopbackServer.StartAsync(http => http.Response.Body.WriteAsync(Picture).AsTask());
        var complaint = await host.Arranged.InAsync(ComplaintState.InProgress, "directline:dl_small");
        await AttachAsync(complaint, "small.png", drive.Url);
        var before = host.Staff.Of(Arranged.Head).Count;

        await host.Staff.SayAsync(Arranged.Head, $"{complaint.Ticket} 进度");
        var card = await host.Staff.GetsAsync(Arranged.Head, m => m.Json.Contains("/evidence/", StringComparison.Ordinal), before);

        Assert.Contains("\"Image\"", card.Json, StringComparison.Ordinal);
        Assert.Contains(
            (await host.Arranged.StoredAsync(complaint.Ticket)).History,
            e => e.Event is Complaints.Events.EvidenceSeen && e.By.Id == Arranged.Head
        );
    }

    private async Task AttachAsync(Complaint complaint, string name, string url)
    {
        await SendAsync(Arranged.Owner, complaint.Ticket, File(name, url));
        await Eventually.TrueAsync(
            async () => (await host.Arranged.StoredAsync(complaint.Ticket)).Evidence.Any(f => f.Name == name),
            () => $"{name} is not kept."
        );
    }

    private static JsonObject File(string name, string url) =>
        new()
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = name,
            ["content"] = new JsonObject { ["downloadUrl"] = url },
        };

    private async Task SendAsync(string staff, string text, params JsonObject[] attachments) =>
        Assert.Equal(
            202,
            (int)
                (
                    await host.Staff.SendAsync(
                        staff,
                        "message",
                        a => (a["text"], a["attachments"]) = (text, new JsonArray([.. attachments]))
                    )
                ).StatusCode
        );
}
