using System.Diagnostics;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;

namespace LandRegistry.Testing;

/// <summary>A data folder of a test, with a migrated cluster in it that does not run; removed afterwards.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Cluster => System.IO.Path.Combine(Path, "postgres");

    /// <summary>The postmaster's process, as its pid file says; null when the cluster was stopped as it should.</summary>
    public int? Postmaster =>
        File.Exists(PidFile) ? int.Parse(File.ReadLines(PidFile).First(), System.Globalization.CultureInfo.InvariantCulture) : null;

    public string PidFile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    /// <summary>An empty folder.</summary>
    public static DataFolder Empty() => new(Directory.CreateTempSubdirectory("landregistry-").FullName);

    /// <summary>A copy of a cluster made once per test run: much quicker than making one.</summary>
    public static async Task<DataFolder> WithClusterAsync()
    {
        var folder = Empty();
        await RunAsync("cp", "-a", await Made.Value + "/.", folder.Path);
        return folder;
    }

    public PrivatePostgisOptions Options => new() { DataFolder = Path, Durable = false };

    public async ValueTask DisposeAsync()
    {
        if (Postmaster is { } left)
        {
            await RunAsync("kill", "-9", left.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await RunAsync("rm", "-rf", Path);
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Empty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder.Path, recursive: true);
        await using var lease = await PrivatePostgisCluster.AcquireAsync(folder.Options, progress: null, CancellationToken.None);
        await RegistryDatabase.MigrateAsync(lease.ConnectionString);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return folder.Path;
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
    }
}
