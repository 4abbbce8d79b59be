using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>"Are you there?"</summary>
internal sealed class AnybodyThere : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        heard.Intent != Intents.Greeting && AnswerForm.IsCheck(heard.Text)
            ? Offers.Under(turn, state, "talk.imHere", "talk.howHelp")
            : null;
}
