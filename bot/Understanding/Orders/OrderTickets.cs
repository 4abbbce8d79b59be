using System.Text.Json;
using Understanding.Learning.Examples;
using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Which tickets an order is about.</summary>
/// <param name="Ticket">The one ticket: its number as written, a description ("the Keller one"), or the one talked about before; null
/// when there are several, a set or none.</param>
/// <param name="Tickets">Several, in order; else empty.</param>
/// <param name="Select">Places in the list shown last, as JSON of the schema; else null.</param>
internal sealed record OrderTickets(string? Ticket, IReadOnlyList<string> Tickets, JsonElement? Select)
{
    private static readonly char[] Signs =
    [
        ' ',
        .. string.Concat(PhraseFiles.Of("Orders.InputWords.txt").Where(p => p.Name == "sign").Select(p => p.Phrase)),
    ];

    /// <summary>Reads them from the facts of a text and the numbers in it.</summary>
    public static OrderTickets Of(IReadOnlyList<Mark> marks, OrderText text)
    {
        var named = marks.Where(m => m.Name == "ticket").Select(m => Written(text.Words(m))).ToList();
        if (named.Count == 0)
            named = [.. text.Known.Where(k => IsFree(k, marks)).OrderBy(k => k.Start).Select(k => Written(text.Words(k.Start, k.Length)))];
        named = [.. named.Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (named.Count > 1)
            return new(null, named, null);
        if (named.Count == 1)
            return new(named[0], [], null);
        if (text.Known.FirstOrDefault(k => k.Kind == KnownParts.Notice) is { Length: > 0 } notice)
            return new("C" + text.Text.Substring(notice.Start, notice.Length).ToUpperInvariant()[2..^3], [], null);
        foreach (var mark in marks)
        {
            // "The Keller one" describes a ticket by its customer.
            if (mark is { Name: "select", Value: "position" } && ListPlaces.Number(text.Folded.Substring(mark.Start, mark.Length)) is null)
                return new(TicketDescription.In(text.Text) ?? text.Context.Ticket, [], null);
            if (mark is { Name: "select", Value: { } kind })
                return new(null, [], ListPlaces.Of(kind, text.Folded.Substring(mark.Start, mark.Length)));
        }
        return new(text.Context.Ticket, [], null);
    }

    /// <summary>The ticket number inside a fact, however much more was taken for it; null when there is none.</summary>
    public static string? Number(Mark mark, OrderText text) =>
        text.Known.FirstOrDefault(k => k.Kind == KnownParts.Ticket && mark.Start <= k.Start && k.Start < mark.Start + mark.Length)
            is { Length: > 0 } number
            ? Written(text.Words(number.Start, number.Length))
            : null;

    // A number inside a reason or a message is about something else.
    private static bool IsFree(Known known, IReadOnlyList<Mark> marks) =>
        known.Kind == KnownParts.Ticket && !marks.Any(m => m.Start <= known.Start && known.Start < m.Start + m.Length);

    private static string Written(string words)
    {
        var number = words.Trim(Signs);
        return number.StartsWith("c-", StringComparison.OrdinalIgnoreCase) ? number.ToUpperInvariant() : number;
    }
}
