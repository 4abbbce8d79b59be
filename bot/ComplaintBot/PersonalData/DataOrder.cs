using ComplaintBot.Conversations;

namespace ComplaintBot.PersonalData;

/// <summary>An admin exports or erases a customer's data.</summary>
internal sealed class DataOrder(PersonalDataTalk privacy) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        await privacy.SaidAsync(turn, state, heard.Text, cancellationToken);
}
