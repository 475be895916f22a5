using System.Net;
using System.Net.Sockets;

namespace LandRegistry.Testing;

/// <summary>A network between client and server that breaks after a number of bytes: towards the server, or of its answer.</summary>
public sealed class CutProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _server;
    private readonly Task _accepting;

    public CutProxy(Uri server)
    {
        _server = server.Port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Bytes that still reach the server on each new connection.</summary>
    public int ToServer { get; set; } = int.MaxValue;

    /// <summary>Bytes of answers that still come back on each new connection.</summary>
    public int ToClient { get; set; } = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = PassAsync(client);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using (client)
        {
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _server);
            await Task.WhenAny(CopyAsync(client, server, ToServer), CopyAsync(server, client, ToClient));
            // Cut, not closed: neither side is told good-bye.
            client.LingerState = new(enable: true, seconds: 0);
            server.LingerState = new(enable: true, seconds: 0);
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, int most)
    {
        var buffer = new byte[4096];
        try
        {
            while (most > 0 && await from.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, most)), _stop.Token) is > 0 and var read)
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
                most -= read;
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other direction was cut.
        }
    }
}
