using ComplaintBot.Conversations;

namespace ComplaintBot.FollowUp.Steps;

/// <summary>"How was this deadline counted?", asked by staff.</summary>
internal sealed class WhyThisTimeOfStaff : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        await WhyThisTime.AnswerAsync(turn, heard.Text, heard.Slots.Ticket, state.LastTicket, cancellationToken) is { } explained
            ? state with
            {
                LastTicket = explained,
            }
            : null;
}
