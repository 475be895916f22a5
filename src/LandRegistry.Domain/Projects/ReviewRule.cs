namespace LandRegistry.Domain.Projects;

/// <summary>The pool is rolled over: an open entry that nobody looked at for so long is stale.</summary>
/// <param name="Days">Days that a review holds.</param>
public sealed record ReviewRule(int Days)
{
    /// <summary>A quarter of a year, where nothing else is said.</summary>
    public const int UsualDays = 90;

    /// <summary>The last day on which a review still holds, inclusive.</summary>
    public DateOnly HoldsUntil(DateOnly reviewedOn) => reviewedOn.AddDays(Days);

    /// <summary>Whether an entry is stale; one that runs or was lost never is.</summary>
    public bool IsStale(ProjectStage stage, DateOnly reviewedOn, DateOnly today) => stage.IsOpen() && HoldsUntil(reviewedOn) < today;
}

/// <summary>What was promised and what came of it.</summary>
public static class InvestmentShare
{
    /// <summary>Arrived of agreed, per cent with one decimal; null where either is unknown or nothing was agreed. May exceed 100.</summary>
    public static decimal? Percent(decimal? arrived, decimal? agreed) =>
        arrived is { } come && agreed is > 0 and { } said ? Math.Round(100m * come / said, 1, MidpointRounding.AwayFromZero) : null;
}
