namespace ComplaintBot.Conversations;

/// <summary>Words that several open complaints of a customer fit, and the buttons that tell which is meant. The next message picks one,
/// or drops the question.</summary>
/// <param name="Text">The words.</param>
/// <param name="Choices">The buttons, in the order shown.</param>
public sealed record AskedCase(string Text, IReadOnlyList<PossibleCase> Choices)
{
    /// <summary>The number of the complaint whose owner has the words already; null where nothing was done with them yet.</summary>
    public string? Kept { get; init; }

    /// <summary>The number that typed words pick: those of a button, its number alone, or its last digits; null for anything
    /// else.</summary>
    public string? PickedBy(string text)
    {
        var said = text.Trim();
        return Choices.FirstOrDefault(c => string.Equals(c.Title, said, StringComparison.OrdinalIgnoreCase))?.Ticket
            ?? (Choices.Where(c => IsNumber(said, c.Ticket)).ToList() is [var only] ? only.Ticket : null);
    }

    private static bool IsNumber(string said, string ticket) =>
        said.Length >= 4 && !said.Contains(' ', StringComparison.Ordinal) && ticket.EndsWith(said, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An open complaint that words may be about.</summary>
/// <param name="Title">The words on its button.</param>
/// <param name="Ticket">Its number, as the customer knows it.</param>
public sealed record PossibleCase(string Title, string Ticket);

/// <summary>The complaint that the customer last said the words were about, and when.</summary>
public sealed record TalkedOf(string Ticket, DateTimeOffset At);
