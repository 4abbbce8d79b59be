using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>What a figure is held against: "环比", "和去年同期比", "vs last month", "compared to September". The value is previousPeriod,
/// previousYear or, with
/// <see cref="Mention.Days"/>, the named period.</summary>
internal static partial class ComparisonReader
{
    private static readonly Finder PeriodFinder = new(Period()),
        YearFinder = new(Year());

    /// <summary>Comparisons; <paramref name="periods"/> are the named periods found in the same text.</summary>
    public static IEnumerable<Mention> Read(string folded, IReadOnlyList<Mention> periods)
    {
        foreach (Match match in PeriodFinder.In(folded))
            yield return new(match.Index, match.Length, Part.Compare, "previousPeriod") { Weight = 5 };
        foreach (Match match in YearFinder.In(folded))
            yield return new(match.Index, match.Length, Part.Compare, "previousYear") { Weight = 6 };
        foreach (var period in periods)
        {
            var before = folded[..period.Start];
            var after = Trailing().Match(folded[period.End..]);
            var joined = Strong().Match(before);
            if (!joined.Success && (after.Success || SpeaksOfComparing().IsMatch(before)))
                joined = Weak().Match(before);
            if (joined.Success)
                yield return new(joined.Index, period.End + after.Length - joined.Index, Part.Compare, "named")
                {
                    Weight = 4,
                    Days = period.Days,
                };
        }
    }

    private const string WithZh = "(和|跟|与|同|比起?|较|相较于?|相比于?|对比|比较|对照)";
    private const string ThanZh =
        "(相比较?(的话)?|相较|对比(一下)?|比较(一下)?|做(个)?(对比|比较)|比一?[比下]|来比|比|的(对比|比较|变化|差异)(情况)?|差多少|多了?还是少了?)";
    private const string WithEn =
        "(vs\\.?|versus|(in comparison|compared?|comparing|relative|as opposed)( (it|that|this|them|these|those))?( (with|to|against))|against|than( (in|for|during))?)";

    private const string PeriodZh =
        $"环比(上个?(月|周|季度?|星期)|上期|前期)?(的)?(变化|情况|增长|增减|涨跌)?|{WithZh}(上个?|前一?个?|上一个?|之前一个?|再前一?个?)(月|周|星期|礼拜|季度?|天|日|期)(份|度)?(的)?{ThanZh}?|{WithZh}(上期|前期|之前|以前|前面|昨天)(的)?{ThanZh}?|(较|比)(上|前)(一)?(期|月|周|季)|(月|周|季度?)环比";

    [GeneratedRegex(
        $"{PeriodZh}|(?<![a-z])({WithEn} (the )?((previous|prior|preceding|last) (period|month|week|quarter|day|one)|(month|week|quarter|period|day) (before|prior)( that)?|yesterday|before|one before)|(month|week|quarter|day|period)[- ](over|on|to)[- ](month|week|quarter|day|period)|mom|wow|qoq|change (from|since|to) (the )?(previous|prior|last) (period|month|week|quarter|day))(?![a-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Period();

    private const string YearZh =
        $"(月度?|季度?)?同比(去年|上年|上一年)?(同期|同月|同季度?)?(的)?(变化|情况|增长|增减|涨跌|如何)?|{WithZh}(去年|上年|上一年|前一年|上一年度|去年度)(的)?(同期|同月|同季度?|同一?时期|同一时间|同时|这个?时候|此时|全年|一整年)?(的)?{ThanZh}?|(较|比)(去年|上年)(同期)?|(去年|上年|上一年)(同期|同月|同季度?|同一?时期)(相?比|对比|比较)?";

    [GeneratedRegex(
        $"{YearZh}|(?<![a-z])({WithEn} (the )?(same (period|month|quarter|week|time|days?)( (of|in))?( the)? )?((last|previous|prior|preceding) year('s)?|year (before|prior|earlier)( that)?|a year (ago|earlier|before))|(compared )?(with|to|against) (the )?same (period|month|quarter|week|time)( (of|in))?( the)? (last|previous) year|(the )?same (period|time|month|quarter|week|days?)( (of|in))?( the)? (last|previous|prior) year|(the )?same (period|time) a year (ago|earlier|before)|year[- ](over|on)[- ]year|yoy|y/y|a year (earlier|before)(?= comparison))(?![a-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();

    [GeneratedRegex($"((?<![对])比起?|较|相较于?|相比于?|对比|比较|对照|(?<![a-z]){WithEn})( the)? ?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Strong();

    [GeneratedRegex("(和|跟|与|同|(?<![a-z])(with|to|and)( the)? )$", RegexOptions.ExplicitCapture)]
    private static partial Regex Weak();

    [GeneratedRegex("compar|comparison|对比|比较|相比")]
    private static partial Regex SpeaksOfComparing();

    [GeneratedRegex($"^(份)?(的)?{ThanZh}", RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();
}
