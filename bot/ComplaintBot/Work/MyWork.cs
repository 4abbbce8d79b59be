using System.Text.Json;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints.Procedure;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Work;

/// <summary>"My work": the card with everything that waits for the person. Its button brings it up to date, a row opens the
/// thing.</summary>
internal sealed class MyWork(WorkList list) : IStep<StaffState>, IPress<StaffState>
{
    private static readonly ComplaintQuery Mine = new()
    {
        Kind = QueryKind.List,
        Filters = new() { Status = [QueryStatus.Open], Owner = "me" },
    };

    private const string ListView = "work";
    private const string TaskView = "task";

    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Intent is not (Intents.Mine or Intents.Status))
            return null;
        var work = await ReadAsync(turn, 1, cancellationToken);
        turn.Send(Card(turn, work));
        return Remembered(state, work);
    }

    public bool Takes(CardInputs inputs) => inputs.Verb == "refresh" && inputs.Text("view") is ListView or TaskView;

    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Text("view") == TaskView)
            return await OpenAsync(turn, state, inputs, cancellationToken);
        var work = await ReadAsync(turn, inputs.Whole("page") ?? 1, cancellationToken);
        return new(Remembered(state, work), null, Card(turn, work));
    }

    private static async Task<Pressed<StaffState>> OpenAsync(
        Turn turn,
        StaffState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(turn.Organisation, turn.Now, turn.Person.Actor, turn.Channel);
        var complaint = await turn.ComplaintAsync(inputs.Ticket, cancellationToken);
        var item = complaint is null ? null : WorkList.Find(complaint, context, inputs.Text("what") ?? "", inputs.Text("subject") ?? "");
        if (complaint is not null && item is not null && WorkList.MaySee(complaint, item, context))
        {
            turn.Send(TaskCards.Of(turn, complaint, item));
            return new(state with { LastTicket = complaint.Ticket }, turn.Reader.Text("answer.opened", ("ticket", complaint.Ticket)));
        }
        // It was done meanwhile: how the complaint stands now, to whoever may see it.
        if (await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } visible)
            return new(state, turn.Reader.Text("talk.notFound", ("ticket", inputs.Ticket ?? "")), Refused: true);
        turn.Send(StaffCards.TicketMessage(visible, turn));
        return new(state with { LastTicket = visible.Ticket }, turn.Reader.Text("work.notYours", ("ticket", visible.Ticket)));
    }

    private Task<WorkPage> ReadAsync(Turn turn, int page, CancellationToken cancellationToken) =>
        list.PageAsync(turn.Person.Actor, turn.Organisation, turn.Now, page, WorkCard.Rows, cancellationToken);

    private static OutgoingMessage Card(Turn turn, WorkPage work) =>
        new(turn.Here, turn.Speech.Card("work", turn.Language, WorkCard.Data(work, turn.Reader, turn.Person.Actor.Id), turn.Here.Target));

    private static StaffState Remembered(StaffState state, WorkPage work)
    {
        var shown = work.Tasks.Select(t => t.Complaint.Ticket).Distinct().ToList();
        return state with
        {
            Shown = shown,
            LastTicket = shown is [var single] ? single : null,
            // "Only the VIP ones" goes on from here.
            LastQuery = JsonSerializer.SerializeToElement(Mine, QueryJson.Options),
        };
    }
}
