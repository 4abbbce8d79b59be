using ComplaintBot.Conversations;
using Complaints;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>The first message of a complaint, of a question, of praise.</summary>
internal sealed class NewMatter(FileAndGoOn filing) : IStep<CustomerState>, INewComplaint
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        RecordKind? kind = heard.Intent switch
        {
            Intents.Complain => RecordKind.Complaint,
            Intents.Inquiry => RecordKind.Inquiry,
            Intents.Praise => RecordKind.Praise,
            _ => null,
        };
        // A complaint is never turned away; what is none is filed only when it surely is what it seems.
        if (kind is null || (kind != RecordKind.Complaint && !heard.IsSure))
            return null;
        var draft = new IntakeDraft
        {
            Id = Drafting.NewId(),
            Kind = kind.Value,
            Files = heard.Files,
        };
        if (Buttons.IsPressed(turn, heard.Text, "talk.button.complain"))
            return Drafting.Listen(turn, state with { Draft = draft });
        if (kind == RecordKind.Complaint)
            return await Telling.TellAsync(turn, state, draft, heard, cancellationToken);
        // What is no complaint is handed over as it is: nobody is questioned for a compliment.
        draft = IntakeAnswers.Take(draft, heard.Text, heard.Meaning, turn.Organisation);
        return await filing.FileAsync(
            turn,
            state with
            {
                Draft = draft with { Category = draft.Category ?? turn.Organisation.OtherCategory.Id },
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public CustomerState Begin(Turn turn, CustomerState state, Heard heard, string followsUp) =>
        Drafting.Open(
            turn,
            state,
            Telling.Take(
                turn,
                new()
                {
                    Id = Drafting.NewId(),
                    Files = heard.Files,
                    FollowsUp = followsUp,
                },
                heard
            )
        );
}
