using ComplaintBot.Conversations;
using Complaints;
using Complaints.Procedure;
using Complaints.Rounds;

namespace ComplaintBot.Tickets;

/// <summary>Goes on with an ended complaint: within the window it is open again; after it the same words begin a new one that
/// follows up the old one (T18, T19).</summary>
internal sealed class Reopening(INewComplaint complaints)
{
    /// <summary>Does one or the other.</summary>
    public async Task<CustomerState> ReopenAsync(
        Turn turn,
        CustomerState state,
        Complaint ended,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var outcome = ComplaintDesk.Do(ended, new Reopen(heard.Text), await turn.CommandContextAsync(cancellationToken));
        if (outcome.Refusal is { } refusal)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
            return refusal.Code == "reopenWindowOver" ? complaints.Begin(turn, state, heard with { Files = [] }, ended.Ticket) : state;
        }
        turn.Say("talk.reopened", ("ticket", turn.NumberOf(ended)));
        return state with { LastTicket = ended.Ticket };
    }
}
