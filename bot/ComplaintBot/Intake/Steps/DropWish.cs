using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>"Forget it" while a complaint is told: asked back, since what was told would be gone.</summary>
internal sealed class DropWish : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        state.Draft is not null && heard.Intent is Intents.Cancel or Intents.Withdraw ? Drafting.AskToDrop(turn, state) : null;
}
