using System.Net.WebSockets;
using System.Text;
using DirectLine.Activities;

namespace DirectLine.Streams;

/// <summary>
/// One open stream: everything after the client's watermark, then what comes. It reads the log at the client's pace, so a slow client
/// holds up nobody and costs no memory.
/// </summary>
internal sealed class StreamSession(
    WebSocket socket,
    StreamSubscription subscription,
    ActivitySets sets,
    DirectLineOptions options,
    TimeProvider clock
)
{
    private const int LargestClientFrame = 1024;
    private static readonly TimeSpan CloseHandshake = TimeSpan.FromSeconds(2);

    // DirectLineJS hands the activities of one frame out with a timer each, of 4 ms at least. A frame that comes earlier overtakes them.
    private static readonly TimeSpan PerActivity = TimeSpan.FromMilliseconds(5);
    private volatile bool _tooBig;

    /// <summary>Serves the client until it leaves or <paramref name="stop"/> is cancelled.</summary>
    public async Task RunAsync(long watermark, string publicAddress, CancellationToken stop)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var receiving = ReceiveAsync(gone);
        try
        {
            await SendAsync(watermark, publicAddress, gone.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client left, was too slow, or the stream is over. It comes back with its watermark.
        }
        finally
        {
            await CloseAsync(receiving);
        }
    }

    private async Task SendAsync(long sent, string publicAddress, CancellationToken stop)
    {
        while (true)
        {
            ActivitySet set;
            do
            {
                set = await sets.ReadAsync(subscription.ConversationId, sent, publicAddress, stop);
                if (set.Count > 0)
                    await SendFrameAsync(set.Json, stop);
                if (set.Count > 1)
                    await Task.Delay(PerActivity * set.Count, clock, stop);
                sent = set.Last;
            } while (set.More);

            if (await subscription.NextAsync(stop) is { } shown)
                await SendFrameAsync(ActivitySets.OfShown(shown), stop);
        }
    }

    private async Task SendFrameAsync(string json, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        // Not linked to stop: a cancelled send would break the socket before its closing frame.
        using var patience = new CancellationTokenSource(options.SlowReaderLimit, clock);
        await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    /// <summary>Clients only send empty frames, to keep the connection alive. Anything short is ignored, anything long ends the
    /// stream.</summary>
    private async Task ReceiveAsync(CancellationTokenSource gone)
    {
        try
        {
            var (buffer, length) = (new byte[LargestClientFrame], 0);
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                length += received.Count;
                if (length > LargestClientFrame && !_tooBig)
                {
                    // Goes on reading, so that the closing frame is not lost behind bytes that nobody took.
                    _tooBig = true;
                    await gone.CancelAsync();
                }
                if (received.EndOfMessage)
                    length = 0;
            }
        }
        catch (WebSocketException)
        {
            // The connection broke; there is nobody to tell.
        }
        finally
        {
            await gone.CancelAsync();
        }
    }

    private async Task CloseAsync(Task receiving)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(CloseHandshake, clock);
                var status =
                    socket.CloseStatus ?? (_tooBig ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.EndpointUnavailable);
                await socket.CloseOutputAsync(status, null, patience.Token);
                await receiving.WaitAsync(CloseHandshake, clock);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or TimeoutException)
        {
            // The client does not answer the closing frame.
        }
        finally
        {
            socket.Abort();
            await receiving;
        }
    }
}
