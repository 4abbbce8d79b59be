using ComplaintBot.Conversations;
using Complaints;

namespace ComplaintBot.Handling;

/// <summary>"Li Wei is off tomorrow": who is away stands in the organisation file; what can be done here is to give their work to
/// colleagues. It is said, and asked.</summary>
internal static class Absence
{
    /// <summary>The verb of understanding; none of the procedure.</summary>
    public const string Verb = "absence";

    /// <summary>Says so and asks who shall have their open complaints.</summary>
    public static async Task<StaffState> TakeAsync(
        Turn turn,
        StaffState state,
        IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancellationToken
    )
    {
        var who = inputs.GetValueOrDefault("who") ?? "me";
        var person = who == "me" ? turn.Person.Actor.Id : VerbReader.Person(who, turn.Organisation);
        if (person is null)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, Refusal.Of("unknownPerson", "name", who), turn.Organisation));
            return state;
        }
        turn.Say("staff.absence", ("name", turn.Reader.Person(person)));
        return await HandOver.AskAsync(turn, state, new Dictionary<string, string> { ["from"] = person }, cancellationToken);
    }
}
