using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Cases;

/// <summary>A stage that may come next.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Refusal">What stands in its way; null when it may be taken today.</param>
public sealed record NextStage(CaseStage Stage, Refusal? Refusal);

/// <summary>A case on a day: what happened, what may come next, and who must do what by when.</summary>
/// <param name="Timeline">Stages reached up to the day, oldest first.</param>
/// <param name="Documents">Documents issued up to the day, oldest first.</param>
/// <param name="Next">What may follow, each with what stands in its way.</param>
/// <param name="Open">Deadlines not met on the day, by their last day; none once the case is closed.</param>
public sealed record CaseAgenda(
    IReadOnlyList<CaseEvent> Timeline, IReadOnlyList<OfficialDocument> Documents, IReadOnlyList<NextStage> Next, IReadOnlyList<CaseDeadline> Open)
{
    /// <summary>The agenda of a case on <c>context.On</c>.</summary>
    public static CaseAgenda Of(CaseContext context) => new(
        [.. context.File.Events.Where(step => step.On <= context.On)],
        [.. context.File.Documents.Where(document => document.IssuedOn <= context.On).OrderBy(document => document.IssuedOn)],
        [.. CaseMoves.From(context.File.Stage).Select(stage => new NextStage(stage, CaseMoves.Judge(context, stage)))],
        context.File.Stage.IsClosed() ? [] : [.. CaseDeadlines.Of(context.File, context.Law).Where(deadline => deadline.State(context.On) is DeadlineState.Running or DeadlineState.Overdue)]);
}
