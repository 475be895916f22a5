using System.Security.Cryptography;
using LandRegistry.Server.Platform.Health;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace LandRegistry.Server;

/// <summary>A running server: on the loopback interface, and where its settings say besides. Its loopback address and the owner's secret stand in <c>server.json</c> of the data folder while it runs.</summary>
public sealed class RegistryHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServerFile _file;
    private readonly SystemdNotifier _serviceManager = new();

    private RegistryHost(WebApplication app, Uri address, ServerFile file)
    {
        _app = app;
        _file = file;
        Address = address;
    }

    /// <summary>For instance <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<RegistryHost> StartAsync(RegistryHostOptions options, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        var owner = new RegisterOwner(options.OwnerName, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        var app = Program.Build(options, owner);
        try
        {
            await app.StartAsync(cancellation);
            var address = OwnersDoor(app, options.Settings);
            var file = new ServerFile(options.DataFolder);
            await file.WriteAsync(new(address, owner.Secret, Environment.ProcessId), cancellation);
            var host = new RegistryHost(app, address, file);
            host._serviceManager.Notify(ServiceState.Ready);
            return host;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A link that signs its first user in, once, within the hour.</summary>
    public string NewSignInLink() =>
        $"{Settings.PublicAddress ?? Address}{SignInEndpoints.SignInPath[1..]}?ticket={_app.Services.GetRequiredService<Tickets>().Issue()}";

    private ServerSettings Settings => _app.Services.GetRequiredService<ServerSettings>();

    /// <summary>Waits until the server ends by itself, or no longer; <see cref="StopAsync"/> then stops it.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellation = default)
    {
        var stopping = _app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Says for a while that it is not ready (timeouts.drainSeconds), so that a proxy looks elsewhere; then closes live events, lets
    /// running requests end, and stops.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        _file.Delete();
        _serviceManager.Notify(ServiceState.Stopping);
        _app.Services.GetRequiredService<Readiness>().Drain();
        if (Settings.Drain > TimeSpan.Zero)
        {
            await Task.Delay(Settings.Drain, TimeProvider.System, cancellation);
        }

        await _app.StopAsync(cancellation);
    }

    /// <summary>The address on loopback: the last that is bound, but for that of the metrics.</summary>
    private static Uri OwnersDoor(WebApplication app, ServerSettings settings) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address + "/"))
            .Last(address => address is { Scheme: "http", IsLoopback: true } && address.Port != settings.Metrics?.Port);

    public async ValueTask DisposeAsync()
    {
        _file.Delete();
        await _app.DisposeAsync();
    }
}
