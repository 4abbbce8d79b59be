using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>Says hello: to whoever opens the chat, once, and to whoever says it.</summary>
internal sealed class CustomerGreeting : PlainStep<CustomerState>
{
    /// <summary>The customer opened the chat.</summary>
    public static CustomerState Join(Turn turn, CustomerState state)
    {
        if (state.Welcomed)
            return state;
        turn.Ask(
            turn.Speech.Strings.Text(turn.Language, "talk.welcome", ("name", turn.Organisation.Name.In(turn.Language))),
            Offers.Of(turn)
        );
        return state with { Welcomed = true };
    }

    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        heard.Intent == Intents.Greeting ? Join(turn, state with { Welcomed = false }) : null;
}
