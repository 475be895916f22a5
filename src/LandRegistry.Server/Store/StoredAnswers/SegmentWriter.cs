using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Readiness;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>Computes the segments of records and writes them by binary COPY.</summary>
internal sealed class SegmentWriter(NpgsqlConnection connection, RegisterLaw law)
{
    private readonly ParcelAnswers _answers = law.NewAnswers();
    private readonly List<ClockSegment> _clock = [];
    private readonly List<ReadinessSegment> _readiness = [];

    /// <summary>Writes into the register's tables, from which the parcels' former segments were taken out.</summary>
    public async Task WriteAsync(IReadOnlyList<ParcelRecord> records, CancellationToken cancellation)
    {
        await WriteClockAsync("copy registry.clock_segment (parcel_id, from_on, kind, powers, suspected_from, fee_from, recovery_from) from stdin (format binary)", records, cancellation);
        await WriteReadinessAsync("copy registry.readiness_segment (parcel_id, from_on, to_on, is_ready, is_unknown, blocking) from stdin (format binary)", records, cancellation);
    }

    /// <summary>Writes into the tables that will be swapped in.</summary>
    public async Task WriteNextAsync(IReadOnlyList<ParcelRecord> records, CancellationToken cancellation)
    {
        await WriteClockAsync("copy registry.clock_segment_next (parcel_id, from_on, kind, powers, suspected_from, fee_from, recovery_from) from stdin (format binary)", records, cancellation);
        await WriteReadinessAsync("copy registry.readiness_segment_next (parcel_id, from_on, to_on, is_ready, is_unknown, blocking) from stdin (format binary)", records, cancellation);
    }

    private async Task WriteClockAsync(string statement, IReadOnlyList<ParcelRecord> records, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(statement, cancellation);
        foreach (var record in records)
        {
            _answers.Clock(record, _clock);
            foreach (var segment in _clock)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(record.ParcelId, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(segment.From, NpgsqlDbType.Date, cancellation);
                await copy.WriteAsync(segment.Kind.Code(), NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync((short)segment.Powers, NpgsqlDbType.Smallint, cancellation);
                await WriteDayAsync(copy, segment.SuspectedFrom, cancellation);
                await WriteDayAsync(copy, segment.FeeFrom, cancellation);
                await WriteDayAsync(copy, segment.RecoveryFrom, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private async Task WriteReadinessAsync(string statement, IReadOnlyList<ParcelRecord> records, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(statement, cancellation);
        foreach (var record in records)
        {
            _answers.Readiness(record, _readiness);
            for (var i = 0; i < _readiness.Count; i++)
            {
                var segment = _readiness[i];
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(record.ParcelId, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(segment.From, NpgsqlDbType.Date, cancellation);
                await copy.WriteAsync(i + 1 < _readiness.Count ? _readiness[i + 1].From : DateOnly.MaxValue, NpgsqlDbType.Date, cancellation);
                await copy.WriteAsync(segment.IsReady, NpgsqlDbType.Boolean, cancellation);
                await copy.WriteAsync(segment.IsUnknown, NpgsqlDbType.Boolean, cancellation);
                await copy.WriteAsync(segment.Blocking as string[] ?? [.. segment.Blocking], NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task WriteDayAsync(NpgsqlBinaryImporter copy, DateOnly? day, CancellationToken cancellation)
    {
        if (day is { } known)
        {
            await copy.WriteAsync(known, NpgsqlDbType.Date, cancellation);
        }
        else
        {
            await copy.WriteNullAsync(cancellation);
        }
    }
}
