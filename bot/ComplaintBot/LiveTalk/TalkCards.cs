using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Organisations;

namespace ComplaintBot.LiveTalk;

/// <summary>Fills the cards of a talk: the customer's, and the one that each of the frontline staff has. They follow the talk until
/// it ends.</summary>
internal static class TalkCards
{
    /// <summary>Names the cards of a talk, so that each step replaces the one before.</summary>
    public static string Key(Talk talk) => $"handOver:{talk.Id}";

    /// <summary>What the customer sees.</summary>
    public static OutgoingMessage ToCustomer(Talk talk, Turn turn)
    {
        var reader = turn.Reader with { Language = talk.Language };
        var to = new Recipient.Customer(talk.Customer);
        var card = turn.Speech.Card(
            "handover",
            talk.Language,
            new JsonObject
            {
                ["kind"] = "human",
                ["department"] = reader.Department(
                    (
                        turn.Organisation.FindStaff(talk.TakenBy) ?? (Frontline(turn.Organisation) is [var first, ..] ? first : null)
                    )?.Department
                ),
                ["ticket"] = talk.Ticket,
                ["due"] = null,
                ["person"] = reader.PersonWithDepartment(talk.TakenBy),
                ["ended"] = talk.EndedAt is not null,
            },
            to.Target
        );
        return new(to, card, Key(talk));
    }

    /// <summary>What a member of staff sees; a new message the first time, else only in place of the earlier one.</summary>
    public static OutgoingMessage ToStaff(Talk talk, Turn turn, StaffMember member, Complaint? about, bool onlyUpdate)
    {
        var language = StaffLanguage.Of(member);
        var reader = turn.Reader with { Language = language };
        var card = turn.Speech.Card(
            "handover-staff",
            language,
            new JsonObject
            {
                ["handOver"] = talk.Id,
                ["ticket"] = talk.Ticket,
                ["category"] = about is null ? "" : reader.Category(about.Details.Category),
                ["customer"] = talk.Name ?? reader.Text("history.customer"),
                ["words"] = talk.Words,
                ["at"] = reader.Moment(talk.AskedAt),
                ["takenBy"] = talk.TakenBy is null ? null : reader.Person(talk.TakenBy),
                ["ended"] = talk.EndedAt is not null,
                ["can"] = new JsonObject
                {
                    ["take"] = talk.TakenBy is null && talk.EndedAt is null,
                    ["end"] = talk.TakenBy == member.Id && talk.EndedAt is null,
                },
            },
            Cards.CardTarget.Teams
        );
        return new(new Recipient.Staff(member.Id), card, Key(talk), onlyUpdate);
    }

    /// <summary>Who is asked: frontline staff who are there, all of them when none is; managers where nobody is frontline.</summary>
    public static IReadOnlyList<StaffMember> Frontline(Organisation organisation, DateOnly? day = null)
    {
        var frontline = organisation.StaffWith(Role.Frontline).ToList();
        if (frontline.Count == 0)
            frontline = [.. organisation.StaffWith(Role.Manager)];
        return frontline.Where(s => day is null || !s.IsAbsentOn(day.Value)).ToList() is { Count: > 0 } there ? there : frontline;
    }
}
