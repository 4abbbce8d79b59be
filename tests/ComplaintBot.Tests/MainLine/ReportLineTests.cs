using ComplaintBot.Tests.Fixtures;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ComplaintBot.Tests.MainLine;

/// <summary>Reports by chat, through the real host, from outside.</summary>
public sealed class ReportLineTests
{
    private const string Quality = "aad-wu-fang";

    [Theory]
    [InlineData("每天8点半发日报", "8:30", "退订日报", "不再发送日报")]
    [InlineData("訂閱週報", "質", "退訂週報", "不再")]
    [InlineData("subscribe to the weekly report", "weekly", "unsubscribe from the weekly report", "more")]
    public async Task Somebody_subscribes_and_unsubscribes_by_chat(
        string subscribe,
        string subscribed,
        string unsubscribe,
        string unsubscribed
    )
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(test.ConnectionString);
        await using var staff = await StaffChannel.StartAsync(bot.Address);

        await staff.SayAsync(Quality, subscribe);
        await staff.GetsAsync(Quality, m => m.Text?.Contains(subscribed, StringComparison.OrdinalIgnoreCase) == true);
        Assert.Equal(
            1,
            await test.Database.ScalarAsync<long>(
                "SELECT count(*) FROM report_subscriptions WHERE person = @Quality AND wanted = 1",
                new { Quality }
            )
        );

        await staff.SayAsync(Quality, unsubscribe);
        await staff.GetsAsync(Quality, m => m.Text?.Contains(unsubscribed, StringComparison.OrdinalIgnoreCase) == true);
        Assert.Equal(
            1,
            await test.Database.ScalarAsync<long>(
                "SELECT count(*) FROM report_subscriptions WHERE person = @Quality AND wanted = 0",
                new { Quality }
            )
        );
    }

    [Fact]
    public async Task A_report_asked_for_becomes_a_workbook_that_opens_and_runs_nothing()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(test.ConnectionString);
        await using var staff = await StaffChannel.StartAsync(bot.Address);
        await test.Database.ExecuteAsync(
            """
            INSERT INTO complaints (ticket, version, kind, state, is_open, category, department, owner, severity,
              customer, customer_name, customer_level, language, channel, title, words,
              received_at, received_day, next_due, next_due_day, rounds, reopen_count, escalation_level, emergency)
            VALUES ('C-20260101-0001', 1, 'complaint', 'assigned', 1, 'broadband', 'network', 'aad-li-wei', 1,
              'directline:dl_1', '@SUM(A1)', 'standard', 'zh-CN', 'web', '=1+1', '=1+1',
              17672000000000000, '2026-01-01', 17673000000000000, '2026-01-02', 1, 0, 0, 0)
            """
        );
        await new ComplaintBot.Reports.Sums.SumTable(test.Database).MakeAsync();

        await staff.SayAsync(Quality, "月报");
        var card = await staff.GetsAsync(Quality, m => m.Json.Contains("monthly:", StringComparison.Ordinal));
        Assert.Contains("C-20260101-0001", card.Json, StringComparison.Ordinal);
        var button = QuestionLineTests.Action(card.Activity, "query.export", d => d["format"]!.GetValue<string>() == "xlsx");
        await staff.PressAsync(Quality, "query.export", button);
        var offer = (await staff.GetsAsync(Quality, m => m.Json.Contains("file.consent", StringComparison.Ordinal))).Activity[
            "attachments"
        ]![0]!;
        var name = offer["name"]!.GetValue<string>();
        await staff.ConsentAsync(Quality, offer["content"]!["acceptContext"]!, name);
        await staff.GetsAsync(Quality, m => m.Json.Contains("card.file.info", StringComparison.Ordinal));

        using var document = SpreadsheetDocument.Open(new MemoryStream(staff.Drive[name].Bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();
        Assert.Empty(sheets.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
        Assert.Contains("=1+1", string.Concat(sheets.Select(p => p.Worksheet.InnerText)), StringComparison.Ordinal);
    }
}
