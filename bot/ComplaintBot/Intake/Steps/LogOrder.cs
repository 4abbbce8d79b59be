using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>What a customer told staff is a complaint to be logged: the words fill a form.</summary>
internal sealed class LogOrder : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (heard.Intent != Intents.Complain)
            return null;
        LogComplaint.Offer(turn, heard.Text, heard.Meaning);
        return state;
    }
}
