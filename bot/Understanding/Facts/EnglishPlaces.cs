using System.Collections.Frozen;

namespace Understanding.Facts;

/// <summary>Places in English words: "at the High Street branch", "in Building 5", "12 Oak Avenue". Names are known by their
/// capitals.</summary>
internal static class EnglishPlaces
{
    private static readonly FrozenSet<string> Leads = FrozenSet.ToFrozenSet(
        ["at", "in", "on", "near", "from", "to", "of", "is"],
        StringComparer.OrdinalIgnoreCase
    );
    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(
        ["the", "our", "your", "my"],
        StringComparer.OrdinalIgnoreCase
    );
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        [
            "branch",
            "store",
            "shop",
            "outlet",
            "site",
            "plant",
            "factory",
            "warehouse",
            "office",
            "building",
            "tower",
            "hotel",
            "airport",
            "station",
            "mall",
            "street",
            "road",
            "avenue",
            "lane",
            "square",
            "park",
            "campus",
            "school",
            "university",
            "hospital",
            "counter",
            "terminal",
            "line",
            "floor",
            "district",
            "platform",
            "room",
            "apartment",
            "block",
            "plaza",
            "centre",
            "center",
            "market",
            "gate",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
        ["north", "south", "east", "west", "central", "main", "city", "downtown", "old", "new"],
        StringComparer.OrdinalIgnoreCase
    );

    // Capitals that name no place.
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
        [
            "i",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The first place, as written; null when there is none.</summary>
    public static string? Of(string text)
    {
        var isLed = true; // the text itself may begin with the place
        for (var i = 0; i < text.Length;)
        {
            var end = WordEnd(text, i);
            if (end == i)
            {
                isLed |= text[i] == ':';
                i++;
                continue;
            }
            var word = text.AsSpan(i, end - i);
            if (isLed && !Is(Articles, word))
            {
                var last = End(text, i - 1 < 0 ? 0 : i - 1);
                // One word alone ("at home", "in Store") is no place that anybody could find.
                if (last > end && (char.IsAsciiLetterUpper(text[i]) || char.IsAsciiDigit(text[i]) || Is(Parts, word) || Is(Kinds, word)))
                    return text[i..last];
            }
            isLed = Is(Leads, word) || (isLed && i > 0 && Is(Articles, word));
            i = end;
        }
        return null;
    }

    /// <summary>Where a place that goes on at <paramref name="start"/> ends: behind the last word that tells what kind of place it
    /// is, or the number of one.</summary>
    public static int End(string text, int start)
    {
        var (end, isKind) = (start, false);
        for (var i = start; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }
            var wordEnd = WordEnd(text, i);
            var word = text.AsSpan(i, wordEnd - i);
            var isNumber = wordEnd > i && char.IsAsciiDigit(text[i]);
            if (wordEnd == i || Is(Others, word) || !(char.IsAsciiLetterUpper(text[i]) || isNumber || Is(Kinds, word) || Is(Parts, word)))
                break;
            if (Is(Kinds, word) || (isKind && (isNumber || word.Length == 1)))
                end = wordEnd;
            isKind = Is(Kinds, word);
            i = wordEnd;
        }
        return end;
    }

    private static bool Is(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '\'' or '-' && end > start)))
            end++;
        return end;
    }
}
