using LandRegistry.Server.Platform.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace LandRegistry.Server.Platform.Web;

/// <summary>Takes the caller's address, scheme and host from trusted proxies, and answers only to the names that the settings allow.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, ServerSettings settings)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = settings.TrustedProxies.Count > 0 ? ForwardedHeaders.All : ForwardedHeaders.None;
            // Each hop is looked at in turn and the first that is not trusted ends it: no limit is needed besides.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        services.AddHostFiltering(hosts =>
        {
            // Programs of this machine ask by the loopback address.
            hosts.AllowedHosts = settings.Hosts.Count > 0 ? [.. settings.Hosts, "127.0.0.1", "localhost", "[::1]"] : ["*"];
            hosts.IncludeFailureMessage = false;
        });
    }

    public static void UseProxies(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseHostFiltering();
    }
}
