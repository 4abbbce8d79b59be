using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.PersonalData;

/// <summary>What an admin wants done with a customer's data.</summary>
public enum DataWish
{
    /// <summary>A copy of everything.</summary>
    Export,

    /// <summary>That it is forgotten.</summary>
    Erase,
}

/// <summary>Reads "export customer data C-…" and "erase customer data C-…" in three languages. The ticket names the customer;
/// without the words for data nothing is understood, so that nobody erases by accident.</summary>
public static partial class PersonalDataWords
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(PersonalDataWords), "PersonalDataWords.txt");

    /// <summary>The wish and the ticket; null when the text is about something else.</summary>
    public static (DataWish Wish, string Ticket)? Read(string text)
    {
        if (text.Length > 200 || !Forms.Say("data", text) || Ticket().Match(text) is not { Success: true } ticket)
            return null;
        var number = ticket.Value.ToUpperInvariant();
        return Forms.Say("erase", text) ? (DataWish.Erase, number)
            : Forms.Say("export", text) ? (DataWish.Export, number)
            : null;
    }

    [GeneratedRegex(@"C-[0-9]{8}-[0-9]{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ticket();
}
