using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Tab;

/// <summary>What the board shows: answers to questions that can be typed, too, with the rights of whoever looks.</summary>
public sealed record BoardFigures(ListAnswer Open, ListAnswer Late, ListAnswer DueToday, FigureAnswer Trend)
{
    private const int TrendDays = 30;

    /// <summary>Open and late ones by what they are grouped by, in the order of the open ones.</summary>
    public required IReadOnlyList<(Grouping By, FigureAnswer Open, FigureAnswer Late)> Groups { get; init; }

    /// <summary>True for whoever answers for more than their own work.</summary>
    public static bool MaySee(Asker asker) => asker.SeesAll || asker.Departments.Count > 0;

    /// <summary>Asks all of them as of <paramref name="now"/>.</summary>
    public static async Task<BoardFigures> AskAsync(
        Answering answering,
        Asker asker,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(asker.Organisation.Local(now).DateTime);
        async Task<T> AskAsync<T>(ComplaintQuery query)
            where T : Answer =>
            await answering.AnswerAsync(query, asker, now, cancellationToken: cancellationToken) as T
            ?? throw new InvalidOperationException("A board asks nothing that could be refused.");

        var open = new QueryFilters { Status = [QueryStatus.Open] };
        var late = new QueryFilters { Overdue = true };
        var groups = new List<(Grouping, FigureAnswer, FigureAnswer)>();
        foreach (var by in new[] { Grouping.Department, Grouping.Severity })
            groups.Add(
                (
                    by,
                    await AskAsync<FigureAnswer>(
                        new()
                        {
                            Kind = QueryKind.Count,
                            Filters = open,
                            GroupBy = by,
                        }
                    ),
                    await AskAsync<FigureAnswer>(
                        new()
                        {
                            Kind = QueryKind.Count,
                            Filters = late,
                            GroupBy = by,
                        }
                    )
                )
            );
        return new(
            await AskAsync<ListAnswer>(new() { Kind = QueryKind.List, Filters = open }),
            await AskAsync<ListAnswer>(new() { Kind = QueryKind.List, Filters = late }),
            await AskAsync<ListAnswer>(
                new()
                {
                    Kind = QueryKind.List,
                    Filters = open,
                    Period = new(today, today) { Of = PeriodOf.Due },
                }
            ),
            await AskAsync<FigureAnswer>(
                new()
                {
                    Kind = QueryKind.Trend,
                    Metric = Metric.Received,
                    Period = new(today.AddDays(1 - TrendDays), today),
                    GroupBy = Grouping.Day,
                }
            )
        )
        {
            Groups = groups,
        };
    }
}
