using System.Net.Sockets;
using Npgsql;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>
/// The program's own PostgreSQL + PostGIS cluster in its data folder: made on first use, started when the first program
/// takes a lease, shared by all that hold one, stopped by the last. Reached through a Unix socket only.
/// </summary>
public sealed class PrivatePostgisCluster
{
    private readonly ClusterFolder _folder;
    private readonly PostgresServer _server;
    private readonly ClusterPasswords _passwords;
    private readonly PrivatePostgisOptions _options;

    private PrivatePostgisCluster(ClusterFolder folder, PostgresServer server, ClusterPasswords passwords, PrivatePostgisOptions options)
    {
        _folder = folder;
        _server = server;
        _passwords = passwords;
        _options = options;
    }

    internal string ConnectionString => Connection(ClusterPasswords.OwnerName, _passwords.Owner, ClusterPasswords.OwnerName);

    internal string SuperuserConnectionString => Connection(ClusterPasswords.SuperuserName, _passwords.Superuser, "postgres");

    internal bool IsAlive => _server.ProcessId is not null;

    internal TimeSpan WatchInterval => _options.WatchInterval;

    internal TimeProvider Clock => _options.Clock;

    /// <summary>Whether a cluster has been made in a data folder.</summary>
    public static bool ExistsIn(string dataFolder) => File.Exists(new ClusterFolder(Path.GetFullPath(dataFolder)).VersionFile);

    /// <summary>Takes a lease on the cluster of a data folder, making and starting it where needed.</summary>
    /// <exception cref="PrivatePostgisException">A person has to mend something first; the message says what.</exception>
    public static Task<PrivatePostgisLease> AcquireAsync(string dataFolder, IProgress<string>? progress, CancellationToken cancellation) =>
        AcquireAsync(new PrivatePostgisOptions { DataFolder = dataFolder }, progress, cancellation);

    /// <inheritdoc cref="AcquireAsync(string, IProgress{string}?, CancellationToken)"/>
    public static async Task<PrivatePostgisLease> AcquireAsync(
        PrivatePostgisOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw ClusterFaults.NotLinux();
        }

        var folder = ClusterCreation.PrepareFolder(options.DataFolder);
        using var starting = await FileLock.ExclusiveAsync(folder.StartLock, cancellation);
        var share = FileLock.TryShared(folder.LeaseLock)
            ?? throw new InvalidOperationException("The lease lock is taken exclusively only under the start lock.");
        try
        {
            var cluster = await PrepareAsync(folder, options, progress, cancellation);
            if (!cluster.IsAlive)
            {
                progress?.Report("正在启动数据库。Starting the database.");
            }

            await cluster.RunAsync(cancellation);
            await cluster.MakeDatabaseWhereMissingAsync(cancellation);
            return new PrivatePostgisLease(cluster, share, progress);
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    /// <summary>Brings a dead cluster back, unless another holder has done so meanwhile.</summary>
    internal async Task EnsureRunningAsync(CancellationToken cancellation)
    {
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, cancellation);
        await RunAsync(cancellation);
    }

    /// <summary>Gives a share of the cluster up and stops the cluster where it was the last.</summary>
    internal async Task GiveUpAsync(FileLock share)
    {
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, CancellationToken.None);
        share.Dispose();
        using var alone = FileLock.TryExclusive(_folder.LeaseLock);
        if (alone is null || !IsAlive)
        {
            return;
        }

        await _server.StopAsync();
    }

    private static async Task<PrivatePostgisCluster> PrepareAsync(
        ClusterFolder folder, PrivatePostgisOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var installation = PostgresInstallation.Choose(options.InstallationRoot, folder);
        var account = await ClusterAccount.ForAsync(folder, cancellation);
        await ClusterCreation.CheckPathAsync(folder, account, cancellation);
        if (!File.Exists(folder.VersionFile))
        {
            progress?.Report($"正在创建数据库：{folder.Data}。Creating the database in {folder.Data}.");
            await ClusterCreation.MakeClusterAsync(folder, installation, account, options.Durable, cancellation);
        }

        var server = new PostgresServer(folder, installation, account, options);
        return new PrivatePostgisCluster(folder, server, ClusterPasswords.Read(folder), options);
    }

    /// <summary>
    /// Starts the cluster where it is dead and waits until it answers. One that lives is adopted, be it another
    /// program's or the orphan of a killed one; one that is just going down is waited for and started again.
    /// </summary>
    private async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (!IsAlive)
            {
                await _server.StartAsync(cancellation);
            }

            if (await AnswersAsync(cancellation))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, cancellation);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(SuperuserConnectionString));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw ClusterFaults.PasswordsMissing(_folder.Passwords);
        }
        catch (NpgsqlException problem) when (problem.IsTransient || problem.InnerException is SocketException)
        {
            return false;
        }
    }

    private async Task MakeDatabaseWhereMissingAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(ConnectionString));
            await connection.OpenAsync(cancellation);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword)
        {
            await ClusterCreation.MakeDatabaseAsync(Unpooled(SuperuserConnectionString), _passwords, cancellation);
        }
    }

    private string Connection(string user, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _server.SocketFolder,
        Port = ClusterFolder.Port,
        Username = user,
        Password = password,
        Database = database,
    }.ConnectionString;

    private static string Unpooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Timeout = 15 }.ConnectionString;
}
