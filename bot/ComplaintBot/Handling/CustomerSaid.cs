using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>Fills the card by which the owner hears a customer's later words: the words, what the bot took them for, and what can be
/// done about them at once.</summary>
internal static class CustomerSaid
{
    /// <summary>The data for words that <paramref name="customer"/> (<c>channel:userId</c>) added.</summary>
    public static JsonObject Data(Complaint complaint, string customer, InformationAdded added, Reader reader, Actor viewer)
    {
        var data = Of(complaint, customer, reader, viewer, Reader.Code(added.As ?? SaidAs.More), added.Text);
        data["files"] = added.Files.Count;
        return data;
    }

    /// <summary>The data for facts that <paramref name="customer"/> put right.</summary>
    public static JsonObject Data(Complaint complaint, string customer, FactsCorrected corrected, Reader reader, Actor viewer)
    {
        var data = Of(complaint, customer, reader, viewer, corrected.Replaces ? "corrected" : "more", corrected.Text);
        data["corrected"] = CorrectedWords.Of(corrected.Facts, reader);
        return data;
    }

    private static JsonObject Of(Complaint complaint, string saidBy, Reader reader, Actor viewer, string sense, string words)
    {
        var can = TicketCard.Can(complaint, viewer, reader.Organisation, reader.Now);
        var customer = complaint.PartyOf(saidBy)?.Filed ?? complaint.Complainant;
        return new()
        {
            ["ticket"] = complaint.Ticket,
            ["category"] = reader.Category(complaint.Details.Category),
            ["at"] = reader.Moment(reader.Now),
            ["as"] = sense,
            ["words"] = words,
            ["corrected"] = null,
            ["files"] = 0,
            ["customer"] =
                customer.Name is null && customer.Phone is null
                    ? null
                    : new JsonObject { ["name"] = customer.Name, ["phone"] = customer.Phone },
            ["language"] =
                customer.Language == reader.Language
                    ? null
                    : reader.Text("said.language", ("language", reader.Text("said.languageName." + LanguageKey(customer.Language)))),
            ["call"] = CallLink(customer.Phone),
            ["can"] = new JsonObject { ["progress"] = can.ContainsKey(Verbs.Progress), ["hold"] = can.ContainsKey(Verbs.Hold) },
        };
    }

    private static string LanguageKey(string language) =>
        language == Languages.ZhTw ? "zhTw"
        : language == Languages.En ? "en"
        : "zhCn";

    // Teams calls a number of the telephone network by "4:".
    private static string? CallLink(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'));
        var isNumber = digits.Count(char.IsAsciiDigit) >= 5;
        return isNumber ? "https://teams.microsoft.com/l/call/0/0?users=4:" + Uri.EscapeDataString(digits) : null;
    }
}
