using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Standbys;

/// <summary>One server of the connection string, as one that may answer reads: how far it has followed the primary.</summary>
internal sealed class Standby(string connectionString, StatementTimeouts timeouts) : IAsyncDisposable
{
    private const string Ask = "select pg_is_in_recovery(), pg_last_wal_replay_lsn()";

    // A value of 64 bits is read and written whole.
    private ulong _replayed;

    public NpgsqlDataSource Source { get; } = RegistryDataSource.CreateForRequests(connectionString, timeouts);

    /// <summary>Whether it shows all that was written up to a place of the log. Never true of a primary or of one that cannot be reached.</summary>
    public bool Shows(NpgsqlLogSequenceNumber place) => Interlocked.Read(ref _replayed) is > 0 and var replayed && replayed >= (ulong)place;

    /// <summary>Asks how far it is.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = Source.CreateCommand(Ask);
            command.CommandTimeout = 2;
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

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
