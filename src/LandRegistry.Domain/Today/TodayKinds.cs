using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Today;

/// <summary>What the list of the day is made of, in the order in which it stands within a day.</summary>
public enum TodayKind
{
    /// <summary>满一年疑似闲置: the clock finds the land idle, and nobody has raised it yet.</summary>
    Suspicion,

    /// <summary>可征缴闲置费: the fee may be charged from this day.</summary>
    Fee,

    /// <summary>可无偿收回: the right may be recovered from this day.</summary>
    Recovery,

    /// <summary>案件期限: a legal deadline of a case ends.</summary>
    CaseDeadline,

    /// <summary>招拍挂期限: a day of a tender, auction or listing, set by the law, its plan or its contract.</summary>
    TenderDeadline,

    /// <summary>一企一策步骤: a step of a strategy is to be done.</summary>
    StrategyStep,

    /// <summary>暂缓到期: a hold ends.</summary>
    HoldEnding,

    /// <summary>不再具备再出让条件: a parcel fell out of <c>ready</c>.</summary>
    ReadinessLost,
}

/// <summary>How an item stands on the day.</summary>
public enum TodayState
{
    /// <summary>Past its last day and not done.</summary>
    Overdue,

    /// <summary>To come, or the last day is today.</summary>
    Due,

    /// <summary>Newly so: the clock has reached the day, or readiness was lost.</summary>
    Raised,
}

/// <summary>Which kinds there are and how each is read.</summary>
public static class TodayKinds
{
    private static readonly ParcelStatus[] NotRaised = [ParcelStatus.InUse, ParcelStatus.Awarded, ParcelStatus.LowEfficiency, ParcelStatus.Closed];

    private static readonly Text[] Names =
    [
        new("满一年，疑似闲置", "One year full: suspected idle"), new("可征缴土地闲置费", "The idle fee may be charged"), new("可无偿收回", "The right may be recovered"),
        new("案件期限", "Deadline of a case"), new("招拍挂期限", "Deadline of a tender"), new("一企一策步骤", "Step of a strategy"), new("暂缓到期", "A hold ends"), new("不再具备再出让条件", "No longer ready"),
    ];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this TodayKind kind) => Names[(int)kind];

    /// <summary>The rule or term of the law that a kind of the clock rests on; null where each item has its own, or none.</summary>
    public static LawRule? RuleOf(this TodayKind kind, LawEdition law) => kind switch
    {
        TodayKind.Suspicion => law.Rule("investigation"),
        TodayKind.Fee => law.Rule("fee"),
        TodayKind.Recovery => law.Rule("recovery"),
        TodayKind.ReadinessLost => law.Rule("clear-right"),
        _ => null,
    };

    /// <summary>Statuses of the parcels that an item of the clock is still to be acted on for; empty for other kinds.</summary>
    public static IReadOnlyList<ParcelStatus> StatusesOf(this TodayKind kind) => kind switch
    {
        TodayKind.Suspicion => NotRaised,
        TodayKind.Fee => [.. NotRaised, ParcelStatus.Suspected, ParcelStatus.Investigating, ParcelStatus.Idle],
        TodayKind.Recovery => [.. NotRaised, ParcelStatus.Suspected, ParcelStatus.Investigating, ParcelStatus.Idle, ParcelStatus.Disposing],
        _ => [],
    };

    /// <summary>Whether the day is one from which something may be done or is so, rather than one by which it must be.</summary>
    public static bool IsRaised(this TodayKind kind) => kind is TodayKind.Suspicion or TodayKind.Fee or TodayKind.Recovery or TodayKind.ReadinessLost;

    /// <summary>How an item of a day stands on another.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="day">Its day: the last on which it is in time, inclusive, or the first on which it is so.</param>
    /// <param name="asOf">The day looked from.</param>
    public static TodayState StateOn(this TodayKind kind, DateOnly day, DateOnly asOf) =>
        kind.IsRaised() ? (day <= asOf ? TodayState.Raised : TodayState.Due) : day < asOf ? TodayState.Overdue : TodayState.Due;

    /// <summary>First day of the items listed: open tasks of any age; of the clock and of readiness only so many days back.</summary>
    public static DateOnly FirstDay(this TodayKind kind, DateOnly asOf, int within) => kind.IsRaised() ? asOf.AddDays(-within) : new(1900, 1, 1);
}
