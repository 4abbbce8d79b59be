using System.Text.Json.Nodes;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Tests.Fixtures;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Reports;

public class FigureBookTests(ITestOutputHelper output)
{
    [Fact]
    public void The_book_holds_50_tickets_and_100_expected_figures()
    {
        Assert.True(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reports", "book.tickets.csv")).Count() > 50);
        Assert.True(FigureBook.Figures().Sum(f => f["rows"] is JsonObject rows ? rows.Count : 1) >= 100);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Every_question_of_the_book_gets_the_figure_that_was_counted_by_hand(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var book = new FigureBook(test.Database);
        await book.LoadAsync();
        var wrong = new List<string>();
        foreach (var expected in FigureBook.Figures())
        {
            var (words, by) = ((string)expected["ask"]!, (string?)expected["by"] ?? "aad-ceo");
            var answer = await book.AskAsync(words, by);
            if (Differs(expected, answer) is { } difference)
                wrong.Add($"{words} ({by}): {difference}");
        }
        foreach (var line in wrong)
            output.WriteLine(line);
        Assert.Empty(wrong);
    }

    private static string? Differs(JsonObject expected, Answer answer)
    {
        switch (answer)
        {
            case Refused:
                return (bool?)expected["refused"] == true ? null : "refused";
            case ListAnswer list:
                var first = expected["first"]?.AsArray().Select(t => (string)t!).ToList();
                if (first is null)
                    return "a list";
                var got = list.Rows.Select(r => r.Ticket).ToList();
                return (int)expected["total"]! == list.Total && first.SequenceEqual(got)
                    ? null
                    : $"expected {expected["total"]} {string.Join(' ', first)}, got {list.Total} {string.Join(' ', got)}";
            case FigureAnswer figure:
                return Differs(expected, figure);
            default:
                return answer.GetType().Name;
        }
    }

    private static string? Differs(JsonObject expected, FigureAnswer answer)
    {
        if (expected["number"] is { } number && !Same(number, answer.Whole.Now))
            return $"expected {number.ToJsonString()}, got {answer.Whole.Now}";
        if (expected["before"] is { } before && (answer.Whole.Before is not { } earlier || !Same(before, earlier)))
            return $"expected before {before.ToJsonString()}, got {answer.Whole.Before}";
        if (
            expected["median"] is { } median
            && ((double)median != answer.Whole.Now.Median || (double)expected["p90"]! != answer.Whole.Now.P90)
        )
            return $"expected median {median} p90 {expected["p90"]}, got {answer.Whole.Now.Median} {answer.Whole.Now.P90}";
        if (expected["rows"] is JsonObject rows)
        {
            foreach (var (key, value) in rows)
            {
                var got = answer.Rows.FirstOrDefault(r => r.Key == key)?.Value.Now ?? FigureValue.None(FigureUnit.Share);
                if (!Same(value!, got))
                    return $"{key}: expected {value!.ToJsonString()}, got {got}";
            }
            if (answer.Rows.FirstOrDefault(r => !rows.ContainsKey(r.Key)) is { } more)
                return $"unexpected row {more}";
        }
        if (expected["top"] is JsonArray top)
        {
            var got = answer.Rows.Select(r => $"{r.Key} {r.Value.Now.Numerator} {r.Value.Now.Denominator}");
            var want = top.Select(t => $"{t![0]} {t[1]} {t[2]}");
            if (!want.SequenceEqual(got))
                return $"expected {string.Join(", ", want)}, got {string.Join(", ", got)}";
        }
        return expected["refused"] is null && expected["first"] is null ? null : $"expected {expected.ToJsonString()}, got a figure";
    }

    private static bool Same(JsonNode pair, FigureValue value) =>
        (long)pair[0]! == value.Numerator && (value.Unit == FigureUnit.Count || (long)pair[1]! == value.Denominator);
}
