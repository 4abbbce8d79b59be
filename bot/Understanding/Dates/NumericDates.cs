namespace Understanding.Dates;

/// <summary>Dates written in digits: 2018-09-23, 2018/9, 9/23/2018, 23.9.2018, 9/23, 20180923.</summary>
internal static class NumericDates
{
    /// <summary>Reads one at a place. <paramref name="afterConnector"/>: the dash before it joins two dates and is no part of a
    /// code.</summary>
    public static Reading? Read(TokenList t, int i, Reference reference, bool afterConnector)
    {
        var first = t[i];
        if (first is not { Word: Word.Number, Script: Script.Digits } || IsTail(t, i, afterConnector, out var afterDash))
            return null;
        if (first.Places == 8 && !afterDash && !IsCode(t[i + 1]))
            return Day(i + 1, first.Value / 10000, first.Value / 100 % 100, first.Value % 100);
        var separator = t[i + 1];
        if (separator.Word is not (Word.Dash or Word.Slash or Word.Dot) || !separator.Glued)
            return null;
        if (t[i + 2] is { Word: Word.Month, Glued: true } name)
            return NamedMonth(t, i, name);
        if (t[i + 2] is not { Word: Word.Number, Script: Script.Digits, Glued: true } second)
            return null;
        var third =
            t[i + 3].Word == separator.Word && t[i + 3].Glued && t[i + 4] is { Word: Word.Number, Script: Script.Digits, Glued: true }
                ? t[i + 4]
                : default;
        if (third.Word == Word.Number)
            return Three(i, first, second, third, separator.Word, reference);
        return afterDash || separator.Word == Word.Dot && first.Places == 4 ? null : Two(t, i, first, second, reference);
    }

    private static Reading? Three(int i, Token a, Token b, Token c, Word separator, Reference reference)
    {
        if (a.Places == 4)
            return Day(i + 5, a.Value, b.Value, c.Value);
        if (a.Places == 3 && a.Value is >= 90 and <= 150) // years of the Republic, as written in Taiwan
            return Day(i + 5, a.Value + 1911, b.Value, c.Value);
        if (a.Places > 2 || b.Places > 2 || c.Places is not (2 or 4))
            return null;
        var year = c.Places == 4 ? c.Value : TwoDigitYear(c.Value);
        var dayFirst = separator == Word.Dot || reference.DayFirst && c.Places == 4;
        var (month, day) = dayFirst && b.Value <= 12 || a.Value > 12 ? (b.Value, a.Value) : (a.Value, b.Value);
        return reference.IsDoubtful(separator, a.Value, b.Value)
            ? new Reading(
                i + 5,
                new()
                {
                    Year = year,
                    Month = month,
                    Day = day,
                    MayBeSwapped = true,
                }
            )
            : Day(i + 5, year, month, day);
    }

    private static Reading? Two(TokenList t, int i, Token a, Token b, Reference reference)
    {
        var separator = t[i + 1].Word;
        if (IsCode(t[i + 3]))
            return null;
        if (a.Places == 4 && b.Places <= 2)
            return IsYear(a.Value) && b.Value is >= 1 and <= 12 ? new Reading(i + 3, new() { Year = a.Value, Month = b.Value }) : null;
        if (b.Places == 4 && a.Places <= 2 && separator != Word.Dot)
            return IsYear(b.Value) && a.Value is >= 1 and <= 12 ? new Reading(i + 3, new() { Year = b.Value, Month = a.Value }) : null;
        var isSaid =
            separator == Word.Slash || t[i - 1] is { Word: Word.On or Word.To or Word.Between or Word.From or Word.Since or Word.Weekday };
        if (!isSaid || a.Places > 2 || b.Places > 2 || a.Value == 24 && b.Value == 7)
            return null;
        var (month, day) = a.Value > 12 ? (b.Value, a.Value) : (a.Value, b.Value);
        var when = new When { Month = month, Day = day, MayBeSwapped = reference.IsDoubtful(separator, a.Value, b.Value) };
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new Reading(i + 3, when) : null;
    }

    /// <summary>2-Jan-2019, 2020/Sep/23, 2-Jan.</summary>
    private static Reading? NamedMonth(TokenList t, int i, Token month)
    {
        var a = t[i];
        var hasThird =
            t[i + 3].Word is Word.Dash or Word.Slash or Word.Dot && t[i + 3].Glued && t[i + 4] is { Word: Word.Number, Glued: true };
        if (a.Places == 4)
            return hasThird
                ? Day(i + 5, a.Value, month.Value, t[i + 4].Value)
                : new Reading(i + 3, new() { Year = a.Value, Month = month.Value });
        if (a.Places > 2)
            return null;
        if (hasThird && t[i + 4].Places is 2 or 4)
            return Day(i + 5, t[i + 4].Places == 4 ? t[i + 4].Value : TwoDigitYear(t[i + 4].Value), month.Value, a.Value);
        return a.Value is >= 1 and <= 31 ? new Reading(i + 3, new() { Month = month.Value, Day = a.Value }) : null;
    }

    /// <summary>Two digits: up to 29 this century, from 30 on the last one.</summary>
    public static int TwoDigitYear(int value) => value < 30 ? 2000 + value : 1900 + value;

    public static bool IsYear(int value) => value is >= 1500 and <= 2200;

    private static Reading? Day(int end, int year, int month, int day) =>
        year is < 1000 or > 9998 || month is < 1 or > 12 || day is < 1 or > 31 ? null
        : day <= DateTime.DaysInMonth(year, month) ? new Reading(end, When.Of(new DateOnly(year, month, day)))
        // 30 February is a date all the same, if one that never was.
        : new Reading(
            end,
            new()
            {
                Year = year,
                Month = month,
                Day = day,
            }
        );

    /// <summary>True inside a longer number or code, as in B2026-118 or 3.2018.</summary>
    private static bool IsTail(TokenList t, int i, bool afterConnector, out bool afterDash)
    {
        var before = t[i - 1];
        afterDash = false;
        if (i == 0 || !t[i].Glued || afterConnector)
            return false;
        afterDash = before.Word == Word.Dash && i > 1 && t[i - 1].Glued;
        return before.Script is Script.Digits or Script.English
            || before.Word is Word.Dot or Word.Slash && i > 1 && t[i - 2].Script == Script.Digits;
    }

    private static bool IsCode(Token next) => next is { Glued: true, Script: Script.Digits or Script.English };
}
