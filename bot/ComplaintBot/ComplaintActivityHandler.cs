using System.Text.Json;
using ComplaintBot.Conversations;
using ComplaintBot.Handling.Guessing;
using ComplaintBot.Handling.Steps;
using ComplaintBot.Intake.SmallTalk;
using ComplaintBot.Messaging;
using ComplaintBot.Page;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Storage;
using ComplaintBot.Teams.Dialogs;
using ComplaintBot.Teams.Extension;
using ComplaintBot.Tickets.Steps;
using Complaints.Organisations;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace ComplaintBot;

/// <summary>The bot: routes an activity to the conversation with a customer or with staff. Who somebody is comes from the turn,
/// never from the words.</summary>
public sealed partial class ComplaintActivityHandler(
    Turns turns,
    Conversation<CustomerState> customers,
    Conversation<StaffState> staff,
    IEvidenceStore evidence,
    FileHandover handover,
    TicketFinder finder,
    LinkPreview previews,
    MessageComplaint messages,
    DialogForms dialogs
) : TeamsActivityHandler
{
    /// <inheritdoc/>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var (turn, states, dialog) = await turns.BeginAsync(turnContext.Activity, cancellationToken);
        turnContext.TurnState.Set(turn);
        turnContext.TurnState.Set(states);
        await base.OnTurnAsync(turnContext, cancellationToken);
        turns.End(turn, dialog, turnContext.TurnState.Get<UnitOfWork>()!);
    }

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var (turn, states) = Of(turnContext);
        var activity = turn.Activity;
        var given = ProtocolJson.ToElement(activity.Value);
        if (given is { ValueKind: JsonValueKind.Object } value && new CardInputs(value) is { Verb: not null } inputs)
        {
            if (!turn.Person.IsStaff)
                turn.Remember((await customers.PressedAsync(turn, states.Customer, inputs, cancellationToken)).State);
            else
                await StaffPressedAsync(turn, states.Staff, inputs, cancellationToken);
            return;
        }

        var text = BotMention.WithNames(BotMention.TextWithout(activity) ?? "").Trim();
        // A search result that was sent from the message extension: the words are the extension's, not the person's.
        if (text.Contains("inline-compose-card", StringComparison.Ordinal))
            return;
        turn.Language = Spoken(turn, states, text);
        var (files, refused) = await evidence.TakeAsync(
            activity,
            turn.Person.Actor.Id,
            turnContext.TurnState.Get<UnitOfWork>()!,
            cancellationToken
        );
        foreach (var name in refused)
            turn.Say("talk.fileRefused", ("name", name), ("megabytes", evidence.MostMegabytes));
        if (refused.Count > 0 && files.Count == 0 && text.Length == 0)
            return;
        var heard = new Heard { Text = text, Files = files };
        if (turn.Person.IsStaff)
        {
            var language = turn.Language;
            var after = await staff.SaidAsync(turn, states.Staff with { Welcomed = true }, heard, cancellationToken);
            turn.Remember(after with { Language = language });
            return;
        }
        var before = states.Customer with { Welcomed = true };
        var state = await customers.SaidAsync(turn, before, heard, cancellationToken);
        turn.Remember(
            state with
            {
                Language = turn.Language,
                LastHeard = turn.Now,
                PageLanguage = Languages.FromTag(turn.Activity.Locale) ?? state.PageLanguage,
                Wished =
                    states.Customer.PageLanguage is { } page && Languages.FromTag(turn.Activity.Locale) is { } now && now != page
                        ? null
                        : state.Wished,
                Puzzled = state.Puzzled > before.Puzzled ? state.Puzzled : 0,
            }
        );
    }

    /// <summary>Greets whoever came in. The SDK would ask Teams for each member's name first, but a turn only writes.</summary>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = turnContext.Activity;
        var came = (activity.MembersAdded ?? []).Where(m => activity.ChannelId == Channels.Msteams || m.Id != activity.Recipient?.Id);
        return came.Any() ? Welcome(turnContext) : Task.CompletedTask;
    }

    /// <summary>Edits are not listened to, whatever shape their data has.</summary>
    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Nor are deletions.</summary>
    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Nor are events, such as read receipts; but the customer's page tells when another language was chosen there.</summary>
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var (turn, states) = Of(turnContext);
        if (turn.Person.IsStaff || Chosen(turnContext.Activity) is not { } language || language == turn.Language)
            return Task.CompletedTask;
        turn.Language = language;
        turn.Say("talk.languageChosen");
        turn.Remember(states.Customer with { Language = language });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        return turnContext.Activity.Action is InstallationUpdateActionTypes.Add or "add-upgrade"
            ? Welcome(turnContext)
            : Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext,
        AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken
    )
    {
        var (turn, states) = Of(turnContext);
        var inputs = Inputs(invokeValue);
        // The SDK's type has no field for it.
        var isAutomatic = (turn.Activity.Value as JObject)?["trigger"] is JValue { Value: "automatic" };
        if (inputs.Verb is null)
            return CardAnswers.BadRequest("The action has no verb.");
        if (!turn.Person.IsStaff)
        {
            turn.Remember((await customers.PressedAsync(turn, states.Customer, inputs, cancellationToken)).State);
            return CardAnswers.Message(turn.Speech.Strings.Text(turn.Language, "talk.pressed"));
        }
        if (isAutomatic && inputs.Verb != "refresh")
            return CardAnswers.BadRequest("Only a refresh may run by itself.");

        var answer = await PressAsync(turn, states.Staff, inputs, cancellationToken);
        if (!isAutomatic)
            turn.Remember(answer.State);
        if (answer is { Words: { } words, Refused: true })
        {
            // The reason under the card; the card itself is brought up to date beside it.
            if (answer.Card is { } current && !isAutomatic)
                turn.Send(current);
            return CardAnswers.Message(words);
        }
        if (answer.Card?.Activity.Attachments is [{ Content: { } content }] && ProtocolJson.ToElement(content) is { } card)
        {
            if (answer.Words is { } beside)
                turn.SayText(beside);
            return CardAnswers.Card(turnContext.Activity.Conversation?.IsGroup == true ? GroupMask.Mask(card) : card);
        }
        return CardAnswers.Message(answer.Words ?? turn.Speech.Strings.Text(turn.Language, "staff.done"));
    }

    /// <inheritdoc/>
    protected override async Task OnTeamsFileConsentAcceptAsync(
        ITurnContext<IInvokeActivity> turnContext,
        FileConsentCardResponse fileConsentCardResponse,
        CancellationToken cancellationToken
    )
    {
        await handover.AcceptedAsync(Of(turnContext).Turn, fileConsentCardResponse, cancellationToken);
        await TakeBackAsync(turnContext, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnTeamsFileConsentDeclineAsync(
        ITurnContext<IInvokeActivity> turnContext,
        FileConsentCardResponse fileConsentCardResponse,
        CancellationToken cancellationToken
    )
    {
        FileHandover.Declined(Of(turnContext).Turn);
        return TakeBackAsync(turnContext, cancellationToken);
    }

    // The offer is answered: its buttons must not ask again.
    private static Task TakeBackAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.ReplyToId is { Length: > 0 } offer
            ? turnContext.DeleteActivityAsync(offer, cancellationToken)
            : Task.CompletedTask;

    private static string? Chosen(IEventActivity activity) =>
        activity.Name == PageLanguage.Event && ProtocolJson.ToElement(activity.Value) is { ValueKind: JsonValueKind.String } language
            ? Languages.FromTag(language.GetString())
            : null;

    private static Task Welcome(ITurnContext turnContext)
    {
        var (turn, states) = Of(turnContext);
        // In a team or group: one welcome would be noise for everybody; the bot speaks there when spoken to.
        if (turnContext.Activity.Conversation?.IsGroup == true)
            return Task.CompletedTask;
        if (turn.Person.IsStaff)
            turn.Remember(StaffGreeting.Join(turn, states.Staff));
        else if (turn.Person.IsUnknownColleague)
            turn.Remember(UnknownColleague.Join(turn, states.Customer));
        else
            turn.Remember(CustomerGreeting.Join(turn, states.Customer));
        return Task.CompletedTask;
    }

    // What somebody asked for stays; else a language chosen on the page counts until they write another.
    private static string Spoken(Turn turn, ConversationStates states, string text)
    {
        var (staff, customer, page) = (states.Staff, states.Customer, Languages.FromTag(turn.Activity.Locale));
        if (turn.Person.IsStaff)
            return staff.Wished ?? SpokenLanguage.Of(text, turn.Language);
        var isSwitched = page is not null && customer.PageLanguage is { } before && page != before;
        return isSwitched ? SpokenLanguage.Of(text, page!) : customer.Wished ?? SpokenLanguage.Of(text, turn.Language);
    }

    // A button that came as a message (old clients, the web).
    private async Task StaffPressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        var answer = await PressAsync(turn, state, inputs, cancellationToken);
        if (answer.Words is { } words)
            turn.SayText(words);
        if (answer.Card is { } card)
            turn.Send(card);
        turn.Remember(answer.State);
    }

    // A button may say words in its person's stead: an example, or what was said before with what it means.
    private async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Verb == "query.ask" && inputs.Text("text") is { } words)
            return new(await staff.SaidAsync(turn, state, new Heard { Text = words }, cancellationToken));
        if (inputs.Verb != StaffGuesses.Pick || StaffGuesses.Picked(state, inputs) is not { } heard)
            return await staff.PressedAsync(turn, state, inputs, cancellationToken);
        var asked = state.Guessing!;
        var after = await staff.SaidAsync(turn, state, heard, cancellationToken);
        return new(after, null, StaffGuesses.Settled(turn, asked, asked.Choices.First(c => c.Meaning == heard.Meant).Title));
    }

    private static (Turn Turn, ConversationStates States) Of(ITurnContext turnContext)
    {
        return (turnContext.TurnState.Get<Turn>()!, turnContext.TurnState.Get<ConversationStates>()!);
    }

    // The verb stands beside the data in Action.Execute; the inputs are merged into the data.
    private static CardInputs Inputs(AdaptiveCardInvokeValue value)
    {
        var data = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (ProtocolJson.ToElement(value.Action?.Data) is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var property in given.EnumerateObject())
                data[property.Name] = property.Value;
        }
        if (value.Action?.Verb is { Length: > 0 } verb)
            data["verb"] = JsonSerializer.SerializeToElement(verb);
        return new(JsonSerializer.SerializeToElement(data));
    }
}

/// <summary>The stored state of the conversation, as whichever kind the person needs.</summary>
public sealed record ConversationStates(CustomerState Customer, StaffState Staff);
