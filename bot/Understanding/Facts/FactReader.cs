using Complaints.Intake;
using Understanding.Learning.Examples;
using Understanding.Messages;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>The facts of a text: only what it says. Figures are found, words are marked by what was learnt, and the marks tell what
/// each figure is about.</summary>
internal static class FactReader
{
    /// <summary>The facts of a text that nothing was marked in; <paramref name="folded"/> is the folded <paramref name="text"/>.</summary>
    public static Slots Of(string text, string folded, Context context) =>
        Of(FoundFacts.Of(text, folded, context.Now, context.Language), [], context);

    /// <summary>The facts that the marks of a text and its figures tell together.</summary>
    public static Slots Of(FoundFacts found, IReadOnlyList<Mark> marks, Context context)
    {
        var wishes = marks
            .Where(m => m.Name == "remedy")
            .Select(m => RemedyKinds.Of(found.Folded.AsSpan(m.Start, m.Length)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // Words that are a wish wherever they stand; "other" is one only where nothing says which.
        wishes = [.. Remedies.Of(found.Folded).Union(wishes)];
        if (wishes.Count > 1)
            wishes.Remove("other");
        var (from, to) = Happened.Of(found, marks, context);
        // "My phone is 07700 …": what is called by its number is not what is wrong.
        marks = [.. marks.Where(m => m.Name != "product" || !found.Phones.Any(p => IsNamedBy(found.Folded, m, p)))];
        // "The 99 plan, no wait, the 129 one": who answers may put himself right in one breath.
        var corrects = context.Asked is not null && Corrections.Are(found.Text);
        return new()
        {
            Ticket = found.Ticket,
            Phone = PhoneOf(found, marks),
            Email = found.Emails is [var email, ..] ? found.Text[email] : SpokenContact.Email(found.Folded),
            OrderNumber = Messengers.AreNamed(found.Folded) ? null : Words(found, marks, "orderNumber", corrects),
            Amount = AmountOf(found, marks, context.Language),
            Remedy = wishes.Count > 0 ? wishes[0] : null,
            Remedies = wishes,
            Product = Words(found, marks, "product", corrects),
            Place = PlaceOf(found, marks),
            Name = Words(found, marks, "name", corrects),
            AboutStaff = Words(found, marks, "aboutStaff"),
            HappenedFrom = from,
            HappenedTo = to,
        };
    }

    /// <summary>The words marked so, as written: those that are not turned down, of several the first, or the last of one who
    /// corrects himself.</summary>
    private static string? Words(FoundFacts found, IReadOnlyList<Mark> marks, string name, bool corrects = false) =>
        Chosen(found, marks, name, corrects) is { } mark
        && found.Text.Substring(mark.Start, mark.Length).Trim(Around) is { Length: > 0 } words
            ? words
            : null;

    private static Mark? Chosen(FoundFacts found, IReadOnlyList<Mark> marks, string name, bool corrects)
    {
        var own = marks.Where(m => m.Name == name).ToList();
        if (own.Count > 1 && own.FindAll(m => !Forbidden.Before(found.Folded, m.Start)) is { Count: > 0 } meant)
            own = meant;
        return own.Count == 0 ? null
            : corrects ? own[^1]
            : own[0];
    }

    // "朝阳路5号" goes on with "3单元301": what belongs to an address is not left behind.
    private static string? PlaceOf(FoundFacts found, IReadOnlyList<Mark> marks)
    {
        if (Chosen(found, marks, "place", corrects: false) is not { } place)
            return null;
        var end = PlaceEnds.Of(found.Folded, place.Start, WithNext(found, marks, place));
        var start = PlaceEnds.Start(found.Folded, place.Start);
        if (PlaceEnds.IsPartAlone(found.Folded, start, end) && end < found.Folded.Length)
        {
            var rest = found.Folded.AsSpan(end).TrimStart(" ,");
            var next = rest.IndexOfAny(",.;!?");
            var from = found.Folded.Length - rest.Length;
            if (rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || char.IsUpper(found.Text[from])))
                end = from + (next < 0 ? rest.Length : next);
        }
        // "At our site" is where nobody finds it.
        end = WithTown(found, marks, end);
        if (
            found.Dates.Any(d => d.Start <= start && start < d.Start + d.Length)
            || found.Amounts.Any(a => a.IsSure && a.Start <= start && end <= a.Start + a.Length)
            // "I go to Ofcom" names nobody's place.
            || Grades.SeverityWords.Of(found.Folded.AsSpan(start, end - start)) is { Reason: "regulator" or "media" }
        )
            return null;
        if (PlaceEnds.IsAnywhere(found.Folded.AsSpan(start, end - start)) || PlaceEnds.IsDay(found.Folded.AsSpan(start, end - start)))
            return null;
        foreach (var lead in Leads)
        {
            if (end - start > lead.Length && found.Folded.AsSpan(start).StartsWith(lead, StringComparison.Ordinal))
                start += lead.Length;
        }
        return Words(found, [place with { Start = start, Length = end - start }], "place");
    }

    // "14 Mill Lane, Leeds" is one place.
    private static int WithNext(FoundFacts found, IReadOnlyList<Mark> marks, Mark place)
    {
        var end = place.Start + place.Length;
        foreach (var next in marks.Where(m => m.Name == "place" && m.Start >= end).OrderBy(m => m.Start))
        {
            if (found.Folded.AsSpan(end, next.Start - end).Trim(" ,").Length > 0 || found.Codes.Any(c => Holds(found, c, next)))
                break;
            end = next.Start + next.Length;
        }
        return end;
    }

    // "31 Orchard Close, Derby": a word with a capital behind the comma that nothing else claims, at the end of the sentence.
    private static int WithTown(FoundFacts found, IReadOnlyList<Mark> marks, int end)
    {
        var from = end + 2;
        if (from >= found.Text.Length || found.Text[end] != ',' || !char.IsAsciiLetterUpper(found.Text[from]))
            return end;
        var to = from;
        while (to < found.Text.Length && char.IsAsciiLetter(found.Text[to]))
            to++;
        var isLast = to == found.Text.Length || found.Text[to] is '.' or ';' or ',';
        return isLast && !marks.Any(m => Overlap(m, from, to - from)) ? to : end;
    }

    private static bool Holds(FoundFacts found, Range code, Mark mark)
    {
        var (start, length) = code.GetOffsetAndLength(found.Folded.Length);
        return Overlap(mark, start, length);
    }

    // "in Ashford", "就在城西": the place is what stands behind.
    private static readonly IReadOnlyList<string> Leads =
    [
        .. PhraseFiles.Of("Facts.Signs.txt", "placeLead").Select(w => char.IsAsciiLetter(w[0]) ? w + " " : w),
    ];

    // Fewer digits in words may be a year or a count.
    private const int SurelyPhone = 10;

    private static readonly char[] Around = [' ', ',', '，', '.', '。', ':', '：', '"', '“', '”', '(', '（', '#'];

    private static string? PhoneOf(FoundFacts found, IReadOnlyList<Mark> marks)
    {
        var allowed = found.Phones.Where(p => !Forbidden.Before(found.Folded, p.Start)).ToList();
        var marked = marks.Where(m => m.Name == "phone").ToList();
        var best =
            allowed.Find(p => marked.Exists(m => Overlap(m, p.Start, p.Length)))
            ?? allowed.Find(p => p.IsSure && !marks.Any(m => m.Name != "phone" && Overlap(m, p.Start, p.Length)))
            ?? allowed.Find(p => Forbidden.IsCalled(found.Folded, p.Start));
        return best is not null ? best.Number.ToString()
            : SpokenContact.Phone(found.Folded) is { Length: >= SurelyPhone } spoken ? PhoneNumber.Normal(spoken)
            : null;
    }

    private static Money? AmountOf(FoundFacts found, IReadOnlyList<Mark> marks, string? language)
    {
        foreach (var mark in marks.Where(m => m.Name == "amount"))
        {
            if (found.Amounts.Where(a => Overlap(mark, a.Start, a.Length)).Select(a => a.Money).FirstOrDefault() is { } sum)
                return sum;
            if (Amounts.Of(found.Folded, mark.Start, mark.Start + mark.Length, language) is { } bare)
                return bare;
        }
        return null;
    }

    private static bool IsNamedBy(string folded, Mark thing, PhoneMatch phone)
    {
        const int Reach = 8;
        var end = thing.Start + thing.Length;
        return phone.Start >= end && phone.Start - end <= Reach && folded.AsSpan(end, phone.Start - end).IndexOfAny(",.;!?。\n") < 0;
    }

    private static bool Overlap(Mark mark, int start, int length) => mark.Start < start + length && start < mark.Start + mark.Length;
}
