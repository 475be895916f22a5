using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects;

/// <summary>What is between projects and sites, as far as somebody may see the sites.</summary>
internal static class CourtshipsInSight
{
    public static IQueryable<RecordedCourtship> In(RegistryDb db, ZoneScope scope) => scope.Zones is not { } zones
        ? db.Set<RecordedCourtship>()
        : db.Set<RecordedCourtship>().Where(one => db.Set<Parcel>().Any(parcel => parcel.Id == one.ParcelId && zones.Contains(parcel.ZoneId))
            || db.Set<RecordedFloor>().Any(floor => floor.Id == one.FloorId && zones.Contains(floor.ZoneId)));
}
