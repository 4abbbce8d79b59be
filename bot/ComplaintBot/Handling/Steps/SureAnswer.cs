using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>Yes or no to "are you sure?" about several tickets, by words or by the card's buttons.</summary>
internal sealed class SureAnswer(StaffActions actions) : IStep<StaffState>, IPress<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (state.Confirming is not { } asked || heard.Intent is not (Intents.Yes or Intents.No or Intents.Cancel))
            return null;
        if (heard.Intent == Intents.Yes)
            await actions.DoAllAsync(turn, asked, cancellationToken);
        else
            turn.Say("staff.notDone");
        return state with { Confirming = null };
    }

    public StaffState Pass(Turn turn, StaffState state, Heard heard) => state with { Confirming = null };

    public bool Takes(CardInputs inputs) => inputs.Verb!.StartsWith("confirm.", StringComparison.Ordinal);

    public async Task<Pressed<StaffState>> PressAsync(
        Turn turn,
        StaffState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    )
    {
        if (state.Confirming is not { } asked || (inputs.Text("confirm") is { } token && token != asked.Token))
            return new(state, turn.Speech.Strings.Text(turn.Language, "talk.oldCard"), Refused: true);
        var yes = inputs.Verb == "confirm.yes";
        if (yes)
            await actions.DoAllAsync(turn, asked, cancellationToken);
        return new(
            state with
            {
                Confirming = null,
            },
            turn.Speech.Strings.Text(turn.Language, yes ? "staff.done" : "staff.notDone")
        );
    }
}
