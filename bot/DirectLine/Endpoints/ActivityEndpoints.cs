using DirectLine.Access;
using DirectLine.Activities;
using DirectLine.Streams;
using DirectLine.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace DirectLine.Endpoints;

/// <summary>The answer to something said: its id, or none when it is not kept.</summary>
internal sealed record PostedBody(string? Id);

/// <summary>Reading the log, and saying something.</summary>
internal sealed class ActivityEndpoints(
    DirectLineGate gate,
    IDirectLineStore store,
    ActivitySets sets,
    DirectLineSignal signal,
    IOptions<DirectLineOptions> options,
    TimeProvider clock
)
{
    /// <summary>What the client has not seen yet; for clients that poll.</summary>
    public async Task<IResult> ReadAsync(HttpContext http, string conversationId)
    {
        var (caller, error) = await gate.EnterAsync(http, conversationId);
        if (caller is null)
            return error!;
        if (gate.ChargeRead(conversationId) is { } tooMany)
            return tooMany;
        if (await store.FindConversationAsync(conversationId, http.RequestAborted) is null)
            return DirectLineError.NoConversation;
        var set = await sets.ReadAsync(
            conversationId,
            Watermark.Read(http.Request.Query["watermark"]),
            PublicAddress.Of(http.Request, options.Value),
            http.RequestAborted
        );
        return Results.Text(set.Json, "application/json", System.Text.Encoding.UTF8);
    }

    /// <summary>Takes an activity: it is in the log and in the bot's inbox before the answer.</summary>
    public async Task<IResult> PostAsync(HttpContext http, string conversationId)
    {
        var (caller, error) = await gate.EnterAsync(http, conversationId);
        if (caller is null)
            return error!;
        if (await gate.ChargeAsync(http, caller.UserToCharge, conversationId) is { } tooMany)
            return tooMany;
        var (given, fault) = await RequestBody.ReadActivityAsync(http.Request, options.Value.MaxActivityBytes);
        if (given is null)
            return fault!;
        return await store.FindConversationAsync(conversationId, http.RequestAborted) is { Ended: false } conversation
            ? await TakeAsync(given, conversation, [], http.RequestAborted)
            : DirectLineError.NoConversation;
    }

    /// <summary>Takes an activity that was read already, with its files.</summary>
    public async Task<IResult> TakeAsync(
        Activity given,
        DirectLineConversation conversation,
        IReadOnlyList<DirectLineUpload> uploads,
        CancellationToken cancellationToken
    )
    {
        var (accepted, error) = ClientActivity.Accept(given, conversation, options.Value, uploads);
        if (accepted is null)
            return error!;
        if (accepted.Type == ActivityTypes.Typing)
        {
            signal.Show(conversation.Id, accepted.Shown(clock.GetUtcNow()));
            return Results.Json(new PostedBody(null), WireText.Options);
        }
        var appended = await store.AppendUserActivityAsync(
            new(conversation.Id, clock.GetUtcNow(), accepted.Number)
            {
                ClientActivityId = accepted.ClientActivityId,
                Uploads = uploads,
                Ends = accepted.Type == ActivityTypes.EndOfConversation,
            },
            cancellationToken
        );
        if (appended is null)
            return DirectLineError.NoConversation;
        signal.Wake(conversation.Id);
        return Results.Json(new PostedBody(appended.ActivityId), WireText.Options);
    }
}
