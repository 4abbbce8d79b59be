using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>Columns that rows are grouped by. All give text, so that one reader serves all.</summary>
internal static class Groups
{
    /// <summary>The expression of a grouping over <c>complaints c</c>; the empty text stands for "none" (no owner, no place). Days,
    /// weeks and months are buckets, not columns.</summary>
    public static string Column(Grouping? grouping, Organisation organisation, string department = "c.department") =>
        grouping switch
        {
            Grouping.Department => department,
            Grouping.Category => "c.category",
            Grouping.Owner => "COALESCE(c.owner, '')",
            Grouping.Severity => "CAST(c.severity AS TEXT)",
            Grouping.CustomerLevel => "c.customer_level",
            Grouping.Place => "COALESCE(c.place, '')",
            Grouping.Channel => "c.channel",
            Grouping.Customer => "COALESCE(c.customer_name, '')",
            Grouping.Language => "c.language",
            Grouping.About => "COALESCE(c.about_staff, '')",
            Grouping.Weekday => $"CAST({LocalTime.Weekday(organisation)} AS TEXT)",
            Grouping.Hour => $"CAST({LocalTime.Hour(organisation)} AS TEXT)",
            _ => "''",
        };

    /// <summary>True for groupings that are stretches of time.</summary>
    public static bool IsTime(Grouping? grouping) => grouping is Grouping.Day or Grouping.Week or Grouping.Month;

    /// <summary>True for groupings by which the sums are kept.</summary>
    public static bool AreSummed(Grouping? grouping) =>
        grouping is null or Grouping.Department or Grouping.Category or Grouping.Severity or Grouping.CustomerLevel || IsTime(grouping);
}
