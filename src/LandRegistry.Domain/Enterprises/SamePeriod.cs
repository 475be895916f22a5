namespace LandRegistry.Domain.Enterprises;

/// <summary>How a figure stands against that of the same period of the year before.</summary>
public enum SamePeriodBucket
{
    /// <summary>持平: within the tolerance.</summary>
    Level,

    /// <summary>超去年同期: above it.</summary>
    Above,

    /// <summary>未达去年同期: below it.</summary>
    Below,

    /// <summary>不可比: one of the figures is not known, or nothing stood there a year before.</summary>
    NotComparable,
}

/// <summary>
/// Compares figures with the same period of the year before. Level means within a stated tolerance, a share of the former figure and both
/// ends inclusive, so that the buckets of those that can be compared part them without remainder.
/// </summary>
public static class SamePeriod
{
    /// <summary>The same period of the year before; the last day of February stays the last.</summary>
    public static (DateOnly From, DateOnly To) YearBefore(DateOnly from, DateOnly to)
    {
        var end = to.AddYears(-1);
        return (from.AddYears(-1), to.AddDays(1).Month != to.Month && end.AddDays(1).Month == end.Month ? end.AddDays(1) : end);
    }

    /// <summary>The bucket of a figure.</summary>
    /// <param name="now">The figure of the period; null when unknown.</param>
    /// <param name="before">That of the year before; null when unknown.</param>
    /// <param name="tolerance">0.05 for five per cent.</param>
    public static SamePeriodBucket Judge(decimal? now, decimal? before, decimal tolerance) =>
        now is not { } one || before is not { } other ? SamePeriodBucket.NotComparable
        : Math.Abs(one - other) <= Math.Abs(other) * tolerance ? SamePeriodBucket.Level
        : one > other ? SamePeriodBucket.Above
        : SamePeriodBucket.Below;
}
