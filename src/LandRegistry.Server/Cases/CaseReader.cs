using System.Runtime.CompilerServices;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Cases;

/// <summary>Which cases a list asks for; null where it does not ask.</summary>
internal sealed record CaseQuery(string[]? Stages, long[]? Zones, string? Officer, bool OpenOnly, long? Before, int Limit, long? Parcel = null);

/// <summary>Reads cases: lists, one whole on a day.</summary>
internal sealed class CaseReader(RegistryDb db)
{
    private const int RowsAtATime = 500;

    private sealed record ChangeRow(long Id, string Actor, DateTimeOffset RecordedAt);

    /// <summary>A page of cases, newest first; one row more than the limit when there are more.</summary>
    public async Task<List<CaseRow>> ListAsync(CaseQuery query, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Cases/case_list.sql"), (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(Argument(query.Stages, NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.Zones, NpgsqlDbType.Array | NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(query.Officer, NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.OpenOnly, NpgsqlDbType.Boolean));
        command.Parameters.Add(Argument(query.Before, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(query.Limit + 1, NpgsqlDbType.Integer));
        command.Parameters.Add(Argument(query.Parcel, NpgsqlDbType.Bigint));
        var rows = new List<CaseRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var stage = Codes<CaseStage>.Parse(reader.GetString(6));
            rows.Add(new()
            {
                Id = reader.GetInt64(0),
                ParcelId = reader.GetInt64(1),
                ParcelCode = reader.TextOrNull(2),
                ParcelName = reader.TextOrNull(3),
                ZoneId = reader.GetInt64(4),
                Number = reader.TextOrNull(5),
                Stage = reader.GetString(6),
                StageName = stage.Name(),
                Since = reader.GetFieldValue<DateOnly>(7),
                OpenedOn = reader.GetFieldValue<DateOnly>(8),
                ClosedOn = reader.GetFieldValue<DateOnly?>(9),
                Officer = reader.TextOrNull(10),
                NextDue = reader.GetFieldValue<DateOnly?>(11),
                Version = reader.GetInt32(12),
            });
        }

        return rows;
    }

    /// <summary>All rows of the list, newest first, in one snapshot, some hundreds at a time.</summary>
    public async IAsyncEnumerable<CaseRow> AllAsync(CaseQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        for (var (before, isMore) = ((long?)null, true); isMore;)
        {
            var rows = await ListAsync(query with { Before = before, Limit = RowsAtATime }, cancellation);
            isMore = rows.Count > RowsAtATime;
            foreach (var row in rows.Take(RowsAtATime))
            {
                yield return row;
                before = row.Id;
            }
        }
    }

    /// <summary>Names of the zones by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, Text>> ZoneNamesAsync(CancellationToken cancellation) =>
        await db.Set<Domain.Zones.Zone>().AsNoTracking().ToDictionaryAsync(zone => zone.Id, zone => new Text(zone.NameZh, zone.NameEn), cancellation);

    /// <summary>Whether there is such a parcel.</summary>
    public Task<bool> ParcelStandsAsync(long parcelId, CancellationToken cancellation) =>
        db.Set<Parcel>().AnyAsync(parcel => parcel.Id == parcelId && parcel.EndedOn == null, cancellation);

    /// <summary>All of a case as it was on a day; null when there is none, or it was not opened yet.</summary>
    public async Task<CaseDetail?> DetailAsync(long id, DateOnly asOf, CancellationToken cancellation)
    {
        var file = await db.Set<LandCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (file is null)
        {
            return null;
        }

        var history = await db.CaseHistoryAsync(id, cancellation);
        var surroundings = await CaseSurroundings.ReadAsync(db, file.ParcelId, asOf, cancellation);
        if (surroundings.Judged(history, await RegisterLaw.OfParcelAsync(db, file.ParcelId, cancellation), asOf) is not { } context)
        {
            return null;
        }

        var parcel = await db.Set<Parcel>().AsNoTracking().Where(p => p.Id == file.ParcelId)
            .Select(p => new CaseLand(p.Code, p.Name, p.ZoneId)).SingleAsync(cancellation);
        var numbers = history.ChangeNumbers();
        var changes = await db.Database.SqlQuery<ChangeRow>(
            $"select id as \"Id\", actor as \"Actor\", recorded_at as \"RecordedAt\" from registry.change where id = any ({numbers})").ToListAsync(cancellation);
        return new CaseCard(file, parcel, history, context, surroundings, changes.ToDictionary(row => row.Id, row => new Entered(row.Id, row.Actor, row.RecordedAt))).Write();
    }

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}

/// <summary>What a case shows of its parcel.</summary>
internal sealed record CaseLand(string? Code, string? Name, long ZoneId);
