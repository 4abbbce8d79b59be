using Complaints.Procedure;

namespace ComplaintBot.Conversations;

/// <summary>Does something to a customer's own complaint and says what came of it.</summary>
public static class CustomerCommands
{
    /// <summary>True when it was done. <paramref name="done"/> is the key of what is said then, empty for nothing; a refusal says
    /// its reason. <paramref name="seen"/> is the version of the card that was pressed.</summary>
    public static async Task<bool> DoAsync(
        Turn turn,
        string? ticket,
        Command command,
        string done,
        CancellationToken cancellationToken,
        int? seen = null
    )
    {
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("talk.notFound", ("ticket", ticket ?? ""));
            return false;
        }
        var outcome = ComplaintDesk.Do(complaint, command, await turn.CommandContextAsync(cancellationToken), seen);
        if (outcome.Refusal is { } refusal)
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        else if (done.Length > 0)
            turn.Say(
                done,
                ("ticket", turn.NumberOf(complaint)),
                ("days", (int)turn.Organisation.Confirmation.ReopenWindow(complaint.CloseKind).ToTimeSpan().TotalDays)
            );
        return outcome.Ok;
    }
}
