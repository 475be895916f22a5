namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>
/// One program's use of the private cluster. While it is held the cluster is kept alive; the last holder that disposes
/// its lease stops the cluster, and a holder that is killed gives its lease up without a hand.
/// </summary>
public sealed class PrivatePostgisLease : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly PrivatePostgisCluster _cluster;
    private readonly FileLock _share;
    private readonly IProgress<string>? _progress;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watch;
    private bool _disposed;

    internal PrivatePostgisLease(PrivatePostgisCluster cluster, FileLock share, IProgress<string>? progress)
    {
        _cluster = cluster;
        _share = share;
        _progress = progress;
        _watch = WatchAsync(_ended.Token);
    }

    /// <summary>The register's database, as its owner, who may also make further databases.</summary>
    public string ConnectionString => _cluster.ConnectionString;

    /// <summary>The maintenance database, as the cluster's superuser: for backup, upgrade and doctor, not for the server.</summary>
    public string SuperuserConnectionString => _cluster.SuperuserConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _ended.CancelAsync();
        await _watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _cluster.GiveUpAsync(_share);
        _ended.Dispose();
    }

    /// <summary>Starts the cluster again when it has died, waiting longer after each attempt that fails.</summary>
    private async Task WatchAsync(CancellationToken ended)
    {
        var wait = _cluster.WatchInterval;
        while (true)
        {
            await Task.Delay(wait, _cluster.Clock, ended);
            if (_cluster.IsAlive)
            {
                wait = _cluster.WatchInterval;
                continue;
            }

            _progress?.Report("数据库意外停止，正在重新启动。The database has stopped unexpectedly and is being started again.");
            try
            {
                await _cluster.EnsureRunningAsync(ended);
                wait = _cluster.WatchInterval;
                _progress?.Report("数据库已恢复。The database is back.");
            }
            catch (PrivatePostgisException problem)
            {
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
                _progress?.Report(problem.Message);
            }
        }
    }
}
