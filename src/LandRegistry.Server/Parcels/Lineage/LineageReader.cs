using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Parcels.Lineage;

/// <summary>Reads what a split or merge is judged on, and the lineage that is kept.</summary>
internal static class LineageReader
{
    private static readonly string[] Barring = ["seizure", "dispute", "court"];

    /// <summary>What the Domain looks at when a parcel is to be split or merged.</summary>
    public static async Task<LineageFacts> FactsAsync(RegistryDb db, Parcel parcel, DateOnly today, CancellationToken cancellation)
    {
        var burdens = await db.Set<Encumbrance>().AsNoTracking()
            .Where(e => e.ParcelId == parcel.Id && (e.ReleasedOn == null || e.ReleasedOn > today)).OrderBy(e => e.Id).ToListAsync(cancellation);
        var holders = await db.Set<Occupancy>().AsNoTracking()
            .Where(o => o.ParcelId == parcel.Id && o.Role == "holder" && (o.ToOn == null || o.ToOn >= today))
            .Select(o => o.EnterpriseId).Distinct().OrderBy(id => id).ToListAsync(cancellation);
        return new(
            parcel.Id,
            parcel.Code ?? parcel.Name ?? $"#{parcel.Id}",
            parcel.IsSurveyed,
            (await db.StatusDriversOfAsync(parcel.Id, cancellation)).Case is not null,
            [.. burdens.Select(burden => burden.Kind).Where(Barring.Contains).Distinct()],
            [.. burdens.Where(burden => burden.Kind == "mortgage").Select(burden => burden.Holder ?? "").Distinct().Order(StringComparer.Ordinal)],
            holders,
            parcel.Status,
            parcel.OnHold,
            new(parcel.ZoneId, parcel.LandUseCode, parcel.RightType, parcel.Ownership),
            await ClockAsync(db, parcel.Id, today, cancellation));
    }

    /// <summary>What the idle clock says of a parcel today, from its recorded facts.</summary>
    public static async Task<ClockSegment> ClockAsync(RegistryDb db, long parcelId, DateOnly today, CancellationToken cancellation)
    {
        var record = await StoredAnswers.RecordAsync(db, parcelId, cancellation);
        return (await RegisterLaw.OfAsync(db, cancellation)).NewAnswers().AssessClock(record!, today).Answer;
    }

    /// <summary>The lineage of a parcel, standing or ended; null when there never was such a parcel.</summary>
    public static async Task<ParcelLineage?> OfAsync(RegistryDb db, NpgsqlDataSource source, long parcelId, ZoneScope scope, CancellationToken cancellation)
    {
        if (!await db.Set<Parcel>().AnyAsync(p => p.Id == parcelId, cancellation))
        {
            return null;
        }

        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/Lineage/lineage.sql"));
        command.Parameters.Add(new() { Value = parcelId });
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (ancestors, descendants) = (new List<RelatedParcel>(), new List<RelatedParcel>());
        while (await reader.ReadAsync(cancellation))
        {
            (reader.GetBoolean(0) ? ancestors : descendants).Add(new(
                reader.GetInt64(1),
                await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2),
                await reader.IsDBNullAsync(3, cancellation) ? null : reader.GetString(3),
                await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetDecimal(4),
                reader.GetString(5),
                reader.GetFieldValue<DateOnly>(6),
                reader.GetInt32(7),
                await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetFieldValue<DateOnly>(8),
                reader.GetInt64(9)));
        }

        return new(ancestors, descendants);
    }
}
