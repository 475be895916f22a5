using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>The deadlines of tenders, stored as the Domain computes them from plan, stages and contract.</summary>
public static class StoredTenders
{
    /// <summary>Computes those of a register that has tenders and no deadline yet: the first start after the migration that brought them.</summary>
    public static async Task FillIfNeededAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Two programs that start at once take turns; the second finds it done.
        await using var ask = new NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtext('registry.tender_deadline')), exists (select from registry.tender) and not exists (select from registry.tender_deadline)", connection, transaction);
        await using (var reader = await ask.ExecuteReaderAsync(cancellation))
        {
            await reader.ReadAsync(cancellation);
            if (!reader.GetBoolean(1))
            {
                return;
            }
        }

        await RefreshAsync(connection, parcelIds: null, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What the contract of a tender agrees, its supplements included.</summary>
    public static async Task<AgreedDays> AgreedAsync(RegistryDb db, RecordedTender tender, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var files = await FilesAsync((NpgsqlConnection)db.Database.GetDbConnection(), [tender.ParcelId], cancellation);
            return files.Single(one => one.Id == tender.Id).File.Agreed;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Writes the deadlines of the tenders of parcels anew, in the running transaction; of all when null.</summary>
    public static async Task RefreshAsync(NpgsqlConnection connection, long[]? parcelIds, CancellationToken cancellation)
    {
        await using (var clear = new NpgsqlCommand("delete from registry.tender_deadline where $1::bigint[] is null or parcel_id = any ($1)", connection))
        {
            clear.Parameters.Add(StoredAnswers.Ids(parcelIds));
            await clear.ExecuteNonQueryAsync(cancellation);
        }

        // A tender that was withdrawn has no days to keep: what it had is gone even where nothing comes in its place.
        var files = await FilesAsync(connection, parcelIds, cancellation);
        if (files.Count == 0)
        {
            return;
        }

        var law = (await RegisterLaw.OfAsync(connection, cancellation)).Shelf;
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy registry.tender_deadline (tender_id, code, parcel_id, started_on, due_on, done_on, who) from stdin (format binary)", cancellation);
        foreach (var (id, parcel, county, file) in files)
        {
            foreach (var deadline in TenderDeadlines.Of(file, law.For(county).Tender))
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(deadline.Code, NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(parcel, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(deadline.StartedOn, NpgsqlDbType.Date, cancellation);
                await copy.WriteAsync(deadline.DueOn, NpgsqlDbType.Date, cancellation);
                await (deadline.DoneOn is { } done ? copy.WriteAsync(done, NpgsqlDbType.Date, cancellation) : copy.WriteNullAsync(cancellation));
                await copy.WriteAsync(deadline.Who, NpgsqlDbType.Text, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task<List<TenderOfParcel>> FilesAsync(NpgsqlConnection connection, long[]? parcelIds, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/Deadlines/tender_files.sql"), connection);
        command.Parameters.Add(StoredAnswers.Ids(parcelIds));
        var files = new List<TenderOfParcel>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (stages, days) = (reader.GetFieldValue<string[]>(7), reader.GetFieldValue<DateOnly[]>(8));
            files.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.TextOrNull(13), new()
            {
                Method = Codes<TenderMethod>.Parse(reader.GetString(2)),
                Stage = Codes<TenderStage>.Parse(reader.GetString(3)),
                StageSince = reader.GetFieldValue<DateOnly>(4),
                OpensOn = Day(5),
                ClosesOn = Day(6),
                Reached = stages.Zip(days).ToDictionary(one => Codes<TenderStage>.Parse(one.First), one => one.Second),
                Agreed = new(Day(9), Day(10), Day(11), Day(12)),
            }));
        }

        return files;

        DateOnly? Day(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
    }

    private sealed record TenderOfParcel(long Id, long ParcelId, string? County, TenderFile File);
}
