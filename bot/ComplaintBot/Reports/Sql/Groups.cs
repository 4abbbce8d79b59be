using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>Columns that rows are grouped by. All give text, so that one reader serves all.</summary>
internal static class Groups
{
    /// <summary>The expression of a grouping over <c>complaints c</c>; the empty text stands for "none" (no owner, no place). Days,
    /// weeks and months are
    /// buckets, not columns.</summary>
    public static string Column(Grouping? grouping, string department = "c.department") =>
        grouping switch
        {
            Grouping.Department => department,
            Grouping.Category => "c.category",
            Grouping.Owner => "COALESCE(c.owner, '')",
            Grouping.Severity => "CAST(c.severity AS TEXT)",
            Grouping.CustomerLevel => "c.customer_level",
            Grouping.Place => "COALESCE(c.place, '')",
            _ => "''",
        };

    /// <summary>True for groupings that are stretches of time.</summary>
    public static bool IsTime(Grouping? grouping) => grouping is Grouping.Day or Grouping.Week or Grouping.Month;
}
