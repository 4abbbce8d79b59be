using ComplaintBot.Conversations;

namespace ComplaintBot.Reports.Regular;

/// <summary>Subscribing, unsubscribing and asking for a report by chat.</summary>
internal sealed class ReportOrder(ReportRequests reports) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        await reports.TryAsync(turn, heard.Text, cancellationToken) ? state : null;
}
