using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Strategies;

/// <summary>All of a version of an enterprise's strategy.</summary>
public sealed record StrategyDetail
{
    public required long Id { get; init; }
    public required long EnterpriseId { get; init; }
    public required string EnterpriseName { get; init; }

    /// <summary>1 for the first version, one more for each that followed.</summary>
    public required int Number { get; init; }
    public required string Type { get; init; }
    public required Text TypeName { get; init; }

    /// <summary>Leader attached (挂点领导).</summary>
    public required string? Leader { get; init; }

    /// <summary>Officer tracking (跟踪干部).</summary>
    public required string? Officer { get; init; }

    /// <summary>Number of the plan document.</summary>
    public required string? PlanDocument { get; init; }
    public required StrategyCourt? Court { get; init; }
    public required string? Investor { get; init; }

    /// <summary>contact, talks, contracted or arrived; null when unknown.</summary>
    public required string? InvestorStage { get; init; }
    public required Text? InvestorStageName { get; init; }
    public required StrategyFigures Target { get; init; }
    public required StrategyFigures Result { get; init; }
    public required bool IsExemplar { get; init; }

    /// <summary>The day by which the last step is to be done.</summary>
    public required DateOnly EndOn { get; init; }

    /// <summary>Null for a draft.</summary>
    public required DateOnly? ApprovedOn { get; init; }
    public required DateOnly? ReplacedOn { get; init; }

    /// <summary>Whether it is the enterprise's one current strategy today.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Which of leader, officer and plan document are empty.</summary>
    public required IReadOnlyList<Text> Missing { get; init; }

    /// <summary>Steps in order, scheduled back from the end.</summary>
    public required IReadOnlyList<StrategyStepShape> Steps { get; init; }
    public required string? Note { get; init; }
    public required int Version { get; init; }
}

/// <summary>Record of a court process; a restructuring needs court and case number.</summary>
public sealed record StrategyCourt(string? Kind, string? Name, string? CaseNumber, string? Administrator, DateOnly? AcceptedOn);

/// <summary>What is aimed at or reached; null is unknown, never zero. Area in square metres, money in yuan, tax a year.</summary>
public sealed record StrategyFigures(decimal? AreaSquareMetres, decimal? InvestmentYuan, decimal? YearlyTaxYuan, int? Jobs);

/// <summary>A step: its last day to begin and to be done (inclusive), counted back from the end.</summary>
public sealed record StrategyStepShape(
    int N, string Name, int Days, string? Department, string? Assignee, DateOnly StartBy, DateOnly DueOn, DateOnly? DoneOn, bool IsLate);

/// <summary>Versions of an enterprise's strategy, newest first.</summary>
public sealed record StrategyList(IReadOnlyList<StrategyDetail> Items);

/// <summary>An idle enterprise without a current strategy, or whose strategy lacks leader, officer or plan.</summary>
public sealed record StrategyGapRow(long EnterpriseId, string EnterpriseName, string? OperatingState, long ParcelCount, bool HasStrategy, IReadOnlyList<Text> Missing);

/// <summary>A page of the gap report.</summary>
public sealed record StrategyGapPage(IReadOnlyList<StrategyGapRow> Items, string? NextCursor);

/// <summary>A draft of a strategy; all of it, not only what changes.</summary>
public sealed record StrategyRequest
{
    /// <summary>restructuring, merger, capital_increase and so on; required.</summary>
    public string? Type { get; init; }
    public string? Leader { get; init; }
    public string? Officer { get; init; }
    public string? PlanDocument { get; init; }
    public CourtRequest? Court { get; init; }
    public string? Investor { get; init; }
    public string? InvestorStage { get; init; }
    public StrategyFigures? Target { get; init; }

    /// <summary>yyyy-MM-dd; required.</summary>
    public string? EndOn { get; init; }
    public IReadOnlyList<StepRequest>? Steps { get; init; }
    public string? Note { get; init; }
}

/// <summary>A step of a draft, in the order in which they are done.</summary>
public sealed record StepRequest
{
    /// <summary>What is done; required.</summary>
    public string? Name { get; init; }

    /// <summary>Calendar days it takes, 1 to 3650; required.</summary>
    public int? Days { get; init; }
    public string? Department { get; init; }
    public string? Assignee { get; init; }
}

/// <summary>Record of a court process.</summary>
public sealed record CourtRequest
{
    /// <summary>重整, 清算 or 和解.</summary>
    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? CaseNumber { get; init; }
    public string? Administrator { get; init; }
    public string? AcceptedOn { get; init; }
}

/// <summary>Approves a draft; it replaces the current version.</summary>
public sealed record ApproveStrategyRequest
{
    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }
    public string? Reason { get; init; }
}

/// <summary>What an approved strategy has reached, and how far its investor is.</summary>
public sealed record StrategyProgressRequest
{
    public string? Investor { get; init; }
    public string? InvestorStage { get; init; }
    public StrategyFigures? Result { get; init; }
    public bool? IsExemplar { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A step done, or, without a day, not done after all.</summary>
public sealed record StepDoneRequest
{
    /// <summary>yyyy-MM-dd, not in the future; absent: not done.</summary>
    public string? On { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Copies a strategy as a draft for another enterprise: type, steps and target, none of the people.</summary>
public sealed record CopyStrategyRequest
{
    /// <summary>The enterprise that gets the draft; required.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>yyyy-MM-dd; required.</summary>
    public string? EndOn { get; init; }
    public string? Reason { get; init; }
}
