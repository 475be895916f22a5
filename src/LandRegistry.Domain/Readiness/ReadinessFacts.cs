using LandRegistry.Domain.Facts;

namespace LandRegistry.Domain.Readiness;

/// <summary>Something that burdens the right.</summary>
/// <param name="Kind">mortgage, seizure, lease, dispute or court.</param>
/// <param name="From">From when; null when unknown, which counts as from ever.</param>
/// <param name="ReleasedOn">First day free of it; null while it stands.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record Burden(string Kind, DateOnly? From, DateOnly? ReleasedOn, FactSource Source)
{
    /// <summary>Whether it stands on a day; the day of release is free of it.</summary>
    public bool StandsOn(DateOnly day) => !(From > day) && !(ReleasedOn <= day);
}

/// <summary>A compensation or resettlement debt, deferred ones included; yuan.</summary>
/// <param name="DueYuan">What is owed.</param>
/// <param name="SettledYuan">What was settled.</param>
/// <param name="From">Day from which it is owed.</param>
/// <param name="SettledOn">Day of the last settlement; null when nothing was settled yet.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record Compensation(decimal DueYuan, decimal SettledYuan, DateOnly From, DateOnly? SettledOn, FactSource Source)
{
    /// <summary>What is open on a day, yuan, never negative.</summary>
    public decimal OpenOn(DateOnly day) => From > day ? 0m : Math.Max(0m, DueYuan - (SettledOn <= day ? SettledYuan : 0m));
}

/// <summary>Facts that readiness for re-tender is computed from. Null is unknown; an empty list says that a search found none.</summary>
public sealed class ReadinessFacts
{
    /// <summary>The former right is cancelled or the land registered for the reserve.</summary>
    public DatedFact? RightRegistered { get; init; }

    /// <summary>Burdens of the right; null when the title register was not looked into.</summary>
    public IReadOnlyList<Burden>? Burdens { get; init; }

    /// <summary>Compensation debts; null when the ledger was not looked into.</summary>
    public IReadOnlyList<Compensation>? Compensations { get; init; }

    /// <summary>Boundary surveyed.</summary>
    public DatedFact? Boundary { get; init; }

    /// <summary>Planning conditions issued: use, floor area ratio, density.</summary>
    public DatedFact? PlanningConditions { get; init; }

    /// <summary>What the site has, by name: road, water, power, level_ground and others of the zone's standard.</summary>
    public IReadOnlyDictionary<string, DatedFact> Infrastructure { get; init; } = new Dictionary<string, DatedFact>(StringComparer.Ordinal);

    /// <summary>Survey and registration brought up to date (Order 53 Article 20).</summary>
    public DatedFact? SurveyUpdated { get; init; }

    /// <summary>Day of publication as idle land; null when it was never published.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The publication withdrawn (Article 11 ¶3).</summary>
    public DatedFact? PublicationWithdrawn { get; init; }

    /// <summary>Whether it was industrial land; null when unknown.</summary>
    public bool? WasIndustrial { get; init; }

    /// <summary>Soil survey passed.</summary>
    public DatedFact? SoilSurvey { get; init; }
}
