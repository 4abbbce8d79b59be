using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>Emoji say how somebody feels, not what happened.</summary>
internal sealed class WithoutWords : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (!AnswerForm.IsWordless(heard.Text))
            return null;
        if (!AnswerForm.IsNod(heard.Text))
            return AnswerForm.IsSad(heard.Text)
                ? Offers.Under(turn, state, "talk.feelings", "talk.feelingsAsk")
                : Offers.Under(turn, state, "talk.feelingsAsk");
        turn.Say("talk.welcomeThanks");
        return state;
    }
}
