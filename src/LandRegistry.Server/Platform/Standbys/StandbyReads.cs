using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Standbys;

/// <summary>
/// Where a read that may be a moment old goes. A reader that takes its connections from <see cref="Source"/> is marked as such; all others
/// ask the primary, exports and other heavy work with more time than the rest. A standby is asked only when it shows what the caller last wrote (<see cref="LastWrites"/>) and all changes that this
/// server has announced to anybody; else the primary is. Without standbys everything is the primary's.
/// </summary>
internal sealed class StandbyReads : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource _primary;
    private readonly NpgsqlDataSource _heavy;
    private readonly IHttpContextAccessor _http;
    private readonly IReadOnlyList<Standby> _hosts;
    private long _told;
    private long _answered;
    private ulong _announced;

    public StandbyReads(NpgsqlDataSource primary, IHttpContextAccessor http, ServerSettings settings, RegistryHostOptions options)
    {
        _primary = primary;
        _heavy = RegistryDataSource.CreateForRequests(options.ConnectionString, new(settings.HeavyQueryTimeout, settings.LockTimeout));
        _http = http;
        _hosts = settings.ReadFromStandbys
            ? [.. RegistryDataSource.EachHost(options.ConnectionString).Select(host => new Standby(host, new(settings.QueryTimeout, settings.LockTimeout)))]
            : [];
    }

    /// <summary>Whether there may be standbys at all.</summary>
    public bool AreThere => _hosts.Count > 0;

    /// <summary>Where the running request may read from.</summary>
    public NpgsqlDataSource Source
    {
        get
        {
            if (_http.HttpContext?.IsHeavy() == true)
            {
                return _heavy;
            }

            if (!AreThere || _http.HttpContext is not { } http || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                || Interlocked.Read(ref _told) != Interlocked.Read(ref _answered))
            {
                return _primary;
            }

            var announced = new NpgsqlLogSequenceNumber(Interlocked.Read(ref _announced));
            var written = LastWrites.Of(http.Request);
            var needed = written > announced ? written : announced;
            return _hosts.FirstOrDefault(host => host.Shows(needed))?.Source ?? _primary;
        }
    }

    /// <summary>A change was announced: whoever reads because of it must see it.</summary>
    public void Announced() => Interlocked.Increment(ref _told);

    /// <summary>The end of the primary's log.</summary>
    public async Task<NpgsqlLogSequenceNumber> EndOfLogAsync(CancellationToken cancellation)
    {
        await using var command = _primary.CreateCommand("select pg_current_wal_insert_lsn()");
        return (NpgsqlLogSequenceNumber)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>How each of the database servers is; none where there is but one.</summary>
    public async Task<IReadOnlyList<DatabaseHost>> HostsAsync(CancellationToken cancellation)
    {
        if (!AreThere)
        {
            return [];
        }

        NpgsqlLogSequenceNumber? end = null;
        try
        {
            end = await EndOfLogAsync(cancellation);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            // No primary: how far the standbys are behind cannot be told.
        }

        return await Task.WhenAll(_hosts.Select(host => host.ReportAsync(end, cancellation)));
    }

    public async ValueTask DisposeAsync()
    {
        await _heavy.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (AreThere)
        {
            var told = Interlocked.Read(ref _told);
            if (told != Interlocked.Read(ref _answered))
            {
                await TryAnswerAsync(told, stoppingToken);
            }

            await Task.WhenAll(_hosts.Select(host => host.LookAsync(stoppingToken)));
            await Task.Delay(Between, stoppingToken);
        }
    }

    /// <summary>Where the log ends now is behind all that was announced until now. Without a primary the reads wait for one.</summary>
    private async Task TryAnswerAsync(long told, CancellationToken cancellation)
    {
        try
        {
            Interlocked.Exchange(ref _announced, (ulong)await EndOfLogAsync(cancellation));
            Interlocked.Exchange(ref _answered, told);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            // Asked again in a moment.
        }
    }
}
