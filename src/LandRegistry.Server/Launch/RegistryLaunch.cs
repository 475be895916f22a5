using LandRegistry.Server.Platform.PrivatePostgis;

namespace LandRegistry.Server.Launch;

/// <summary>
/// Opens the register of a data folder: starts database and server, or finds the program that has them running already.
/// One program at a time serves a data folder; it holds the folder's server lock as long as it lives.
/// </summary>
public sealed class RegistryLaunch : IAsyncDisposable
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly FileLock? _served;
    private readonly OpenDatabase? _database;
    private readonly RegistryHost? _host;
    private readonly bool _isOffice;

    private RegistryLaunch(string folder, FileLock? served = null, OpenDatabase? database = null, RegistryHost? host = null, bool isOffice = false)
    {
        _isOffice = isOffice;
        _folder = folder;
        _served = served;
        _database = database;
        _host = host;
    }

    /// <summary>True when another program was found serving this data folder, so that there is nothing to stop here.</summary>
    public bool IsElsewhere => _host is null;

    public static async Task<RegistryLaunch> StartOrFindAsync(LaunchOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var folder = ClusterCreation.PrepareFolder(options.DataFolder).Root;
        while (true)
        {
            if (FileLock.TryExclusive(Path.Combine(folder, "server.lock")) is { } served)
            {
                return await StartAsync(options with { DataFolder = folder }, served, progress, cancellation);
            }

            // Held, but perhaps by a program that is still starting, or one that is just ending.
            if (await SignInLinkRequest.TryAskAsync(folder, cancellation) is not null)
            {
                return new RegistryLaunch(folder);
            }

            await Task.Delay(AskAgainAfter, cancellation);
        }
    }

    /// <summary>Whether it is the server of an office, whose links are asked for by <c>landregistry sign-in</c> and stand in no log.</summary>
    public bool KeepsLinkToItself { get; private init; }

    /// <summary>A link that signs in once.</summary>
    public async Task<string> NewSignInLinkAsync(CancellationToken cancellation) =>
        _host?.NewSignInLink()
        ?? await SignInLinkRequest.TryAskAsync(_folder, cancellation)
        ?? throw new InvalidOperationException($"The server of {_folder} has ended meanwhile.");

    /// <summary>The link by which the first administrator of an office server is made; null for a private register, or when there is one.</summary>
    public async Task<string?> NewFirstAdministratorLinkAsync(CancellationToken cancellation) =>
        _host is not null && _isOffice ? await _host.NewFirstAdministratorLinkAsync(cancellation) : null;

    /// <summary>Waits until the server ends by itself or is told to.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _host?.WaitForShutdownAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _served?.Dispose();
    }

    /// <summary>Brings the database to this program's schema. A private register that is empty gets its first content; nobody's office database does.</summary>
    private static async Task FillAsync(
        OpenDatabase database, LaunchOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var run = await RegisterUpgrade.RunAsync(database, options, progress, cancellation);
        if (run.Count > 0)
        {
            progress?.Report($"数据库结构已更新至 {run[^1]}。The schema is now {run[^1]}.");
        }

        if (options.FirstContent is { } firstContent && database.IsPrivate && await firstContent(database.ConnectionString, cancellation))
        {
            progress?.Report("已装入示范园区。The demo zone is loaded.");
        }
    }

    private static async Task<RegistryLaunch> StartAsync(
        LaunchOptions options, FileLock served, IProgress<string>? progress, CancellationToken cancellation)
    {
        OpenDatabase? database = null;
        try
        {
            // What a program that was killed left: nobody is to be sent to an address that may be another's by now.
            new ServerFile(options.DataFolder).Delete();
            ClusterFiles.MakePrivateFolder(Path.Combine(options.DataFolder, "keys"));
            database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, progress, cancellation);
            await FillAsync(database, options, progress, cancellation);
            var host = await RegistryHost.StartAsync(
                new RegistryHostOptions
                {
                    ConnectionString = database.ConnectionString,
                    Port = options.Port,
                    DataFolder = options.DataFolder,
                    OwnerName = Environment.UserName,
                    Settings = options.Settings,
                    BackupFolder = options.BackupFolder,
                },
                cancellation);
            return new RegistryLaunch(options.DataFolder, served, database, host, options.Settings.IsOffice || !database.IsPrivate) { KeepsLinkToItself = options.Settings.IsOffice };
        }
        catch
        {
            if (database is not null)
            {
                await database.DisposeAsync();
            }

            served.Dispose();
            throw;
        }
    }
}
