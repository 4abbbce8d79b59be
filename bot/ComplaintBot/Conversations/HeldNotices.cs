using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using Complaints.Calendars;
using Complaints.Organisations;
using DirectLine.Wire;
using Microsoft.Bot.Connector;

namespace ComplaintBot.Conversations;

/// <summary>In quiet hours ordinary news waits until its reader works again (docs/procedure.md §6). What cannot wait does not: critical
/// complaints, promises that fall due before, people at work, and whoever does something themselves. Who wrote to the bot within the
/// last hour is awake: to them it goes, whatever the hour.</summary>
internal static class HeldNotices
{
    private static readonly TimeSpan AwakeFor = TimeSpan.FromHours(1);

    /// <summary>Until when a message waits; null when it leaves at once.</summary>
    public static DateTimeOffset? Until(OutgoingMessage message, NoticeContext context)
    {
        var (c, organisation, now) = (context.Complaint, context.Organisation, context.Now);
        if (message.OnlyUpdate || message.To is not Recipient.Staff { AadObjectId: var id } || organisation.FindStaff(id) is not { } member)
            return null;
        var clock = BusinessClock.Of(organisation, member.Department);
        if (!clock.IsQuiet(now) || clock.IsWorkingTime(now) || c.Severity == Severity.Critical || c.Emergency)
            return null;
        var until = clock.NextWorkingInstant(now);
        return context.Happened.Any(e => e.By.Id == id) || c.PendingOfStaff.Any(d => d.PausedSince is null && d.Due <= until)
            ? null
            : until;
    }

    /// <summary>The write that keeps a message until then, in place of an earlier one with its key.</summary>
    public static IWrite Keep(OutgoingMessage message, string ticket, DateTimeOffset now, DateTimeOffset until) =>
        new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync(
                    """
                    INSERT INTO held_notices (person, message_key, ticket, payload, release_at)
                    VALUES (@person, @key, @ticket, @payload, CASE WHEN EXISTS (
                      SELECT 1 FROM conversation_references WHERE directory = @lane AND updated_at > @awake) THEN @now ELSE @until END)
                    ON CONFLICT (person, message_key) DO UPDATE SET payload = excluded.payload
                    """,
                    new
                    {
                        person = ((Recipient.Staff)message.To).AadObjectId,
                        key = message.Key ?? Unkeyed + Guid.NewGuid().ToString("N"),
                        ticket,
                        payload = ProtocolJson.Serialize(message.Activity),
                        lane = LaneKey.Person(Channels.Msteams, ((Recipient.Staff)message.To).AadObjectId),
                        awake = now - AwakeFor,
                        now,
                        until,
                    },
                    cancellationToken
                )
        );

    /// <summary>The write after which what waits under the key of a message that leaves is as new as that one, or gone where it leaves
    /// as a new message; null when nothing can be waiting.</summary>
    public static IWrite? Follow(OutgoingMessage message) =>
        message is not { To: Recipient.Staff { AadObjectId: var person }, Key: { } key }
            ? null
            : new Write(
                (tx, cancellationToken) =>
                    message.OnlyUpdate
                        ? tx.ExecuteAsync(
                            "UPDATE held_notices SET payload = @payload WHERE person = @person AND message_key = @key",
                            new
                            {
                                person,
                                key,
                                payload = ProtocolJson.Serialize(message.Activity),
                            },
                            cancellationToken
                        )
                        : tx.ExecuteAsync(
                            "DELETE FROM held_notices WHERE person = @person AND message_key = @key",
                            new { person, key },
                            cancellationToken
                        )
            );

    /// <summary>The write after which what waits for somebody who speaks to the bot leaves.</summary>
    public static IWrite Release(string person, DateTimeOffset now) =>
        new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync(
                    "UPDATE held_notices SET release_at = @now WHERE person = @person AND release_at > @now",
                    new { person, now },
                    cancellationToken
                )
        );

    /// <summary>Beginning of the key of a message that nothing replaces.</summary>
    public const string Unkeyed = "once:";
}
