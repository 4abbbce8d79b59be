using System.Text.Json.Nodes;
using ComplaintBot.Cards;
using ComplaintBot.Conversations;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Dialogs;

/// <summary>What a dialog of Teams shows: a form, or a sentence.</summary>
internal static class DialogAnswers
{
    // Teams shows no more of it.
    private const int LongestTitle = 60;

    /// <summary>A form of a template; its title is what a notification of the card would say.</summary>
    public static TaskModuleContinueResponse Form(Turn turn, string template, JsonObject data, Action<JsonObject>? change = null)
    {
        var message = turn.Speech.Card(template, turn.Language, data, CardTarget.Dialog);
        var card = JsonNode.Parse(ProtocolJson.ToElement(message.Attachments[0].Content)!.Value.GetRawText())!.AsObject();
        change?.Invoke(card);
        return new()
        {
            Value = new()
            {
                Title = CardText.Shorten(message.Summary, LongestTitle),
                Height = "large",
                Width = "large",
                Card = new Attachment { ContentType = message.Attachments[0].ContentType, Content = ProtocolJson.ToToken(card) },
            },
        };
    }

    /// <summary>A sentence; then the dialog can only be closed.</summary>
    public static TaskModuleMessageResponse Sentence(string text) => new() { Value = CardText.Clean(text) };
}
