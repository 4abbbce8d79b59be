using ComplaintBot.Conversations;

namespace ComplaintBot.PersonalData;

/// <summary>The answer to "really erase this customer's data?"; anything else drops the question.</summary>
internal sealed class EraseAnswer(PersonalDataTalk privacy) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        state.Erasing is null ? null : await privacy.AnsweredAsync(turn, state, heard, cancellationToken);

    public StaffState Pass(Turn turn, StaffState state, Heard heard) => state with { Erasing = null };
}
