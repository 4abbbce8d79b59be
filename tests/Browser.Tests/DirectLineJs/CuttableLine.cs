using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Browser.Tests.DirectLineJs;

/// <summary>A TCP line to a server on the same machine. Its streams (WebSockets) can be torn off in the middle of what they
/// carry.</summary>
public sealed class CuttableLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Connection, byte> _streams = new();
    private int _port;

    public CuttableLine() => _listener.Start();

    public string Address => "http://" + _listener.LocalEndpoint;

    /// <summary>Streams that are open now.</summary>
    public int OpenStreams => _streams.Count;

    public void Open(int serverPort)
    {
        _port = serverPort;
        _ = AcceptAsync();
    }

    /// <summary>Tears all open streams off: each carries up to some hundred more bytes, so that often half a message arrives.
    /// Returns how many.</summary>
    public int CutStreams(Random random)
    {
        var streams = _streams.Keys.ToList();
        foreach (var stream in streams)
            stream.CutAfter(random.Next(0, 600));
        return streams.Count;
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var stream in _streams.Keys)
            stream.Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The line was taken down.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            var connection = new Connection(client, server);
            try
            {
                await Task.WhenAny(connection.UpAsync(() => _streams.TryAdd(connection, 0)), connection.DownAsync());
            }
            finally
            {
                _streams.TryRemove(connection, out _);
                connection.Cut();
            }
        }
    }

    private sealed class Connection(TcpClient client, TcpClient server)
    {
        private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);
        private int _left = int.MaxValue;

        public void CutAfter(int bytes)
        {
            Volatile.Write(ref _left, bytes);
            _ = Task.Delay(Idle).ContinueWith(_ => Cut(), TaskScheduler.Default);
        }

        public void Cut()
        {
            foreach (var end in new[] { client, server })
            {
                // Without lingering the other side sees a broken connection, not a polite end.
                if (end.Client is { Connected: true } socket)
                    socket.Close(timeout: 0);
                end.Dispose();
            }
        }

        public async Task UpAsync(Action isStream)
        {
            var (buffer, first) = (new byte[64 * 1024], true);
            int read;
            while ((read = await ReadAsync(client, buffer)) > 0)
            {
                if (first && Encoding.ASCII.GetString(buffer, 0, read).Split('\r')[0].Contains("/stream?", StringComparison.Ordinal))
                    isStream();
                first = false;
                await server.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }

        public async Task DownAsync()
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await ReadAsync(server, buffer)) > 0)
            {
                var left = Volatile.Read(ref _left);
                await client.GetStream().WriteAsync(buffer.AsMemory(0, Math.Min(read, left)));
                if (left == int.MaxValue)
                    continue;
                if (read >= left)
                    return;
                Volatile.Write(ref _left, left - read);
            }
        }

        private static async Task<int> ReadAsync(TcpClient from, byte[] buffer)
        {
            try
            {
                return await from.GetStream().ReadAsync(buffer);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
                return 0; // cut
            }
        }
    }
}
