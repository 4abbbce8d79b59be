using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using Complaints;
using Complaints.Organisations;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Everything needed to say something: words, cards, times as people say them.</summary>
public sealed class Speech(CardStrings strings, CardRenderer renderer)
{
    /// <summary>The words.</summary>
    public CardStrings Strings { get; } = strings;

    /// <summary>How times are said.</summary>
    public TimeText Times { get; } = new(strings);

    /// <summary>A message that holds one card and nothing else, so that it can be updated later; its summary is what notifications
    /// show.</summary>
    public Activity Card(string template, string language, JsonObject data, CardTarget target)
    {
        var card = renderer.Render(template, language, data, target);
        return new Activity(ActivityTypes.Message) { Attachments = [card.ToAttachment()], Summary = card.Summary };
    }

    /// <summary>Why something was not done, as a sentence. Times in it are in the organisation's zone.</summary>
    public string Refusal(string language, Refusal refusal, Organisation organisation)
    {
        (string, object?)[] arguments = [.. refusal.Arguments.Select(a => (a.Key, Said(language, a.Key, a.Value, organisation)))];
        return Strings.Text(language, "refusal." + refusal.Code, arguments);
    }

    // Codes become words: nobody should read "awaitingConfirmation".
    private object? Said(string language, string name, object? value, Organisation organisation) =>
        value switch
        {
            ComplaintState state => Strings.Text(language, "state." + JsonNamingPolicy.CamelCase.ConvertName(state.ToString())),
            DateTimeOffset at => organisation.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            string verb when name == "verb" && Strings.Has("verb." + verb) => Strings.Text(language, "verb." + verb),
            string input when name == "input" && Strings.Has("input." + input) => Strings.Text(language, "input." + input),
            _ => value,
        };
}
