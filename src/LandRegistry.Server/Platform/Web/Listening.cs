using System.Net;
using LandRegistry.Server.Platform.Settings;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LandRegistry.Server.Platform.Web;

/// <summary>Where the server listens, and how much of a request it bears with.</summary>
internal static class Listening
{
    private const int LargestBodyBytes = 1 << 20;
    private const int LargestLineBytes = 16 << 10;
    private const int LargestHeaderBytes = 32 << 10;
    private const double SlowestBytesPerSecond = 240;

    private static readonly TimeSpan HeaderPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SlowGrace = TimeSpan.FromSeconds(5);

    public static void Configure(KestrelServerOptions kestrel, RegistryHostOptions options)
    {
        var settings = options.Settings;
        kestrel.AddServerHeader = false;
        Limit(kestrel.Limits, settings);
        foreach (var address in settings.Listen)
        {
            Listen(kestrel, address, settings);
        }

        // The owner's door: server.json names it, so that the programs of this machine need neither name nor certificate.
        kestrel.Listen(IPAddress.Loopback, options.Port);
        if (settings.Metrics is { } metrics)
        {
            Listen(kestrel, metrics, settings);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, ListenAddress address, ServerSettings settings) =>
        kestrel.Listen(address.Address, address.Port, endpoint =>
        {
            if (address.IsHttps)
            {
                endpoint.UseHttps(https =>
                {
                    https.ServerCertificate = settings.Certificate;
                    https.ServerCertificateChain = settings.CertificateChain;
                });
            }
        });

    private static void Limit(KestrelServerLimits limits, ServerSettings settings)
    {
        limits.MaxRequestBodySize = LargestBodyBytes;
        limits.MaxRequestLineSize = LargestLineBytes;
        limits.MaxRequestHeadersTotalSize = LargestHeaderBytes;
        limits.MaxRequestHeaderCount = 100;
        limits.RequestHeadersTimeout = HeaderPatience;
        limits.MinRequestBodyDataRate = new(SlowestBytesPerSecond, SlowGrace);
        limits.MinResponseDataRate = new(SlowestBytesPerSecond, SlowGrace);
        limits.MaxConcurrentConnections = settings.Connections > 0 ? settings.Connections : null;
    }
}
