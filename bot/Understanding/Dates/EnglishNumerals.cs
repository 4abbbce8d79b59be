namespace Understanding.Dates;

/// <summary>Puts number words together: twenty three, twenty-third, nineteen eighty six, two thousand and twenty.</summary>
internal static class EnglishNumerals
{
    /// <summary>Adds the word to the number before it, or as a new number; false when it is no number word.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, int start, int end, bool glued, TokenList tokens)
    {
        var count = tokens.Count;
        var last = tokens[count - 1];
        if (word is "hundred" or "thousand")
        {
            if (last is not { Word: Word.Number, Script: Script.English, Value: > 0 and < 100 })
                return false;
            tokens.ReplaceLast(1, last with { Value = last.Value * (word is "hundred" ? 100 : 1000), End = end });
            return true;
        }
        if (word is "oh" && last is { Word: Word.Number, Script: Script.English, Value: >= 10 and <= 20 })
        {
            tokens.ReplaceLast(1, last with { Value = last.Value * 100, End = end });
            return true;
        }
        var (kind, value) = EnglishWords.Of(word);
        if (kind is not (Word.Number or Word.Ordinal))
            return false;
        var ordinal = kind == Word.Ordinal;
        var skip =
            last.Word is Word.Dash && last.Glued ? 1
            : last.Word == Word.And ? 1
            : 0;
        var before = tokens[count - 1 - skip];
        if (
            before is { Word: Word.Number, Script: Script.English }
            && Joins(before.Value, value, tokens[count - 1].Word == Word.And, ordinal) is { } joined
        )
        {
            tokens.ReplaceLast(1 + skip, before with { Word = kind, Value = joined, End = end, Places = (byte)(joined >= 1000 ? 4 : 0) });
            return true;
        }
        tokens.Add(new(kind, value, start, end, 0, Script.English, glued));
        return true;
    }

    private static int? Joins(int before, int value, bool withAnd, bool ordinal)
    {
        if (before >= 1000 && before % 1000 == 0 && value < 1000 || before >= 100 && before % 100 == 0 && value < 100)
            return before + value;
        if (withAnd)
            return null;
        if (before is >= 20 and < 100 && before % 10 == 0 && value is > 0 and < 10)
            return before + value;
        if (before >= 1000 && before % 10 == 0 && before % 100 >= 20 && value is > 0 and < 10) // nineteen eighty + six
            return before + value;
        return !ordinal && before is >= 10 and <= 21 && value is >= 10 and < 100 ? before * 100 + value : null;
    }
}
