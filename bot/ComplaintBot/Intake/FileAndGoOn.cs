using ComplaintBot.Conversations;

namespace ComplaintBot.Intake;

/// <summary>Files a draft and begins the matter that waits behind it, if the customer told several.</summary>
public sealed class FileAndGoOn(Filing filing)
{
    /// <summary>Files the draft of the conversation; refused, it stays as it is and the customer hears why.</summary>
    public async Task<CustomerState> FileAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        var filed = state.Draft;
        state = await filing.FileAsync(turn, state, cancellationToken);
        return state.Draft is null ? NextMatter(turn, state, filed) : state;
    }

    /// <summary>Begins the matter that waits, if any; who the customer is was told with the one before.</summary>
    public static CustomerState NextMatter(Turn turn, CustomerState state, IntakeDraft? before)
    {
        if (state.Next is not [var next, ..])
            return state;
        var draft = next with
        {
            Phone = next.Phone ?? before?.Phone,
            Email = next.Email ?? before?.Email,
            Name = next.Name ?? before?.Name,
            Anonymous = next.Anonymous || before?.Anonymous == true,
        };
        if (before?.Asked.Contains(IntakeQuestion.Contact) == true)
            draft = draft with { Asked = [IntakeQuestion.Contact] };
        return Drafting.GoOn(
            turn,
            state with
            {
                Next = [.. state.Next.Skip(1)],
            },
            draft,
            turn.Speech.Strings.Text(turn.Language, "talk.nextMatter", ("text", next.Description))
        );
    }
}
