using ComplaintBot.Conversations;

namespace ComplaintBot.Handling.Steps;

/// <summary>A message of nothing is answered by nothing.</summary>
internal sealed class Nothing : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard) =>
        heard is { Text.Length: 0, Files.Count: 0 } ? state : null;
}
