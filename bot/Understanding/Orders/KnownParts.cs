using Complaints.Intake;
using Understanding.Dates;
using Understanding.Learning.Sentences;
using Understanding.Orders.Times;

namespace Understanding.Orders;

/// <summary>The parts of what staff type that need no learning: ticket numbers, colleagues and departments, days, hours, lengths,
/// phone numbers and addresses.</summary>
internal static class KnownParts
{
    public const string Ticket = "ticket",
        Notice = "notice",
        Party = "party",
        Date = "date",
        Time = "time",
        Length = "length",
        Contact = "contact";

    private const string TicketForm = "c-dddddddd-dddd",
        NoticeForm = "rn-dddddddd-dddd-dd";

    /// <summary>All of them; where two overlap, the earlier in the list counts.</summary>
    public static List<Known> Of(string text, string folded, DateTimeOffset now, PartyNames? parties)
    {
        var parts = new List<Known>();
        Numbers(folded, parts);
        foreach (var phone in PhoneNumbers.Find(folded).Where(p => p.IsSure))
            Add(parts, phone.Start, phone.Length, Contact);
        parties?.AddTo(folded, parts);
        foreach (var date in DateRecognizer.Upcoming(text, folded, now))
        {
            if (!date.IsVague)
                Add(parts, date.Start, date.Length, Date);
        }
        if (SpokenLength.In(folded) is { } length)
            Add(parts, length.Start, length.Length, Length);
        if (TimeOfDay.In(folded) is { } time)
            Add(parts, time.Start, time.Length, Time);
        return parts;
    }

    /// <summary>Whole ticket numbers; "0008"; "#12".</summary>
    private static void Numbers(string folded, List<Known> parts)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterOrDigit(folded[i - 1]))
                continue;
            if (Has(TicketForm, folded, i))
            {
                var end = Digits(folded, i + TicketForm.Length);
                parts.Add(new(i, end - i, Ticket));
                i = end;
            }
            else if (Has(NoticeForm, folded, i))
            {
                parts.Add(new(i, NoticeForm.Length, Notice));
                i += NoticeForm.Length;
            }
            else if (char.IsAsciiDigit(folded[i]))
            {
                var end = Digits(folded, i);
                var before = i > 0 ? folded[i - 1] : ' ';
                var isPadded = end - i == 4 && folded[i] == '0' && before is not ('-' or '.' or ':' or '/');
                if (IsAlone(folded, end) && end - i <= 4 && (before == '#' || isPadded))
                    parts.Add(new(i, end - i, Ticket));
                i = end - 1;
            }
        }
    }

    // "0008" and "#12", but not "12.5", "12-3", "12h".
    private static bool IsAlone(string folded, int end)
    {
        if (end == folded.Length)
            return true;
        var goesOn = folded[end] is '.' or ':' or '-' or '/' && end + 1 < folded.Length && char.IsAsciiDigit(folded[end + 1]);
        return !goesOn && !char.IsAsciiLetter(folded[end]);
    }

    private static bool Has(string form, string folded, int at)
    {
        if (at + form.Length > folded.Length)
            return false;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == 'd' ? !char.IsAsciiDigit(folded[at + i]) : folded[at + i] != form[i])
                return false;
        }
        return true;
    }

    private static int Digits(string folded, int at)
    {
        while (at < folded.Length && char.IsAsciiDigit(folded[at]))
            at++;
        return at;
    }

    private static void Add(List<Known> parts, int start, int length, string kind)
    {
        if (!parts.Exists(p => p.Start < start + length && start < p.Start + p.Length))
            parts.Add(new(start, length, kind));
    }
}
