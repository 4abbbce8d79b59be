using System.Text.Json;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.People;
using ComplaintBot.Storage;
using Complaints.Calendars;
using Complaints.Organisations;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Begins and ends turns: loads what a conversation knows, and puts everything that the turn decided into its unit of
/// work.</summary>
public sealed class Turns(
    OrganisationSource organisation,
    DialogStates dialogs,
    ITurnStore store,
    TurnEnd end,
    Speech speech,
    StaffTenant tenant,
    TimeProvider time
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A turn for an activity, with the stored state of its conversation.</summary>
    public async Task<(Turn Turn, ConversationStates States, DialogState Dialog)> BeginAsync(
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        var current = organisation.Current;
        var turn = new Turn(activity, Person.Of(activity, current, tenant), current, time.GetUtcNow(), store, speech);
        var dialog = await dialogs.LoadAsync(DialogKey(activity), cancellationToken);
        var states = States(dialog.Json, turn);
        turn.Language = turn.Person.Staff is { } member
            ? states.Staff.Language ?? StaffLanguage.Of(member)
            : states.Customer.Language ?? Languages.FromTag(activity.Locale) ?? Languages.ZhCn;
        return (turn, states, dialog);
    }

    /// <summary>Adds all effects of the turn to the unit of work.</summary>
    public void End(Turn turn, DialogState dialog, UnitOfWork work)
    {
        if (turn.NewState is { } state)
            work.Add(dialogs.Save(dialog, JsonSerializer.Serialize(state, state.GetType(), Json)));
        end.Write(turn, work);
        if (turn.Person.Staff is { } member && BusinessClock.Of(turn.Organisation, member.Department).IsQuiet(turn.Now))
            work.Add(HeldNotices.Release(member.Id, turn.Now));
    }

    // In a group everybody has a state of their own, and wherever the bot was called from outside.
    private static string DialogKey(Activity activity)
    {
        var lane = LaneKey.Conversation(activity.ChannelId!, activity.Conversation!.Id!);
        return activity.Conversation.IsGroup == true || OutsideCall.Is(activity) ? $"{lane}|{activity.From?.Id}" : lane;
    }

    private static ConversationStates States(string? json, Turn turn) =>
        json is null ? new(new(), new())
        : turn.Person.IsStaff ? new(new(), JsonSerializer.Deserialize<StaffState>(json, Json) ?? new())
        : new(JsonSerializer.Deserialize<CustomerState>(json, Json) ?? new(), new());
}
