using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Parcels;

/// <summary>Whether a case drives a parcel's status.</summary>
internal static class OpenCaseReader
{
    private sealed record Row(long Id, string Stage);

    /// <summary>The open case of a parcel; null when there is none.</summary>
    public static async Task<OpenCase?> OpenCaseOfAsync(this RegistryDb db, long parcelId, CancellationToken cancellation)
    {
        var row = await db.Database.SqlQuery<Row>(
            $"select id as \"Id\", stage as \"Stage\" from registry.land_case where parcel_id = {parcelId} and closed_on is null and not withdrawn")
            .SingleOrDefaultAsync(cancellation);
        return row is null ? null : new(row.Id, Codes<CaseStage>.Parse(row.Stage));
    }
}
