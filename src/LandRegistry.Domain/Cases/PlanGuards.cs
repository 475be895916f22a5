using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>The guards on a disposal plan, from its draft to its end.</summary>
public static class PlanGuards
{
    /// <summary>Whether the law allows the planned measure at all; null when it does.</summary>
    public static Refusal? JudgeMeasure(CaseContext context)
    {
        if (context.File is not { Plan: { } plan, Determination: { } determined })
        {
            return CaseRefusals.PlanMissing(context.Law.Rule("approval"));
        }

        return plan.Measure.IsByAgreement() ? JudgeAgreement(context, plan, determined) : JudgeSanction(context, plan.Measure, determined);
    }

    /// <summary>Whether the plan may be approved: the measure allowed, the mortgagee told, the approval on record.</summary>
    public static Refusal? JudgeApproval(CaseContext context) =>
        JudgeMeasure(context) is { } refusal ? refusal
        : context.File.IsMortgaged && !(context.File.MortgageeToldOn <= context.On) ? CaseRefusals.MortgageeNotTold(context.Law.Rule("mortgagee"))
        : !(context.File.ApprovedOn <= context.On) ? CaseRefusals.NotApproved(context.Law.Rule("approval"))
        : null;

    /// <summary>Whether the plan may be carried out: for fee and recovery the hearing notice was served before the decision.</summary>
    public static Refusal? JudgeDecision(CaseContext context)
    {
        if (JudgeApproval(context) is { } refusal)
        {
            return refusal;
        }

        var measure = context.File.Plan!.Measure;
        if (measure.IsByAgreement())
        {
            return null;
        }

        var (kind, rule) = measure == DisposalMeasure.Fee ? ("fee-decision", "fee") : ("recovery-decision", "recovery");
        if (context.File.Document(kind) is not { } decision || decision.IssuedOn > context.On)
        {
            return CaseRefusals.DocumentMissing(context.Law.Document(kind)!, context.Law.Rule(rule));
        }

        return context.File.ApprovedOn > decision.IssuedOn ? CaseRefusals.NotApproved(context.Law.Rule("approval"))
            : !(context.File.Document("hearing-notice")?.ProvenServiceOn < decision.IssuedOn) ? CaseRefusals.HearingNoticeMissing(context.Law.Rule("hearing"))
            : null;
    }

    /// <summary>Whether the disposal is complete: fee paid, right cancelled, publication withdrawn.</summary>
    public static Refusal? JudgeCompletion(CaseContext context)
    {
        var (file, law) = (context.File, context.Law);
        return file.Plan?.Measure == DisposalMeasure.Fee && !(file.FeePaidOn <= context.On) ? CaseRefusals.FeeUnpaid(law.Term("pay-fee"))
            : file.Plan?.Measure is DisposalMeasure.FreeRecovery or DisposalMeasure.AgreedRecovery && !(file.DeregisteredOn <= context.On) ? CaseRefusals.RightNotCancelled(law.Term("deregister"))
            : file.PublishedOn is not null && !(file.PublicationWithdrawnOn <= context.On) ? CaseRefusals.StillPublished(law.Rule("publication"))
            : null;
    }

    private static Refusal? JudgeSanction(CaseContext context, DisposalMeasure measure, Determination determined)
    {
        var (rule, from) = measure == DisposalMeasure.Fee
            ? (context.Law.Rule("fee"), context.Clock.FeeFrom)
            : (context.Law.Rule("recovery"), context.Clock.RecoveryFrom);
        return determined.Kind == IdleKind.B || context.Clock.Kind == IdleKind.B ? CaseRefusals.KindBNotFined(measure, context.Law.Rule("kind-b-negotiation"))
            : determined.Cause != CauseSide.Holder ? CaseRefusals.CauseNotHolders(measure, context.Law.Rule("clock-stops"))
            : from is { } first && first <= context.On && context.Clock.Kind == IdleKind.A ? null
            : measure == DisposalMeasure.Fee ? CaseRefusals.FeeTooEarly(from, context.On, rule)
            : CaseRefusals.RecoveryTooEarly(from, context.On, rule);
    }

    private static Refusal? JudgeAgreement(CaseContext context, DisposalPlan plan, Determination determined)
    {
        var law = context.Law;
        if (!context.IsFiled)
        {
            return CaseRefusals.Unfiled(law.Rule("filing"));
        }

        if (determined is { Kind: IdleKind.A, Cause: CauseSide.Holder })
        {
            return CaseRefusals.NotByAgreement(law.Rule("negotiation"));
        }

        return plan.Measure switch
        {
            DisposalMeasure.Extend => JudgePeriod(plan, law.Term("extension-cap")) ? null : CaseRefusals.ExtensionTooLong(law.Term("extension-cap")),
            DisposalMeasure.TemporaryUse => JudgePeriod(plan, law.Term("temporary-use-cap")) ? null : CaseRefusals.TemporaryUseTooLong(law.Term("temporary-use-cap")),
            DisposalMeasure.Swap => plan.Swap is { AllHold: true } ? null : CaseRefusals.SwapConditionsMissing(law.Rule("swap")),
            _ => null,
        };
    }

    /// <summary>Both ends are known, in order, and the end is not after the term's anniversary, which itself is allowed.</summary>
    private static bool JudgePeriod(DisposalPlan plan, Term cap) => plan is { From: { } from, Until: { } until } && until > from && until <= cap.From(from);
}
