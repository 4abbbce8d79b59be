using ComplaintBot.Conversations;
using Complaints;
using Complaints.Procedure;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>"The connector is refitted": words that may mean "measure done" or "solved", about a ticket whose measures are open. Where
/// one measure alone can be meant it is done; else it is asked what was meant.</summary>
internal sealed class DoneInOwnWords(StaffActions actions) : IStep<StaffState>
{
    private static readonly string[] Doing = [Verbs.Item, Verbs.Resolve];

    // Beside the words of a measure little is enough.
    private const double Likely = 0.25;

    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            heard is not { Meant: null, Intent: Intents.Unclear }
            || heard.Meaning.Alternatives is not [{ Verb: { } likeliest }, ..] others
            || !Doing.Contains(likeliest)
            || others.Where(a => Doing.Contains(a.Verb)).Sum(a => a.Confidence) < Likely
            || await turn.VisibleComplaintAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } complaint
            || !IsOne(complaint, heard.Text)
        )
            return null;
        var slots = heard.Slots with { Verb = Verbs.Item, Ticket = complaint.Ticket };
        return await actions.TypedAsync(turn, state, heard with { Meaning = heard.Meaning with { Slots = slots } }, cancellationToken);
    }

    private static bool IsOne(Complaint complaint, string said) =>
        complaint.OpenMeasures.ToList() is { Count: > 0 } open && MeasureNamed.Of(open, said) is not null;
}
