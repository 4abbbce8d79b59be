using System.Globalization;
using Complaints.Intake;
using Complaints.Organisations;
using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Conditions of a query from the mentions of a question.</summary>
internal sealed class FilterBuilder(Mentions mentions, Organisation organisation, bool followsAccused)
{
    /// <summary>Parts for which the schema takes one value and the question has several.</summary>
    public List<Part> Twice { get; } = [];

    /// <summary>The filters, null when nothing is restricted.</summary>
    public QueryFilters? Build(IReadOnlySet<Mention> negated, IReadOnlySet<Mention> usedElsewhere)
    {
        var filters = From([.. mentions.All.Where(m => !negated.Contains(m) && !usedElsewhere.Contains(m))]);
        var not = From([.. mentions.All.Where(m => negated.Contains(m) && !usedElsewhere.Contains(m))]);
        filters = not.IsEmpty() ? filters : filters with { Not = not };
        return filters.IsEmpty() ? null : filters;
    }

    /// <summary>True for a colleague whom the question names as complained about ("投诉李伟的", "李伟被投诉").</summary>
    public bool IsAccused(Mention owner) =>
        followsAccused
        || mentions.Cues.Any(c =>
            c.Part == Part.AboutCue
            && (
                c.Value == "before"
                    ? c.End <= owner.Start && Negation.IsGap(mentions.Folded[c.End..owner.Start])
                    : c.Start >= owner.End && Negation.IsGap(mentions.Folded[owner.End..c.Start])
            )
        );

    /// <summary>The value of an enumeration by its word in the schema.</summary>
    internal static T Parse<T>(string camelCase)
        where T : struct, Enum => Enum.Parse<T>(camelCase, ignoreCase: true);

    private QueryFilters From(IReadOnlyList<Mention> all)
    {
        IEnumerable<string> Values(Part part) => all.Where(m => m.Part == part).Select(m => m.Value);
        OneOrMore? Some(IEnumerable<string> values) =>
            values.SelectMany(v => v.Split(',')).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } some
                ? [.. some]
                : null;
        string? One(Part part)
        {
            var values = Values(part).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (values.Count > 1)
                Twice.Add(part);
            return values.FirstOrDefault();
        }

        bool? Any(Part part) => all.Any(m => m.Part == part) ? true : null;
        var accused = all.Where(m => m.Part == Part.Owner && m.Value != "me" && IsAccused(m)).ToList();
        var (overdue, within) = (Any(Part.Overdue), One(Part.DueWithin));
        var states = Values(Part.Status).SelectMany(v => v.Split(',')).Select(Parse<QueryStatus>).Distinct().ToList();
        // Both mean open ones already; "open ones in progress" are those in progress.
        if (overdue == true || within is not null || states.Exists(s => s is > QueryStatus.Open and < QueryStatus.Closed))
            states.Remove(QueryStatus.Open);
        return new()
        {
            Status = states.Count > 0 ? states : null,
            Overdue = overdue,
            DueWithin = within,
            Owner = Some(all.Where(m => m.Part == Part.Owner).Except(accused).Select(m => m.Value)),
            About = Some(accused.Select(m => m.Value)),
            Department = Some(Values(Part.Department)),
            Category = Some(Values(Part.Category)),
            Severity = Severities([.. all.Where(m => m.Part == Part.Severity)]),
            CustomerLevel = Values(Part.Level).Distinct().ToList() is { Count: > 0 } levels ? levels : null,
            Customer = One(Part.Customer),
            Phone = One(Part.Phone) is { } phone ? PhoneDigits.Of(phone) : null,
            Language = Some(Values(Part.Language)),
            Place = Some(Values(Part.Place)),
            Channel = Some(Values(Part.Channel)),
            Text = One(Part.Text),
            Score = One(Part.Score) is { } score ? Score(score) : null,
            Reopened = Any(Part.Reopened),
            Rounds = One(Part.Rounds) is { } rounds ? Range(rounds, int.MaxValue) : null,
            Weekdays = Some(Values(Part.Weekdays)),
            Hours = One(Part.Hours) is { } hours ? Hours(hours.Split('-')) : null,
        };
    }

    private List<Severity>? Severities(List<Mention> said)
    {
        var severities = said.Select(m => Parse<Severity>(m.Value)).ToHashSet();
        // "中等以上", "medium or worse", "at least high": the bound stands beside the grade.
        foreach (var bound in mentions.Of(Part.UpTo))
        {
            var grade = said.MinBy(m => Math.Abs(m.Start - bound.Start));
            if (grade is null || Math.Max(bound.Start - grade.End, grade.Start - bound.End) > 3)
                continue;
            var from = Parse<Severity>(grade.Value);
            severities.UnionWith(Enum.GetValues<Severity>().Where(s => bound.Value == "up" ? s >= from : s <= from));
        }
        return severities.Count > 0 ? [.. severities.Order()] : null;
    }

    private NumberRange Score(string value) =>
        value switch
        {
            "low" => new(null, organisation.Survey.LowScore),
            "good" => new(4, null),
            _ => Range(value, 5),
        };

    private static NumberRange Range(string value, int most)
    {
        var dash = value.IndexOf('-', 1);
        dash = dash < 0 ? value.IndexOf('-', StringComparison.Ordinal) : dash;
        int? Bound(string digits) => digits.Length == 0 ? null : Math.Clamp(int.Parse(digits, CultureInfo.InvariantCulture), 1, most);
        return new(Bound(value[..dash]), Bound(value[(dash + 1)..]));
    }

    /// <summary>"pm10", "am6", "at22": o'clock.</summary>
    private static HourRange? Hours(string[] bounds)
    {
        int Hour(string said)
        {
            var hour = int.Parse(said.AsSpan(2), CultureInfo.InvariantCulture);
            return said[0] == 'p' && hour < 12 ? hour + 12
                : said.StartsWith("am", StringComparison.Ordinal) && hour == 12 ? 0
                : hour;
        }

        var range = new HourRange(Hour(bounds[0]), Hour(bounds[1]));
        return range is { From: <= 23, To: <= 24 } ? range : null;
    }
}
