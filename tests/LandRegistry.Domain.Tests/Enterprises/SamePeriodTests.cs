using LandRegistry.Domain.Enterprises;

namespace LandRegistry.Domain.Tests.Enterprises;

public sealed class SamePeriodTests
{
    [Theory]
    [InlineData(105.0, 100.0, SamePeriodBucket.Level)]
    [InlineData(95.0, 100.0, SamePeriodBucket.Level)]
    [InlineData(105.01, 100.0, SamePeriodBucket.Above)]
    [InlineData(94.99, 100.0, SamePeriodBucket.Below)]
    [InlineData(0.0, 0.0, SamePeriodBucket.Level)]
    [InlineData(1.0, 0.0, SamePeriodBucket.Above)]
    [InlineData(-90.0, -100.0, SamePeriodBucket.Above)]
    [InlineData(null, 100.0, SamePeriodBucket.NotComparable)]
    [InlineData(100.0, null, SamePeriodBucket.NotComparable)]
    public void A_figure_is_level_within_the_tolerance_both_ends_inclusive(double? now, double? before, SamePeriodBucket expected) =>
        Assert.Equal(expected, SamePeriod.Judge((decimal?)now, (decimal?)before, 0.05m));

    [Fact]
    public void The_year_before_of_a_february_ends_with_it()
    {
        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)), SamePeriod.YearBefore(new(2025, 2, 1), new(2025, 2, 28)));
        Assert.Equal((new DateOnly(2023, 2, 1), new DateOnly(2023, 2, 28)), SamePeriod.YearBefore(new(2024, 2, 1), new(2024, 2, 29)));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 5, 31)), SamePeriod.YearBefore(new(2026, 1, 1), new(2026, 5, 31)));
    }
}
