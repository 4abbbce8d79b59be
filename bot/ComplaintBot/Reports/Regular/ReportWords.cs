using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.Reports.Regular;

/// <summary>What somebody wants with reports.</summary>
/// <param name="Wanted">True to subscribe, false to unsubscribe, null to get it once, now.</param>
/// <param name="At">The time asked for.</param>
public sealed record ReportWish(ReportKind Kind, bool? Wanted, TimeOnly? At);

/// <summary>Reads "订阅日报", "每天 8 点半发日报", "退订周报", "unsubscribe from the weekly report", "send me the monthly report".</summary>
internal static class ReportWords
{
    private static readonly Regex Wish = PhraseForms.Beside(typeof(ReportWords), "ReportWords.txt")["wish"];

    /// <summary>The wish; null when the text is none.</summary>
    public static ReportWish? Read(string text)
    {
        var folded = CharacterFolding.Fold(text).Trim(' ', '。', '.', '!', '?', '？');
        if (Wish.Match(folded) is not { Success: true } match)
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
        if (!match.Groups["n"].Success || (int?)Numbers.Read(match.Groups["n"].Value) is not { } hour)
            return null;
        if (match.Groups["pm"].Success && hour < 12)
            hour += 12;
        var minute =
            match.Groups["half"].Success ? 30
            : int.TryParse(match.Groups["min"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m
            : 0;
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 ? new(hour, minute) : null;
    }
}
