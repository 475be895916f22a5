using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Retender;

/// <summary>The parts of the re-tender list, in the order of a parcel's way out of the reserve; each parcel is in one at most.</summary>
public enum RetenderSection
{
    /// <summary>净地可供: in the reserve, not on hold, every item of readiness holds.</summary>
    Ready,

    /// <summary>待完善: in the reserve, not on hold, some items do not hold.</summary>
    Blocked,

    /// <summary>暂缓: in the reserve and on hold.</summary>
    Held,

    /// <summary>交易中: in tender, auction or listing.</summary>
    InTender,

    /// <summary>已成交: sold, waiting for start.</summary>
    Sold,
}

/// <summary>Which parcels stand in which part of the re-tender list.</summary>
public static class RetenderSections
{
    private static readonly Text[] Names =
    [
        new("净地可供", "Ready"), new("待完善", "Not ready yet"), new("暂缓", "On hold"), new("交易中", "In tender"), new("已成交", "Sold"),
    ];

    private static readonly ParcelStatus[] Reserve = [ParcelStatus.Reserved, ParcelStatus.Ready];

    /// <summary>The statuses of all parcels of the list.</summary>
    public static IReadOnlyList<ParcelStatus> AllStatuses { get; } = [.. Reserve, ParcelStatus.Listed, ParcelStatus.Awarded];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this RetenderSection section) => Names[(int)section];

    /// <summary>The statuses of its parcels.</summary>
    public static IReadOnlyList<ParcelStatus> Statuses(this RetenderSection section) => section switch
    {
        RetenderSection.InTender => [ParcelStatus.Listed],
        RetenderSection.Sold => [ParcelStatus.Awarded],
        _ => Reserve,
    };

    /// <summary>Whether its parcels are on hold; null where it does not matter.</summary>
    public static bool? Held(this RetenderSection section) => section switch
    {
        RetenderSection.Ready or RetenderSection.Blocked => false,
        RetenderSection.Held => true,
        _ => null,
    };

    /// <summary>Whether everything must hold, or something must not; null where readiness does not matter.</summary>
    public static bool? Ready(this RetenderSection section) => section switch
    {
        RetenderSection.Ready => true,
        RetenderSection.Blocked => false,
        _ => null,
    };

    /// <summary>Where a parcel stands; null when it has no place in the list. What the register does not know to be ready is not.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="onHold">Whether it is on hold.</param>
    /// <param name="blocking">Items that do not hold; null when readiness is not known.</param>
    public static RetenderSection? Of(ParcelStatus status, bool onHold, IReadOnlyCollection<string>? blocking) => status switch
    {
        ParcelStatus.Listed => RetenderSection.InTender,
        ParcelStatus.Awarded => RetenderSection.Sold,
        ParcelStatus.Reserved or ParcelStatus.Ready => onHold ? RetenderSection.Held
            : blocking is { Count: 0 } ? RetenderSection.Ready : RetenderSection.Blocked,
        _ => null,
    };
}
