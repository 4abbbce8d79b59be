namespace Understanding.Dates;

/// <summary>Cuts a folded text into words of time, numbers and other words.</summary>
internal static class Lexer
{
    private const int LongestWord = 12;

    public static void Read(string folded, TokenList tokens)
    {
        tokens.Clear(folded);
        ReadOnlySpan<char> text = folded;
        var glued = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == ' ')
            {
                (glued, i) = (false, i + 1);
                continue;
            }
            var start = i;
            if (char.IsAsciiDigit(c))
                i = ReadDigits(text, i, glued, tokens);
            else if (char.IsAsciiLetter(c))
                i = ReadEnglish(text, i, glued, tokens);
            else if (ChineseNumerals.IsNumeral(c) && ChineseWords.Longest(text[i..], out _).Word == Word.Other)
                i = ChineseNumerals.Read(text, i, glued, tokens);
            else if (c >= 0x4E00)
                i = ReadChinese(text, i, glued, tokens);
            else
            {
                tokens.Add(new(Punctuation(c), 0, i, i + 1, 0, Script.None, glued));
                i++;
            }
            glued = i > start;
        }
    }

    private static Word Punctuation(char c) =>
        c switch
        {
            '.' => Word.Dot,
            ',' or '、' => Word.Comma,
            '-' or '~' => Word.Dash,
            '/' => Word.Slash,
            '\'' => Word.Quote,
            ':' => Word.Clock,
            '。' or '!' or '?' or ';' or '\n' or '\r' or '！' => Word.Stop,
            _ => Word.Other,
        };

    private static int ReadDigits(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (
            ChineseWords.Longest(text[start..], out var length).Word == Word.Feast
            && length >= end - start
            && (length > end - start || IsSaleDay(text, start, end))
        )
        {
            tokens.Add(new(Word.Feast, ChineseWords.Longest(text[start..], out _).Value, start, start + length, 0, Script.None, glued));
            return start + length;
        }
        var places = end - start;
        var value = places <= 9 ? int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture) : -1;
        // 10:30 is a time of day, 3.5 and 1,200 are no days.
        if (end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && text[end] == ':')
        {
            do end++;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ':'));
            tokens.Add(new(Word.Clock, 0, start, end, 0, Script.None, glued));
            return end;
        }
        var suffix = OrdinalSuffix(text, end);
        tokens.Add(
            new(suffix ? Word.Ordinal : Word.Number, value, start, suffix ? end + 2 : end, (byte)Math.Min(places, 99), Script.Digits, glued)
        );
        return suffix ? end + 2 : end;
    }

    /// <summary>618 is the sale only when no other digit word makes it a quantity.</summary>
    private static bool IsSaleDay(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]) && text[start - 1] is not ('.' or '-' or '¥' or '$'))
        && end < text.Length
        && ChineseWords.Is(Sign.Sale, text[end]);

    private static bool OrdinalSuffix(ReadOnlySpan<char> text, int end) =>
        end + 2 <= text.Length
        && text.Slice(end, 2) is "st" or "nd" or "rd" or "th"
        && (end + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 2]));

    private static int ReadEnglish(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var word = text[start..end];
        if (
            word.Length == 1
            && word[0] is 'q' or 'h'
            && end < text.Length
            && char.IsAsciiDigit(text[end])
            && (end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1]))
        )
            word = text[start..++end];
        if (word.Length > LongestWord)
        {
            tokens.Add(new(Word.Other, 0, start, end, 0, Script.None, glued));
            return end;
        }
        if (EnglishNumerals.TryRead(word, start, end, glued, tokens))
            return end;
        if (EnglishFeasts.TryRead(text, start, glued, tokens, out var feastEnd))
            return feastEnd;
        var meaning = EnglishWords.Of(word);
        if (meaning.Word == Word.Unit && meaning.Value == (int)Unit.Day && tokens.Count > 0 && IsWorkWord(text, tokens[tokens.Count - 1]))
        {
            tokens.ReplaceLast(1, new(Word.Unit, (int)Unit.WorkDay, tokens[tokens.Count - 1].Start, end, 0, Script.English, glued));
            return end;
        }
        tokens.Add(new(meaning.Word, meaning.Value, start, end, 0, Script.English, glued));
        return end;
    }

    private static bool IsWorkWord(ReadOnlySpan<char> text, Token token) =>
        token.Word == Word.Other && EnglishWords.IsWorking(text[token.Start..token.End]);

    private static int ReadChinese(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens)
    {
        var meaning = ChineseWords.Longest(text[start..], out var length);
        var end = start + Math.Max(1, length);
        tokens.Add(new(meaning.Word, meaning.Value, start, end, 0, Script.Chinese, glued));
        return end;
    }
}
