using System.Globalization;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>Reads and writes floors of standard factories.</summary>
internal sealed class FloorStore(RegistryDb db, PoolChanges changes)
{
    /// <summary>A page of floors, newest first.</summary>
    public async Task<FloorPage> PageAsync(long[]? zones, bool? vacant, long? before, int limit, CancellationToken cancellation)
    {
        var floors = db.Set<RecordedFloor>().AsNoTracking().Where(floor => before == null || floor.Id < before);
        if (zones is not null)
        {
            floors = db.Set<RecordedFloor>().FromSql($"select * from registry.factory_floor where zone_id = any ((select registry.zones_with_descendants({zones}))::bigint[])").AsNoTracking()
                .Where(floor => before == null || floor.Id < before);
        }

        if (vacant is { } empty)
        {
            floors = floors.Where(floor => (floor.VacantSince != null) == empty);
        }

        var rows = await floors.OrderByDescending(floor => floor.Id).Take(limit + 1).ToListAsync(cancellation);
        var shapes = await ShapesAsync(rows.Take(limit).ToList(), cancellation);
        return new(shapes, rows.Count > limit ? shapes[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>One floor; null when there is none.</summary>
    public async Task<FloorShape?> OneAsync(long id, CancellationToken cancellation) =>
        await db.Set<RecordedFloor>().AsNoTracking().SingleOrDefaultAsync(floor => floor.Id == id, cancellation) is { } floor ? (await ShapesAsync([floor], cancellation))[0] : null;

    /// <summary>Enters a floor.</summary>
    public async Task<PoolOutcome> EnterAsync(RecordedFloor floor, ZoneScope scope, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (await PlaceAsync(floor, scope, cancellation) is { } missing)
        {
            return missing;
        }

        db.Add(floor);
        await changes.FinishAsync(transaction, floor.ParcelId, cancellation);
        return new PoolOutcome.Done(floor.Id);
    }

    /// <summary>Tells a floor anew.</summary>
    public Task<PoolOutcome> DescribeAsync(long id, int version, RecordedFloor told, ZoneScope scope, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedFloor>(id, version, CourtshipCommands.Floor, origin, async floor =>
        {
            if (!scope.Holds(floor.ZoneId))
            {
                return new PoolOutcome.Missing(CourtshipCommands.Floor);
            }

            if (await PlaceAsync(told, scope, cancellation) is { } missing)
            {
                return missing;
            }

            (floor.ZoneId, floor.ParcelId, floor.Building, floor.Floor) = (told.ZoneId, told.ParcelId, told.Building, told.Floor);
            (floor.AreaSquareMetres, floor.HeightMetres, floor.LoadTonnes, floor.PowerKva) = (told.AreaSquareMetres, told.HeightMetres, told.LoadTonnes, told.PowerKva);
            (floor.RentYuan, floor.VacantSince, floor.Source, floor.Note) = (told.RentYuan, told.VacantSince, told.Source, told.Note);
            return null;
        }, cancellation);

    /// <summary>A floor on a parcel lies in the parcel's zone; what lies outside the person's zones is not there for them.</summary>
    private async Task<PoolOutcome?> PlaceAsync(RecordedFloor floor, ZoneScope scope, CancellationToken cancellation)
    {
        if (floor.ParcelId is { } parcel)
        {
            if (await db.Set<Parcel>().Where(one => one.Id == parcel && one.EndedOn == null).Select(one => (long?)one.ZoneId).SingleOrDefaultAsync(cancellation) is not { } zone || !scope.Holds(zone))
            {
                return new PoolOutcome.Missing(CourtshipCommands.Parcel);
            }

            floor.ZoneId = zone;
            return null;
        }

        return scope.Holds(floor.ZoneId) && await db.Set<Zone>().AnyAsync(zone => zone.Id == floor.ZoneId, cancellation) ? null : new PoolOutcome.Missing(IndustryStore.Zone);
    }

    private async Task<List<FloorShape>> ShapesAsync(List<RecordedFloor> floors, CancellationToken cancellation)
    {
        var ids = floors.Select(floor => floor.ParcelId).OfType<long>().Distinct().ToArray();
        var names = await db.Set<Parcel>().Where(parcel => ids.Contains(parcel.Id)).ToDictionaryAsync(parcel => parcel.Id, parcel => parcel.Name ?? parcel.Code, cancellation);
        return
        [
            .. floors.Select(floor => new FloorShape
            {
                Id = floor.Id, ZoneId = floor.ZoneId, ParcelId = floor.ParcelId, ParcelName = floor.ParcelId is { } id ? names.GetValueOrDefault(id) : null, Building = floor.Building, Floor = floor.Floor,
                AreaSquareMetres = floor.AreaSquareMetres, HeightMetres = floor.HeightMetres, LoadTonnes = floor.LoadTonnes, PowerKva = floor.PowerKva, RentYuan = floor.RentYuan,
                VacantSince = floor.VacantSince, Source = floor.Source, Note = floor.Note, Version = floor.Version,
            }),
        ];
    }
}
