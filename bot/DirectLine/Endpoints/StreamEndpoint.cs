using DirectLine.Access;
using DirectLine.Activities;
using DirectLine.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DirectLine.Endpoints;

/// <summary>Opens a stream for the holder of a ticket.</summary>
internal sealed class StreamEndpoint(
    DirectLineGate gate,
    StreamTickets tickets,
    ActivitySets sets,
    DirectLineSignal signal,
    IHostApplicationLifetime host,
    IOptions<DirectLineOptions> options,
    TimeProvider clock
)
{
    /// <summary>Runs until the client leaves, its token's time is over, newer streams take its place, or the program stops.</summary>
    public async Task<IResult?> OpenAsync(HttpContext http, string conversationId)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineError.BadArgument("This address is for WebSockets.");
        if (gate.ChargeRead(conversationId) is { } tooMany)
            return tooMany;
        var ticket = await tickets.UseAsync(http.Request.Query["t"].ToString(), conversationId, http.RequestAborted);
        if (ticket is null)
            return DirectLineError.Forbidden;
        if (!gate.OriginAllowed(http, ticket.Origins))
            return DirectLineError.ForeignOrigin;
        var left = ticket.SessionExpires - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return DirectLineError.TokenExpired;

        using var subscription = signal.Subscribe(conversationId, options.Value.MaxStreamsPerConversation);
        using var time = new CancellationTokenSource(left, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, subscription.Displaced, host.ApplicationStopping);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = options.Value.KeepAlive, KeepAliveTimeout = options.Value.KeepAlive }
        );
        var session = new StreamSession(socket, subscription, sets, options.Value, clock);
        await session.RunAsync(Watermark.Read(http.Request.Query["watermark"]), PublicAddress.Of(http.Request, options.Value), stop.Token);
        return null;
    }
}
