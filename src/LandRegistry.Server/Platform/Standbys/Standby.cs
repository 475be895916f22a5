using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Standbys;

/// <summary>One server of the connection string, as one that may answer reads: how far it has followed the primary.</summary>
internal sealed class Standby(string connectionString, StatementTimeouts timeouts) : IAsyncDisposable
{
    private const string Ask = "select pg_is_in_recovery(), pg_last_wal_replay_lsn()";
    private const string AskSince = "select extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8";
    private const string AskBoth = Ask + ";" + AskSince;
    private const int PatienceSeconds = 2;

    // A value of 64 bits is read and written whole.
    private ulong _replayed;

    private readonly NpgsqlConnectionStringBuilder _place = new(connectionString);

    public NpgsqlDataSource Source { get; } = RegistryDataSource.CreateForRequests(connectionString, timeouts);

    /// <summary>Whether it shows all that was written up to a place of the log. Never true of a primary or of one that cannot be reached.</summary>
    public bool Shows(NpgsqlLogSequenceNumber place) => Interlocked.Read(ref _replayed) is > 0 and var replayed && replayed >= (ulong)place;

    /// <summary>Asks how far it is.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = Source.CreateCommand(Ask);
            command.CommandTimeout = PatienceSeconds;
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            var replayed = row.GetBoolean(0) && !row.IsDBNull(1) ? (ulong)row.GetFieldValue<NpgsqlLogSequenceNumber>(1) : 0;
            Interlocked.Exchange(ref _replayed, replayed);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            Interlocked.Exchange(ref _replayed, 0);
        }
    }

    /// <summary>How it is, for whoever runs the server.</summary>
    /// <param name="end">The end of the primary's log; null when no primary answers.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<DatabaseHost> ReportAsync(NpgsqlLogSequenceNumber? end, CancellationToken cancellation)
    {
        var name = $"{_place.Host}:{_place.Port}";
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancellation);
            await using var ask = new NpgsqlCommand(AskBoth, connection) { CommandTimeout = PatienceSeconds };
            await using var row = await ask.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            if (!row.GetBoolean(0))
            {
                return new(name, "primary", null, null);
            }

            var replayed = row.IsDBNull(1) ? (NpgsqlLogSequenceNumber?)null : row.GetFieldValue<NpgsqlLogSequenceNumber>(1);
            await row.NextResultAsync(cancellation);
            await row.ReadAsync(cancellation);
            var bytes = end is { } place && replayed is { } shown ? Math.Max(0, (long)((ulong)place - (ulong)shown)) : (long?)null;
            return new(name, "standby", bytes, bytes == 0 ? 0 : row.GetFieldValue<double?>(0));
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            return new(name, "unreachable", null, null);
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
