using ComplaintBot.Conversations;

namespace ComplaintBot.Handling.Guessing;

/// <summary>"Something else": none of what was offered was meant.</summary>
internal sealed class OtherMeaning : IPress<StaffState>
{
    public bool Takes(CardInputs inputs) => inputs.Verb is StaffGuesses.Other or StaffGuesses.Pick;

    public Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Verb != StaffGuesses.Other || state.Guessing is not { } asked || inputs.Text("guess") != asked.Token)
            return Task.FromResult(new Pressed<StaffState>(state, turn.Reader.Text("talk.oldCard"), Refused: true));
        turn.Say("staff.sayOtherwise");
        return Task.FromResult(
            new Pressed<StaffState>(
                state with
                {
                    Guessing = null,
                },
                null,
                StaffGuesses.Settled(turn, asked, turn.Reader.Text("guess.other"))
            )
        );
    }
}
