using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Parcels;

/// <summary>What drives a parcel's status, so that it is not marked by hand.</summary>
/// <param name="Case">The open case; null when there is none.</param>
/// <param name="Tender">The stage of the open tender; null when there is none.</param>
internal sealed record StatusDrivers(OpenCase? Case, TenderStage? Tender)
{
    public static readonly StatusDrivers None = new(null, null);
}

/// <summary>Asks what drives a parcel's status.</summary>
internal static class StatusDriverReader
{
    private sealed record CaseRow(long Id, string Stage);

    public static async Task<StatusDrivers> StatusDriversOfAsync(this RegistryDb db, long parcelId, CancellationToken cancellation)
    {
        var open = await db.Database.SqlQuery<CaseRow>(
            $"select id as \"Id\", stage as \"Stage\" from registry.land_case where parcel_id = {parcelId} and closed_on is null and not withdrawn")
            .SingleOrDefaultAsync(cancellation);
        var stage = await db.Database.SqlQuery<string>(
            $"select stage as \"Value\" from registry.tender where parcel_id = {parcelId} and ended_on is null and not withdrawn").SingleOrDefaultAsync(cancellation);
        return new(open is null ? null : new(open.Id, Codes<CaseStage>.Parse(open.Stage)), Codes<TenderStage>.Find(stage));
    }
}
