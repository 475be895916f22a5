using LandRegistry.Server.Platform.PrivatePostgis;
using Npgsql;

namespace LandRegistry.Server.Launch;

/// <summary>The database a program works on: the one it was told, or the private cluster, kept running while this is held.</summary>
public sealed class OpenDatabase : IAsyncDisposable
{
    private readonly PrivatePostgisLease? _lease;

    private OpenDatabase(string connectionString, PrivatePostgisLease? lease)
    {
        ConnectionString = connectionString;
        _lease = lease;
    }

    public string ConnectionString { get; }

    /// <summary>True for the cluster in the data folder, false for a database given by its connection string.</summary>
    public bool IsPrivate => _lease is not null;

    public static async Task<OpenDatabase> OpenAsync(
        string dataFolder, string? database, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (database is not null)
        {
            return new OpenDatabase(Checked(database), null);
        }

        var lease = await PrivatePostgisCluster.AcquireAsync(dataFolder, progress, cancellation);
        return new OpenDatabase(lease.ConnectionString, lease);
    }

    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Checked(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (ArgumentException malformed)
        {
            throw new LaunchException(
                $"数据库连接字符串不正确（{malformed.Message}）；形如 Host=…;Username=…;Password=…;Database=…\n" +
                $"The database connection string is malformed ({malformed.Message}); it looks like Host=...;Username=...;Password=...;Database=...",
                malformed);
        }
    }
}
