using System.Text.Json;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Parcels;

/// <summary>Reads parcels: pages, one whole, counts, history.</summary>
internal sealed class ParcelReader(RegistryDb db, NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>A page of the matching parcels in an order.</summary>
    public async Task<ParcelPage> PageAsync(ParcelFilter filter, string sort, ParcelSort.Cursor? after, int limit, CancellationToken cancellation)
    {
        var rows = await db.Matching(filter).Sorted(sort, after).Take(limit + 1)
            .Select(p => new
            {
                Row = new ParcelRow
                {
                    Id = p.Id,
                    Code = p.Code,
                    Name = p.Name,
                    ZoneId = p.ZoneId,
                    Status = p.Status.Code(),
                    StatusSince = p.StatusSince,
                    OnHold = p.OnHold,
                    LandUseCode = p.LandUseCode,
                    AreaSquareMetres = p.AreaSquareMetres,
                    AreaIsMeasured = p.MeasuredAreaSquareMetres != null,
                    IsSurveyed = p.Boundary != null,
                    Location = new[] { p.Location.X, p.Location.Y },
                    Holder = db.Set<Occupancy>()
                        .Where(o => o.ParcelId == p.Id && o.Role == "holder" && o.ToOn == null)
                        .OrderBy(o => o.Id)
                        .Join(db.Set<Enterprise>(), o => o.EnterpriseId, e => e.Id, (o, e) => e.Name)
                        .FirstOrDefault(),
                    UpdatedAt = p.UpdatedAt,
                    Version = p.Version,
                },
                p.SortCode,
                p.SortArea,
                p.StatusRank,
            })
            .ToListAsync(cancellation);
        if (rows.Count <= limit)
        {
            return new([.. rows.Select(row => row.Row)], null);
        }

        var last = rows[limit - 1];
        var key = ParcelSort.Key(sort, last.SortCode, last.SortArea, last.Row.UpdatedAt, last.StatusRank);
        return new([.. rows.Take(limit).Select(row => row.Row)], new ParcelSort.Cursor(sort, key, last.Row.Id).Encode());
    }

    /// <summary>All of a parcel; null when it is not there or has ended.</summary>
    public async Task<ParcelDetail?> DetailAsync(long id, CancellationToken cancellation)
    {
        var parcel = await db.Set<Parcel>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
        if (parcel is null)
        {
            return null;
        }

        var boundary = await db.Database
            .SqlQuery<string?>($"select st_asgeojson(boundary, 9) as \"Value\" from registry.parcel where id = {id}")
            .SingleAsync(cancellation);
        var contracts = await db.Set<Contract>().AsNoTracking().Where(c => c.ParcelId == id)
            .OrderBy(c => c.SignedOn).ThenBy(c => c.Id).ToListAsync(cancellation);
        var encumbrances = await db.Set<Encumbrance>().AsNoTracking().Where(e => e.ParcelId == id)
            .OrderBy(e => e.RegisteredOn).ThenBy(e => e.Id).ToListAsync(cancellation);
        var occupancies = await db.Set<Occupancy>().AsNoTracking().Where(o => o.ParcelId == id)
            .Join(db.Set<Enterprise>(), o => o.EnterpriseId, e => e.Id, (o, e) => new { Occupancy = o, Enterprise = e })
            .OrderByDescending(row => row.Occupancy.ToOn == null).ThenByDescending(row => row.Occupancy.FromOn).ThenBy(row => row.Occupancy.Id)
            .Select(row => new OccupancyShape(
                row.Enterprise.Id, row.Enterprise.Name, row.Enterprise.CreditCode, row.Occupancy.Role, row.Occupancy.FromOn, row.Occupancy.ToOn))
            .ToListAsync(cancellation);
        return ParcelCard.Of(
            parcel, boundary is null ? null : JsonElement.Parse(boundary), contracts, encumbrances, occupancies,
            await db.OpenCaseOfAsync(id, cancellation), RegisterDay.Today(time));
    }

    /// <summary>Counts of the matching parcels by status, zone or use.</summary>
    public async Task<ParcelSummary> SummaryAsync(ParcelFilter filter, string by, CancellationToken cancellation)
    {
        var fromCounts = filter.CountsSuffice && by != "use";
        await using var command = source.CreateCommand(EmbeddedSql.Read(fromCounts ? "Parcels/summary_of_counts.sql" : "Parcels/summary_of_parcels.sql"));
        var arguments = ParcelSet.Arguments(filter);
        foreach (var argument in fromCounts ? [arguments[0], arguments[1], arguments[5]] : arguments)
        {
            command.Parameters.Add(argument);
        }

        command.Parameters.Add(new() { Value = by });
        var groups = new List<TallyGroup>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            groups.Add(new(await reader.IsDBNullAsync(0, cancellation) ? null : reader.GetString(0), reader.GetInt64(1), reader.GetDecimal(2)));
        }

        return new(by, new(groups.Sum(group => group.Count), groups.Sum(group => group.AreaSquareMetres)), groups);
    }
}
