using LandRegistry.Domain.Today;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Today;

public sealed class TodayKindsTests
{
    [Theory]
    [InlineData(TodayKind.CaseDeadline, "2026-06-15", TodayState.Due), InlineData(TodayKind.CaseDeadline, "2026-06-14", TodayState.Overdue)]
    [InlineData(TodayKind.Fee, "2026-06-15", TodayState.Raised), InlineData(TodayKind.Fee, "2026-06-16", TodayState.Due), InlineData(TodayKind.ReadinessLost, "2026-06-01", TodayState.Raised)]
    public void The_last_day_of_a_task_is_in_time_and_the_first_day_of_a_power_raises_it(TodayKind kind, string day, TodayState state) =>
        Assert.Equal(state, kind.StateOn(D(day), D("2026-06-15")));

    [Fact]
    public void The_clock_looks_back_as_far_as_ahead_and_tasks_of_any_age_are_open()
    {
        Assert.Equal(D("2026-05-16"), TodayKind.Recovery.FirstDay(D("2026-06-15"), 30));
        Assert.True(TodayKind.StrategyStep.FirstDay(D("2026-06-15"), 30) < D("2000-01-01"));
        Assert.All(Enum.GetValues<TodayKind>(), kind => Assert.NotEqual("", kind.Name().Zh));
    }
}
