using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>An official document of a case.</summary>
/// <param name="Kind">Code of one of the law's document kinds, for instance <c>hearing-notice</c>.</param>
/// <param name="Number">Its number (机关代字〔年份〕文号); null until numbered.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="ServedOn">Day of receipt; null until served.</param>
/// <param name="ProofOfService">Number of the 送达回证; a service without proof starts no deadline.</param>
public sealed record OfficialDocument(string Kind, string? Number, DateOnly IssuedOn, DateOnly? ServedOn = null, string? ProofOfService = null)
{
    /// <summary>The day of service that counts: served, with proof.</summary>
    public DateOnly? ProvenServiceOn => ProofOfService is { Length: > 0 } ? ServedOn : null;
}

/// <summary>What was determined (Order 53 Articles 9 and 10).</summary>
/// <param name="Kind">A or B.</param>
/// <param name="Cause">Whose cause it is.</param>
/// <param name="On">Day of the determination.</param>
public sealed record Determination(IdleKind Kind, CauseSide Cause, DateOnly On);

/// <summary>Which of the conditions for a swap are shown (Order 53 Article 12(5)).</summary>
public sealed record SwapConditions(bool PricePaidUp, bool MoneyInPlace, bool PlanChangedByLaw, bool EqualValueLikeUse)
{
    public bool AllHold => PricePaidUp && MoneyInPlace && PlanChangedByLaw && EqualValueLikeUse;
}

/// <summary>A disposal plan.</summary>
/// <param name="Measure">How the land is disposed of.</param>
/// <param name="From">Extension: the commencement date that stood. Temporary use: its first day.</param>
/// <param name="Until">Extension: the new commencement date. Temporary use: its last day, exclusive.</param>
/// <param name="Swap">For a swap, which conditions are shown.</param>
public sealed record DisposalPlan(DisposalMeasure Measure, DateOnly? From = null, DateOnly? Until = null, SwapConditions? Swap = null);

/// <summary>A step that a case took.</summary>
public sealed record CaseEvent(CaseStage Stage, DateOnly On, FactSource Source);

/// <summary>A case of idle land. Immutable: each command gives a new one.</summary>
public sealed record CaseFile
{
    /// <summary>Stages reached, oldest first; never empty.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    public IReadOnlyList<OfficialDocument> Documents { get; init; } = [];

    public Determination? Determination { get; init; }

    public DisposalPlan? Plan { get; init; }

    /// <summary>Whether a mortgage stands on the land.</summary>
    public bool IsMortgaged { get; init; }

    /// <summary>Day on which the mortgagee was told in writing (Order 53 Article 13).</summary>
    public DateOnly? MortgageeToldOn { get; init; }

    /// <summary>Day of approval by the people's government (Articles 13 and 14).</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Day of publication (Article 11); null until published.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Day on which the publication was withdrawn; the record remains.</summary>
    public DateOnly? PublicationWithdrawnOn { get; init; }

    /// <summary>Day on which the holder answered the notice of investigation.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Day on which the fee was paid.</summary>
    public DateOnly? FeePaidOn { get; init; }

    /// <summary>Day on which the right was cancelled in the register of titles.</summary>
    public DateOnly? DeregisteredOn { get; init; }

    public CaseStage Stage => Events[^1].Stage;

    /// <summary>Day on which the present stage was reached.</summary>
    public DateOnly Since => Events[^1].On;

    /// <summary>The latest document of a kind; null when there is none.</summary>
    public OfficialDocument? Document(string kind) => Documents.Where(document => document.Kind == kind).MaxBy(document => document.IssuedOn);

    /// <summary>A case that begins to be watched.</summary>
    public static CaseFile Open(DateOnly on, FactSource source) => new() { Events = [new(CaseStage.Watched, on, source)] };
}
