using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Server.Cases;

/// <summary>Puts the whole of a case together for the API, on the day of its context.</summary>
internal sealed class CaseCard(
    LandCase landCase, CaseLand land, CaseHistory history, CaseContext context, CaseSurroundings surroundings, IReadOnlyDictionary<long, Entered> changes)
{
    private DateOnly On => context.On;

    public CaseDetail Write()
    {
        var agenda = CaseAgenda.Of(context);
        var closed = context.File.Stage.IsClosed();
        return new()
        {
            Id = landCase.Id,
            ParcelId = landCase.ParcelId,
            ParcelCode = land.Code,
            ParcelName = land.Name,
            ZoneId = land.ZoneId,
            Number = landCase.Number,
            Stage = Codes<CaseStage>.Of(context.File.Stage),
            StageName = context.File.Stage.Name(),
            Since = context.File.Since,
            OpenedOn = landCase.OpenedOn,
            ClosedOn = closed ? context.File.Since : null,
            Officer = landCase.Officer,
            NextDue = agenda.Open.Count > 0 ? agenda.Open[0].Due : null,
            Version = landCase.Version,
            AsOf = On,
            Note = landCase.Note,
            Timeline = [.. history.Stages.Where(step => step.OnDay <= On).OrderBy(step => step.OnDay).ThenBy(step => step.Id)
                .Select(step => new CaseStep(step.Id, Codes<CaseStage>.Of(step.Stage), step.Stage.Name(), step.OnDay, step.Note, By(step)))],
            Documents = [.. history.Documents.Where(paper => paper.IssuedOn <= On).OrderBy(paper => paper.IssuedOn).ThenBy(paper => paper.Id).Select(Shape)],
            Determination = history.DeterminationOn(On) is { } found
                ? new(found.Id, Codes<IdleKind>.Of(found.Kind), Codes<CauseSide>.Of(found.Cause), found.Cause.Name(), found.OnDay, found.Note, By(found))
                : null,
            Plan = history.PlanOn(On) is { } plan ? Shape(plan) : null,
            Milestones = [.. history.Milestones.Where(event_ => event_.OnDay <= On).OrderBy(event_ => event_.OnDay).ThenBy(event_ => event_.Id)
                .Select(event_ => new CaseMilestone(event_.Id, Codes<MilestoneKind>.Of(event_.Kind), event_.Kind.Name(), event_.OnDay, event_.Note, By(event_)))],
            Causes = [.. history.Causes.Where(cause => cause.OnDay <= On).OrderBy(cause => cause.OnDay).ThenBy(cause => cause.Id).Select(Shape)],
            Next = [.. agenda.Next.Select(next => new CaseNext(Codes<CaseStage>.Of(next.Stage), next.Stage.Name(), CaseRefusal.Of(next.Refusal)))],
            Measures = Measures(),
            Deadlines = [.. CaseDeadlines.Of(context.File, context.Law).Where(deadline => !closed || deadline.DoneOn <= On).Select(Shape)],
            Clock = Shape(context.Clock),
            IsFiled = context.IsFiled,
            IsMortgaged = context.File.IsMortgaged,
            Fee = Fee(context, surroundings),
        };
    }

    /// <summary>The idle fee as it stands in a context.</summary>
    public static CaseFee Fee(CaseContext context, CaseSurroundings surroundings)
    {
        var rate = context.Law.Threshold("fee-rate");
        var refusal = context.File.Determination is null ? null : PlanGuards.JudgeMeasure(With(context, new(DisposalMeasure.Fee)));
        return new(
            surroundings.PriceYuan, surroundings.PriceSource, rate.Numerator, rate.Denominator, IdleFee.Yuan(surroundings.PriceYuan, context.Law),
            IdleFee.Explain(surroundings.PriceYuan, context.Law), rate.Article, context.Clock.FeeFrom, CaseRefusal.Of(refusal));
    }

    private static CaseContext With(CaseContext context, DisposalPlan plan) => context with { File = context.File with { Plan = plan } };

    /// <summary>Each measure as if its form were in order: what is left is what the law has against it.</summary>
    private CaseMeasure[] Measures() => context.File.Determination is null ? [] :
    [
        .. Enum.GetValues<DisposalMeasure>().Select(measure => new CaseMeasure(
            Codes<DisposalMeasure>.Of(measure), measure.Name(),
            CaseRefusal.Of(PlanGuards.JudgeMeasure(With(context, new(measure, On, On.AddDays(1), new(true, true, true, true))))))),
    ];

    private CaseDocument Shape(RecordedDocument paper)
    {
        var kind = context.Law.Document(paper.Kind);
        var served = paper.ServedOn <= On;
        return new(
            paper.Id, paper.Kind, kind?.Says ?? new(paper.Kind, paper.Kind), kind?.Article, paper.Number, paper.IssuedOn,
            served ? paper.ServedOn : null, served ? paper.ProofOfService : null, paper.Note, By(paper));
    }

    private CasePlan Shape(RecordedPlan plan) => new(
        plan.Id, Codes<DisposalMeasure>.Of(plan.Measure), plan.Measure.Name(), plan.DraftedOn, plan.FromOn, plan.UntilOn,
        CaseHistory.PlanOf(plan).Swap is { } swap ? new(swap.PricePaidUp, swap.MoneyInPlace, swap.PlanChangedByLaw, swap.EqualValueLikeUse) : null,
        plan.Note, By(plan));

    private CaseCause Shape(RecordedCause recorded)
    {
        var cause = context.Law.Cause(recorded.Cause);
        return new(
            recorded.Id, recorded.Cause, cause?.Says ?? new(recorded.Cause, recorded.Cause), cause is null ? null : Codes<CauseSide>.Of(cause.Side),
            cause?.Side.Name(), cause?.Article, recorded.OnDay, recorded.Document, recorded.Note, By(recorded));
    }

    private CaseDeadlineShape Shape(CaseDeadline deadline) => new(
        deadline.Code, deadline.Says, deadline.Article, deadline.Who, deadline.StartedOn, deadline.Due, deadline.DoneOn <= On ? deadline.DoneOn : null,
        Codes<DeadlineState>.Of(deadline.State(On)), deadline.Due.DayNumber - On.DayNumber);

    private static CaseClock Shape(ClockSegment clock) => new(
        Codes<IdleKind>.Of(clock.Kind),
        [.. Enum.GetValues<LegalPowers>().Where(power => power != LegalPowers.None && clock.Powers.HasFlag(power)).Select(Codes<LegalPowers>.Of)],
        clock.SuspectedFrom, clock.FeeFrom, clock.RecoveryFrom);

    private Entered By(CaseRecord record) => changes.TryGetValue(record.ChangeId, out var entered) ? entered : new(record.ChangeId, "", default);
}
