using ComplaintBot.Conversations;
using Complaints.Intake;
using Complaints.Procedure;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"The number is wrong, it is 139…": facts of the ticket last talked about that staff put right by typing, as the customer
/// could. It is said what changed.</summary>
internal sealed class StaffFacts(IUnderstanding understanding) : IStep<StaffState>
{
    // A customer's whole story may say that something was wrong.
    private const int Longest = 60;

    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        var named = Removals.Named(heard.Text);
        if (
            heard.Meant is not null
            || heard.Text.Length > Longest
            || named.Count == 0
            || !(Corrections.Are(heard.Text) || WrongFacts.Are(heard.Text))
            || await turn.VisibleComplaintAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } complaint
        )
            return null;
        // What a fact is told by is read as a customer's words are.
        var read = await understanding.ReadAsync(
            heard.Text,
            heard.Context! with
            {
                Role = SpeakerRole.Customer,
                Asked = Context.Questions.Summary,
                Previous = null,
            },
            cancellationToken
        );
        var facts = CaseFacts.Changed(complaint, complaint.Complainant, CaseFacts.Named(read.Slots, named), corrects: true, []);
        if (facts.IsEmpty)
            return null;
        var said = CorrectedWords.Of(facts, turn.Reader);
        var outcome = ComplaintDesk.Do(
            complaint,
            new CorrectFacts(facts, heard.Text) { Replaces = true },
            await turn.CommandContextAsync(cancellationToken)
        );
        if (outcome.Refusal is { } refusal)
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        else
            turn.Say("staff.corrected", ("ticket", complaint.Ticket), ("facts", said));
        return state with { LastTicket = complaint.Ticket };
    }
}
