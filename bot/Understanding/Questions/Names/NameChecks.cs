using System.Collections.Frozen;
using Complaints.Intake;
using Understanding.Questions.Words;

namespace Understanding.Questions.Names;

/// <summary>What must hold of a stretch of text to be taken as a name, by the word of the word files: surname, titled, person,
/// capital, possessive, company, site, number, phone, mobile.</summary>
internal static class NameChecks
{
    // Words that begin like a name and are none.
    private static readonly FrozenSet<string> NoNames = PhraseBook.WordsOf("NoNames").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The part of <paramref name="original"/> that is the name, or null; <paramref name="check"/> null = all of it.</summary>
    public static Range? Of(string? check, string original, string folded, int start, int length)
    {
        var name = folded.Substring(start, length);
        var holds = check switch
        {
            "surname" => Pinyin.IsSurname(name) && !NoNames.Contains(name),
            "titled" => !NoNames.Contains(name),
            "person" => Pinyin.IsSurname(name)
                && name.Skip(1).All(c => Pinyin.Of(c).Count > 0)
                && !NoNames.Contains(name)
                && !Titles.IsGuest(name),
            "site" => !Details.Say("noStreet", name),
            "number" => length >= 4 && name.Any(char.IsAsciiDigit),
            "phone" => name.Count(char.IsAsciiDigit) >= 7,
            // "Min's", but not the end of "Wang Min's".
            "given" => !original[..start].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").Any(char.IsAsciiLetterUpper),
            "mobile" => PhoneDigits.Of(name) is { Length: 11 } digits && digits[0] == '1',
            "possessive" when name.Split(' ') is [_, _] words && words.All(Pinyin.Syllables.Contains) => true,
            "capital" or "possessive" or "company" => false,
            _ => true,
        };
        if (holds)
            return start..(start + length);
        return check is "capital" or "possessive" or "company" ? Capitals(original, start, length, check) : null;
    }

    /// <summary>The words with a capital: from the first one on, or those just before a possessive; a company has no other.</summary>
    private static Range? Capitals(string original, int start, int length, string check)
    {
        var words = original.Substring(start, length).Split(' ');
        var isName = words.Select(w => w.Length > 1 && char.IsAsciiLetterUpper(w[0])).ToList();
        var count = check == "possessive" ? isName.AsEnumerable().Reverse().TakeWhile(n => n).Count() : isName.TakeWhile(n => n).Count();
        if (count == 0 || (check == "company" && count < words.Length))
            return null;
        var taken = string.Join(' ', check == "possessive" ? words[^count..] : words[..count]).Length;
        return check == "possessive" ? (start + length - taken)..(start + length) : start..(start + taken);
    }
}
