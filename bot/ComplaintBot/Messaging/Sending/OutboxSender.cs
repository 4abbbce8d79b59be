using ComplaintBot.BotService.Connector;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Telemetry;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>Sends what stands in the outbox: conversations side by side, within one in order. Passing failures are tried again, people who
/// cannot be reached are waited for, what is wrong is given up where somebody can see it.</summary>
public sealed partial class OutboxSender : LaneWorker
{
    private readonly LaneQueue _lanes;
    private readonly OutboxRows _rows;
    private readonly IReadOnlyList<IOutboundChannel> _channels;
    private readonly RetrySchedule _schedule;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxSender> _log;

    /// <summary>A sender over the outbox of a database; the first channel that serves a conversation is taken.</summary>
    public OutboxSender(
        Storage.Database database,
        Outbox outbox,
        Inbox inbox,
        IEnumerable<IOutboundChannel> channels,
        RetrySchedule schedule,
        TimeProvider time,
        ILogger<OutboxSender> log
    )
        : this(new LaneQueue(database, time, "outbox"), database, outbox, inbox, channels, schedule, time, log) { }

    private OutboxSender(
        LaneQueue lanes,
        Storage.Database database,
        Outbox outbox,
        Inbox inbox,
        IEnumerable<IOutboundChannel> channels,
        RetrySchedule schedule,
        TimeProvider time,
        ILogger<OutboxSender> log
    )
        : base(lanes, time, log)
    {
        (_lanes, _rows, _channels, _schedule, _time, _log) = (
            lanes,
            new OutboxRows(database, lanes, time),
            [.. channels],
            schedule,
            time,
            log
        );
        outbox.WhenAdded(Wake);
        // A person who writes can be reached: what waited for them may leave.
        inbox.WhenReceived(Wake);
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(string lane, CancellationToken cancellationToken)
    {
        while (await _lanes.TakeAsync<OutboxItem>(lane, cancellationToken) is { } item)
        {
            if (LaneKey.IsPerson(lane))
            {
                if (await _rows.MoveToConversationAsync(item, cancellationToken))
                    Wake();
                return;
            }
            if (!await SendAsync(item, cancellationToken))
                return;
            if (Stopping)
            {
                await _lanes.ReleaseAsync(lane, cancellationToken);
                return;
            }
        }
    }

    // False when the lane was given back because nobody can be reached there.
    private async Task<bool> SendAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        using var span = Spans.Continue("send", System.Diagnostics.ActivityKind.Producer, item.Trace);
        span?.SetTag("message.kind", item.Kind).SetTag("message.attempt", item.Attempts);
        var started = _time.GetUtcNow();
        var step = await _rows.PlanAsync(item, cancellationToken);
        if (step.Reference is null)
        {
            await _rows.ParkAsync(item, notAfter: null, cancellationToken);
            return false;
        }
        try
        {
            if (step.Message is not null)
                await DeliverAsync(step, cancellationToken);
            else
                await _rows.SkipAsync(step, cancellationToken);
        }
        catch (ChannelFailureException e)
        {
            return await FailAsync(item, e, started, cancellationToken);
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or ArgumentException)
        {
            await GiveUpAsync(item, e, cancellationToken);
        }
        return true;
    }

    private async Task DeliverAsync(OutboxStep step, CancellationToken cancellationToken)
    {
        var message = step.Message!;
        var channel =
            _channels.FirstOrDefault(c => c.Serves(message.Reference))
            ?? throw new ChannelFailureException(
                System.Net.HttpStatusCode.BadRequest,
                "NoChannel",
                $"No channel serves {message.Reference.ServiceUrl}."
            );
        Delivery delivery;
        try
        {
            delivery = await channel.DeliverAsync(message, cancellationToken);
        }
        catch (ChannelFailureException e) when (e.Failure == ConnectorFailure.Gone && message.Kind == OutboxKind.Update)
        {
            // The card that should be replaced was deleted: say it anew, once.
            delivery = await channel.DeliverAsync(message with { Kind = OutboxKind.Send, ActivityId = null }, cancellationToken);
        }
        catch (ChannelFailureException e) when (e.Failure == ConnectorFailure.TooLarge && AsText(message) is { } shorter)
        {
            delivery = await channel.DeliverAsync(shorter, cancellationToken);
        }
        catch (ChannelFailureException e)
            when (message.Kind == OutboxKind.Delete && e.Failure is ConnectorFailure.Gone or ConnectorFailure.BadRequest)
        {
            // Gone already, or a channel that cannot delete.
            delivery = new Delivery(message.ActivityId);
        }
        await _rows.SentAsync(step, delivery, cancellationToken);
    }

    private async Task<bool> FailAsync(
        OutboxItem item,
        ChannelFailureException e,
        DateTimeOffset started,
        CancellationToken cancellationToken
    )
    {
        switch (e.Failure)
        {
            case ConnectorFailure.Unreachable or ConnectorFailure.Gone:
                Unreachable(_log, item.Lane, e.Code);
                await _rows.ParkAsync(item, started, cancellationToken);
                return false;
            case ConnectorFailure.Retry
            or ConnectorFailure.Unauthorized when _time.GetUtcNow() - item.CreatedAt < RetrySchedule.GiveUpAfter:
                if (e.Failure == ConnectorFailure.Unauthorized)
                    Refused(_log, e, item.Lane);
                await _rows.PostponeAsync(item, _schedule.After(item.Attempts, e.RetryAfter), e.Message, cancellationToken);
                return true;
            default:
                await GiveUpAsync(item, e, cancellationToken);
                return true;
        }
    }

    private Task GiveUpAsync(OutboxItem item, Exception e, CancellationToken cancellationToken)
    {
        System.Diagnostics.Activity.Current?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "given up");
        GivenUp(_log, e, item.Id, item.Lane, item.Attempts);
        return _rows.GiveUpAsync(item, e.Message, cancellationToken);
    }

    // The card does not fit: what its summary says does.
    private static OutboundMessage? AsText(OutboundMessage message)
    {
        const int Longest = 4000;
        var text = message.Activity is { Attachments.Count: > 0 } card ? card.Summary ?? card.Text : message.Activity?.Text;
        if (string.IsNullOrEmpty(text))
            return null;
        var plain = new Activity
        {
            Type = ActivityTypes.Message,
            Text = text.Length <= Longest ? text : text[..Longest] + "…",
            ReplyToId = message.Activity!.ReplyToId,
            Locale = message.Activity.Locale,
        };
        return message with { Activity = OutboxRows.Address(plain, message.Reference) };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Lane} cannot be reached ({Code}); messages wait there.")]
    private static partial void Unreachable(ILogger log, string lane, string? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel refuses this bot's credentials for {Lane}; trying again later.")]
    private static partial void Refused(ILogger log, Exception exception, string lane);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} to {Lane} was given up after {Attempts} tries.")]
    private static partial void GivenUp(ILogger log, Exception exception, long id, string lane, int attempts);
}
