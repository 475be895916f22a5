using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Tenders;

/// <summary>A tender as it is, with the days on which it reached its stages.</summary>
public sealed record TenderFile
{
    public required TenderMethod Method { get; init; }

    public required TenderStage Stage { get; init; }

    /// <summary>The day on which the stage was reached.</summary>
    public required DateOnly StageSince { get; init; }

    /// <summary>When bidding shall begin; null until planned.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>When bidding shall end; null until planned.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>底价: below it nothing is awarded; null when there is none.</summary>
    public decimal? ReservePriceYuan { get; init; }

    /// <summary>Days of the stages reached, the latest of each.</summary>
    public IReadOnlyDictionary<TenderStage, DateOnly> Reached { get; init; } = new Dictionary<TenderStage, DateOnly>();

    /// <summary>How many bid; null until bids are closed.</summary>
    public int? Bidders { get; init; }

    /// <summary>The price it was awarded at.</summary>
    public decimal? PriceYuan { get; init; }

    /// <summary>What the contract and its supplements agree.</summary>
    public AgreedDays Agreed { get; init; } = new(null, null, null, null);

    /// <summary>The day of a stage; null when it was not reached.</summary>
    public DateOnly? On(TenderStage stage) => Reached.TryGetValue(stage, out var day) ? day : null;
}

/// <summary>Last days, inclusive, that the contract of an award agrees, a supplementary agreement before the contract itself; null is not agreed.</summary>
public sealed record AgreedDays(DateOnly? PriceOn, DateOnly? DeliveryOn, DateOnly? CommencementOn, DateOnly? CompletionOn);

/// <summary>A step that shall be taken, with what is told of it.</summary>
/// <param name="To">The stage.</param>
/// <param name="On">The day.</param>
public sealed record TenderStep(TenderStage To, DateOnly On)
{
    /// <summary>How many bid.</summary>
    public int? Bidders { get; init; }

    /// <summary>Who got it.</summary>
    public string? Winner { get; init; }

    /// <summary>At which price.</summary>
    public decimal? PriceYuan { get; init; }

    /// <summary>Number of the contract.</summary>
    public string? ContractNumber { get; init; }
}

/// <summary>What the register knows of the land on the day of a step.</summary>
public sealed record TenderLand
{
    public required ParcelStatus Status { get; init; }

    public required DateOnly StatusSince { get; init; }

    public bool OnHold { get; init; }

    /// <summary>What blocks its readiness; empty when ready.</summary>
    public IReadOnlyList<ReadinessItem> Blocking { get; init; } = [];

    /// <summary>Price still to be paid under the contract, yuan; null when no price is on record.</summary>
    public decimal? PriceOpenYuan { get; init; }

    /// <summary>Works started since the contract, by a recorded fact.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Works completed since the contract, by a recorded fact.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Indicators promised and not checked yet.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
}
