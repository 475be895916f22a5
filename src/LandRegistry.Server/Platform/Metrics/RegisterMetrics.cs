using System.Diagnostics.Metrics;
using LandRegistry.Server.Platform.Settings;
using OpenTelemetry.Metrics;

namespace LandRegistry.Server.Platform.Metrics;

/// <summary>Figures of the running server in the Prometheus text form, on an address of their own that answers nothing else.</summary>
internal static class RegisterMetrics
{
    /// <summary>The meter of the register's own figures; slices make their instruments on it.</summary>
    public static readonly Meter Meter = new("LandRegistry");

    private const string Path = "/metrics";

    public static void AddRegisterMetrics(this IServiceCollection services, ServerSettings settings)
    {
        if (settings.Metrics is null)
        {
            return;
        }

        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Meter.Name, "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
    }

    /// <summary>Whoever reaches that port is handed the figures; no other port hands them out.</summary>
    public static void UseRegisterMetrics(this IApplicationBuilder app, ServerSettings settings)
    {
        if (settings.Metrics is not { } metrics)
        {
            return;
        }

        app.MapWhen(http => http.Connection.LocalPort == metrics.Port, branch =>
        {
            branch.UseOpenTelemetryPrometheusScrapingEndpoint(Path);
            branch.Run(http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
    }
}
