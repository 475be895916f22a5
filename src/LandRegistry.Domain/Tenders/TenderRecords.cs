namespace LandRegistry.Domain.Tenders;

/// <summary>What all records of a tender have; one entered by mistake is withdrawn, counts for nothing and stays in the history.</summary>
public abstract class TenderRecord
{
    /// <summary>In the order of recording.</summary>
    public long Id { get; private set; }

    public long ParcelId { get; set; }

    public string? Note { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>The tender itself.</summary>
public sealed class RecordedTender : TenderRecord
{
    /// <summary>1 for the first offer.</summary>
    public int Round { get; set; } = 1;

    /// <summary>The tender that failed before this round.</summary>
    public long? PreviousId { get; set; }

    /// <summary>Number of the announcement.</summary>
    public string? Number { get; set; }

    public TenderMethod Method { get; set; }

    public TenderStage Stage { get; set; }

    public DateOnly StageSince { get; set; }

    public DateOnly PlannedOn { get; set; }

    /// <summary>When bidding shall begin.</summary>
    public DateOnly? OpensOn { get; set; }

    /// <summary>When bidding shall end.</summary>
    public DateOnly? ClosesOn { get; set; }

    public decimal? StartingPriceYuan { get; set; }

    /// <summary>底价.</summary>
    public decimal? ReservePriceYuan { get; set; }

    /// <summary>竞买保证金.</summary>
    public decimal? DepositYuan { get; set; }

    public int? Bidders { get; set; }

    public string? Winner { get; set; }

    public decimal? PriceYuan { get; set; }

    public long? ContractId { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>Takes it to a stage with what is told of it.</summary>
    public void Take(TenderStep step)
    {
        (Stage, StageSince) = (step.To, step.On);
        Bidders = step.Bidders ?? Bidders;
        Winner = step.Winner ?? Winner;
        PriceYuan = step.PriceYuan ?? PriceYuan;
        EndedOn = step.To.IsEnd() ? step.On : null;
    }

    /// <summary>The tender as the rules see it.</summary>
    public TenderFile File(IEnumerable<RecordedTenderEvent> events) => new()
    {
        Method = Method,
        Stage = Stage,
        StageSince = StageSince,
        OpensOn = OpensOn,
        ClosesOn = ClosesOn,
        ReservePriceYuan = ReservePriceYuan,
        Bidders = Bidders,
        PriceYuan = PriceYuan,
        Reached = events.GroupBy(one => one.Stage).ToDictionary(stage => stage.Key, stage => stage.Max(one => one.OnDay)),
    };
}

/// <summary>A stage reached.</summary>
public sealed class RecordedTenderEvent : TenderRecord
{
    public long TenderId { get; set; }

    public TenderStage Stage { get; set; }

    public DateOnly OnDay { get; set; }
}

/// <summary>An indicator promised, and what was found.</summary>
public sealed class RecordedTenderIndicator : TenderRecord
{
    public long TenderId { get; set; }

    public string Code { get; set; } = "";

    public decimal Promised { get; set; }

    public decimal? Found { get; set; }

    public DateOnly? CheckedOn { get; set; }

    public string? CheckedBy { get; set; }
}
