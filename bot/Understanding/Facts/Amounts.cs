using System.Buffers;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>A sum of money in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, unit included.</param>
/// <param name="Money">How much.</param>
/// <param name="IsSure">False where the unit may count something else ("三块" without a word about money).</param>
internal readonly record struct AmountMatch(int Start, int Length, Money Money, bool IsSure);

/// <summary>Sums of money with their currency: 380元, 三百块钱, 128块5毛, NT$1,200, €12,50, 1.5万, 5元×12个月, fifty dollars.</summary>
internal static class Amounts
{
    private const string SignFile = "Facts.Signs.txt";
    private const int Reach = 8;

    private static readonly SearchValues<char> AboutMoney = PhraseFiles.Signs(SignFile, "money"),
        MoneyBehind = PhraseFiles.Signs(SignFile, "moneyBehind"),
        About = PhraseFiles.Signs(SignFile, "about"),
        Tenths = PhraseFiles.Signs(SignFile, "tenths"),
        Whole = PhraseFiles.Signs(SignFile, "whole"),
        Many = PhraseFiles.Signs(SignFile, "times"),
        By = PhraseFiles.Signs(SignFile, "by"),
        Doubtful = PhraseFiles.Signs(SignFile, "doubtful");

    private static readonly IReadOnlyList<(string Word, string Currency)> Units =
    [
        .. PhraseFiles.Of("Facts.Currencies.txt").OrderByDescending(u => u.Phrase.Length),
    ];

    private static readonly PhraseTable<string> Measures = new(PhraseFiles.Of("Facts.Measures.txt"));

    /// <summary>All sums of a folded text with a unit. Plain 元 and 块 are the currency of the writer's language.</summary>
    public static IReadOnlyList<AmountMatch> Find(string folded, string? language)
    {
        var matches = new List<AmountMatch>();
        for (var i = 0; i < folded.Length;)
        {
            if (At(folded, i, language) is { } match)
            {
                matches.Add(match);
                i = match.Start + match.Length;
            }
            else
                i++;
        }
        return matches;
    }

    /// <summary>The sum that a part of a folded text is known to be, with or without a unit; null when it holds no number, or one
    /// that counts something else.</summary>
    public static Money? Of(string folded, int start, int end, string? language)
    {
        if (Find(folded[start..end], language) is [var first, ..])
            return first.Money;
        for (var i = start; i < end; i++)
        {
            if (Figure.At(folded, i) is not { Value: > 0 } figure)
                continue;
            if (!CountsOther(folded, figure.End))
                return new(figure.Value, Local(language));
            i = figure.End - 1;
        }
        return null;
    }

    // "3200分", "30M", "1402室": no money, whatever the words around it.
    private static bool CountsOther(string folded, int end)
    {
        while (end < folded.Length && folded[end] == ' ')
            end++;
        if (end >= folded.Length)
            return false;
        Measures.Longest(folded.AsSpan(end), 0, out var length);
        return length > 0;
    }

    private static AmountMatch? At(string text, int start, string? language)
    {
        var (at, before) = (start, UnitAt(text, start));
        if (before is { } prefix)
        {
            at = prefix.End;
            while (at < text.Length && text[at] == ' ')
                at++;
        }
        if (at >= text.Length || Figure.At(text, at) is not { Value: > 0 } figure)
            return null;
        var (value, end, isSure) = (figure.Value, figure.End, true);
        var unit = before;
        if (before is null)
        {
            // "A £5 voucher", "2208 $79.99": a sign before a figure belongs to that one.
            if (
                UnitAt(text, BehindFigure(text, end)) is not { } after
                || !char.IsLetter(after.Word[^1])
                    && (char.IsAsciiLetter(text[at]) || after.End < text.Length && char.IsAsciiDigit(text[after.End]))
            )
                return null;
            (unit, end) = (after, after.End);
            (value, end) = WithCents(text, value, end, out var hasCents);
            var isMoney = end < text.Length && Whole.Contains(text[end]);
            if (isMoney)
                end++;
            isSure = !Doubtful.Contains(after.Word[0]) || hasCents || isMoney || IsAboutMoney(text, start, end);
        }
        (value, end) = Times(text, value, end);
        var currency = unit!.Value.Currency == "local" ? Local(language) : unit.Value.Currency;
        return new AmountMatch(start, end - start, new(value, currency), isSure);
    }

    // "三百多块", "10几元", "五个大洋", "12 dollars".
    private static int BehindFigure(string text, int end)
    {
        while (end < text.Length && (text[end] == ' ' || About.Contains(text[end])))
            end++;
        return end;
    }

    private static (string Word, string Currency, int End)? UnitAt(string text, int at)
    {
        foreach (var (word, currency) in at < text.Length ? Units : [])
        {
            var end = at + word.Length;
            if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                continue;
            var isInside =
                char.IsAsciiLetter(word[^1]) && end < text.Length && char.IsAsciiLetter(text[end])
                || char.IsAsciiLetter(word[0]) && at > 0 && char.IsAsciiLetter(text[at - 1]);
            if (!isInside)
                return (word, currency, end);
        }
        return null;
    }

    // 5毛, 8角, 37块6: behind the unit.
    private static (decimal Value, int End) WithCents(string text, decimal value, int end, out bool has)
    {
        has = false;
        if (end >= text.Length || Figure.At(text, end) is not { Value: >= 1 and < 10 } tenths || tenths.End != end + 1)
            return (value, end);
        var next = tenths.End < text.Length ? text[tenths.End] : ' ';
        has = Tenths.Contains(next) || !(char.IsLetterOrDigit(next) || next is '.' or '*');
        return has ? (value + tenths.Value / 10, tenths.End + (Tenths.Contains(next) ? 1 : 0)) : (value, end);
    }

    // 5元×12个月, $20 x2.
    private static (decimal Value, int End) Times(string text, decimal value, int end)
    {
        var at = end;
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at + 1 >= text.Length || !Many.Contains(text[at]))
            return (value, end);
        at++;
        while (at < text.Length && (text[at] == ' ' || By.Contains(text[at])))
            at++;
        // A letter before a number hides it from the reading of figures.
        return at < text.Length && Figure.At(text[at..], 0) is { Value: > 0 and < 1000 } times
            ? (value * times.Value, at + times.End)
            : (value, end);
    }

    private static bool IsAboutMoney(string text, int start, int end) =>
        text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach)).ContainsAny(AboutMoney)
        || text.AsSpan(end, Math.Min(Reach / 2, text.Length - end)).ContainsAny(MoneyBehind);

    private static string Local(string? language) => language == "zh-TW" ? "TWD" : "CNY";
}
