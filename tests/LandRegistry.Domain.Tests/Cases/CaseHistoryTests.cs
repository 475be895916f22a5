using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Cases;

public sealed class CaseHistoryTests
{
    private static readonly CaseHistory History = new(
        [Stage(CaseStage.Watched, "2025-01-01"), Stage(CaseStage.Suspected, "2025-02-01"), Stage(CaseStage.Investigating, "2025-02-10")],
        [new() { Kind = "investigation-notice", IssuedOn = D("2025-02-10"), ServedOn = D("2025-02-12"), ProofOfService = "P1" }],
        [new() { Kind = IdleKind.A, Cause = CauseSide.Holder, OnDay = D("2025-04-01") }],
        [new() { Measure = DisposalMeasure.Fee, DraftedOn = D("2025-04-10") }, new() { Measure = DisposalMeasure.FreeRecovery, DraftedOn = D("2025-05-10") }],
        [new() { Kind = MilestoneKind.Approved, OnDay = D("2025-04-20") }],
        []);

    [Fact]
    public void A_case_on_a_day_has_what_had_happened_by_then()
    {
        Assert.Null(History.AsOf(D("2024-12-31"), false));
        Assert.Equal(CaseStage.Watched, History.AsOf(D("2025-01-31"), false)!.Stage);
        Assert.Null(History.AsOf(D("2025-02-11"), false)!.Document("investigation-notice")!.ProvenServiceOn);
        Assert.Equal(D("2025-02-12"), History.AsOf(D("2025-02-12"), true)!.Document("investigation-notice")!.ProvenServiceOn);
        Assert.Null(History.AsOf(D("2025-03-31"), false)!.Determination);
    }

    [Fact]
    public void An_approval_counts_for_the_plan_it_was_given_to_and_not_for_a_later_one()
    {
        Assert.Equal((DisposalMeasure.Fee, D("2025-04-20")), (History.AsOf(D("2025-05-09"), false)!.Plan!.Measure, History.AsOf(D("2025-05-09"), false)!.ApprovedOn));
        Assert.Equal((DisposalMeasure.FreeRecovery, null), (History.AsOf(D("2025-05-10"), false)!.Plan!.Measure, History.AsOf(D("2025-05-10"), false)!.ApprovedOn));
    }

    [Fact]
    public void A_new_suspicion_begins_a_new_round_in_which_nothing_of_the_old_one_counts()
    {
        var again = History with { Stages = [.. History.Stages, Stage(CaseStage.NotIdle, "2025-06-01"), Stage(CaseStage.Watched, "2025-06-01"), Stage(CaseStage.Suspected, "2026-01-01")] };

        var file = again.AsOf(D("2026-01-01"), false)!;

        Assert.True(file.Determination is null && file.Plan is null && file.ApprovedOn is null && file.Documents.Count == 0);
    }

    [Fact]
    public void Two_orders_of_recording_give_the_same_case()
    {
        var turned = History with { Plans = [.. History.Plans.Reverse()], Stages = [.. History.Stages.Reverse()] };

        foreach (var day in Enumerable.Range(0, 150).Select(D("2025-01-01").AddDays))
        {
            var (one, other) = (History.AsOf(day, false)!, turned.AsOf(day, false)!);
            Assert.Equal((one.Stage, one.Plan, one.ApprovedOn), (other.Stage, other.Plan, other.ApprovedOn));
        }
    }

    private static RecordedStage Stage(CaseStage stage, string day) => new() { Stage = stage, OnDay = D(day) };
}
