using ComplaintBot.Conversations;

namespace ComplaintBot.LiveTalk;

/// <summary>While somebody of the staff talks with a customer, what they write goes to that customer.</summary>
internal sealed class StaffRelay(StaffSide talk) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        heard is { Text.Length: > 0, Files.Count: 0 } && await talk.RelayAsync(turn, heard.Text, cancellationToken) ? state : null;
}
