using ComplaintBot.Conversations;

namespace ComplaintBot.Handling.Steps;

/// <summary>Files of staff, with or without words, are evidence of a ticket: the one that the words name, or the one last talked
/// about.</summary>
internal sealed class FilesForTicket(StaffActions actions) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        heard.Files.Count > 0 ? await actions.AttachAsync(turn, state, heard, cancellationToken) : null;
}
