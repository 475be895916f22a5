using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Strategies;

/// <summary>Reads the body of a draft and gathers its faults.</summary>
internal static class StrategyForm
{
    private const int NameLength = 200;
    private const int MostSteps = 200;
    private const int MostDays = 3650;

    /// <summary>The draft that a body says.</summary>
    public static Strategy Read(this StrategyRequest request, QueryReader faults, long enterpriseId) => new()
    {
        EnterpriseId = enterpriseId,
        Version = 1,
        Type = faults.Required<StrategyType>("type", request.Type),
        Leader = faults.OptionalText("leader", request.Leader, NameLength),
        Officer = faults.OptionalText("officer", request.Officer, NameLength),
        PlanDocument = faults.OptionalText("planDocument", request.PlanDocument, NameLength),
        Court = request.Court is { } court ? Court(faults, court) : null,
        Investor = faults.OptionalText("investor", request.Investor, NameLength),
        InvestorStage = faults.Optional<InvestorStage>("investorStage", request.InvestorStage),
        Target = request.Target is { } target ? Figures(faults, "target", target) : new(),
        EndOn = faults.RequiredDay("endOn", request.EndOn),
        Steps = Steps(faults, request.Steps ?? []),
    };

    /// <summary>Figures of target or result; none is negative.</summary>
    public static Outcome Figures(QueryReader faults, string field, StrategyFigures figures)
    {
        if (figures is { AreaSquareMetres: < 0 or > 1e12m } or { InvestmentYuan: < 0 or > 1e14m } or { YearlyTaxYuan: < 0 or > 1e14m } or { Jobs: < 0 })
        {
            faults.Add(field, "Figures are zero or more, and not beyond reason.", "数值不得为负，也不得过大。");
        }

        return new(figures.AreaSquareMetres, figures.InvestmentYuan, figures.YearlyTaxYuan, figures.Jobs);
    }

    private static CourtProcess Court(QueryReader faults, CourtRequest court) => new(
        faults.OptionalText("court.kind", court.Kind, NameLength) ?? "",
        faults.RequiredText("court.name", court.Name, NameLength),
        faults.RequiredText("court.caseNumber", court.CaseNumber, NameLength),
        faults.OptionalText("court.administrator", court.Administrator, NameLength),
        faults.Day("court.acceptedOn", court.AcceptedOn));

    private static StrategyStep[] Steps(QueryReader faults, IReadOnlyList<StepRequest> steps)
    {
        if (steps.Count > MostSteps)
        {
            faults.Add("steps", $"At most {MostSteps}.", $"最多 {MostSteps} 个步骤。");
            return [];
        }

        return [.. steps.Select((step, i) =>
        {
            if (step.Days is not (>= 1 and <= MostDays))
            {
                faults.Add($"steps[{i}].days", $"Required: 1 to {MostDays} calendar days.", $"必填：1 至 {MostDays} 个日历日。");
            }

            return new StrategyStep(
                faults.RequiredText($"steps[{i}].name", step.Name, NameLength), Math.Clamp(step.Days ?? 1, 1, MostDays),
                faults.OptionalText($"steps[{i}].department", step.Department, NameLength), faults.OptionalText($"steps[{i}].assignee", step.Assignee, NameLength));
        })];
    }
}
