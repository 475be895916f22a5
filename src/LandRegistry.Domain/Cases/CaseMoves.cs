using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Cases.CaseStage;

namespace LandRegistry.Domain.Cases;

/// <summary>What a move of a case is judged on.</summary>
/// <param name="File">The case.</param>
/// <param name="Clock">The idle clock's answer on <paramref name="On"/>.</param>
/// <param name="Law">The law in force on that day.</param>
/// <param name="IsFiled">Whether the land is filed in the monitoring system on that day (Order 53 Article 25).</param>
/// <param name="On">The day of the move.</param>
public sealed record CaseContext(CaseFile File, ClockSegment Clock, LawEdition Law, bool IsFiled, DateOnly On);

/// <summary>A case after a command, or why the command was refused.</summary>
/// <param name="File">The new case; null when refused.</param>
/// <param name="Refusal">The refusal; null when done.</param>
public sealed record CaseOutcome(CaseFile? File, Refusal? Refusal);

/// <summary>The state machine of a case: which stage follows which, under which guard.</summary>
public static class CaseMoves
{
    private static readonly Dictionary<CaseStage, CaseStage[]> Table = new()
    {
        [Watched] = [Suspected, ClosedOut],
        [Suspected] = [Investigating, NotIdle],
        [Investigating] = [Determined, NotIdle],
        [Determined] = [PlanDrafted, NotIdle],
        [PlanDrafted] = [Approved, Determined],
        [Approved] = [Disposing, PlanDrafted],
        [Disposing] = [Disposed, Determined],
        [Disposed] = [Reserved, Started, ClosedOut],
        [Reserved] = [Retendered, ClosedOut],
        [Retendered] = [Started, Reserved],
        [Started] = [Completed, Suspected],
        [Completed] = [AtCapacity, ClosedOut],
        [AtCapacity] = [ClosedOut],
        [NotIdle] = [Watched, ClosedOut],
        [ClosedOut] = [Watched],
    };

    /// <summary>The stages that may follow.</summary>
    public static IReadOnlyList<CaseStage> From(CaseStage stage) => Table[stage];

    /// <summary>Takes a case to another stage, if table and guards allow.</summary>
    public static CaseOutcome Move(CaseContext context, CaseStage to, FactSource source) =>
        Judge(context, to) is { } refusal
            ? new(null, refusal)
            : new(context.File with { Events = [.. context.File.Events, new(to, context.On, source)] }, null);

    /// <summary>Judges a move; null when it is legal.</summary>
    public static Refusal? Judge(CaseContext context, CaseStage to)
    {
        var file = context.File;
        if (!Table[file.Stage].Contains(to))
        {
            return CaseRefusals.StageNotNext(file.Stage, to, Table[file.Stage]);
        }

        if (context.On < file.Since)
        {
            return CaseRefusals.BeforeStage(context.On, file.Since);
        }

        return to switch
        {
            Investigating => Need(context, "investigation-notice", "investigation"),
            Determined when file.Stage == Investigating => JudgeDetermination(context),
            PlanDrafted => PlanGuards.JudgeMeasure(context),
            Approved => PlanGuards.JudgeApproval(context),
            Disposing => PlanGuards.JudgeDecision(context),
            Disposed => PlanGuards.JudgeCompletion(context),
            Reserved when file.Stage == Disposed && file.Plan?.Measure is not (DisposalMeasure.AgreedRecovery or DisposalMeasure.FreeRecovery or DisposalMeasure.Swap) =>
                CaseRefusals.NotRecovered(context.Law.Rule("recovered-land")),
            _ => null,
        };
    }

    private static Refusal? JudgeDetermination(CaseContext context)
    {
        if (Need(context, "determination", "determination") is { } missing)
        {
            return missing;
        }

        var determined = context.File.Determination;
        return determined is null || determined.Kind is not (IdleKind.A or IdleKind.B) || determined.Kind != context.Clock.Kind
            ? CaseRefusals.NotIdleByLaw(determined?.Kind, context.Clock, context.Law.Rule(determined?.Kind == IdleKind.B ? "kind-b" : "kind-a"))
            : null;
    }

    private static Refusal? Need(CaseContext context, string document, string rule) =>
        context.File.Document(document) is { } issued && issued.IssuedOn <= context.On
            ? null
            : CaseRefusals.DocumentMissing(context.Law.Document(document)!, context.Law.Rule(rule));
}
