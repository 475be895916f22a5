using LandRegistry.Server.Platform.Health;
using LandRegistry.Server.Platform.Metrics;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.Extensions.Hosting;

namespace LandRegistry.Server.Platform.Web;

/// <summary>What the settings of a server put around its slices: connections, keys, limits, metrics, log of requests.</summary>
internal static class OfficeServer
{
    public static void AddOffice(this IServiceCollection services, RegistryHostOptions options)
    {
        var settings = options.Settings;
        services.AddSingleton(settings);
        services.AddSingleton(options);
        services.AddStandbys();
        services.AddSingleton(_ => RegistryDataSource.CreateForRequests(options.ConnectionString, Timeouts(settings)));
        services.AddSingleton(_ => new PlannedOnce(options.ConnectionString, Timeouts(settings)));
        AddKeys(services.AddDataProtection().SetApplicationName("LandRegistry"), options);
        services.AddProxies(settings);
        services.AddRequestLimits(settings);
        services.AddStalledClients(settings);
        services.AddRegisterMetrics(settings);
        services.AddSingleton<Readiness>();
        services.AddSingleton(new ServerStart(options.Time.GetUtcNow()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.StopWithin);
        // Signals are the program's own (ConsoleHost), which drains before it stops. Windows' service manager speaks another way.
        services.AddSingleton<IHostLifetime, StartedByProgram>();
        services.AddWindowsService(service => service.ServiceName = "LandRegistry");
        services.AddHttpLogging(log =>
        {
            // No query and no header: they carry words searched for, tickets and cookies.
            log.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;
            log.CombineLogs = true;
        });
    }

    /// <summary>Before all else: who asks and by which name is settled, metrics answer on their own port.</summary>
    public static void UseOffice(this IApplicationBuilder app, ServerSettings settings)
    {
        app.UseRegisterMetrics(settings);
        app.Use(WithoutBodyForHead);
        app.UseProxies();
        if (settings.LogRequests)
        {
            app.UseHttpLogging();
        }
    }

    /// <summary>HTTP/2 clients break off where a body follows the answer to HEAD; over HTTP/1.1 Kestrel itself leaves it out.</summary>
    private static Task WithoutBodyForHead(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Body = Stream.Null;
        }

        return next(http);
    }

    /// <summary>The program that starts the server stops it.</summary>
    private sealed class StartedByProgram : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static StatementTimeouts Timeouts(ServerSettings settings) => new(settings.QueryTimeout, settings.LockTimeout);

    private static void AddKeys(IDataProtectionBuilder keys, RegistryHostOptions options)
    {
        if (options.Settings.KeysInDatabase)
        {
            keys.PersistKeysToDbContext<RegistryDb>();
            // Whichever server of the office set it, all read it.
            keys.Services.PostConfigure<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.Cookie.Name = "landregistry");
        }
        else
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys")));
        }
    }
}
