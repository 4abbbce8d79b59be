using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Understanding.Messages;

namespace ComplaintBot.Intake.Steps;

/// <summary>Somebody is hurt or in danger: the complaint exists at once with the words so far, the emergency people are told, the
/// customer hears advice that fits and the number. Everything else is asked afterwards.</summary>
internal sealed class Danger(Filing filing) : IStep<CustomerState>
{
    // Within so long more words about a danger belong to the complaint that it made.
    private static readonly TimeSpan SameDanger = TimeSpan.FromHours(12);

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Meaning is not { Severity: Severity.Critical, SeverityReason: "danger" or "injury" })
            return null;
        turn.Say("talk.safety." + Safety.Advice(heard.Text));
        var mine = await turn.OwnCasesAsync(cancellationToken);
        if (
            state.Draft is null
            && mine.FirstOrDefault(c => c is { IsOpen: true, Severity: Severity.Critical } && turn.Now - c.ReceivedAt < SameDanger)
                is { } known
        )
        {
            var more = new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = SaidAs.More };
            await CustomerCommands.DoAsync(turn, known.Ticket, more, "talk.added", cancellationToken);
            return state with { LastTicket = known.Ticket };
        }
        var draft = state.Draft ?? state.Pending?.Told ?? new() { Id = Drafting.NewId(), Files = heard.Files };
        var told = Telling.Take(turn, draft, heard);
        var filed = await filing.FileAsync(
            turn,
            state with
            {
                Draft = told with
                {
                    Kind = RecordKind.Complaint,
                    Category = told.Category ?? heard.Meaning.Category ?? turn.Organisation.OtherCategory.Id,
                    FollowsUp = draft.FollowsUp ?? mine.FirstOrDefault(c => c.IsOpen)?.Ticket,
                    Matters = [],
                },
            },
            cancellationToken
        );
        return filed.Draft is null ? await MissingFact.AskAsync(turn, filed, filed.LastTicket!, told.Asked, cancellationToken) : filed;
    }
}
