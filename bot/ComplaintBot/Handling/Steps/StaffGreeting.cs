using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>Says what the bot can do: to whoever installed the app, once, and to whoever says hello or asks for help.</summary>
internal sealed class StaffGreeting : PlainStep<StaffState>
{
    /// <summary>The app was installed.</summary>
    public static StaffState Join(Turn turn, StaffState state)
    {
        if (state.Welcomed)
            return state;
        turn.Show("welcome-staff", StaffCards.Welcome(turn));
        return state with { Welcomed = true };
    }

    protected override StaffState? Take(Turn turn, StaffState state, Heard heard) =>
        heard.Intent is Intents.Greeting or Intents.Help ? Join(turn, state with { Welcomed = false }) : null;
}
