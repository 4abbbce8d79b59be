using ComplaintBot.Conversations;

namespace ComplaintBot.FollowUp.Steps;

/// <summary>"Why only by Friday?", asked by a customer.</summary>
internal sealed class WhyThisTimeOfCustomer : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    ) =>
        await WhyThisTime.AnswerAsync(turn, heard.Text, heard.Slots.Ticket, state.LastTicket, cancellationToken) is null ? null : state;
}
