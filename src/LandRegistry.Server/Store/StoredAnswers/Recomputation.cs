using System.Data;
using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>How far a recomputation is.</summary>
/// <param name="Done">Parcels done.</param>
/// <param name="Total">Parcels in all, as counted at the start.</param>
public sealed record AnswerProgress(long Done, long Total);

/// <summary>
/// Computes the stored answers of all parcels anew: the records are read in stretches of ids from one snapshot, the Domain
/// computes, and binary COPY writes new tables that are swapped in at the end. Memory holds two stretches. Readers see the former
/// answers until then; who writes facts meanwhile waits.
/// </summary>
public static class Recomputation
{
    private const int Stretch = 4096;

    /// <summary>Recomputes when the answers were computed by another law or rules, or a parcel has none.</summary>
    /// <returns>Whether it was needed.</returns>
    public static async Task<bool> RunIfNeededAsync(
        NpgsqlDataSource source, DateTimeOffset now, IProgress<AnswerProgress>? progress, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var law = await RegisterLaw.OfAsync(connection, cancellation);
        return await AreStaleAsync(connection, law, cancellation) && await RunAsync(source, now, onlyIfNeeded: true, progress, cancellation) is not null;
    }

    /// <summary>Recomputes all.</summary>
    /// <returns>How many parcels.</returns>
    public static async Task<long> RunAsync(NpgsqlDataSource source, DateTimeOffset now, IProgress<AnswerProgress>? progress, CancellationToken cancellation) =>
        (await RunAsync(source, now, onlyIfNeeded: false, progress, cancellation))!.Value;

    private static async Task<long?> RunAsync(
        NpgsqlDataSource source, DateTimeOffset now, bool onlyIfNeeded, IProgress<AnswerProgress>? progress, CancellationToken cancellation)
    {
        await using var writing = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await writing.BeginTransactionAsync(cancellation);
        await ExecuteAsync(writing, "make_next", cancellation);
        var law = await RegisterLaw.OfAsync(writing, cancellation);
        if (onlyIfNeeded && !await AreStaleAsync(writing, law, cancellation))
        {
            return null;
        }

        await using var reading = await source.OpenConnectionAsync(cancellation);
        await using var snapshot = await reading.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var (last, total) = await ExtentAsync(reading, cancellation);
        var done = await ComputeAsync(reading, new SegmentWriter(writing, law), last, total, progress, cancellation);
        await ExecuteAsync(writing, "swap_next", cancellation);
        if (await IsOfAnotherLawAsync(writing, law, cancellation))
        {
            await StoredDeadlines.RewriteAsync(source, writing, transaction, law, cancellation);
            await StoredTenders.RefreshAsync(writing, parcelIds: null, cancellation);
        }

        await NoteAsync(writing, law, now, done, cancellation);
        await transaction.CommitAsync(cancellation);
        return done;
    }

    /// <summary>Reads the next stretch while the present one is computed and written.</summary>
    private static async Task<long> ComputeAsync(
        NpgsqlConnection reading, SegmentWriter writer, long last, long total, IProgress<AnswerProgress>? progress, CancellationToken cancellation)
    {
        var (now, next) = (new RecordReader(), new RecordReader());
        var done = 0L;
        var records = now.ReadAsync(reading, 1, Stretch, only: null, explained: false, cancellation);
        for (var from = 1L; from <= last; from += Stretch)
        {
            var present = await records;
            var after = from + Stretch;
            var reader = next;
            records = Task.Run(() => reader.ReadAsync(reading, after, after + Stretch - 1, only: null, explained: false, cancellation), cancellation);
            await writer.WriteNextAsync(present, cancellation);
            (now, next) = (next, now);
            done += present.Count;
            progress?.Report(new(done, total));
        }

        await records;
        return done;
    }

    private static async Task<bool> AreStaleAsync(NpgsqlConnection connection, RegisterLaw law, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/StoredAnswers/are_stale.sql"), connection) { CommandTimeout = 600 };
        command.Parameters.Add(new() { Value = law.Digest });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Whether what stands was computed with another law; deadlines of cases follow the law alone.</summary>
    private static async Task<bool> IsOfAnotherLawAsync(NpgsqlConnection connection, RegisterLaw law, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from registry.answer_basis where digest <> $1)", connection);
        command.Parameters.Add(new() { Value = law.Digest });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<(long Last, long Total)> ExtentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(id), 0), count(*) from registry.parcel", connection) { CommandTimeout = 600 };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return (rows.GetInt64(0), rows.GetInt64(1));
    }

    private static async Task NoteAsync(NpgsqlConnection connection, RegisterLaw law, DateTimeOffset now, long parcels, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/StoredAnswers/note_basis.sql"), connection);
        command.Parameters.Add(new() { Value = law.Names });
        command.Parameters.Add(new() { Value = law.Digest });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        command.Parameters.Add(new() { Value = parcels });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string file, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Store/StoredAnswers/{file}.sql"), connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
