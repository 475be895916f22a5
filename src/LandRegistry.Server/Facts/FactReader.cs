using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Facts;

/// <summary>Reads the recorded facts of a parcel with who recorded them, their documents and scans.</summary>
internal sealed class FactReader(RegistryDb db, NpgsqlDataSource source)
{
    /// <summary>All facts of a parcel; null when there is no such parcel.</summary>
    public async Task<FactList?> OfParcelAsync(long parcelId, bool withWithdrawn, CancellationToken cancellation)
    {
        if (!await db.Set<Parcel>().AnyAsync(parcel => parcel.Id == parcelId, cancellation))
        {
            return null;
        }

        var records = new List<FactRecord>();
        foreach (var table in FactKinds.All.DistinctBy(kind => kind.New(0).GetType()))
        {
            records.AddRange(await table.Records(db).AsNoTracking()
                .Where(record => record.ParcelId == parcelId && (withWithdrawn || !record.Withdrawn)).OrderBy(record => record.Id).ToListAsync(cancellation));
        }

        var facts = await ShowAsync(records, cancellation);
        return new(parcelId, [.. FactKinds.All.SelectMany(kind => facts.Where(fact => fact.Kind == kind.Code)
            .OrderBy(fact => DayOf(kind, fact.Fields)).ThenBy(fact => fact.Id))]);
    }

    /// <summary>One fact as it is now, withdrawn or not.</summary>
    public async Task<Fact?> OneAsync(FactKind kind, long id, CancellationToken cancellation)
    {
        var record = await kind.Records(db).AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellation);
        return record is null || !kind.Has(record) ? null : (await ShowAsync([record], cancellation)).Single();
    }

    /// <summary>The money ledger on a day; null when there is no such parcel.</summary>
    public async Task<MoneyAnswer?> MoneyAsync(long parcelId, DateOnly asOf, CancellationToken cancellation)
    {
        if (!await db.Set<Parcel>().AnyAsync(parcel => parcel.Id == parcelId, cancellation))
        {
            return null;
        }

        var lines = await db.Set<MoneyRecord>().AsNoTracking().Where(line => line.ParcelId == parcelId).OrderBy(line => line.OnDay).ThenBy(line => line.Id).ToListAsync(cancellation);
        var contracts = await db.Set<Contract>().AsNoTracking()
            .Where(contract => contract.ParcelId == parcelId && contract.PriceYuan != null && (contract.SignedOn == null || contract.SignedOn <= asOf)).ToListAsync(cancellation);
        var agreed = contracts.OrderBy(contract => contract.SignedOn ?? DateOnly.MinValue).ThenBy(contract => contract.Kind, StringComparer.Ordinal).LastOrDefault()?.PriceYuan;
        return new(
            parcelId,
            MoneyLedger.On([.. lines.Select(line => new MoneyLine(line.Kind, line.OnDay, line.AmountYuan))], agreed, asOf),
            await ShowAsync(lines, cancellation));
    }

    private async Task<IReadOnlyList<Fact>> ShowAsync(IReadOnlyList<FactRecord> records, CancellationToken cancellation)
    {
        var changes = await ChangesAsync([.. records.Select(record => record.ChangeId).Distinct()], cancellation);
        long[] documents = [.. records.Select(record => record.DocumentId).OfType<long>().Concat(records.OfType<DocumentRecord>().Select(document => document.Id)).Distinct()];
        var scans = await ScansAsync(documents, cancellation);
        var named = (await db.Set<DocumentRecord>().IgnoreQueryFilters().AsNoTracking().Where(document => documents.Contains(document.Id)).ToListAsync(cancellation)).ToDictionary(document => document.Id);
        long[] inspections = [.. records.OfType<InspectionRecord>().Select(inspection => inspection.Id)];
        var photos = inspections.Length == 0 ? [] : await db.Set<DocumentRecord>().AsNoTracking()
            .Where(document => document.InspectionId != null && inspections.Contains(document.InspectionId.Value)).ToListAsync(cancellation);
        return [.. records.Select(record =>
        {
            var kind = FactKinds.All.First(candidate => candidate.Has(record));
            return new Fact
            {
                Id = record.Id,
                Kind = kind.Code,
                Name = kind.Name,
                ParcelId = record.ParcelId,
                Fields = kind.Show(record),
                Withdrawn = record.Withdrawn,
                Version = record.Version,
                Change = changes.GetValueOrDefault(record.ChangeId),
                Document = record.DocumentId is { } id && named.TryGetValue(id, out var document)
                    ? new(document.Id, document.Kind, document.Number, document.Title, scans.ContainsKey(id)) : null,
                Scan = record is DocumentRecord paper ? scans.GetValueOrDefault(paper.Id) : null,
                Photos = record is InspectionRecord visit ? [.. photos.Where(photo => photo.InspectionId == visit.Id).Select(photo => photo.Id)] : [],
            };
        })];
    }

    private async Task<Dictionary<long, FactChange>> ChangesAsync(long[] ids, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select id, recorded_at, actor, command, reason from registry.change where id = any ($1)");
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var changes = new Dictionary<long, FactChange>();
        while (await rows.ReadAsync(cancellation))
        {
            changes.Add(rows.GetInt64(0), new(
                rows.GetInt64(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetString(2), rows.GetString(3), await rows.IsDBNullAsync(4, cancellation) ? null : rows.GetString(4)));
        }

        return changes;
    }

    private async Task<Dictionary<long, ScanShape>> ScansAsync(long[] documents, CancellationToken cancellation)
    {
        var scans = new Dictionary<long, ScanShape>();
        if (documents.Length > 0)
        {
            await using var command = source.CreateCommand(EmbeddedSql.Read("Facts/latest_scans.sql"));
            command.Parameters.Add(new() { Value = documents, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                scans.Add(rows.GetInt64(0), new(
                    rows.GetInt64(1), await rows.IsDBNullAsync(2, cancellation) ? null : rows.GetString(2), rows.GetString(3), rows.GetInt64(4), rows.GetString(5)));
            }
        }

        return scans;
    }

    private static DateOnly DayOf(FactKind kind, FactFields fields) =>
        kind.Day is { } day && typeof(FactFields).GetProperty(char.ToUpperInvariant(day.Name[0]) + day.Name[1..])!.GetValue(fields) is DateOnly on ? on : DateOnly.MinValue;
}
