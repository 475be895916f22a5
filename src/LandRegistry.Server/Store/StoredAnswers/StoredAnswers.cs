using LandRegistry.Domain.Answers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// The answers of idle clock and readiness, stored as the dates on which they change (decision 0007). Whoever writes facts
/// of a parcel calls <see cref="RefreshAsync(RegistryDb, IReadOnlyCollection{long}, DateOnly, CancellationToken)"/> last in
/// the same change.
/// </summary>
public static class StoredAnswers
{
    private const int Stretch = 4096;

    // Whoever writes more writes parcels too, which announce themselves.
    private const int MostAnnounced = 200;

    /// <summary>
    /// Computes the segments of parcels anew, inside the running change, and takes out of <c>ready</c> those that are no
    /// longer. Parcels that the caller holds as tracked entities are stale afterwards.
    /// </summary>
    /// <param name="db">With the change's transaction open and everything saved.</param>
    /// <param name="parcelIds">The parcels whose facts were written.</param>
    /// <param name="today">Today where the register is kept.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The parcels that left <c>ready</c>.</returns>
    public static Task<IReadOnlyList<long>> RefreshAsync(
        RegistryDb db, IReadOnlyCollection<long> parcelIds, DateOnly today, CancellationToken cancellation) =>
        RefreshAsync((NpgsqlConnection)db.Database.GetDbConnection(), parcelIds, today, cancellation);

    /// <summary>The same on a connection on which the change is open.</summary>
    public static async Task<IReadOnlyList<long>> RefreshAsync(
        NpgsqlConnection connection, IReadOnlyCollection<long> parcelIds, DateOnly today, CancellationToken cancellation)
    {
        long[] ids = [.. parcelIds.Distinct().Order()];
        if (ids.Length == 0)
        {
            return [];
        }

        var law = await RegisterLaw.OfAsync(connection, cancellation);
        await LockAsync(connection, ids, cancellation);
        var (reader, writer) = (new RecordReader(), new SegmentWriter(connection, law));
        for (var i = 0; i < ids.Length; i += Stretch)
        {
            var some = ids[i..Math.Min(ids.Length, i + Stretch)];
            var records = await reader.ReadAsync(connection, some[0], some[^1], some, explained: false, cancellation);
            await writer.WriteAsync(records, cancellation);
        }

        await StoredTenders.RefreshAsync(connection, ids, cancellation);
        var left = await ReadyFall.LeaveAsync(connection, law, ids, today, cancellation);
        if (ids.Length <= MostAnnounced)
        {
            await AnnounceAsync(connection, ids, cancellation);
        }

        return left;
    }

    /// <summary>The record of one parcel with the sources of its facts; null when there is no such parcel.</summary>
    public static async Task<ParcelRecord?> RecordAsync(NpgsqlConnection connection, long parcelId, CancellationToken cancellation)
    {
        var records = await new RecordReader().ReadAsync(connection, parcelId, parcelId, only: null, explained: true, cancellation);
        return records.Count == 0 ? null : records[0];
    }

    /// <summary>The records of parcels with the sources of their facts, stretch by stretch; a record is used again for the next.</summary>
    public static async Task ReadRecordsAsync(NpgsqlConnection connection, long[] ids, Action<ParcelRecord> take, CancellationToken cancellation)
    {
        var reader = new RecordReader();
        for (var i = 0; i < ids.Length; i += Stretch)
        {
            var some = ids[i..Math.Min(ids.Length, i + Stretch)];
            foreach (var record in await reader.ReadAsync(connection, some[0], some[^1], some, explained: true, cancellation))
            {
                take(record);
            }
        }
    }

    /// <inheritdoc cref="RecordAsync(NpgsqlConnection, long, CancellationToken)"/>
    public static async Task<ParcelRecord?> RecordAsync(RegistryDb db, long parcelId, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await RecordAsync((NpgsqlConnection)db.Database.GetDbConnection(), parcelId, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Waits for a recomputation of all, and for others who write facts of these parcels; what they wrote is then seen.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("lock table registry.clock_segment, registry.readiness_segment in row exclusive mode"),
                new("select id from registry.parcel where id = any ($1) order by id for no key update") { Parameters = { Ids(ids) } },
                new("delete from registry.clock_segment where parcel_id = any ($1)") { Parameters = { Ids(ids) } },
                new("delete from registry.readiness_segment where parcel_id = any ($1)") { Parameters = { Ids(ids) } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Tells open windows, at commit, whose facts changed.</summary>
    internal static async Task AnnounceAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/StoredAnswers/announce.sql"), connection);
        command.Parameters.Add(Ids(ids));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static NpgsqlParameter Ids(long[]? ids) => new() { Value = (object?)ids ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };
}
