using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Strategies;

/// <summary>Kinds of strategy (一企一策).</summary>
public enum StrategyType
{
    /// <summary>破产重整.</summary>
    Restructuring,

    /// <summary>兼并重组.</summary>
    Merger,

    /// <summary>增资扩股.</summary>
    CapitalIncrease,

    /// <summary>就地技改升级.</summary>
    UpgradeInPlace,

    /// <summary>土地置换.</summary>
    LandSwap,

    /// <summary>搬迁补偿.</summary>
    Relocation,

    /// <summary>协议收回.</summary>
    AgreedRecovery,

    /// <summary>二次招商.</summary>
    SecondaryPromotion,

    /// <summary>分割转让或出租.</summary>
    SplitOrLease,

    /// <summary>标准厂房利用.</summary>
    StandardFactory,

    /// <summary>临时利用.</summary>
    InterimUse,

    /// <summary>复垦.</summary>
    Reclamation,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How far an incoming investor (意向承接方) has come.</summary>
public enum InvestorStage
{
    /// <summary>接洽.</summary>
    Contact,

    /// <summary>洽谈.</summary>
    Talks,

    /// <summary>签约.</summary>
    Contracted,

    /// <summary>落地.</summary>
    Arrived,
}

/// <summary>Record of a court process (破产重整、清算、和解).</summary>
public sealed record CourtProcess(string Kind, string Court, string CaseNumber, string? Administrator, DateOnly? AcceptedOn);

/// <summary>What a strategy aims at or has reached; null is unknown, never zero.</summary>
/// <param name="AreaReleasedSquareMetres">Area released, square metres.</param>
/// <param name="InvestmentYuan">Investment, yuan.</param>
/// <param name="YearlyTaxYuan">Tax, yuan a year.</param>
/// <param name="Jobs">Jobs.</param>
public sealed record Outcome(decimal? AreaReleasedSquareMetres = null, decimal? InvestmentYuan = null, decimal? YearlyTaxYuan = null, int? Jobs = null);

/// <summary>A step of the plan.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Days">Calendar days it takes, at least one.</param>
/// <param name="Department">Department that does it; null when not assigned.</param>
/// <param name="Assignee">Person; null when not assigned.</param>
/// <param name="DoneOn">When it was done; null until then.</param>
public sealed record StrategyStep(string Name, int Days, string? Department, string? Assignee, DateOnly? DoneOn = null);

/// <summary>One version of an enterprise's strategy.</summary>
public sealed record Strategy
{
    public required long EnterpriseId { get; init; }

    /// <summary>1 for the first, one more for each that followed.</summary>
    public required int Version { get; init; }

    public required StrategyType Type { get; init; }

    /// <summary>Leader attached (挂点领导).</summary>
    public string? Leader { get; init; }

    /// <summary>Officer tracking (跟踪干部).</summary>
    public string? Officer { get; init; }

    /// <summary>Number of the plan document (工作方案).</summary>
    public string? PlanDocument { get; init; }

    public CourtProcess? Court { get; init; }

    /// <summary>Incoming investor.</summary>
    public string? Investor { get; init; }

    public InvestorStage? InvestorStage { get; init; }

    public Outcome Target { get; init; } = new();

    public Outcome Result { get; init; } = new();

    /// <summary>Whether it is shown to others as an example (以点带面).</summary>
    public bool IsExemplar { get; init; }

    /// <summary>The day by which the last step is to be done.</summary>
    public required DateOnly EndOn { get; init; }

    /// <summary>Steps in the order in which they are done.</summary>
    public IReadOnlyList<StrategyStep> Steps { get; init; } = [];

    /// <summary>Day of approval; it is current from this day on.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>First day no longer current; null while it is.</summary>
    public DateOnly? ReplacedOn { get; init; }

    /// <summary>Whether it is the current one on a day.</summary>
    public bool IsCurrentOn(DateOnly day) => ApprovedOn <= day && !(ReplacedOn <= day);

    /// <summary>A draft for another enterprise with the same type, steps and target, and none of this one's people, court, investor or results.</summary>
    public Strategy CopyFor(long enterpriseId, DateOnly endOn) => new()
    {
        EnterpriseId = enterpriseId,
        Version = 1,
        Type = Type,
        Target = Target,
        EndOn = endOn,
        Steps = [.. Steps.Select(step => step with { Assignee = null, DoneOn = null })],
    };
}
