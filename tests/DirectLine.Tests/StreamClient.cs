using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace DirectLine.Tests;

/// <summary>A bare WebSocket client of a stream.</summary>
public sealed class StreamClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<StreamClient> OpenAsync(string streamUrl, string? origin = null)
    {
        var client = new StreamClient();
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        client._socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await client._socket.ConnectAsync(new Uri(streamUrl), default);
        }
        catch (WebSocketException)
        {
            var status = client._socket.HttpStatusCode;
            client.Dispose();
            throw new StreamRefusedException((int)status);
        }
        return client;
    }

    /// <summary>The next frame as JSON; null when the server closed.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var (buffer, text) = (new byte[64 * 1024], new MemoryStream());
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return JsonDocument.Parse(text.ToArray()).RootElement;
        }
    }

    /// <summary>Activities until so many came, with the watermark of the last frame.</summary>
    public async Task<(List<JsonElement> Activities, string? Watermark)> ReadAsync(int count)
    {
        var (activities, watermark) = (new List<JsonElement>(), (string?)null);
        while (activities.Count < count && await NextAsync() is { } set)
        {
            activities.AddRange(set.GetProperty("activities").EnumerateArray());
            watermark = set.TryGetProperty("watermark", out var w) ? w.GetString() : watermark;
        }
        return (activities, watermark);
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    public void Dispose() => _socket.Dispose();
}

public sealed class StreamRefusedException(int status) : Exception($"The stream was refused with {status}.")
{
    public int Status => status;
}
