using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>The card of a department's channel as the one who looks sees it, and its buttons: accept, the longest waiting first, and the
/// whole ticket in the person's own chat.</summary>
internal sealed class ChannelPress(StaffActions actions, Database database) : IPress<StaffState>
{
    public bool Takes(CardInputs inputs) => inputs.Text("view") == ChannelCard.View && inputs.Verb is "refresh" or Verbs.Accept;

    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        var shown = await turn.ComplaintAsync(inputs.Text("shown") ?? inputs.Ticket, cancellationToken);
        // What became a complaint about a colleague has left the channel: only who may see it hears that it exists.
        if (shown is null || (shown.Accused.Count > 0 && !Relations.MaySee(turn.Person.Actor, shown, turn.Organisation)))
            return new(state, turn.Reader.Text("talk.notFound", ("ticket", inputs.Ticket ?? "")), Refused: true);
        string? words = null;
        var refused = false;
        if (inputs.Verb == Verbs.Accept)
        {
            if (
                await FirstAsync(shown, cancellationToken) is { } first
                && first != inputs.Ticket
                && await IsFreeAsync(turn, inputs, cancellationToken)
            )
                (words, refused) = (turn.Reader.Text("team.first", ("ticket", first)), true);
            else
            {
                var done = await actions.PressedAsync(turn, state, inputs, cancellationToken);
                (state, words, refused) = (done.State, done.Words, done.Refused);
            }
        }
        else if (inputs.YesNo("open") == true)
        {
            if (await turn.VisibleComplaintAsync(shown.Ticket, cancellationToken) is not { } visible)
                return new(state, turn.Reader.Text("talk.notFound", ("ticket", shown.Ticket)), Refused: true);
            turn.Send(StaffCards.TicketMessage(visible, turn) with { To = new Recipient.Staff(turn.Person.Actor.Id) });
            words = turn.Reader.Text("team.opened", ("ticket", shown.Ticket));
        }
        return new(state, words, await CardAsync(turn, shown, cancellationToken), refused);
    }

    // Without a key: what one person sees replaces nothing that others see.
    private async Task<OutgoingMessage> CardAsync(Turn turn, Complaint shown, CancellationToken cancellationToken)
    {
        var data =
            shown.Accused.Count > 0
                ? ChannelCard.Data(shown, turn.Reader)
                : ChannelCard.Data(shown, turn.Reader, turn.Person.Actor, await FirstAsync(shown, cancellationToken));
        return new(turn.Here, turn.Speech.Card("channel", turn.Language, data, turn.Here.Target));
    }

    private static async Task<bool> IsFreeAsync(Turn turn, CardInputs inputs, CancellationToken cancellationToken) =>
        await turn.ComplaintAsync(inputs.Ticket, cancellationToken) is { Owner: null };

    // First in, first out: as the queue is emptied when somebody becomes free.
    private Task<string?> FirstAsync(Complaint complaint, CancellationToken cancellationToken) =>
        database.FirstOrDefaultAsync<string>(
            """
            SELECT ticket FROM complaints WHERE owner IS NULL AND is_open = 1 AND department = @Department AND about_staff IS NULL
            ORDER BY received_at, ticket LIMIT 1
            """,
            new { complaint.Department },
            cancellationToken
        );
}
