using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>What all records of a case have; one entered by mistake is withdrawn, counts for nothing and stays in the history.</summary>
public abstract class CaseRecord
{
    /// <summary>In the order of recording.</summary>
    public long Id { get; private set; }

    public long CaseId { get; set; }

    public long ParcelId { get; set; }

    public string? Note { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>The file itself: which parcel, how far, in whose hands.</summary>
public sealed class LandCase
{
    public long Id { get; private set; }

    public long ParcelId { get; set; }

    /// <summary>Number of the case in the office.</summary>
    public string? Number { get; set; }

    /// <summary>Stage reached last.</summary>
    public CaseStage Stage { get; set; }

    public DateOnly StageSince { get; set; }

    public DateOnly OpenedOn { get; set; }

    /// <summary>When it was found not idle or closed out; null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Officer in charge (承办人).</summary>
    public string? Officer { get; set; }

    public string? Note { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }

    /// <summary>Takes it to a stage.</summary>
    public void Reach(CaseStage stage, DateOnly on)
    {
        (Stage, StageSince) = (stage, on);
        ClosedOn = stage.IsClosed() ? ClosedOn ?? on : null;
    }
}

/// <summary>A stage reached.</summary>
public sealed class RecordedStage : CaseRecord
{
    public CaseStage Stage { get; set; }

    public DateOnly OnDay { get; set; }
}

/// <summary>An official document.</summary>
public sealed class RecordedDocument : CaseRecord
{
    /// <summary>Code of the law's document kind.</summary>
    public string Kind { get; set; } = "";

    public string? Number { get; set; }

    public DateOnly IssuedOn { get; set; }

    public DateOnly? ServedOn { get; set; }

    /// <summary>Number of the 送达回证.</summary>
    public string? ProofOfService { get; set; }
}

/// <summary>A determination; the latest counts.</summary>
public sealed class RecordedDetermination : CaseRecord
{
    /// <summary>A or B.</summary>
    public IdleKind Kind { get; set; }

    public CauseSide Cause { get; set; }

    public DateOnly OnDay { get; set; }
}

/// <summary>A disposal plan; the latest counts.</summary>
public sealed class RecordedPlan : CaseRecord
{
    public DateOnly DraftedOn { get; set; }

    public DisposalMeasure Measure { get; set; }

    /// <inheritdoc cref="DisposalPlan.From"/>
    public DateOnly? FromOn { get; set; }

    /// <inheritdoc cref="DisposalPlan.Until"/>
    public DateOnly? UntilOn { get; set; }

    public bool? PricePaidUp { get; set; }

    public bool? MoneyInPlace { get; set; }

    public bool? PlanChangedByLaw { get; set; }

    public bool? EqualValueLikeUse { get; set; }
}

/// <summary>Kinds of dated events that guards and deadlines look at.</summary>
public enum MilestoneKind
{
    /// <summary>方案批准: by the people's government (Order 53 Articles 13 and 14).</summary>
    Approved,

    /// <summary>信息公开 (Article 11).</summary>
    Published,

    /// <summary>撤销公开: the publication is withdrawn (Article 11).</summary>
    Withdrawn,

    /// <summary>答复: the holder answered the notice of investigation (Article 5 ¶2).</summary>
    Answered,

    /// <summary>缴费: the fee is paid (Article 17).</summary>
    FeePaid,

    /// <summary>注销登记: the right is cancelled in the register of titles (Article 17).</summary>
    Deregistered,

    /// <summary>告知抵押权人 (Article 13).</summary>
    MortgageeTold,
}

/// <summary>A dated event; the latest of a kind counts.</summary>
public sealed class RecordedMilestone : CaseRecord
{
    public MilestoneKind Kind { get; set; }

    public DateOnly OnDay { get; set; }
}

/// <summary>A cause of idleness with its evidence (Order 53 Articles 7 and 8).</summary>
public sealed class RecordedCause : CaseRecord
{
    /// <summary>Code of the law's cause.</summary>
    public string Cause { get; set; } = "";

    /// <summary>The day the evidence is of.</summary>
    public DateOnly OnDay { get; set; }

    /// <summary>Number of the paper that shows it.</summary>
    public string? Document { get; set; }
}
