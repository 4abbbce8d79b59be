using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Questions.Reading;
using Understanding.Writing;

namespace ComplaintBot.Reports.Regular;

/// <summary>What somebody wants with reports.</summary>
/// <param name="Wanted">True to subscribe, false to unsubscribe, null to get it once, now.</param>
/// <param name="At">The time asked for.</param>
public sealed record ReportWish(ReportKind Kind, bool? Wanted, TimeOnly? At);

/// <summary>Reads "订阅日报", "每天 8 点半发日报", "退订周报", "unsubscribe from the weekly report", "send me the monthly report".</summary>
internal static partial class ReportWords
{
    /// <summary>The wish; null when the text is none.</summary>
    public static ReportWish? Read(string text)
    {
        var folded = CharacterFolding.Fold(text).Trim(' ', '。', '.', '!', '?', '？');
        if (Wish().Match(folded) is not { Success: true } match)
            return null;
        var kind =
            match.Groups["day"].Success ? ReportKind.Daily
            : match.Groups["week"].Success ? ReportKind.Weekly
            : ReportKind.Monthly;
        var at = Time(match);
        if (match.Groups["stop"].Success)
            return new(kind, false, null);
        return match.Groups["start"].Success || at is not null ? new(kind, true, at) : new(kind, null, null);
    }

    private static TimeOnly? Time(Match match)
    {
        if (!match.Groups["n"].Success || SmallNumbers.Read(match.Groups["n"].Value) is not { } hour)
            return null;
        if (match.Groups["pm"].Success && hour < 12)
            hour += 12;
        var minute =
            match.Groups["half"].Success ? 30
            : int.TryParse(match.Groups["min"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m
            : 0;
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 ? new(hour, minute) : null;
    }

    private const string Kinds =
        "((?<day>每?日报|日报表|每日摘要|日摘要|daily (digest|report|summary))"
        + "|(?<week>周报|每周报告|质量周报|weekly( quality)? (report|digest))"
        + "|(?<month>月报|每月报告|质量月报|质量报告|monthly( quality)? report|quality report))";
    private const string At =
        @"((每天|每日|每周|每月|工作日)?(早上|上午|早|(?<pm>下午|晚上))?" + SmallNumbers.Zh + @"(点|时|:(?<min>\d\d))(?<half>半)?(钟)?)?";

    [GeneratedRegex(
        "^(请|麻烦)?((?<stop>退订|取消订阅|取消|停发|不要再?发|别再?发)|(?<start>订阅|开通|每天发|每天给我))?"
            + At
            + "(给我)?(发送?|看看?|要|来一份)?(一份)?(上周的?|上个?月的?|今天的?)?"
            + Kinds
            + "$"
            + "|^(please )?((?<stop>unsubscribe( me)?( from)?|stop( sending)?|no more)|(?<start>subscribe( me)?( to)?)"
            + "|send( me)?|show( me)?|give me)( the| a| my)? ?"
            + Kinds
            + @"( (every (day|morning|working day) )?at (?<n>\d{1,2})(:(?<min>\d\d))? ?(am|(?<pm>pm))?)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Wish();
}
