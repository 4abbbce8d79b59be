using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>"Thank you."</summary>
internal sealed class CustomerThanks : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (heard.Intent != Intents.Thanks)
            return null;
        turn.Say("talk.welcomeThanks");
        return state;
    }
}
