using Complaints;
using Complaints.Events;
using Complaints.Quality;
using Understanding.Writing;

namespace ComplaintBot.Storage;

/// <summary>How complaints are compared with each other: what people wrote, without case, script, spaces and punctuation.</summary>
internal static class PatternKeys
{
    /// <summary>The key of a text; null when nothing is left of it.</summary>
    public static string? Of(string? text) =>
        text is null ? null
        : string.Concat(CharacterFolding.Fold(text).Where(char.IsLetterOrDigit)) is { Length: > 0 } key ? SqlText.Printable(key)
        : null;

    /// <summary>The head of the burst that a complaint belongs to, itself when it is the head; null for none.</summary>
    public static string? BurstOf(Complaint c) =>
        c.Links.FirstOrDefault(l => l.Kind == LinkKind.Burst) is not { } link ? null
        : c.History.Any(e => e.Event is EmergencyDeclared { Reason: Burst.Reason }) ? c.Ticket
        : link.Ticket;
}
