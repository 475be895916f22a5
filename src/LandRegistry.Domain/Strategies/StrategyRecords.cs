namespace LandRegistry.Domain.Strategies;

/// <summary>A version of a strategy as it stands in the register.</summary>
public sealed class RecordedStrategy
{
    public long Id { get; private set; }

    public long EnterpriseId { get; set; }

    /// <inheritdoc cref="Strategy.Version"/>
    public int Number { get; set; }

    public StrategyType Type { get; set; }

    public string? Leader { get; set; }

    public string? Officer { get; set; }

    public string? PlanDocument { get; set; }

    public string? CourtKind { get; set; }

    public string? CourtName { get; set; }

    public string? CourtCaseNumber { get; set; }

    public string? CourtAdministrator { get; set; }

    public DateOnly? CourtAcceptedOn { get; set; }

    public string? Investor { get; set; }

    public InvestorStage? InvestorStage { get; set; }

    public decimal? TargetAreaSquareMetres { get; set; }

    public decimal? TargetInvestmentYuan { get; set; }

    public decimal? TargetYearlyTaxYuan { get; set; }

    public int? TargetJobs { get; set; }

    public decimal? ResultAreaSquareMetres { get; set; }

    public decimal? ResultInvestmentYuan { get; set; }

    public decimal? ResultYearlyTaxYuan { get; set; }

    public int? ResultJobs { get; set; }

    public bool IsExemplar { get; set; }

    public DateOnly EndOn { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    public DateOnly? ReplacedOn { get; set; }

    public string? Note { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }

    /// <summary>The strategy that the rules are about.</summary>
    public Strategy Of(IEnumerable<RecordedStep> steps) => new()
    {
        EnterpriseId = EnterpriseId,
        Version = Number,
        Type = Type,
        Leader = Leader,
        Officer = Officer,
        PlanDocument = PlanDocument,
        Court = CourtName is null || CourtCaseNumber is null ? null : new(CourtKind ?? "", CourtName, CourtCaseNumber, CourtAdministrator, CourtAcceptedOn),
        Investor = Investor,
        InvestorStage = InvestorStage,
        Target = new(TargetAreaSquareMetres, TargetInvestmentYuan, TargetYearlyTaxYuan, TargetJobs),
        Result = new(ResultAreaSquareMetres, ResultInvestmentYuan, ResultYearlyTaxYuan, ResultJobs),
        IsExemplar = IsExemplar,
        EndOn = EndOn,
        Steps = [.. steps.OrderBy(step => step.Position).Select(step => new StrategyStep(step.Name, step.Days, step.Department, step.Assignee, step.DoneOn))],
        ApprovedOn = ApprovedOn,
        ReplacedOn = ReplacedOn,
    };

    /// <summary>Takes over what a strategy says, its approval aside; the steps are records of their own.</summary>
    public void Take(Strategy strategy)
    {
        (EnterpriseId, Number, Type) = (strategy.EnterpriseId, strategy.Version, strategy.Type);
        (Leader, Officer, PlanDocument, EndOn, IsExemplar) = (strategy.Leader, strategy.Officer, strategy.PlanDocument, strategy.EndOn, strategy.IsExemplar);
        (CourtKind, CourtName, CourtCaseNumber) = (strategy.Court?.Kind, strategy.Court?.Court, strategy.Court?.CaseNumber);
        (CourtAdministrator, CourtAcceptedOn) = (strategy.Court?.Administrator, strategy.Court?.AcceptedOn);
        (Investor, InvestorStage) = (strategy.Investor, strategy.InvestorStage);
        (TargetAreaSquareMetres, TargetInvestmentYuan) = (strategy.Target.AreaReleasedSquareMetres, strategy.Target.InvestmentYuan);
        (TargetYearlyTaxYuan, TargetJobs) = (strategy.Target.YearlyTaxYuan, strategy.Target.Jobs);
        TakeResult(strategy.Result);
    }

    /// <summary>Takes over what was reached.</summary>
    public void TakeResult(Outcome result)
    {
        (ResultAreaSquareMetres, ResultInvestmentYuan) = (result.AreaReleasedSquareMetres, result.InvestmentYuan);
        (ResultYearlyTaxYuan, ResultJobs) = (result.YearlyTaxYuan, result.Jobs);
    }
}

/// <summary>A step of a strategy as it stands in the register, with the days that <see cref="BackSchedule"/> gives it.</summary>
public sealed class RecordedStep
{
    public long Id { get; private set; }

    public long StrategyId { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>1 for the first.</summary>
    public int Position { get; set; }

    public string Name { get; set; } = "";

    public int Days { get; set; }

    public string? Department { get; set; }

    public string? Assignee { get; set; }

    public DateOnly StartBy { get; set; }

    /// <summary>Last day on which it may be done, inclusive.</summary>
    public DateOnly DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }

    /// <summary>Takes over a scheduled step.</summary>
    public void Take(ScheduledStep step)
    {
        (Name, Days, Department, Assignee) = (step.Step.Name, step.Step.Days, step.Step.Department, step.Step.Assignee);
        (StartBy, DueOn, DoneOn) = (step.StartBy, step.DueOn, step.Step.DoneOn);
    }
}
