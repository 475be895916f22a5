using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Law;

public sealed class DayCountTests
{
    [Theory]
    [InlineData("2024-03-01", 1, "2025-03-01"), InlineData("2024-02-29", 1, "2025-02-28"), InlineData("2024-02-29", 4, "2028-02-29"), InlineData("2023-02-28", 1, "2024-02-28")]
    public void A_year_is_full_on_its_anniversary_and_from_a_leap_day_on_the_28th(string from, int years, string full) =>
        Assert.Equal(D(full), DayCount.Anniversary(D(from), years));

    [Theory, InlineData("2026-01-01", 30, "2026-01-31"), InlineData("2024-02-15", 30, "2024-03-16")]
    public void The_day_of_service_is_not_counted(string served, int days, string last) => Assert.Equal(D(last), DayCount.LastDay(D(served), days));

    [Theory, InlineData("2025-01-31", "2025-02-27", 0), InlineData("2025-01-31", "2025-02-28", 1), InlineData("2025-03-10", "2026-04-09", 12), InlineData("2025-03-10", "2026-04-10", 13), InlineData("2025-03-10", "2025-01-01", 0)]
    public void Months_are_full_on_the_same_day_of_a_later_month(string from, string to, int months) => Assert.Equal(months, DayCount.FullMonths(D(from), D(to)));

    [Fact]
    public void A_date_past_the_calendar_means_never()
    {
        Assert.Equal(DateOnly.MaxValue, DayCount.Anniversary(DateOnly.MaxValue, 1));
        Assert.Equal(DateOnly.MaxValue, DayCount.AddDays(DateOnly.MaxValue, 30));
    }
}
