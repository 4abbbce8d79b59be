using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints.Procedure;
using Understanding;
using Understanding.Orders;
using Understanding.Questions;

namespace ComplaintBot.Handling.Guessing;

/// <summary>What an unsure sentence of staff may mean, in plain words: "Accept C-…?". Nothing is done until one is picked.</summary>
internal sealed class StaffGuesses(IUnderstanding understanding)
{
    /// <summary>The verb of the buttons; <see cref="Other"/> is that of "something else".</summary>
    public const string Pick = "guess.pick";

    /// <summary>None of what was offered.</summary>
    public const string Other = "guess.other";

    /// <summary>Offers what the words may mean; null when nothing could be offered.</summary>
    public async Task<StaffState?> AskAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        List<PossibleMeaning> choices = [];
        foreach (var meaning in heard.Meaning.Alternatives)
        {
            if (
                await TitleAsync(turn, state, heard, meaning, cancellationToken) is { } title
                && !choices.Any(c => c.Title == title)
                && choices.Count < AskedMeaning.Most
            )
                choices.Add(new(title, meaning));
        }
        if (choices.Count == 0)
            return null;
        var asked = new AskedMeaning(
            heard.Text,
            turn.Language,
            turn.Activity.Id ?? Guid.NewGuid().ToString("N"),
            choices,
            turn.Reader.Text("guess.other")
        );
        turn.NoteAskedBack();
        turn.Send(Card(turn, asked, picked: null));
        return state with { Guessing = asked };
    }

    /// <summary>The words that a button picks the meaning of; null when the button belongs to a question of before.</summary>
    public static Heard? Picked(StaffState state, CardInputs inputs) =>
        state.Guessing is { } asked
        && inputs.Text("guess") == asked.Token
        && asked.Choices.ElementAtOrDefault(inputs.Whole("pick") ?? -1) is { } choice
            ? new() { Text = asked.Text, Meant = choice.Meaning }
            : null;

    /// <summary>The card after a pick: what was picked, and no buttons any more.</summary>
    public static OutgoingMessage Settled(Turn turn, AskedMeaning asked, string picked) => Card(turn, asked, picked);

    private static OutgoingMessage Card(Turn turn, AskedMeaning asked, string? picked) =>
        new(
            turn.Here,
            turn.Speech.Card(
                "guess",
                turn.Language,
                new()
                {
                    ["words"] = asked.Text,
                    ["token"] = asked.Token,
                    ["picked"] = picked,
                    ["choices"] = picked is not null
                        ? []
                        : new JsonArray([.. asked.Choices.Select((c, i) => new JsonObject { ["title"] = c.Title, ["pick"] = i })]),
                },
                turn.Here.Target
            ),
            "guess:" + asked.Token
        );

    // Null: it cannot be done here and now, or not by a button.
    private async Task<string?> TitleAsync(
        Turn turn,
        StaffState state,
        Heard heard,
        Alternative meaning,
        CancellationToken cancellationToken
    )
    {
        var reader = turn.Reader;
        var read = await understanding.ReadAsync(heard.Text, heard.Context! with { Meant = meaning }, cancellationToken);
        switch (meaning.Intent)
        {
            case Intents.Act:
                return await OrderAsync(turn, state, read, cancellationToken);
            case Intents.Ask:
                return heard.Meaning.Question is { Query: { } query, Unused.Count: 0 }
                    ? reader.Text("guess.ask", ("query", QuestionInWords.Say(query, turn.Language, turn.Organisation)))
                    : null;
            case Intents.Status:
                return await turn.VisibleComplaintAsync(read.Slots.Ticket ?? state.LastTicket, cancellationToken) is { } shown
                    ? reader.Text("guess.status", ("ticket", shown.Ticket))
                    : null;
            case Intents.Mine:
                return reader.Text("guess.mine");
            case Intents.Complain:
                return reader.Text("guess.complain");
            case Intents.Help:
                return reader.Text("guess.help");
            default:
                return null;
        }
    }

    private static async Task<string?> OrderAsync(Turn turn, StaffState state, Meaning read, CancellationToken cancellationToken)
    {
        if (read.Slots.Verb is not { } verb || !turn.Speech.Strings.Has("verb." + verb))
            return null;
        var reader = turn.Reader;
        var what = reader.Text("verb." + verb);
        var inputs = OrderCard.Inputs(read.Slots, turn.Organisation, turn.Organisation.Local(turn.Now));
        // Words that are nobody's name name nobody.
        if (inputs.GetValueOrDefault("to") is { } to && VerbReader.Person(to, turn.Organisation) is { } person)
            what = $"{what} → {reader.Person(person)}";
        if (await turn.VisibleComplaintAsync(read.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } complaint)
            return reader.Text("guess.act", ("verb", what));
        return ProcedureTable.Possible(new Situation(complaint, turn.Person.Actor, turn.Organisation, turn.Now)).Contains(verb)
            ? reader.Text("guess.actOn", ("verb", what), ("ticket", complaint.Ticket))
            : null;
    }
}
