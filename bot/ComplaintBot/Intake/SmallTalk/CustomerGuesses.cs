using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>What words of a customer may mean that the bot is not sure of, as buttons; whichever is pressed, the words are read as
/// that, so that nothing has to be written twice.</summary>
internal static class CustomerGuesses
{
    // What a button can say; other meanings would need words of their own.
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [Intents.Complain] = "talk.guess.complain",
        [TurnMeanings.NewComplaint] = "talk.guess.complain",
        [Intents.Status] = "talk.button.status",
        [Intents.Human] = "talk.button.human",
        [Intents.Inquiry] = "talk.guess.inquiry",
        [TurnMeanings.CounterQuestion] = "talk.guess.inquiry",
        [Intents.Praise] = "talk.guess.praise",
        [TurnMeanings.Reopen] = "talk.guess.reopen",
        [Intents.Withdraw] = "talk.guess.withdraw",
    };

    /// <summary>Asks which it is; null when there is nothing to offer.</summary>
    public static CustomerState? Ask(Turn turn, CustomerState state, Heard heard, string lead)
    {
        var choices = heard
            .Meaning.Alternatives.Prepend(new(heard.Intent, null, heard.Meaning.Confidence))
            .Where(a => Titles.ContainsKey(a.Intent))
            .Select(a => new PossibleMeaning(turn.Reader.Text(Titles[a.Intent]), a))
            .DistinctBy(c => c.Title)
            .Take(AskedMeaning.Most)
            .ToList();
        if (choices.Count == 0)
            return null;
        turn.NoteAskedBack();
        // Not understood twice in a row: a person is among the buttons.
        var person = turn.Reader.Text(Titles[Intents.Human]);
        var other = turn.Reader.Text("talk.guess.other");
        var titles = choices.Select(c => c.Title).Append(other);
        turn.Ask(turn.Reader.Text(lead), state.Puzzled > 0 ? titles.Append(person).Distinct() : titles);
        return state with { Guessing = new(heard.Text, turn.Language, turn.Activity.Id ?? "", choices, other) };
    }
}
