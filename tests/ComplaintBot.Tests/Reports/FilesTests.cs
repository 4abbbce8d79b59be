using System.Text;
using System.Xml.Linq;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Charts;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Files;
using ComplaintBot.Reports.Words;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports;

public class FilesTests
{
    private static readonly Organisation Organisation = TelecomExample.Organisation;
    private static readonly DateTimeOffset Now = TelecomExample.Now;

    [Fact]
    public void A_csv_file_begins_with_a_byte_order_mark_and_keeps_Chinese_commas_and_quotes()
    {
        var bytes = CsvFile.Write(Table("宽带断线，\"三天\"没人修,急"));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("编号,状态,类别,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"宽带断线，\"\"三天\"\"没人修,急\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("2026-11-20 09:30", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\t=1")]
    [InlineData("＝1+1")]
    [InlineData("\u200B=1")]
    [InlineData("\u202E=1")]
    public void Text_that_a_spreadsheet_would_run_is_disarmed(string text)
    {
        var csv = Encoding.UTF8.GetString(CsvFile.Write(Table(text)));
        Assert.Contains("'" + text.Replace("\"", "\"\"", StringComparison.Ordinal), csv, StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(Table(text), Languages.ZhCn)), false);
        Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
        Assert.Contains(
            Cells(document),
            c => c.DataType! == CellValues.InlineString && c.InlineString!.Text!.Text.TrimStart('\t') == text.TrimStart('\t')
        );
    }

    [Fact]
    public void Numbers_stay_numbers() =>
        Assert.Contains(
            ",-3,",
            Encoding.UTF8.GetString(
                CsvFile.Write(
                    new(
                        ["a", "b", "c"],
                        [
                            ["x", -3L, null],
                        ],
                        []
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_workbook_is_valid_and_holds_dates_as_dates_and_what_was_asked()
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(XlsxFile.Write(Table("x\u0001\ud800y" + new string('长', 40_000)), Languages.ZhTw)),
            false
        );
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        Assert.Equal(["資料", "說明"], document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        var received = Cells(document).First(c => c.CellReference == "M2");
        Assert.Equal(
            new DateTime(2026, 11, 20, 9, 30, 0),
            DateTime.FromOADate(double.Parse(received.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Contains(Cells(document), c => c.InlineString?.Text?.Text == "匯出投訴 · 逾期");
    }

    [Theory, ClassData(typeof(Engines))]
    public Task Every_answer_of_the_book_can_be_written_as_a_file_and_drawn(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var drawn = 0;
                foreach (var figure in FigureBook.Figures().Where(f => f["refused"] is null))
                {
                    if (await book.AskAsync((string)figure["ask"]!) is not FigureAnswer answer)
                        continue;
                    foreach (var language in Languages.All)
                    {
                        var table = AnswerTable.Of(answer, Organisation, language);
                        Assert.All(table.Rows, r => Assert.Equal(table.Columns.Count, r.Count));
                        Assert.Equal(answer.Rows.Count + 1, table.Rows.Count);
                        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(table, language)), false);
                        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
                        if (SvgChart.Draw(answer, Organisation, language) is not { } svg)
                            continue;
                        drawn++;
                        var root = XDocument.Parse(svg).Root!;
                        Assert.Equal("img", root.Attribute("role")!.Value);
                        Assert.NotEmpty(root.Elements().First(e => e.Name.LocalName == "title").Value);
                        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
                    }
                }
                Assert.True(drawn > 50);
            }
        );

    [Fact]
    public void A_drawing_escapes_what_people_wrote()
    {
        var answer = new FigureAnswer(
            new()
            {
                Kind = QueryKind.Ranking,
                Metric = Metric.Received,
                GroupBy = Grouping.Place,
            },
            Now,
            AllFigures.Of(Metric.Received),
            null,
            null,
            new(Count(3), null),
            [new("<script>alert(1)</script>&\u0007", new(Count(3), null))]
        );
        var svg = SvgChart.Draw(answer, Organisation, Languages.En)!;
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(svg));
    }

    [Theory, ClassData(typeof(Engines))]
    public Task Figures_are_said_with_their_sample_their_comparison_and_their_formula(string engine) =>
        AnsweringTests.WithBookAsync(
            engine,
            async book =>
            {
                var answer = (FigureAnswer)await book.AskAsync("上个月的及时率和前一个月比");
                Assert.Equal("42.1%", FigureWords.Value(answer.Whole.Now, Languages.ZhCn));
                Assert.Equal("8 ÷ 19", FigureWords.Basis(answer.Whole.Now, Languages.ZhCn));
                Assert.Equal(
                    "比 2026年9月 的 22.2% (2 ÷ 9) 上升 19.9 个百分点",
                    FigureWords.Comparison(answer, answer.Whole, Languages.ZhCn)
                );
                Assert.True(FigureWords.IsBetter(answer, answer.Whole));
                Assert.Contains("样本少于 20，仅供参考", FigureWords.Notes(answer, Languages.ZhCn));
                Assert.StartsWith("按期办结 ÷", FigureWords.Formula(answer, Languages.ZhCn), StringComparison.Ordinal);

                answer = (FigureAnswer)await book.AskAsync("satisfaction");
                Assert.Contains("no period was said, so it is November 2026", FigureWords.Notes(answer, Languages.En));
                Assert.Equal("n = 7", FigureWords.Basis(answer.Whole.Now, Languages.En));
            }
        );

    private static FigureValue Count(long n) => new(FigureUnit.Count, n, n, 0);

    private static AnswerTable Table(string title) =>
        AnswerTable.Of(
            new()
            {
                Kind = QueryKind.Export,
                Filters = new() { Overdue = true },
            },
            [
                new()
                {
                    Ticket = "C-20261120-0001",
                    State = "inProgress",
                    IsOpen = true,
                    Category = "broadband",
                    Department = "network",
                    Owner = "aad-li-wei",
                    CustomerLevel = "vip",
                    Channel = "web",
                    Title = title,
                    ReceivedAt = new(2026, 11, 20, 1, 30, 0, TimeSpan.Zero),
                },
            ],
            Now,
            Organisation,
            title.Contains('长', StringComparison.Ordinal) ? Languages.ZhTw : Languages.ZhCn
        );

    private static IEnumerable<Cell> Cells(SpreadsheetDocument document) =>
        document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>());
}
