namespace LandRegistry.Domain.Parcels;

/// <summary>
/// Status of a parcel, one vocabulary for database, API, map, screen and print (docs/glossary.md). The order is that of
/// the process from use to idleness to reuse. "On hold" stands beside any status and is not one of them.
/// </summary>
public enum ParcelStatus
{
    /// <summary>正常利用: used as agreed.</summary>
    InUse,

    /// <summary>疑似闲置: the clock or an officer raised it.</summary>
    Suspected,

    /// <summary>调查中: notice served, the 30-day clocks of Order 53 Article 5 run.</summary>
    Investigating,

    /// <summary>认定闲置: determined under Order 53 Articles 9 and 10.</summary>
    Idle,

    /// <summary>低效: a class of policy, not the legal one.</summary>
    LowEfficiency,

    /// <summary>处置盘活中: a decided disposal or strategy is being carried out.</summary>
    Disposing,

    /// <summary>收储在库: in the land reserve, readiness checklist running.</summary>
    Reserved,

    /// <summary>可再出让: all readiness items hold (Order 53 Article 21).</summary>
    Ready,

    /// <summary>挂牌中: in tender, auction or listing.</summary>
    Listed,

    /// <summary>成交待开工: sold, waiting for start.</summary>
    Awarded,

    /// <summary>已盘活销号: closed out.</summary>
    Closed,
}
