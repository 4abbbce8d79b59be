using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.Steps;

/// <summary>Photos and files that come while a complaint is told belong to it, with words or without.</summary>
internal sealed class FilesForDraft : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        state.Draft is null || heard.Text.Length > 0 || heard.Files.Count == 0
            ? null
            : Drafting.AskAgain(
                turn,
                Pass(turn, state, heard),
                turn.Speech.Strings.Text(turn.Language, "talk.filesAdded", ("count", heard.Files.Count))
            );

    public override CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Draft is null || heard.Files.Count == 0
            ? state
            : state with
            {
                Draft = state.Draft with { Files = [.. state.Draft.Files, .. heard.Files] },
            };
}
