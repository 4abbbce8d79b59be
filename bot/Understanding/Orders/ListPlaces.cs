using System.Text.Json;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Tickets meant by their place in the list that was shown last: 前三个, the second one, the last two, all of them.</summary>
internal static class ListPlaces
{
    /// <summary>The places as JSON of the schema: {"first":3}, {"last":2}, {"position":2}, {"all":true}.</summary>
    /// <param name="kind">first, last, position or all.</param>
    /// <param name="folded">The words, folded.</param>
    public static JsonElement Of(string kind, string folded)
    {
        var number = Number(kind == "first" ? folded.Replace("first", "", StringComparison.Ordinal) : folded);
        return kind switch
        {
            "all" => JsonSerializer.SerializeToElement(new { all = true }),
            "first" => JsonSerializer.SerializeToElement(new { first = number ?? 1 }),
            "position" when number is { } place => JsonSerializer.SerializeToElement(new { position = place }),
            _ => JsonSerializer.SerializeToElement(new { last = number ?? 1 }),
        };
    }

    /// <summary>The number in some words: 第二个, 两单, the third one, 2nd, last 2; null when there is none.</summary>
    public static int? Number(string folded)
    {
        var words = folded.Split(' ', '-', '.', ',').Where(w => w.Length > 0).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            // "The Keller one" is no place in a list, "number one" is.
            if (word == "one" && i > 0 && words[i - 1] is not ("number" or "no" or "item" or "measure" or "step"))
                continue;
            if (Numbers.Place(word) is { } place)
                return place;
            var digits = string.Concat(word.Where(c => char.IsAsciiDigit(c) || Numbers.Sign(c) is > 0 and < 100));
            if (word is not ("a" or "an") && Numbers.Read(digits.Length > 0 ? digits : word) is >= 1 and <= 999 and var number)
                return (int)number;
        }
        return null;
    }
}
