using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>The words that the bot waits for once somebody said that they have a complaint.</summary>
internal sealed class FirstWords : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    ) =>
        state.Draft is not { Said.Count: 0 } draft || heard.Intent == Intents.Status ? null
        : NotAnAnswers.Of(heard.Text, heard.Meaning, facts: heard.Meaning.Category is not null, words: true)
            is NotAnAnswer.Wordless
                or NotAnAnswer.Checking
                or NotAnAnswer.Agreeing
            ? Drafting.AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.imHere"))
        : await Telling.TellAsync(turn, state, draft, heard, cancellationToken);
}
