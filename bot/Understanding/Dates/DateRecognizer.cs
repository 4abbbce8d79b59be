using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>Finds the days and periods that a text names, in simplified and traditional Chinese and in English, also mixed. What
/// could be past or future is
/// past; weeks start on Monday; a named period is whole even when it is not over. Deterministic; about a microsecond a word.</summary>
public static class DateRecognizer
{
    [ThreadStatic]
    private static TokenList? _tokens;

    /// <summary>All expressions of time in <paramref name="text"/>, in order, not overlapping. Relative words count from the day of
    /// <paramref name="now"/> in its own
    /// offset. <paramref name="language"/> decides only how 10/1/2017 is read (Chinese: day first, else month first).</summary>
    public static IReadOnlyList<DateMatch> Recognize(
        string text,
        DateTimeOffset now,
        RangeReading ranges = RangeReading.IncludesEnd,
        string? language = null
    )
    {
        return RecognizeFolded(text, CharacterFolding.Fold(text), now, ranges, language);
    }

    /// <summary>The same for what is still to come: "Friday" is today or the next one, "27 November" the next there will be.</summary>
    public static IReadOnlyList<DateMatch> Upcoming(string text, DateTimeOffset now)
    {
        return Upcoming(text, CharacterFolding.Fold(text), now);
    }

    /// <summary>The same for a text that is folded already.</summary>
    internal static IReadOnlyList<DateMatch> Upcoming(string text, string folded, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        return Recognize(text, folded, now, RangeReading.IncludesEnd, null, when => when.FirstFrom(today), isToCome: true);
    }

    /// <summary>The same for a text that is folded already.</summary>
    internal static IReadOnlyList<DateMatch> RecognizeFolded(
        string text,
        string folded,
        DateTimeOffset now,
        RangeReading ranges,
        string? language
    )
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        return Recognize(text, folded, now, ranges, language, when => when.Latest(today));
    }

    /// <summary>Lengths of time that say no day by themselves (两周, 第6天, "nine days"), from the day that lies so far back up to
    /// today; in order, not overlapping.</summary>
    internal static IReadOnlyList<DateMatch> LengthsFolded(string folded, DateTimeOffset now)
    {
        var tokens = _tokens ??= new();
        Lexer.Read(folded, tokens);
        var reference = new Reference(now, RangeReading.IncludesEnd, DayFirst: false);
        var (chinese, english) = (new ChineseDates(tokens, reference), new EnglishDates(tokens, reference));
        List<DateMatch> matches = [];
        for (var i = 0; i < tokens.Count;)
        {
            var back = Reading.Longest(chinese.SoFarBack(i), english.SoFarBack(i));
            if (back is { When.Known: { } span } reading && span.From <= reference.Today)
            {
                var (start, end) = (tokens[i].Start, tokens[reading.End - 1].End);
                matches.Add(
                    new(start, end - start, folded[start..end], span.From, reference.Today)
                    {
                        IsVague = reading.When.IsVague,
                    }
                );
                i = reading.End;
            }
            else
                i++;
        }
        tokens.Clear("");
        return matches;
    }

    private static List<DateMatch> Recognize(
        string text,
        string folded,
        DateTimeOffset now,
        RangeReading ranges,
        string? language,
        Func<When, Span?> fill,
        bool isToCome = false
    )
    {
        var tokens = _tokens ??= new();
        Lexer.Read(folded, tokens);
        var reference = new Reference(now, ranges, language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true)
        {
            IsChinese = folded.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'),
        };
        var (chinese, english) = (new ChineseDates(tokens, reference), new EnglishDates(tokens, reference));
        List<DateMatch> matches = [];
        for (var i = 0; i < tokens.Count;)
        {
            if (LeadsNowhere(tokens[i], tokens[i + 1]))
            {
                i++;
                continue;
            }
            var reading = ChineseDates.CanStart(tokens[i]) ? chinese.At(i) : null;
            if (EnglishDates.CanStart(tokens[i]))
                reading = Reading.Longest(english.At(i), reading);
            if (reading is not { } r || r.End <= i)
            {
                i++;
                continue;
            }
            if (Settled(r.When, reference, isToCome) is var (when, isDoubtful) && fill(when) is { } span)
            {
                var (start, end) = (tokens[i].Start, tokens[r.End - 1].End);
                matches.Add(
                    new(start, end - start, text[start..end], span.From, span.To)
                    {
                        IsVague = isDoubtful || when.IsVague || reference.IsOfPeople && IsLongGone(when, span, reference.Today),
                    }
                );
                i = r.End;
            }
            else
                i = reference.IsOfPeople ? r.End : i + 1;
        }
        tokens.Clear("");
        return matches;
    }

    // 12/11 in November is the twelfth of it: the other one is still to come. 05/11 may be both.
    private static (When When, bool IsDoubtful) Settled(When when, Reference reference, bool isToCome)
    {
        if (!when.MayBeSwapped)
            return (when, false);
        var year = when.Year == 0 ? reference.Today.Year : when.Year;
        var (one, other) = (new DateOnly(year, when.Month, when.Day), new DateOnly(year, when.Day, when.Month));
        var (oneIsToCome, otherIsToCome) = (one > reference.Today, other > reference.Today);
        var isOther = oneIsToCome != isToCome && otherIsToCome == isToCome;
        return (isOther ? when.Swapped : when, oneIsToCome == otherIsToCome);
    }

    // Who says 29 February without a year does not mean the one two years ago.
    private static bool IsLongGone(When when, Span span, DateOnly today) =>
        when is { LacksYear: true, Month: > 0, Day: > 0 } && span.To < today.AddDays(-366);

    // Most texts have plenty of 一, 上 and "the" that begin no date: what follows shows it without trying every grammar.
    private static bool LeadsNowhere(Token token, Token next) =>
        next.Word is Word.Other or Word.Stop or Word.NotADate
        && (
            token
            is { Word: Word.Number, Script: Script.Chinese }
                or { Word: Word.Up or Word.Down or Word.Front or Word.Behind or Word.HalfZh or Word.FromZh or Word.Nth }
                or { Word: Word.The or Word.In or Word.On or Word.For or Word.With or Word.Of or Word.From or Word.After or Word.Before }
        );
}
