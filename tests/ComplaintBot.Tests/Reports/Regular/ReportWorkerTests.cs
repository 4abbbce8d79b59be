using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Notices;
using ComplaintBot.People;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Regular;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Cards;
using ComplaintBot.Tests.Fixtures;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Reports.Regular;

/// <summary>Reports by themselves, over the book of complaints, on both engines.</summary>
public class ReportWorkerTests
{
    // A Monday morning that is the first working day of neither month nor anything else.
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 31, 0, TimeSpan.FromHours(8));

    [Theory, ClassData(typeof(Engines))]
    public async Task Everybody_gets_each_report_once_however_many_processes_run(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        await new FigureBook(test.Database).LoadAsync();
        var (one, other) = (Worker(test.Database, Monday), Worker(test.Open(), Monday));
        var sent = (await Task.WhenAll(one.RunDueAsync(default), other.RunDueAsync(default))).Sum();

        // The digest to three managers and quality, the weekly report to quality and the executive.
        Assert.Equal(6, sent);
        Assert.Equal(6, await test.Database.ScalarAsync<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(0, await one.RunDueAsync(default));
        Assert.Equal(0, await Worker(test.Database, Monday.AddHours(8)).RunDueAsync(default));
        Assert.Equal(4, await Worker(test.Database, Monday.AddDays(1)).RunDueAsync(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_somebody_chose_goes_before_what_their_role_gets(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        await new FigureBook(test.Database).LoadAsync();
        var work = new UnitOfWork(test.Database);
        work.Add(Subscriptions.Choose(new("aad-zhang-min", ReportKind.Daily, false, null)));
        work.Add(Subscriptions.Choose(new("aad-li-wei", ReportKind.Daily, true, new TimeOnly(8, 0))));
        work.Add(Subscriptions.Choose(new("aad-wu-fang", ReportKind.Daily, true, new TimeOnly(18, 0))));
        await work.CommitAsync();
        await Worker(test.Database, Monday).RunDueAsync(default);
        var people = await test.Database.QueryAsync<string>("SELECT person FROM report_sendings WHERE kind = 'Daily' ORDER BY person");
        Assert.Equal(["aad-alex", "aad-chen-jie", "aad-li-wei"], people);
    }

    [Fact]
    public async Task A_managers_digest_counts_their_department_and_the_quality_report_says_what_changed()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await new FigureBook(test.Database).LoadAsync();
        await Worker(test.Database, Monday).RunDueAsync(default);
        var digest = await PayloadAsync(test, "%aad-zhang-min", "%日报%");
        Assert.Contains("网络部", digest, StringComparison.Ordinal);
        Assert.Contains("在办", digest, StringComparison.Ordinal);
        var report = await PayloadAsync(test, "%aad-wu-fang", "%质量报告%");
        Assert.Contains("投诉处理及时率", report, StringComparison.Ordinal);
        Assert.Contains("weekly:2026-11-23", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_quality_report_tells_causes_and_gaps()
    {
        await using var test = await ReportFactsTests.WithCausesAsync(TestDatabase.Sqlite);
        var monthly = new DateTimeOffset(2026, 11, 2, 8, 31, 0, TimeSpan.FromHours(8));
        await Worker(test.Database, monthly).RunDueAsync(default);
        var report = await PayloadAsync(test, "%aad-wu-fang", "%monthly:2026-11-02%");
        foreach (
            var words in new[]
            {
                "账单计费 · 人员",
                "宽带故障 · 设备",
                "承诺未兑现 7（应兑现 9） ▲ 未达标 3（抽查 6） ▲",
                "承诺未兑现 1（应兑现 4） ▼",
            }
        )
            Assert.Contains(words, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("csv")]
    public async Task A_quality_report_is_a_workbook_and_a_page_to_print_with_everything_the_card_tells(string format)
    {
        await using var test = await ReportFactsTests.WithCausesAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("UPDATE complaints SET words = '=HYPERLINK(\"http://x\")' WHERE is_open = 1");
        var answering = new Answering(test.Database, NullLogger<Answering>.Instance);
        var reports = new RegularReports(answering, new(test.Database), new(answering));
        var file = await reports.FileAsync(
            "monthly:2026-11-02",
            format,
            TelecomExample.Organisation.FindStaff("aad-wu-fang")!,
            TelecomExample.Organisation,
            "zh-TW",
            FigureBook.Now,
            default
        );
        Assert.Equal($"quality-report-20261001-20261031.{format}", file!.Name);
        string text;
        if (format == "xlsx")
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file.Content), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
            var sheets = document.WorkbookPart!.WorksheetParts.ToList();
            Assert.Empty(sheets.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
            text = string.Concat(sheets.Select(p => p.Worksheet.InnerText));
        }
        else
        {
            text = System.Text.Encoding.UTF8.GetString(file.Content);
            Assert.Equal(format == "html", text.Contains("<svg", StringComparison.Ordinal));
            if (format == "csv")
                Assert.Contains("\"'=HYPERLINK", text, StringComparison.Ordinal);
        }
        foreach (var words in new[] { "各部門落差", "網路部", "結案投訴中最多的原因", "帳單計費", "比上一期的變化", "逾期", "=HYPERLINK" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Null(
            await reports.FileAsync(
                "monthly:yesterday",
                format,
                TelecomExample.Organisation.FindStaff("aad-wu-fang")!,
                TelecomExample.Organisation,
                "en",
                FigureBook.Now,
                default
            )
        );
    }

    private static async Task<string> PayloadAsync(TestDatabase test, string lane, string words) =>
        await test.Database.ScalarAsync<string>(
            "SELECT payload FROM outbox WHERE lane LIKE @lane AND payload LIKE @words",
            new { lane, words }
        ) ?? "";

    private static ReportWorker Worker(Database database, DateTimeOffset now)
    {
        var time = new FakeTimeProvider(now);
        var speech = new Speech(CardFolders.Strings, new CardRenderer(CardFolders.Catalog, CardFolders.Strings));
        var answering = new Answering(database, NullLogger<Answering>.Instance);
        return new(
            database,
            new(answering, new(database), new(answering)),
            new(database),
            new OrganisationSource(TelecomExample.Organisation),
            new TurnEnd(
                new ComplaintStore(database, new SumsBeside()),
                new Outbox(database, time),
                speech,
                new AllNotices(),
                new Happenings(NullLogger<Happenings>.Instance)
            ),
            speech,
            time,
            new ConfigurationBuilder().Build(),
            NullLogger<ReportWorker>.Instance
        );
    }
}
