using System.Text.Json;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Parcels;

/// <summary>Reads parcels: pages, one whole.</summary>
internal sealed class ParcelReader(RegistryDb db, StandbyReads reads, TimeProvider time)
{
    private const int MostStatusesApart = 4;
    private const int MostZonesApart = 24;

    private readonly NpgsqlDataSource _source = reads.Source;

    /// <summary>A page of the matching parcels in an order.</summary>
    public async Task<ParcelPage> PageAsync(ParcelFilter filter, string sort, ParcelSort.Cursor? after, int limit, CancellationToken cancellation)
    {
        filter = await _source.SpelledAsync(filter, cancellation);
        var holders = Standing(db.Set<Occupancy>(), filter.AsOf).Where(o => o.Role == "holder");
        var matching = await InOrderAsync(filter, sort, after, limit + 1, cancellation);
        var rows = await matching.Sorted(sort, after).Take(limit + 1)
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
                    Holder = holders.Where(o => o.ParcelId == p.Id)
                        .OrderBy(o => o.Id)
                        .Join(db.Set<Enterprise>(), o => o.EnterpriseId, e => e.Id, (o, e) => e.Name)
                        .FirstOrDefault(),
                    Officer = p.Officer,
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

    /// <summary>
    /// The matching parcels. Of a few zones or statuses each is read off its own index, no further than a page: one walk in the order of
    /// areas or codes over all of them would pass by the many that are elsewhere or have other statuses.
    /// </summary>
    private async Task<IQueryable<Parcel>> InOrderAsync(ParcelFilter filter, string sort, ParcelSort.Cursor? after, int most, CancellationToken cancellation)
    {
        // What is due or ready is found as a set: once, not for each part.
        if (filter.Words is not null || filter.AsksAnswers || sort is not ("area" or "-area" or "code" or "-code"))
        {
            return db.Matching(filter);
        }

        if (filter.Zones is { } named && await ZonesOfAsync(named) is { Length: > 0 and <= MostZonesApart } zones)
        {
            return Together(zones.Select(zone => db.Matching(filter with { Zones = null }).Where(p => p.ZoneId == zone)));
        }

        return filter.Statuses is { Length: > 1 and <= MostStatusesApart } statuses
            ? Together(statuses.Distinct().Select(status => db.Matching(filter with { Statuses = [status] })))
            : db.Matching(filter);

        IQueryable<Parcel> Together(IEnumerable<IQueryable<Parcel>> parts)
        {
            var each = parts.ToArray();
            return each.Length == 1 ? each[0] : each.Select(part => part.Sorted(sort, after).Take(most)).Aggregate((all, more) => all.Concat(more));
        }

        async Task<long[]?> ZonesOfAsync(long[] zones)
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            return await ZonesBelow.ReadAsync(connection, zones, cancellation);
        }
    }

    /// <summary>All of a parcel; null when it is not there or has ended.</summary>
    public async Task<ParcelDetail?> DetailAsync(long id, CancellationToken cancellation)
    {
        var parcel = await db.Set<Parcel>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
        if (parcel is null)
        {
            return null;
        }

        var contracts = await db.Set<Contract>().AsNoTracking().Where(c => c.ParcelId == id)
            .OrderBy(c => c.SignedOn).ThenBy(c => c.Id).ToListAsync(cancellation);
        var encumbrances = await db.Set<Encumbrance>().AsNoTracking().Where(e => e.ParcelId == id)
            .OrderBy(e => e.RegisteredOn).ThenBy(e => e.Id).ToListAsync(cancellation);
        var occupancies = await OccupanciesAsync(db.Set<Occupancy>(), id, cancellation);
        var (clock, blocking) = await AnswersAsync(id, RegisterDay.Today(time), cancellation);
        return ParcelCard.Of(
            parcel, await BoundaryAsync(parcel, cancellation), contracts, encumbrances, occupancies, await NotesAsync(id, asOf: null, cancellation),
            await db.StatusDriversOfAsync(id, cancellation), clock, blocking);
    }

    /// <summary>
    /// All of a parcel as of a past day: contracts signed by then, encumbrances and occupancies that stood then. Those of
    /// unknown day count as there. Null when the parcel was not there.
    /// </summary>
    public async Task<ParcelDetail?> DetailAsOfAsync(long id, DateOnly day, CancellationToken cancellation)
    {
        var parcel = await db.Matching(new() { AsOf = day }).SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (parcel is null)
        {
            return null;
        }

        var contracts = await db.Set<Contract>().AsNoTracking().Where(c => c.ParcelId == id && (c.SignedOn == null || c.SignedOn <= day))
            .OrderBy(c => c.SignedOn).ThenBy(c => c.Id).ToListAsync(cancellation);
        var encumbrances = await db.Set<Encumbrance>().AsNoTracking()
            .Where(e => e.ParcelId == id && (e.RegisteredOn == null || e.RegisteredOn <= day) && (e.ReleasedOn == null || e.ReleasedOn > day))
            .OrderBy(e => e.RegisteredOn).ThenBy(e => e.Id).ToListAsync(cancellation);
        var occupancies = await OccupanciesAsync(Standing(db.Set<Occupancy>(), day), id, cancellation);
        var (clock, blocking) = await AnswersAsync(id, day, cancellation);
        return ParcelCard.AsOf(
            day, parcel, await BoundaryAsync(parcel, cancellation), contracts, encumbrances, occupancies, await NotesAsync(id, day, cancellation), clock, blocking);
    }

    /// <summary>What idle clock and readiness say of a parcel on a day.</summary>
    private async Task<(ClockAssessment Clock, IReadOnlyList<ReadinessItem> Blocking)> AnswersAsync(long id, DateOnly day, CancellationToken cancellation)
    {
        var record = (await StoredAnswers.RecordAsync(db, id, cancellation))!;
        var answers = (await RegisterLaw.OfAsync(db, cancellation)).NewAnswers();
        return (answers.AssessClock(record, day), [.. answers.AssessReadiness(record, day).Blocking]);
    }

    private async Task<IReadOnlyList<NoteShape>> NotesAsync(long id, DateOnly? asOf, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Parcels/parcel_notes.sql"));
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = (object?)asOf ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var notes = new List<NoteShape>();
        while (await reader.ReadAsync(cancellation))
        {
            notes.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt64(4)));
        }

        return notes;
    }

    /// <summary>The occupancies that stand now, or stood on a day (first and last day inclusive; unknown counts as there).</summary>
    private static IQueryable<Occupancy> Standing(IQueryable<Occupancy> occupancies, DateOnly? asOf) => asOf is { } day
        ? occupancies.Where(o => (o.FromOn == null || o.FromOn <= day) && (o.ToOn == null || o.ToOn >= day))
        : occupancies.Where(o => o.ToOn == null);

    private Task<List<OccupancyShape>> OccupanciesAsync(IQueryable<Occupancy> occupancies, long parcelId, CancellationToken cancellation) =>
        occupancies.AsNoTracking().Where(o => o.ParcelId == parcelId)
            .Join(db.Set<Enterprise>(), o => o.EnterpriseId, e => e.Id, (o, e) => new { Occupancy = o, Enterprise = e })
            .OrderByDescending(row => row.Occupancy.ToOn == null).ThenByDescending(row => row.Occupancy.FromOn).ThenBy(row => row.Occupancy.Id)
            .Select(row => new OccupancyShape(
                row.Enterprise.Id, row.Enterprise.Name, row.Enterprise.CreditCode, row.Occupancy.Role, row.Occupancy.FromOn, row.Occupancy.ToOn))
            .ToListAsync(cancellation);

    private async Task<JsonElement?> BoundaryAsync(Parcel parcel, CancellationToken cancellation) => parcel.Boundary is { } boundary
        ? JsonElement.Parse(await db.Database.SqlQuery<string>($"select st_asgeojson({boundary}, 9) as \"Value\"").SingleAsync(cancellation))
        : null;
}
