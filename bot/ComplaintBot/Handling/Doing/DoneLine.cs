using ComplaintBot.Conversations;
using Complaints;
using Complaints.Handling;
using Complaints.Procedure;

namespace ComplaintBot.Handling.Doing;

/// <summary>Says in one new line what was done to which ticket, with Undo where it can be taken back; or that it was not done, and
/// why.</summary>
internal static class DoneLine
{
    private const int LongestWords = 80;

    /// <summary>Says it.</summary>
    public static void Say(Turn turn, Complaint complaint, string verb, CardInputs inputs, Outcome outcome)
    {
        var reader = turn.Reader;
        if (outcome.Refusal is { } refusal)
        {
            turn.SayText(
                reader.Text(
                    "done.refused",
                    ("verb", Name(verb, reader)),
                    ("ticket", complaint.Ticket),
                    ("why", turn.Speech.Refusal(turn.Language, refusal, turn.Organisation))
                )
            );
            return;
        }
        var words = Words(complaint, verb, inputs, reader);
        if (TakeBack.Last(complaint, turn.Person.Actor, turn.Now) is { } version && complaint.NewEvents.Any(e => e.Version == version))
            turn.Show(
                "done",
                new()
                {
                    ["text"] = words,
                    ["ticket"] = complaint.Ticket,
                    ["done"] = version,
                    ["undo"] = true,
                },
                Key(complaint.Ticket, version)
            );
        else
            turn.SayText(words);
    }

    /// <summary>Names the line, so that taking it back changes it.</summary>
    public static string Key(string ticket, int version) => $"done:{ticket}:{version}";

    private static string Words(Complaint complaint, string verb, CardInputs inputs, Reader reader)
    {
        var said =
            inputs.Text("text")
            ?? inputs.Text("answer")
            ?? inputs.Text("measure")
            ?? inputs.Text("reason")
            ?? inputs.Text("question")
            ?? inputs.Text("item");
        var key = "done." + verb;
        var isOut = verb is Verbs.Progress or Verbs.Resolve && Recipient.IsOutOfReach(complaint.Complainant);
        return reader.Text(
            isOut ? "done.callCustomer"
                : reader.Speech.Strings.Has(key) ? key
                : "done.other",
            ("verb", Name(verb, reader)),
            ("ticket", complaint.Ticket),
            ("text", said is null ? "" : Short(said)),
            ("owner", reader.Person(complaint.AnswerablePerson)),
            ("hold", complaint.Hold is { } hold ? reader.Text("hold." + Reader.Code(hold.Reason)) : ""),
            ("until", complaint.Hold?.Until is { } until ? reader.Moment(until) : reader.Text("done.open")),
            ("severity", reader.Text("severity." + Reader.Code(complaint.Severity))),
            ("category", reader.Category(complaint.Details.Category)),
            ("state", reader.Text("state." + Reader.Code(complaint.State)))
        );
    }

    private static string Name(string verb, Reader reader) =>
        reader.Speech.Strings.Has("verb." + verb) ? reader.Text("verb." + verb) : verb;

    private static string Short(string text) => text.Length <= LongestWords ? text : string.Concat(text.AsSpan(0, LongestWords - 1), "…");
}
