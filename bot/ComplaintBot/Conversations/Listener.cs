using Complaints.Organisations;
using Understanding;
using Understanding.Orders;

namespace ComplaintBot.Conversations;

/// <summary>The one place where words of people are read: puts together what the turn knows and asks the understanding once.</summary>
public sealed class Listener(IUnderstanding understanding, ITicketsMeant tickets)
{
    // The input that names a second ticket.
    private const string Into = "into";

    /// <summary>The same message with its meaning. <paramref name="state"/> is what the conversation remembers: of a customer or of
    /// a member of staff.</summary>
    public async Task<Heard> ReadAsync(Turn turn, object state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Text.Length == 0)
            return heard;
        var context = state switch
        {
            CustomerState customer => await CustomerContext.OfAsync(turn, customer, cancellationToken),
            StaffState staff => await OfStaffAsync(turn, staff, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Nobody's state."),
        };
        var asked = (state as StaffState)?.Guessing ?? (state as CustomerState)?.Guessing;
        if (heard.Meant is null && asked?.PickedBy(heard.Text) is { } picked)
            heard = heard with { Text = asked.Text, Meant = picked };
        if ((state as CustomerState)?.Which is { } which && which.PickedBy(heard.Text) is { } meantCase)
            heard = heard with { Text = which.Text, About = meantCase, IsPicked = true };
        else if ((state as CustomerState)?.Which is { } other && Buttons.IsPressed(turn, heard.Text, "talk.button.newMatter"))
            heard = heard with { Text = other.Text, Meant = new(TurnMeanings.NewComplaint, null, 1) };
        var read = await ReadAsync(heard, context, cancellationToken);
        // "Yes" to a single guess picks it.
        if (read.Intent == Intents.Yes && heard.Meant is null && asked is { Choices: [var only] } && !asked.IsOther(heard.Text))
            read = await ReadAsync(heard with { Text = asked.Text, Meant = only.Meaning }, context, cancellationToken);
        return state is StaffState member ? await NumberedAsync(turn, member, read, cancellationToken)
            : read.About is not null ? read
            : read with { About = await CaseNamed.OfAsync(turn, read, cancellationToken) };
    }

    // "0008" and "the Keller one" become numbers here, once for all steps.
    private async Task<Heard> NumberedAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        var slots = heard.Slots;
        if (slots.Inputs.TryGetValue(Into, out var into) && await tickets.FindAsync(turn, state, into, cancellationToken) is [var other])
        {
            slots = slots with { Inputs = new Dictionary<string, string>(slots.Inputs) { [Into] = other.Ticket } };
            heard = With(heard, slots);
        }
        if (slots.Tickets.Count > 0)
        {
            var several = new List<string>();
            foreach (var written in slots.Tickets)
                several.Add(await tickets.FindAsync(turn, state, written, cancellationToken) is [var found] ? found.Ticket : written);
            return With(heard, slots with { Tickets = [.. several.Distinct(StringComparer.Ordinal)] });
        }
        var isNamed = slots.Ticket is not null && slots.Ticket != heard.Context!.Ticket;
        if ((isNamed ? slots.Ticket : Described(heard)) is not { } words)
            return heard;
        return await tickets.FindAsync(turn, state, words, cancellationToken) switch
        {
            [] => heard,
            [var one] => With(heard, slots with { Ticket = one.Ticket }),
            var fitting => heard with { Fitting = fitting, Described = words },
        };
    }

    // What the reading took for no ticket may describe one all the same.
    private static string? Described(Heard heard) =>
        heard is { Intent: Intents.Act, Slots.Select: null } ? TicketDescription.In(heard.Text) : null;

    private static Heard With(Heard heard, Slots slots) => heard with { Meaning = heard.Meaning with { Slots = slots } };

    private async Task<Heard> ReadAsync(Heard heard, Context context, CancellationToken cancellationToken)
    {
        context = context with { Meant = heard.Meant };
        return heard with { Context = context, Meaning = await understanding.ReadAsync(heard.Text, context, cancellationToken) };
    }

    private static async Task<Context> OfStaffAsync(Turn turn, StaffState state, CancellationToken cancellationToken)
    {
        var answered =
            RepliedTo.Message(turn.Activity) is { } message && turn.Activity.Conversation?.Id is { } here
                ? RepliedTo.Ticket(await turn.Store.KeyOfSentAsync(here, message, cancellationToken))
                : null;
        return new()
        {
            Role = turn.Person.Staff!.Roles.Any(r => r is Role.Manager or Role.Quality or Role.Executive or Role.Admin)
                ? SpeakerRole.Manager
                : SpeakerRole.Staff,
            Organisation = turn.Organisation,
            Now = turn.Organisation.Local(turn.Now),
            Language = turn.Language,
            Ticket = answered ?? state.LastTicket,
            LastAnswer =
                state.Shown is not null ? LastAnswer.List
                : state.LastQuery is not null ? LastAnswer.Metric
                : LastAnswer.None,
            Previous = state.PreviousQuestion(),
        };
    }
}
