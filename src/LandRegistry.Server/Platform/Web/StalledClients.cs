using System.Net.Sockets;
using LandRegistry.Server.Platform.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LandRegistry.Server.Platform.Web;

/// <summary>
/// Cuts off clients that have stopped taking what was sent to them. Kestrel's own rate of answers counts what went quickly before in a
/// client's favour, by hours: an export that is not read any more would hold its database connection as long.
/// </summary>
internal static class StalledClients
{
    // From linux/tcp.h: how long sent data may stay unacknowledged, or wait for room at the other side. Accepted sockets have it of the listening one.
    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    public static void AddStalledClients(this IServiceCollection services, ServerSettings settings) => services.Configure<SocketTransportOptions>(sockets =>
    {
        sockets.CreateBoundListenSocket = endpoint =>
        {
            var listening = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            if (OperatingSystem.IsLinux() && listening.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
            {
                listening.SetRawSocketOption(TcpLevel, TcpUserTimeout, BitConverter.GetBytes((int)settings.ClientPatience.TotalMilliseconds));
            }

            return listening;
        };
    });
}
