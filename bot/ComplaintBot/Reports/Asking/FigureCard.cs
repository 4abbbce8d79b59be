using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Words;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>Fills the cards of figures: the number with its formula and what it was counted from, or the drawing with its table.</summary>
internal static class FigureCard
{
    // Rows that fit into a card; a file has them all.
    private const int MostRows = 24;

    /// <summary>True when the answer is drawn: over time, a ranking, or when a chart was asked for.</summary>
    public static bool IsChart(FigureAnswer answer) =>
        answer.Rows.Count > 1
        && (
            answer.Query.Kind is QueryKind.Trend or QueryKind.Ranking
            || answer.Query.Format == AnswerFormat.Chart
            || answer.Rows.All(r => r.Days is not null)
        );

    /// <summary>The data of template <c>metric</c>.</summary>
    public static JsonObject Metric(FigureAnswer answer, IReadOnlyList<string> unused, Reader reader, string answerId)
    {
        var data = Common(answer, unused, reader, answerId);
        data["name"] = FigureWords.Name(answer, reader.Language);
        data["value"] = FigureWords.Value(answer.Whole.Now, reader.Language);
        data["basis"] = FigureWords.Basis(answer.Whole.Now, reader.Language);
        data["comparison"] = Comparison(answer, answer.Whole, reader.Language);
        return data;
    }

    /// <summary>The data of template <c>chart</c>.</summary>
    public static JsonObject Chart(FigureAnswer answer, IReadOnlyList<string> unused, Reader reader, string answerId)
    {
        var data = Common(answer, unused, reader, answerId);
        var isLine = answer.Rows.All(r => r.Days is not null) && answer.Query.Kind != QueryKind.Ranking;
        var name = FigureWords.Name(answer, reader.Language);
        var shown = answer.Rows.Take(MostRows).ToList();
        JsonArray Points(Func<FigureRow, FigureValue?> value) =>
            new([
                .. shown
                    .Where(r => value(r)?.Value is not null)
                    .Select(r => new JsonObject { ["x"] = Label(answer, r, reader), ["y"] = Drawn(value(r)!) }),
            ]);
        data["title"] = name;
        data["kind"] =
            isLine ? "line"
            : answer.Query.Kind == QueryKind.Ranking ? "ranking"
            : "bar";
        data["valueName"] = name;
        data["bars"] = Points(r => r.Value.Now);
        data["slices"] = new JsonArray();
        data["lines"] = new JsonArray(
            new JsonObject
            {
                ["legend"] = answer.Period is { } p ? PeriodInWords.Say(p, reader.Language) : name,
                ["values"] = Points(r => r.Value.Now),
            }
        );
        if (answer.Before is { } before && isLine)
            data["lines"]!
                .AsArray()
                .Add(new JsonObject { ["legend"] = PeriodInWords.Say(before, reader.Language), ["values"] = Points(r => r.Value.Before) });
        return data;
    }

    private static JsonObject Common(FigureAnswer answer, IReadOnlyList<string> unused, Reader reader, string answerId)
    {
        var (query, language) = (answer.Query, reader.Language);
        var notes = new JsonArray([.. FigureWords.Notes(answer, language).Select(n => JsonValue.Create(n))]);
        if (answer.Rows.Count > MostRows)
            notes.Add(reader.Text("answer.moreRows", ("count", answer.Rows.Count - MostRows)));
        foreach (var note in ListCard.Unused(unused, language).ToList())
            notes.Add(note!.DeepClone());
        return new JsonObject
        {
            ["query"] = QueryButtons.Node(query),
            ["answer"] = answerId,
            ["lang"] = language,
            ["exports"] = true,
            ["understood"] = QuestionInWords.UnderstoodAs(query, language, reader.Organisation),
            ["formula"] = FigureWords.Formula(answer, language) ?? reader.Text("answer.countFormula"),
            ["asOf"] = reader.Text("answer.asOf", ("at", reader.Moment(answer.AsOf))),
            ["notes"] = notes,
            ["groupName"] = query.GroupBy is { } group ? QuestionTerms.Of(group).In(language) : "",
            ["rows"] = new JsonArray([.. answer.Rows.Take(MostRows).Select(r => Row(answer, r, reader))]),
            ["without"] = QueryButtons.Without(query, language, reader.Organisation),
            ["changes"] = QueryButtons.Changes(query, language),
        };
    }

    private static JsonObject Row(FigureAnswer answer, FigureRow row, Reader reader)
    {
        var (basis, comparison) = (
            FigureWords.Basis(row.Value.Now, reader.Language),
            FigureWords.Comparison(answer, row.Value, reader.Language)
        );
        return new JsonObject
        {
            ["label"] = Label(answer, row, reader),
            ["value"] = FigureWords.Value(row.Value.Now, reader.Language),
            ["basis"] = string.Join(" · ", new[] { basis, comparison }.Where(t => !string.IsNullOrEmpty(t))),
        };
    }

    private static JsonObject? Comparison(FigureAnswer answer, Compared compared, string language) =>
        FigureWords.Comparison(answer, compared, language) is not { } text
            ? null
            : new JsonObject
            {
                ["sign"] = compared.Change switch
                {
                    > 0 => "▲",
                    < 0 => "▼",
                    _ => "＝",
                },
                ["text"] = text,
                ["better"] = FigureWords.IsBetter(answer, compared) switch
                {
                    true => "yes",
                    false => "no",
                    _ => "same",
                },
            };

    private static string Label(FigureAnswer answer, FigureRow row, Reader reader) =>
        FigureWords.Label(row, answer.Query.GroupBy, reader.Organisation, reader.Language);

    // The number that the axis shows: shares in percent, lengths in hours.
    private static double Drawn(FigureValue value) =>
        Math.Round(
            value.Unit switch
            {
                FigureUnit.Share => value.Value!.Value * 100,
                FigureUnit.Seconds => value.Value!.Value / 3600,
                _ => value.Value!.Value,
            },
            1,
            MidpointRounding.AwayFromZero
        );
}
