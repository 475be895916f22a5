using LandRegistry.Domain.Law;
using LandRegistry.Domain.Strategies;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Strategies;

public sealed class StrategyBookTests
{
    private static readonly LawEdition Law = LawBook.National.Editions[0];

    private static readonly Strategy Draft = new()
    {
        EnterpriseId = 7,
        Version = 1,
        Type = StrategyType.SecondaryPromotion,
        Leader = "Leader",
        Officer = "Officer",
        PlanDocument = "P-1",
        EndOn = D("2026-03-31"),
        Steps = [new("a", 10, "x", "y"), new("b", 1, null, null, D("2026-03-01")), new("c", 31, null, null)],
    };

    [Fact]
    public void On_any_day_exactly_one_version_is_current_from_the_first_approval_on()
    {
        var book = Approve(Approve(StrategyBook.Empty.Draft(Draft).Draft(Draft), 1, "2026-01-01"), 2, "2026-02-01");

        Assert.Equal([null, 1, 1, 2], new[] { "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01" }.Select(day => book.CurrentOn(D(day))?.Version));
        Assert.All(Enumerable.Range(0, 90), day => Assert.Single(book.Versions, version => version.IsCurrentOn(D("2026-01-01").AddDays(day))));
    }

    [Fact]
    public void A_strategy_is_approved_only_with_leader_officer_plan_and_steps()
    {
        Refused(Draft with { Leader = null, PlanDocument = " " }, "strategy-slots-empty", null);
        Refused(Draft with { Steps = [] }, "strategy-without-steps", null);
        Refused(Draft with { Steps = [new("a", 0, null, null)] }, "strategy-without-steps", null);
        Refused(Draft with { Type = StrategyType.Restructuring }, "strategy-court-missing", "Enterprise Bankruptcy Law Article 70");
        Refused(Draft with { Type = StrategyType.Restructuring, Court = new("重整", "Court", "1", null, null) }, null, null);
    }

    [Fact]
    public void What_is_approved_is_not_approved_again_nor_replaced_on_its_own_day()
    {
        var book = Approve(StrategyBook.Empty.Draft(Draft).Draft(Draft), 1, "2026-01-01");

        Assert.Equal("strategy-already-approved", book.Approve(1, D("2026-02-01"), Law).Refusal!.Code);
        Assert.Equal("strategy-approved-before-current", book.Approve(2, D("2026-01-01"), Law).Refusal!.Code);
    }

    [Fact]
    public void Steps_are_scheduled_back_from_the_end_without_gap_or_overlap()
    {
        var steps = BackSchedule.Of(Draft);

        Assert.Equal([("2026-02-18", "2026-02-27"), ("2026-02-28", "2026-02-28"), ("2026-03-01", "2026-03-31")], steps.Select(step => ($"{step.StartBy:yyyy-MM-dd}", $"{step.DueOn:yyyy-MM-dd}")));
        Assert.False(steps[0].IsLateOn(D("2026-02-27")));
        Assert.True(steps[0].IsLateOn(D("2026-02-28")));
        Assert.True(!steps[1].IsLateOn(D("2026-02-28")) && !steps[1].IsLateOn(D("2026-03-01")));
    }

    [Fact]
    public void The_gap_report_names_idle_enterprises_without_strategy_or_slot()
    {
        var current = Approve(StrategyBook.Empty.Draft(Draft), 1, "2026-01-01");
        var lost = new StrategyBook([current.Versions[0] with { Officer = null }]);
        var books = new Dictionary<long, StrategyBook> { [7] = current, [8] = lost };

        var gaps = StrategyGaps.Of([7, 8, 9, 9], books, D("2026-01-01"));

        Assert.Equal([(8L, true, 1), (9L, false, 3)], gaps.Select(gap => (gap.EnterpriseId, gap.HasStrategy, gap.Missing.Count)));
    }

    [Fact]
    public void A_copy_takes_the_plan_and_leaves_people_and_results()
    {
        var copy = (Draft with { IsExemplar = true, Investor = "I", Result = new(Jobs: 3) }).CopyFor(9, D("2027-01-01"));

        Assert.Equal((9L, null, null, null, false), (copy.EnterpriseId, copy.Leader, copy.Investor, copy.Result.Jobs, copy.IsExemplar));
        Assert.All(copy.Steps, step => Assert.True(step.Assignee is null && step.DoneOn is null));
    }

    private static StrategyBook Approve(StrategyBook book, int version, string day) => book.Approve(version, D(day), Law).Book!;

    private static void Refused(Strategy draft, string? code, string? article)
    {
        var refusal = StrategyBook.Empty.Draft(draft).Approve(1, D("2026-01-01"), Law).Refusal;
        Assert.Equal((code, article), (refusal?.Code, refusal?.Article));
    }
}
