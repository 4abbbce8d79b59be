using System.Globalization;
using ComplaintBot.Reports.Figures;

namespace ComplaintBot.Reports.Sql;

/// <summary>Where a source's text names the bucket and the present. One bucket becomes plain parameters, several become a table to
/// join.</summary>
internal sealed class Places
{
    private readonly string _with = "";
    private readonly string _first,
        _last,
        _now,
        _today;

    public Places(IReadOnlyList<Bucket> buckets, DateTimeOffset now, DateOnly today, SqlPieces sql)
    {
        (_now, _today) = (sql.Add(now), sql.Add(today));
        if (buckets.Count == 1)
        {
            (Index, From) = (buckets[0].Index.ToString(CultureInfo.InvariantCulture), "");
            (_first, _last) = (sql.Add(buckets[0].FirstDay), sql.Add(buckets[0].LastDay));
            return;
        }
        (Index, From) = ("b.i", "b CROSS JOIN ");
        (_first, _last) = ("b.d1", "b.d2");
        _with =
            "b(i, d1, d2) AS (VALUES "
            + string.Join(
                ", ",
                buckets.Select(b => $"({b.Index.ToString(CultureInfo.InvariantCulture)}, {sql.Add(b.FirstDay)}, {sql.Add(b.LastDay)})")
            )
            + ")";
    }

    /// <summary>The number of a row's bucket.</summary>
    public string Index { get; }

    /// <summary>What stands before a source's tables.</summary>
    public string From { get; }

    /// <summary>Which rows of a source count in their bucket.</summary>
    public string Fill(FigureSource source)
    {
        var where = $"{source.Day} BETWEEN {_first} AND {_last}";
        if (source.Is is { } stored)
            where = $"{stored} AND {where}";
        if (source.EndedAfter is { } ended)
            where += $" AND {ended} > {_last}";
        return source.Now is { } now
            ? $"{where} AND {now.Replace("{now}", _now, StringComparison.Ordinal).Replace("{today}", _today, StringComparison.Ordinal)}"
            : where;
    }

    /// <summary>A statement with the table of buckets before it.</summary>
    public string With(string text)
    {
        if (_with.Length == 0)
            return text;
        return text.StartsWith("WITH ", StringComparison.Ordinal) ? $"WITH {_with},\n{text["WITH ".Length..]}" : $"WITH {_with}\n{text}";
    }
}
