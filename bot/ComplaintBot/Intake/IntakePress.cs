using ComplaintBot.Conversations;
using ComplaintBot.Intake.Steps;

namespace ComplaintBot.Intake;

/// <summary>The buttons of intake: the summary, the form, one matter or several.</summary>
internal sealed class IntakePress(FileAndGoOn filing) : IPress<CustomerState>
{
    public bool Takes(CardInputs inputs) => inputs.Verb!.StartsWith("intake.", StringComparison.Ordinal);

    public async Task<Pressed<CustomerState>> PressAsync(
        Turn turn,
        CustomerState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    ) => new(await DoAsync(turn, state, inputs, cancellationToken));

    private async Task<CustomerState> DoAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Verb == "intake.start")
            return Drafting.Listen(turn, state with { Draft = state.Draft ?? new() { Id = Drafting.NewId() } });
        var draft = state.Draft;
        var draftId = inputs.Text("draft");
        if (state.Filed is { } filed && draftId is not null && draftId == filed.DraftId)
        {
            // Pressed twice, or on an old card: the same receipt, no second ticket.
            if (await turn.VisibleComplaintAsync(filed.Ticket, cancellationToken) is { } complaint)
                turn.Show("receipt", CustomerCards.Receipt(complaint, turn.Reader));
            return state;
        }
        // A form was filled with care: sent after its draft was dropped it begins a new one.
        if (draft is null && (inputs.Verb == "intake.form" || (inputs.Verb == "intake.edit" && draftId is null)))
            draft = new() { Id = Drafting.NewId() };
        else if (draft is null || (draftId is not null && draftId != draft.Id))
        {
            turn.Say("talk.oldCard");
            return state;
        }
        switch (inputs.Verb)
        {
            case "intake.submit":
                return await filing.FileAsync(turn, state, cancellationToken);
            case "intake.cancel":
                return Drafting.AskToDrop(turn, state);
            case "intake.edit":
                return Drafting.ShowForm(turn, state with { Draft = draft });
            case "intake.form" when draft.Said.Count == 0 && !inputs.Has("description"):
                return Drafting.Listen(turn, state with { Draft = IntakeCards.ReadForm(draft, inputs, turn.Organisation) });
            case "intake.form":
                return Drafting.Summary(turn, state, IntakeCards.ReadForm(draft, inputs, turn.Organisation) with { Matters = [] });
            case "intake.split":
                return MattersAnswer.Split(turn, state, inputs.Text("parts") == "many");
            default:
                turn.Say("talk.oldCard");
                return state;
        }
    }
}
