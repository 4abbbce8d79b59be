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
