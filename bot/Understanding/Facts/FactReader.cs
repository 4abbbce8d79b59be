using Understanding.Dates;
using Understanding.Tone;

namespace Understanding.Facts;

/// <summary>The facts of a text: only what it says. One pass tells what kinds of fact can be there at all, so that most texts cost
/// little.</summary>
internal static class FactReader
{
    /// <summary>Reads the facts; <paramref name="folded"/> is the folded <paramref name="text"/>, as long as it.</summary>
    public static Slots Of(string text, string folded, Context context)
    {
        var (digits, hasAt, hasLatin) = Survey(folded);
        var ticket = digits >= 12 ? Numbers.Ticket(folded) : null;
        var rest = ticket is null ? folded : folded.Replace(ticket, new string(' ', ticket.Length), StringComparison.Ordinal);
        var phone = digits >= 7 ? Numbers.Phone(rest) : null;
        var tone = TextTone.Of(folded);
        var wishes = Remedies.Of(folded);
        var place = Places.Of(text, folded, hasLatin);
        var day = Day(text, folded, context, place);
        return new()
        {
            Ticket = ticket?.ToUpperInvariant(),
            Phone = phone is { } p ? text[p].Trim() : null,
            Email = hasAt ? Numbers.Email(text) : null,
            OrderNumber = digits >= 3 ? Numbers.Order(text, rest, phone) : null,
            Amount = Amounts.Of(folded, context.Language),
            Remedy = wishes.Count > 0 ? wishes[0] : null,
            Remedies = wishes,
            Product = Products.Of(text, folded),
            Place = place,
            Name = Names.Of(text, folded),
            HappenedFrom = day?.From,
            HappenedTo = day?.To,
            Sentiment = tone.IsEmpty ? null : tone.Score,
        };
    }

    private static (int Digits, bool HasAt, bool HasLatin) Survey(string folded)
    {
        var (digits, at, latin) = (0, false, false);
        foreach (var c in folded)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetter(c))
                latin = true;
            else if (c == '@')
                at = true;
        }
        return (digits, at, latin);
    }

    // The first day that the text names and that has come already; "recently" is no date, nor is the number of a house.
    private static DateMatch? Day(string text, string folded, Context context, string? place)
    {
        var at = place is null ? -1 : text.IndexOf(place, StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(context.Now.DateTime);
        foreach (var match in DateRecognizer.RecognizeFolded(text, folded, context.Now, RangeReading.IncludesEnd, context.Language))
        {
            var isOfPlace = at >= 0 && match.Start >= at && match.Start < at + place!.Length;
            if (!match.IsVague && !isOfPlace && match.From > DateOnly.MinValue && match.From <= today)
                return match.To > today ? match with { To = today } : match;
        }
        return null;
    }
}
