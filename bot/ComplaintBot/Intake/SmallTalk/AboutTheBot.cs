using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>"Are you a robot?"</summary>
internal sealed class AboutTheBot : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        AnswerForm.IsAboutTheBot(heard.Text) ? Offers.Under(turn, state, "talk.whatIAm") : null;
}
