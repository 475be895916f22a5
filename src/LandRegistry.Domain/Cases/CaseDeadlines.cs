using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>How a deadline stands on a day.</summary>
public enum DeadlineState
{
    /// <summary>Still running; the last day itself is in time.</summary>
    Running,

    /// <summary>Past its last day and not done.</summary>
    Overdue,

    /// <summary>Done in time.</summary>
    Done,

    /// <summary>Done after the last day.</summary>
    DoneLate,
}

/// <summary>A legal deadline of a case.</summary>
/// <param name="Code">The law's term.</param>
/// <param name="StartedOn">The event that started it.</param>
/// <param name="Due">Last day, inclusive.</param>
/// <param name="DoneOn">When it was met; null until then.</param>
/// <param name="Who">Who must act: <c>authority</c> or <c>holder</c>.</param>
/// <param name="Says">What must be done.</param>
/// <param name="Article">Citation.</param>
public sealed record CaseDeadline(string Code, DateOnly StartedOn, DateOnly Due, DateOnly? DoneOn, string Who, Text Says, string Article)
{
    /// <summary>How it stands on a day; what was done later than that day does not count yet.</summary>
    public DeadlineState State(DateOnly asOf) =>
        DoneOn is { } done && done <= asOf ? (done <= Due ? DeadlineState.Done : DeadlineState.DoneLate)
        : asOf <= Due ? DeadlineState.Running : DeadlineState.Overdue;
}

/// <summary>The deadlines that a case's own events start. Those of papers run from the day of proven service only.</summary>
public static class CaseDeadlines
{
    /// <summary>All deadlines of the case, by their last day.</summary>
    public static IReadOnlyList<CaseDeadline> Of(CaseFile file, LawEdition law)
    {
        var suspected = file.Events.LastOrDefault(step => step.Stage == CaseStage.Suspected)?.On;
        var notice = file.Document("investigation-notice");
        CaseDeadline?[] all =
        [
            Of(law.Term("investigate"), suspected, notice?.IssuedOn >= suspected ? notice?.IssuedOn : null),
            Of(law.Term("answer"), notice?.ProvenServiceOn, file.AnsweredOn),
            Of(law.Term("pay-fee"), file.Document("fee-decision")?.ProvenServiceOn, file.FeePaidOn),
            Of(law.Term("deregister"), file.Document("recovery-decision")?.ProvenServiceOn, file.DeregisteredOn),
            file.Plan is { Measure: DisposalMeasure.Extend, Until: { } start } ? Planned(law.Term("extension-cap"), file, start) : null,
            file.Plan is { Measure: DisposalMeasure.TemporaryUse, Until: { } end } ? Planned(law.Term("temporary-use-cap"), file, end.AddDays(-1)) : null,
        ];
        return [.. all.OfType<CaseDeadline>().OrderBy(deadline => deadline.Due)];
    }

    private static CaseDeadline? Of(Term term, DateOnly? started, DateOnly? done) =>
        started is { } from ? new(term.Code, from, term.From(from), done, term.Who, term.Says, term.Article) : null;

    /// <summary>The end of an extension or temporary use, as planned; met when the case is disposed of.</summary>
    private static CaseDeadline? Planned(Term term, CaseFile file, DateOnly due) =>
        file.Events.LastOrDefault(step => step.Stage == CaseStage.Disposing)?.On is { } started
            ? new(term.Code, started, due, file.Events.LastOrDefault(step => step.Stage == CaseStage.Disposed && step.On >= started)?.On, term.Who, term.Says, term.Article)
            : null;
}
