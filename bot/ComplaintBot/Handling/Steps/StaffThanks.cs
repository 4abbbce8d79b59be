using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>"Thank you."</summary>
internal sealed class StaffThanks : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (heard.Intent != Intents.Thanks)
            return null;
        turn.Say("talk.welcomeThanks");
        return state;
    }
}
