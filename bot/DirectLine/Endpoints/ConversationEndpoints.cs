using DirectLine.Access;
using DirectLine.Activities;
using DirectLine.Streams;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace DirectLine.Endpoints;

/// <summary>Starting a conversation, and coming back to one.</summary>
internal sealed class ConversationEndpoints(
    DirectLineGate gate,
    DirectLineTokenService tokens,
    StreamTickets tickets,
    IDirectLineStore store,
    IOptions<DirectLineOptions> options,
    TimeProvider clock
)
{
    private const int LargestBody = 16 * 1024;
    private const int LongestLocale = 35;

    private sealed record StartBody
    {
        public UserBody? User { get; init; }

        public string? Locale { get; init; }
    }

    /// <summary>Starts the token's conversation (201), or joins it again when it had been started (200).</summary>
    public async Task<IResult> StartAsync(HttpContext http)
    {
        var (caller, error) = await gate.EnterAsync(http, null);
        if (caller is null)
            return error!;
        var (body, fault) = await RequestBody.ReadOptionalAsync<StartBody>(http.Request, LargestBody);
        if (body is null)
            return fault!;
        if (await gate.ChargeAsync(http, caller.UserToCharge, caller.Token?.Conversation) is { } tooMany)
            return tooMany;

        var (wanted, refusal) = Describe(caller, body);
        if (wanted is null)
            return refusal!;
        var started = await store.TryStartAsync(wanted, Join(wanted), http.RequestAborted);
        var conversation = started ? wanted : await store.FindConversationAsync(wanted.Id, http.RequestAborted);
        if (conversation is not { Ended: false })
            return DirectLineError.NoConversation;
        if (caller.Token is { SelfNamed: false, User: { } user } && user != conversation.UserId)
            return DirectLineError.Forbidden;
        return await AnswerAsync(http, caller, conversation, 0, started ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>A fresh token and stream address that continues after the client's watermark.</summary>
    public async Task<IResult> ResumeAsync(HttpContext http, string conversationId)
    {
        var (caller, error) = await gate.EnterAsync(http, conversationId);
        if (caller is null)
            return error!;
        if (gate.ChargeRead(conversationId) is { } tooMany)
            return tooMany;
        var conversation = await store.FindConversationAsync(conversationId, http.RequestAborted);
        return conversation is { Ended: false }
            ? await AnswerAsync(http, caller, conversation, Watermark.Read(http.Request.Query["watermark"]), StatusCodes.Status200OK)
            : DirectLineError.NoConversation;
    }

    // The token's user counts. Without one the client may name itself, but not with a name that looks as if it came from a token.
    private (DirectLineConversation? Wanted, DirectLineError? Error) Describe(DirectLineCaller caller, StartBody body)
    {
        var id = caller.Token?.Conversation ?? DirectLineTokenService.NewConversationId();
        var named = body.User?.Id is { Length: > 0 } chosen ? chosen : null;
        var byClient = caller.Token is { User: null } && named is not null;
        if (named is not null && caller.Token?.User is null && !TokenEndpoints.IsUserId(named))
            return (null, DirectLineError.BadArgument("user.id must be 1 to 200 characters without control characters."));
        if (byClient && named!.StartsWith("dl_", StringComparison.Ordinal))
            return (null, DirectLineError.BadArgument("A user.id that starts with dl_ is valid only in a token."));
        var locale = body.Locale is { Length: > 0 and <= LongestLocale } given ? given : null;
        return (
            new(id, caller.Token?.User ?? named ?? DirectLineTokenService.NewUserId(), clock.GetUtcNow())
            {
                UserName = caller.Token?.UserName,
                SelfNamed = byClient || caller.Token is { SelfNamed: true },
                Locale = locale,
            },
            null
        );
    }

    /// <summary>The first thing the bot hears of a conversation: it and the user have joined.</summary>
    private Activity Join(DirectLineConversation conversation) =>
        new()
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = DirectLineActivities.IdAt(conversation.Id, 0),
            Timestamp = conversation.StartedAt,
            ChannelId = DirectLineActivities.ChannelId,
            ServiceUrl = DirectLineActivities.ServiceUrl,
            From = new(conversation.UserIdForBot, conversation.UserName, RoleTypes.User),
            Recipient = new(options.Value.BotId, options.Value.BotName),
            Conversation = new(id: conversation.Id),
            Locale = conversation.Locale,
            MembersAdded = [new(options.Value.BotId, options.Value.BotName), new(conversation.UserIdForBot, conversation.UserName)],
        };

    private async Task<IResult> AnswerAsync(
        HttpContext http,
        DirectLineCaller caller,
        DirectLineConversation conversation,
        long watermark,
        int status
    )
    {
        var issued = await tokens.IssueAsync(
            new DirectLineToken(conversation.Id, conversation.UserId, default)
            {
                UserName = conversation.UserName,
                SelfNamed = conversation.SelfNamed,
                Origins = caller.Origins,
            },
            http.RequestAborted
        );
        var ends = clock.GetUtcNow() + TimeSpan.FromSeconds(issued.ExpiresInSeconds);
        var ticket = await tickets.IssueAsync(conversation.Id, ends, caller.Origins, http.RequestAborted);
        var from = PublicAddress.OfStream(http.Request, options.Value);
        var streamUrl =
            $"{from}/v3/directline/conversations/{Uri.EscapeDataString(conversation.Id)}/stream"
            + $"?watermark={(watermark == 0 ? "-" : Watermark.Write(watermark))}&t={ticket}";
        return Results.Json(
            new ConversationBody(conversation.Id, issued.Token, issued.ExpiresInSeconds, streamUrl),
            WireText.Options,
            statusCode: status
        );
    }
}
