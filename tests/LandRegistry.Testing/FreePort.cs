using System.Net;
using System.Net.Sockets;

namespace LandRegistry.Testing;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
