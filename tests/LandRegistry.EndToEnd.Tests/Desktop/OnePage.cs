using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>A server of one page, in the place of an office server.</summary>
public sealed class OnePage : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _page;

    public OnePage(string page)
    {
        _page = Encoding.UTF8.GetBytes("<!doctype html><title>page</title>" + page);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var answer = (await _listener.GetContextAsync()).Response;
                answer.ContentType = "text/html";
                await answer.OutputStream.WriteAsync(_page);
                answer.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
