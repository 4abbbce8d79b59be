using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.Steps;

/// <summary>A photo before any word is kept, and the words are asked for. A message of nothing is answered by nothing.</summary>
internal sealed class FilesFirst : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (heard.Text.Length > 0)
            return null;
        if (heard.Files.Count == 0)
            return state;
        turn.Say("talk.filesFirst", ("count", heard.Files.Count));
        return state with { Draft = new() { Id = Drafting.NewId(), Files = heard.Files } };
    }
}
