using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Conversations;

/// <summary>The one place where words of people are read: puts together what the turn knows and asks the understanding once.</summary>
public sealed class Listener(IUnderstanding understanding)
{
    /// <summary>The same message with its meaning. <paramref name="state"/> is what the conversation remembers: of a customer or of
    /// a member of staff.</summary>
    public async Task<Heard> ReadAsync(Turn turn, object state, Heard heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(heard);
        if (heard.Text.Length == 0)
            return heard;
        var context = state switch
        {
            CustomerState customer => await CustomerContext.OfAsync(turn, customer, cancellationToken),
            StaffState staff => OfStaff(turn, staff),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Nobody's state."),
        };
        var asked = (state as StaffState)?.Guessing ?? (state as CustomerState)?.Guessing;
        if (heard.Meant is null && asked?.PickedBy(heard.Text) is { } picked)
            heard = heard with { Text = asked.Text, Meant = picked };
        var read = await ReadAsync(heard, context, cancellationToken);
        // "Yes" to a single guess picks it.
        return read.Intent == Intents.Yes && heard.Meant is null && asked is { Choices: [var only] } && !asked.IsOther(heard.Text)
            ? await ReadAsync(heard with { Text = asked.Text, Meant = only.Meaning }, context, cancellationToken)
            : read;
    }

    private async Task<Heard> ReadAsync(Heard heard, Context context, CancellationToken cancellationToken)
    {
        context = context with { Meant = heard.Meant };
        return heard with { Context = context, Meaning = await understanding.ReadAsync(heard.Text, context, cancellationToken) };
    }

    private static Context OfStaff(Turn turn, StaffState state) =>
        new()
        {
            Role = turn.Person.Staff!.Roles.Any(r => r is Role.Manager or Role.Quality or Role.Executive or Role.Admin)
                ? SpeakerRole.Manager
                : SpeakerRole.Staff,
            Organisation = turn.Organisation,
            Now = turn.Organisation.Local(turn.Now),
            Language = turn.Language,
            Ticket = state.LastTicket,
            LastAnswer =
                state.Shown is not null ? LastAnswer.List
                : state.LastQuery is not null ? LastAnswer.Metric
                : LastAnswer.None,
            Previous = state.PreviousQuestion(),
        };
}
