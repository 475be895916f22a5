using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Overview;

/// <summary>The stock that is to be brought back to life: suspected to ready, neither in use nor sold nor closed out.</summary>
public static class IdleStock
{
    /// <summary>Its statuses, in the order of the process.</summary>
    public static IReadOnlyList<ParcelStatus> Statuses { get; } =
        [.. ParcelStatuses.All.Where(status => status is >= ParcelStatus.Suspected and <= ParcelStatus.Ready)];

    /// <summary>Whether a status belongs to the stock.</summary>
    public static bool Has(ParcelStatus status) => Statuses.Contains(status);

    /// <summary>Whether a move releases land: from the stock, or out of a tender, to use, to a taker or to its close.</summary>
    public static bool Releases(ParcelStatus from, ParcelStatus to) =>
        to is ParcelStatus.InUse or ParcelStatus.Awarded or ParcelStatus.Closed && (Has(from) || from == ParcelStatus.Listed)
        // Suspicion that was dismissed released nothing.
        && from is not (ParcelStatus.Suspected or ParcelStatus.Investigating);
}
