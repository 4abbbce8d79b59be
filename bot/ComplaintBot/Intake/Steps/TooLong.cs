using ComplaintBot.Conversations;
using Complaints.Intake;

namespace ComplaintBot.Intake.Steps;

/// <summary>More words than a complaint can hold are given back, before anything is made of them.</summary>
internal sealed class TooLong : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (heard.Text.Length <= FileComplaint.MaxDescription)
            return null;
        turn.Say("talk.tooLong", ("max", FileComplaint.MaxDescription));
        return state;
    }
}
