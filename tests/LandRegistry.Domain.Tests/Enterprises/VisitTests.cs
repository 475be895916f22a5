using LandRegistry.Domain.Enterprises;

namespace LandRegistry.Domain.Tests.Enterprises;

public sealed class VisitTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    /// <summary>S2: over 400 家次 were visits, not premises.</summary>
    [Fact]
    public void Visits_are_never_fewer_than_premises_nor_premises_than_enterprises()
    {
        var counts = VisitCounts.Of([(1, "一号车间"), (1, "一号车间"), (1, "仓库"), (1, null), (2, null), (2, null)]);

        Assert.Equal(new VisitCounts(6, 4, 2), counts);
    }

    /// <summary>S2: 46 firms, 323 found, 256 put right.</summary>
    [Fact]
    public void Found_less_put_right_is_open()
    {
        var counts = new FindingCounts(323, 256);

        Assert.Equal((67, 79.3m), (counts.Open, counts.Rate));
        Assert.Null(new FindingCounts(0, 0).Rate);
    }

    [Fact]
    public void A_visit_is_due_within_the_days_of_the_plan_after_the_last_one_or_after_its_beginning()
    {
        var plan = new VisitPlan { EveryDays = 15, FromOn = Day };

        Assert.Equal(Day.AddDays(15), plan.NextDueOn(null, Day));
        Assert.Equal(Day.AddDays(15), plan.NextDueOn(Day.AddDays(-3), Day));
        Assert.Equal(Day.AddDays(20), plan.NextDueOn(Day.AddDays(5), Day.AddDays(6)));
        Assert.False(plan.IsOverdue(null, Day.AddDays(15)));
        Assert.True(plan.IsOverdue(null, Day.AddDays(16)));
        Assert.Null(plan.NextDueOn(null, Day.AddDays(-1)));
        Assert.False(new VisitPlan { EveryDays = 15, FromOn = Day, ToOn = Day.AddDays(20) }.IsOverdue(null, Day.AddDays(21)));
    }

    [Fact]
    public void An_enterprise_is_watched_by_hand_or_by_rule_and_every_reason_is_told()
    {
        Assert.Empty(WatchList.Reasons(new(false, false, "normal", 0, false)));
        Assert.Equal(Enum.GetValues<WatchReason>(), WatchList.Reasons(new(true, true, "half_stopped", 2, true)));
        Assert.Equal([WatchReason.FindingOverdue], WatchList.Reasons(new(false, false, null, 1, false)));
    }
}
