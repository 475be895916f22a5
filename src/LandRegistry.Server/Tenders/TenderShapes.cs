using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Tenders;

/// <summary>A tender in a list. Money in yuan; null is unknown.</summary>
public record TenderRow
{
    public required long Id { get; init; }
    public required long ParcelId { get; init; }
    public required string? ParcelCode { get; init; }
    public required string? ParcelName { get; init; }
    public required long ZoneId { get; init; }
    public required decimal? AreaSquareMetres { get; init; }

    /// <summary>1 for the first offer of the land.</summary>
    public required int Round { get; init; }
    public required string? Number { get; init; }

    /// <summary>tender, auction or listing.</summary>
    public required string Method { get; init; }
    public required Text MethodName { get; init; }
    public required string Stage { get; init; }
    public required Text StageName { get; init; }
    public required DateOnly Since { get; init; }
    public required DateOnly? OpensOn { get; init; }
    public required DateOnly? ClosesOn { get; init; }
    public required string? Winner { get; init; }
    public required decimal? PriceYuan { get; init; }
    public required DateOnly? EndedOn { get; init; }
    public required int Version { get; init; }
}

/// <summary>All of a tender.</summary>
public sealed record TenderDetail : TenderRow
{
    public required long? PreviousId { get; init; }
    public required DateOnly PlannedOn { get; init; }
    public required decimal? StartingPriceYuan { get; init; }
    public required decimal? ReservePriceYuan { get; init; }
    public required decimal? DepositYuan { get; init; }
    public required int? Bidders { get; init; }
    public required long? ContractId { get; init; }
    public required string? Note { get; init; }

    /// <summary>The stages reached, in their order.</summary>
    public required IReadOnlyList<TenderEventShape> Events { get; init; }

    /// <summary>Days that the law sets, with whether they were kept.</summary>
    public required IReadOnlyList<TenderDeadlineShape> Deadlines { get; init; }

    /// <summary>What may come next, and what stands in its way today.</summary>
    public required IReadOnlyList<TenderNext> Next { get; init; }
    public required IReadOnlyList<TenderIndicatorShape> Indicators { get; init; }

    /// <summary>The least days that the law lets bidding begin and end on, were it announced today.</summary>
    public required TenderDays Earliest { get; init; }

    /// <summary>Price still to be paid by the ledger; null when none is on record.</summary>
    public required decimal? PriceOpenYuan { get; init; }
}

/// <summary>Days of bidding.</summary>
public sealed record TenderDays(DateOnly OpensOn, DateOnly ClosesOn);

/// <summary>A stage reached.</summary>
public sealed record TenderEventShape(string Stage, Text Name, DateOnly On, string? Note);

/// <summary>A day by which something must be done.</summary>
public sealed record TenderDeadlineShape(string Code, DateOnly DueOn, DateOnly? DoneOn, bool IsLate, Text Says, string Article);

/// <summary>A stage that may follow; refusal is null when nothing stands in its way but what the step itself has to say.</summary>
public sealed record TenderNext(string Stage, Text Name, TenderRefusal? Refusal);

/// <summary>Why a step may not be taken.</summary>
public sealed record TenderRefusal(string Code, Text Detail, string? Article);

/// <summary>An indicator of standard land: promised, found, and whether it was kept (open, kept or missed).</summary>
public sealed record TenderIndicatorShape(string Code, Text Name, bool AtLeast, decimal Promised, decimal? Found, DateOnly? CheckedOn, string? CheckedBy, string Result);

/// <summary>A page of tenders, newest first.</summary>
public sealed record TenderPage(IReadOnlyList<TenderRow> Items, string? NextCursor);

/// <summary>Tenders of a parcel, newest first.</summary>
public sealed record TenderList(IReadOnlyList<TenderDetail> Items);

/// <summary>Plans a tender, or alters its plan.</summary>
public sealed record PlanTenderRequest
{
    /// <summary>tender, auction or listing; required.</summary>
    public string? Method { get; init; }
    public string? Number { get; init; }

    /// <summary>The day of the plan, yyyy-MM-dd; today when absent. An alteration leaves it.</summary>
    public string? PlannedOn { get; init; }

    /// <summary>When bidding shall begin, yyyy-MM-dd.</summary>
    public string? OpensOn { get; init; }
    public string? ClosesOn { get; init; }
    public decimal? StartingPriceYuan { get; init; }
    public decimal? ReservePriceYuan { get; init; }
    public decimal? DepositYuan { get; init; }
    public string? Note { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a tender to a stage.</summary>
public sealed record MoveTenderRequest
{
    /// <summary>The stage; required.</summary>
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>How many bid; needed when bids are closed.</summary>
    public int? Bidders { get; init; }

    /// <summary>Who got it; needed for the award.</summary>
    public string? Winner { get; init; }

    /// <summary>Price of the award; needed for it.</summary>
    public decimal? PriceYuan { get; init; }

    /// <summary>Number of the contract; needed when it is signed.</summary>
    public string? ContractNumber { get; init; }
    public string? AgreedDeliveryOn { get; init; }
    public string? AgreedCommencementOn { get; init; }
    public string? AgreedCompletionOn { get; init; }

    /// <summary>Last day to pay the price; the law's year when absent.</summary>
    public string? PriceDueOn { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Promises an indicator, or says what was found.</summary>
public sealed record IndicatorRequest
{
    /// <summary>Code of the indicator; required.</summary>
    public string? Code { get; init; }

    /// <summary>What is promised; needed for a new one.</summary>
    public decimal? Promised { get; init; }

    /// <summary>What was found.</summary>
    public decimal? Found { get; init; }

    /// <summary>When it was found, yyyy-MM-dd; today when absent.</summary>
    public string? CheckedOn { get; init; }
    public string? Note { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}
