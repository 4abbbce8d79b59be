using Complaints.Intake;
using Understanding.Dates;
using Understanding.Learning.Sentences;

namespace Understanding.Facts;

/// <summary>What a text says in figures, found without learning: phones, addresses, tickets, sums, days, lengths of time, and other
/// numbers. What each is about the words around it tell.</summary>
internal sealed class FoundFacts
{
    private FoundFacts(string text, string folded) => (Text, Folded) = (text, folded);

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>The text folded.</summary>
    public string Folded { get; }

    /// <summary>Our ticket's number in capitals, or null.</summary>
    public string? Ticket { get; private set; }

    /// <summary>Phone numbers, in order.</summary>
    public IReadOnlyList<PhoneMatch> Phones { get; private set; } = [];

    /// <summary>Where e-mail addresses stand.</summary>
    public IReadOnlyList<Range> Emails { get; private set; } = [];

    /// <summary>Where other numbers stand that name something.</summary>
    public IReadOnlyList<Range> Codes { get; private set; } = [];

    /// <summary>Sums of money.</summary>
    public IReadOnlyList<AmountMatch> Amounts { get; private set; } = [];

    /// <summary>Days and periods.</summary>
    public IReadOnlyList<DateMatch> Dates { get; private set; } = [];

    /// <summary>Lengths of time that are no date.</summary>
    public IReadOnlyList<DateMatch> Lengths { get; private set; } = [];

    /// <summary>All parts with their kinds, as learning sees them.</summary>
    public IReadOnlyList<Known> Known { get; private set; } = [];

    /// <summary>Reads a text; <paramref name="folded"/> is its folded form, as long as it.</summary>
    public static FoundFacts Of(string text, string folded, DateTimeOffset now, string? language)
    {
        var found = new FoundFacts(text, folded);
        var rest = folded.ToCharArray();
        if (Facts.Codes.Ticket(folded) is { Success: true } ticket)
        {
            found.Ticket = ticket.Value.ToUpperInvariant();
            found.Take(rest, ticket.Index..(ticket.Index + ticket.Length), "ticket");
        }
        found.Emails = [.. EmailAddresses.Find(folded)];
        foreach (var email in found.Emails)
            found.Take(rest, email, "email");
        found.Phones = [.. PhoneNumbers.Find(new string(rest))];
        foreach (var phone in found.Phones.Where(p => p.IsSure))
            found.Take(rest, phone.Start..(phone.Start + phone.Length), "phone");
        var dated = new string(rest);
        found.Codes = [.. Facts.Codes.Find(dated).Where(c => !IsDay(dated[c]))];
        foreach (var code in found.Codes)
            found.Take(rest, code, "code");
        var days = new string(rest);
        found.Dates = DateRecognizer.RecognizeFolded(text, days, now, RangeReading.IncludesEnd, language);
        foreach (var day in found.Dates)
            found.Take(rest, day.Start..(day.Start + day.Length), "date");
        found.Amounts = [.. Facts.Amounts.Find(new string(rest), language)];
        foreach (var sum in found.Amounts.Where(a => a.IsSure))
            found.Take(rest, sum.Start..(sum.Start + sum.Length), "amount");
        found.Lengths = DateRecognizer.LengthsFolded(new string(rest), now);
        foreach (var length in found.Lengths)
            found.Take(rest, length.Start..(length.Start + length.Length), "length");
        return found;
    }

    // 20261118 and 2026-11-18 are days, whatever else they might be.
    private static bool IsDay(string code) =>
        code.Length is 8 or 10 && DateOnly.TryParseExact(code, ["yyyyMMdd", "yyyy-MM-dd"], out var day) && day.Year is > 1900 and < 2100;

    private readonly List<Known> _known = [];

    // What was read is not read again as something else; a full stop stands in its place, so that nothing is joined over it.
    private void Take(char[] rest, Range part, string kind)
    {
        var (start, length) = part.GetOffsetAndLength(rest.Length);
        rest.AsSpan(start, length).Fill('。');
        _known.Add(new(start, length, kind));
        Known = _known;
    }
}
