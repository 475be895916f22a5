using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Tests.Clocks;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Cases;

public sealed class CaseMovesTests
{
    private static readonly LawEdition Law = LawBook.National.Editions[0];
    private static readonly LandFacts Facts = new() { Agreements = [Contract("2022-03-01")], Filing = Filed() };

    [Theory, InlineData("2023-02-28", "fee-too-early", "Order 53 Article 14(1)"), InlineData("2023-03-01", null, null)]
    public void The_fee_is_possible_from_the_first_anniversary(string day, string? code, string? article) =>
        Refused(Plan(day, new(DisposalMeasure.Fee)), CaseStage.PlanDrafted, code, article);

    [Theory, InlineData("2024-02-29", "recovery-too-early", "Order 53 Article 14(2)"), InlineData("2024-03-01", null, null)]
    public void Recovery_is_possible_from_the_second(string day, string? code, string? article) =>
        Refused(Plan(day, new(DisposalMeasure.FreeRecovery)), CaseStage.PlanDrafted, code, article);

    [Theory, InlineData(DisposalMeasure.Fee), InlineData(DisposalMeasure.FreeRecovery)]
    public void Kind_B_is_never_fined_or_taken(DisposalMeasure measure) =>
        Refused(Plan("2030-01-01", new(measure), IdleKind.B), CaseStage.PlanDrafted, "kind-b-not-fined", "Order 53 Article 12 last ¶");

    [Theory, InlineData(CauseSide.Government), InlineData(CauseSide.ForceMajeure)]
    public void A_cause_that_is_not_the_holders_is_not_fined(CauseSide cause) =>
        Refused(Plan("2030-01-01", new(DisposalMeasure.FreeRecovery), cause: cause), CaseStage.PlanDrafted, "cause-not-the-holders", "Order 53 Article 8");

    [Fact]
    public void Unfiled_land_may_not_use_Article_12() =>
        Refused(Plan("2023-03-01", new(DisposalMeasure.AgreedRecovery), cause: CauseSide.Government) with { IsFiled = false }, CaseStage.PlanDrafted, "land-not-filed", "Order 53 Article 25 ¶2");

    [Fact]
    public void The_holders_own_idleness_of_kind_A_is_not_negotiated() =>
        Refused(Plan("2023-03-01", new(DisposalMeasure.ChangeUse)), CaseStage.PlanDrafted, "holders-fault-not-negotiated", "Order 53 Article 12");

    [Theory, InlineData("2024-06-01", null), InlineData("2024-06-02", "extension-too-long"), InlineData(null, "extension-too-long"), InlineData("2023-06-01", "extension-too-long")]
    public void An_extension_is_one_year_at_most(string? until, string? code) => Refused(
        Plan("2023-06-01", new(DisposalMeasure.Extend, D("2023-06-01"), until is null ? null : D(until)), cause: CauseSide.Government), CaseStage.PlanDrafted, code, code is null ? null : "Order 53 Article 12(1)");

    [Theory, InlineData("2025-06-01", null), InlineData("2025-06-02", "temporary-use-too-long")]
    public void Temporary_use_is_two_years_at_most(string until, string? code) => Refused(
        Plan("2023-06-01", new(DisposalMeasure.TemporaryUse, D("2023-06-01"), D(until)), IdleKind.B), CaseStage.PlanDrafted, code, code is null ? null : "Order 53 Article 12(3)");

    [Theory, InlineData(true, null), InlineData(false, "swap-conditions-missing")]
    public void A_swap_needs_all_its_conditions(bool paid, string? code) => Refused(
        Plan("2023-06-01", new(DisposalMeasure.Swap, Swap: new(paid, true, true, true)), cause: CauseSide.Government), CaseStage.PlanDrafted, code, code is null ? null : "Order 53 Article 12(5)");

    [Fact]
    public void The_mortgagee_is_told_and_the_government_approves_before_the_plan_is_carried_out()
    {
        var drafted = At(CaseStage.PlanDrafted, Plan("2023-06-01", new(DisposalMeasure.Fee)));
        var mortgaged = drafted with { File = drafted.File with { IsMortgaged = true, ApprovedOn = D("2023-06-01") } };

        Refused(mortgaged, CaseStage.Approved, "mortgagee-not-told", "Order 53 Article 13");
        Refused(drafted, CaseStage.Approved, "plan-not-approved", "Order 53 Article 13");
        Refused(mortgaged with { File = mortgaged.File with { MortgageeToldOn = D("2023-06-01") } }, CaseStage.Approved, null, null);
    }

    [Theory]
    [InlineData(null, "P", "hearing-notice-missing"), InlineData("2023-06-10", "P", "hearing-notice-missing"), InlineData("2023-06-09", null, "hearing-notice-missing"), InlineData("2023-06-09", "P", null)]
    public void The_hearing_notice_is_served_with_proof_before_the_day_of_the_decision(string? served, string? proof, string? code)
    {
        var context = At(CaseStage.Approved, Plan("2023-06-10", new(DisposalMeasure.Fee)));
        var file = context.File with
        {
            ApprovedOn = D("2023-06-05"),
            Documents = [new("fee-decision", "1", D("2023-06-10")), new("hearing-notice", "2", D("2023-06-01"), served is null ? null : D(served), proof)],
        };

        Refused(context with { File = file }, CaseStage.Disposing, code, code is null ? null : "Order 53 Article 15");
    }

    [Fact]
    public void Land_is_determined_only_as_the_clock_finds_it()
    {
        var context = At(CaseStage.Investigating, Plan("2023-03-01", new(DisposalMeasure.Fee)));
        var papers = context with { File = context.File with { Documents = [new("determination", "1", D("2023-03-01"))] } };

        Refused(context, CaseStage.Determined, "case-document-missing", "Order 53 Article 9");
        Refused(papers, CaseStage.Determined, null, null);
        Refused(papers with { Clock = papers.Clock with { Kind = IdleKind.Unknown } }, CaseStage.Determined, "not-idle-by-law", "Order 53 Article 2 ¶1");
        Refused(papers with { File = papers.File with { Determination = new(IdleKind.B, CauseSide.Holder, D("2023-03-01")) } }, CaseStage.Determined, "not-idle-by-law", "Order 53 Article 2 ¶2");
    }

    [Fact]
    public void A_disposal_is_complete_when_fee_right_and_publication_are_settled()
    {
        var fee = At(CaseStage.Disposing, Plan("2023-06-01", new(DisposalMeasure.Fee)));
        var recovery = At(CaseStage.Disposing, Plan("2024-06-01", new(DisposalMeasure.FreeRecovery)));

        Refused(fee, CaseStage.Disposed, "fee-unpaid", "Order 53 Article 17");
        Refused(recovery, CaseStage.Disposed, "right-not-cancelled", "Order 53 Article 17");
        Refused(fee with { File = fee.File with { FeePaidOn = fee.On, PublishedOn = fee.On } }, CaseStage.Disposed, "still-published", "Order 53 Article 11");
        Refused(fee with { File = fee.File with { FeePaidOn = fee.On } }, CaseStage.Disposed, null, null);
        Refused(At(CaseStage.Disposed, fee), CaseStage.Reserved, "land-not-recovered", "Order 53 Article 19");
    }

    [Fact]
    public void Only_the_stages_of_the_table_follow_and_never_backwards_in_time()
    {
        var context = Plan("2023-06-01", new(DisposalMeasure.Fee));

        Refused(context, CaseStage.Disposing, "case-stage-not-next", null);
        Refused(context with { On = D("2019-01-01") }, CaseStage.PlanDrafted, "case-step-before-stage", null);
        Refused(At(CaseStage.Suspected, context), CaseStage.Investigating, "case-document-missing", "Order 53 Article 5");
        Refused(context with { File = context.File with { Plan = null } }, CaseStage.PlanDrafted, "disposal-plan-missing", "Order 53 Article 13");
        Assert.All(Enum.GetValues<CaseStage>(), stage => Assert.NotEmpty(CaseMoves.From(stage)));
    }

    [Fact]
    public void A_legal_move_gives_a_new_case_and_leaves_the_old_one()
    {
        var context = Plan("2023-06-01", new(DisposalMeasure.Fee));

        var moved = CaseMoves.Move(context, CaseStage.PlanDrafted, Source).File!;

        Assert.Equal((CaseStage.PlanDrafted, D("2023-06-01"), CaseStage.Determined), (moved.Stage, moved.Since, context.File.Stage));
    }

    [Fact]
    public void The_agenda_says_what_may_follow_and_what_stands_in_its_way()
    {
        var agenda = CaseAgenda.Of(Plan("2023-02-28", new(DisposalMeasure.Fee)));

        Assert.Equal([(CaseStage.PlanDrafted, "fee-too-early"), (CaseStage.NotIdle, null)], agenda.Next.Select(next => (next.Stage, next.Refusal?.Code)));
    }

    [Fact]
    public void The_fee_is_a_fifth_of_the_price_and_unknown_without_it()
    {
        Assert.Equal(2_000_000.01m, IdleFee.Yuan(10_000_000.03m, Law));
        Assert.Null(IdleFee.Yuan(null, Law));
    }

    private static CaseContext Plan(string day, DisposalPlan plan, IdleKind kind = IdleKind.A, CauseSide cause = CauseSide.Holder) => new(
        new() { Events = [new(CaseStage.Determined, D("2020-01-01"), Source)], Determination = new(kind, cause, D("2020-01-01")), Plan = plan },
        IdleClock.Assess(Facts, LawBook.National, D(day)).Answer, Law, true, D(day));

    private static CaseContext At(CaseStage stage, CaseContext context) =>
        context with { File = context.File with { Events = [new(stage, D("2020-01-01"), Source)] } };

    private static void Refused(CaseContext context, CaseStage to, string? code, string? article)
    {
        var refusal = CaseMoves.Judge(context, to);
        Assert.Equal((code, article), (refusal?.Code, refusal?.Article));
    }
}
