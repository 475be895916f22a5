using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Cases;

/// <summary>A case in a list.</summary>
public record CaseRow
{
    public required long Id { get; init; }
    public required long ParcelId { get; init; }
    public required string? ParcelCode { get; init; }
    public required string? ParcelName { get; init; }
    public required long ZoneId { get; init; }

    /// <summary>Number of the case in the office; null until numbered.</summary>
    public required string? Number { get; init; }
    public required string Stage { get; init; }
    public required Text StageName { get; init; }

    /// <summary>The day from which the stage holds.</summary>
    public required DateOnly Since { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>When it was found not idle or closed out; null while it is open.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Officer in charge; null when not assigned.</summary>
    public required string? Officer { get; init; }

    /// <summary>Last day of the open deadline that ends first; null when none runs.</summary>
    public required DateOnly? NextDue { get; init; }
    public required int Version { get; init; }
}

/// <summary>Cases of a parcel, newest first.</summary>
public sealed record CaseList(IReadOnlyList<CaseRow> Items);

/// <summary>A page of cases, newest first.</summary>
/// <param name="Items">The cases.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record CasePage(IReadOnlyList<CaseRow> Items, string? NextCursor);

/// <summary>All of a case on a day.</summary>
public sealed record CaseDetail : CaseRow
{
    /// <summary>The day that the answer is of.</summary>
    public required DateOnly AsOf { get; init; }
    public required string? Note { get; init; }

    /// <summary>Stages reached, oldest first.</summary>
    public required IReadOnlyList<CaseStep> Timeline { get; init; }

    /// <summary>Official documents, by day of issue.</summary>
    public required IReadOnlyList<CaseDocument> Documents { get; init; }

    /// <summary>The determination that counts; null until there is one.</summary>
    public required CaseDetermination? Determination { get; init; }

    /// <summary>The plan that counts; null until there is one.</summary>
    public required CasePlan? Plan { get; init; }
    public required IReadOnlyList<CaseMilestone> Milestones { get; init; }

    /// <summary>Causes of idleness with their evidence.</summary>
    public required IReadOnlyList<CaseCause> Causes { get; init; }

    /// <summary>The stages that may come next, each with what stands in its way.</summary>
    public required IReadOnlyList<CaseNext> Next { get; init; }

    /// <summary>The measures of disposal, each with what the law has against it; empty until there is a determination.</summary>
    public required IReadOnlyList<CaseMeasure> Measures { get; init; }

    /// <summary>All deadlines by their last day, met ones too.</summary>
    public required IReadOnlyList<CaseDeadlineShape> Deadlines { get; init; }
    public required CaseClock Clock { get; init; }

    /// <summary>Whether the land is filed in the monitoring system (Order 53 Article 25).</summary>
    public required bool IsFiled { get; init; }

    /// <summary>Whether a mortgage stands on the land.</summary>
    public required bool IsMortgaged { get; init; }
    public required CaseFee Fee { get; init; }
}

/// <summary>Who entered a record, and when.</summary>
public sealed record Entered(long ChangeId, string By, DateTimeOffset At);

/// <summary>A stage that the case reached.</summary>
public sealed record CaseStep(long Id, string Stage, Text StageName, DateOnly On, string? Note, Entered Entered);

/// <summary>An official document; a service without proof starts no deadline.</summary>
public sealed record CaseDocument(
    long Id, string Kind, Text KindName, string? Article, string? Number, DateOnly IssuedOn, DateOnly? ServedOn, string? ProofOfService, string? Note, Entered Entered);

/// <summary>What was determined: kind A or B, and whose cause (government, holder or force_majeure).</summary>
public sealed record CaseDetermination(long Id, string Kind, string Cause, Text CauseName, DateOnly On, string? Note, Entered Entered);

/// <summary>A disposal plan. Extension: from is the commencement date that stood, until the new one. Temporary use: first day, and end, exclusive.</summary>
public sealed record CasePlan(
    long Id, string Measure, Text MeasureName, DateOnly DraftedOn, DateOnly? From, DateOnly? Until, CaseSwap? Swap, string? Note, Entered Entered);

/// <summary>Which conditions of a swap are shown (Order 53 Article 12(5)).</summary>
public sealed record CaseSwap(bool PricePaidUp, bool MoneyInPlace, bool PlanChangedByLaw, bool EqualValueLikeUse);

/// <summary>A dated event: approved, published, withdrawn, answered, fee_paid, deregistered or mortgagee_told.</summary>
public sealed record CaseMilestone(long Id, string Kind, Text KindName, DateOnly On, string? Note, Entered Entered);

/// <summary>A cause of idleness with the paper that shows it.</summary>
public sealed record CaseCause(
    long Id, string Cause, Text CauseName, string? Side, Text? SideName, string? Article, DateOnly On, string? Document, string? Note, Entered Entered);

/// <summary>What stands in the way of a step, with its article.</summary>
public sealed record CaseRefusal(string Code, Text Title, Text Detail, string? Article)
{
    public static CaseRefusal? Of(Refusal? refusal) => refusal is null ? null : new(refusal.Code, refusal.Title, refusal.Detail, refusal.Article);
}

/// <summary>A stage that may come next; refusal is null when it may be taken on the day.</summary>
public sealed record CaseNext(string Stage, Text StageName, CaseRefusal? Refusal);

/// <summary>A measure of disposal; refusal is null when the law allows it on the day, its form aside.</summary>
public sealed record CaseMeasure(string Measure, Text MeasureName, CaseRefusal? Refusal);

/// <summary>A legal deadline. State: running, overdue, done or done_late. DaysLeft is negative once it is overdue.</summary>
public sealed record CaseDeadlineShape(
    string Code, Text Says, string Article, string Who, DateOnly StartedOn, DateOnly Due, DateOnly? DoneOn, string State, int DaysLeft);

/// <summary>What the idle clock says on the day: kind none, unknown, A or B; powers investigate, negotiate, charge_fee, recover.</summary>
public sealed record CaseClock(string Kind, IReadOnlyList<string> Powers, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom);

/// <summary>The idle fee: null where the price is unknown. Refusal: why it may not be charged on the day; null when it may, or nothing is determined yet.</summary>
public sealed record CaseFee(
    decimal? PriceYuan, string? PriceSource, int RateNumerator, int RateDenominator, decimal? FeeYuan, Text Explanation, string Article, DateOnly? From, CaseRefusal? Refusal);
