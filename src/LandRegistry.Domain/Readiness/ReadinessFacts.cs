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

/// <summary>A line of the compensation ledger: owed, deferred ones included, or settled; yuan.</summary>
/// <param name="Yuan">The amount.</param>
/// <param name="IsSettlement">False for what is owed, true for what was settled of it.</param>
/// <param name="On">Day from which it counts.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record CompensationLine(decimal Yuan, bool IsSettlement, DateOnly On, FactSource Source);

/// <summary>A thing the site has: road, water, power, level_ground and others of the zone's standard.</summary>
public sealed record SiteItem(string Name, DatedFact There);

/// <summary>A publication as idle land (Order 53 Article 11).</summary>
/// <param name="On">First day.</param>
/// <param name="Withdrawn">When and by what it was withdrawn; null while it stands.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record Publication(DateOnly On, DatedFact? Withdrawn, FactSource Source);

/// <summary>What was decided on standard-land indicators (标准地): required, set or not_required.</summary>
public sealed record StandardLandDecision(DateOnly On, string Value, FactSource Source);

/// <summary>The term of the last right.</summary>
/// <param name="Years">Years agreed.</param>
/// <param name="From">Day from which it runs.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record RightTerm(int Years, DateOnly From, FactSource Source);

/// <summary>Facts that readiness for re-tender is computed from, since the last right was granted. Null is unknown.</summary>
public sealed class ReadinessFacts
{
    /// <summary>The former right is cancelled or the land registered for the reserve.</summary>
    public DatedFact? RightRegistered { get; init; }

    /// <summary>The title register was looked into; before, that no burden is recorded says nothing.</summary>
    public DatedFact? TitleSearched { get; init; }

    /// <summary>Burdens of the right on record.</summary>
    public IReadOnlyList<Burden> Burdens { get; init; } = [];

    /// <summary>The compensation ledger was looked into; before, that no debt is recorded says nothing.</summary>
    public DatedFact? CompensationSearched { get; init; }

    /// <summary>Compensation owed and settled.</summary>
    public IReadOnlyList<CompensationLine> Compensations { get; init; } = [];

    /// <summary>Boundary surveyed.</summary>
    public DatedFact? Boundary { get; init; }

    /// <summary>Whether the use of the land is settled.</summary>
    public bool LandUseKnown { get; init; }

    /// <summary>Planning conditions issued: use, floor area ratio, density.</summary>
    public DatedFact? PlanningConditions { get; init; }

    /// <summary>What the site has.</summary>
    public IReadOnlyList<SiteItem> Infrastructure { get; init; } = [];

    /// <summary>Survey and registration brought up to date (Order 53 Article 20).</summary>
    public DatedFact? SurveyUpdated { get; init; }

    /// <summary>Publications as idle land.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>Whether it was industrial land; null when unknown.</summary>
    public bool? WasIndustrial { get; init; }

    /// <summary>Soil survey passed.</summary>
    public DatedFact? SoilSurvey { get; init; }

    /// <summary>Decisions on standard-land indicators; none says that it is not supplied as standard land.</summary>
    public IReadOnlyList<StandardLandDecision> StandardLand { get; init; } = [];

    /// <summary>The last right ended.</summary>
    public DatedFact? RightEnded { get; init; }

    /// <summary>Term of the last right.</summary>
    public RightTerm? Term { get; init; }
}
