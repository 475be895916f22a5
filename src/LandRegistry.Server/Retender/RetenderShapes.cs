using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Retender;

/// <summary>A page of one part of the re-tender list.</summary>
/// <param name="Day">The day that readiness is of: today, or the day of the scenario.</param>
/// <param name="Items">The parcels in the order asked for.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record RetenderPage(DateOnly Day, IReadOnlyList<RetenderRow> Items, string? NextCursor);

/// <summary>A parcel of the re-tender list. Areas in square metres, money in yuan; null is unknown.</summary>
public sealed record RetenderRow
{
    public required long Id { get; init; }
    public required string? Code { get; init; }
    public required string? Name { get; init; }
    public required string? Address { get; init; }
    public required long ZoneId { get; init; }
    public required string Status { get; init; }
    public required DateOnly StatusSince { get; init; }

    /// <summary>ready, blocked, held, in_tender or sold.</summary>
    public required string Section { get; init; }
    public required string? LandUseCode { get; init; }
    public required decimal? AreaSquareMetres { get; init; }
    public required bool AreaIsMeasured { get; init; }

    /// <summary>Area by the greatest floor area ratio; null where either is unknown.</summary>
    public required decimal? FloorAreaSquareMetres { get; init; }

    /// <summary>Longitude, latitude (EPSG:4490).</summary>
    public required IReadOnlyList<double> Location { get; init; }

    /// <summary>The day from which every item of readiness holds, without any assumption; null when some does not.</summary>
    public required DateOnly? ReadyOn { get; init; }

    /// <summary>Ready only under the assumptions of the scenario.</summary>
    public required bool ByScenario { get; init; }
    public required string? HoldReason { get; init; }
    public required DateOnly? HoldUntil { get; init; }
    public required IReadOnlyList<BlockerShape> Blockers { get; init; }

    /// <summary>The day on which nothing blocks any more by the plans; null where a blocker has none.</summary>
    public required DateOnly? ExpectedOn { get; init; }
    public required SupplyConditions? Conditions { get; init; }
    public required IReadOnlyList<SiteThing> Infrastructure { get; init; }

    /// <summary>End of the right that still stands; null where it has ended, which leaves the term to the next one.</summary>
    public required DateOnly? RightEndsOn { get; init; }
    public required Neighbourhood Neighbours { get; init; }

    /// <summary>Its latest tender, unless that one has come to its end at capacity; null when it was never offered.</summary>
    public required OfferedTender? Tender { get; init; }
}

/// <summary>The tender that a parcel of the list is or was last in. Money in yuan.</summary>
public sealed record OfferedTender
{
    public required long Id { get; init; }

    /// <summary>1 for the first offer of the land, one more after each that failed.</summary>
    public required int Round { get; init; }
    public required string? Number { get; init; }

    /// <summary>tender, auction or listing.</summary>
    public required string Method { get; init; }
    public required Text MethodName { get; init; }
    public required string Stage { get; init; }
    public required Text StageName { get; init; }
    public required DateOnly Since { get; init; }
    public required DateOnly? OpensOn { get; init; }
    public required DateOnly? ClosesOn { get; init; }

    /// <summary>The first of its days that is not kept yet; null when none is left.</summary>
    public required NextDay? Next { get; init; }

    /// <summary>Null until awarded.</summary>
    public required string? Winner { get; init; }

    /// <summary>Price of the award; null until awarded.</summary>
    public required decimal? PriceYuan { get; init; }
}

/// <summary>A day by which a tender must be taken further.</summary>
/// <param name="Code">Term or rule of the tender's law.</param>
/// <param name="DueOn">Last day, inclusive.</param>
/// <param name="Who">Who must act: authority or holder.</param>
/// <param name="Says">What is to be done.</param>
/// <param name="Article">Citation.</param>
public sealed record NextDay(string Code, DateOnly DueOn, string Who, Text Says, string Article);

/// <summary>What blocks a parcel.</summary>
/// <param name="Code">Item of readiness.</param>
/// <param name="Name">What the law asks.</param>
/// <param name="Article">Citation.</param>
/// <param name="Department">Whose business it is.</param>
/// <param name="Holders">Who is known to hold it up, by name.</param>
/// <param name="ExpectedOn">When it ends by the plans; null when there is none.</param>
/// <param name="Basis">recorded_fact, money_due, case_deadline or strategy_step.</param>
public sealed record BlockerShape(string Code, Text Name, string Article, Text Department, IReadOnlyList<string> Holders, DateOnly? ExpectedOn, string? Basis);

/// <summary>Conditions of supply that count on the day.</summary>
public sealed record SupplyConditions
{
    public required DateOnly OnDay { get; init; }
    public required string? Number { get; init; }
    public required decimal? FloorAreaRatioMin { get; init; }
    public required decimal? FloorAreaRatioMax { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal? BuildingDensityMax { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal? GreenRatioMin { get; init; }
    public required decimal? HeightMaxMetres { get; init; }
    public required decimal? InvestmentPerMuYuan { get; init; }
    public required decimal? OutputPerMuYuan { get; init; }
    public required decimal? TaxPerMuYuan { get; init; }

    /// <summary>Tonnes of standard coal per 10,000 yuan.</summary>
    public required decimal? EnergyPerOutputMax { get; init; }
    public required string? EmissionLimit { get; init; }
    public required int? TermYears { get; init; }
    public required decimal? PricePerMuYuan { get; init; }

    /// <summary>benchmark, appraisal, lowest or negotiated.</summary>
    public required string? PriceBasis { get; init; }
}

/// <summary>A thing the site has: road, water, power and others, with its size and its distance from the boundary in metres.</summary>
public sealed record SiteThing(string Item, DateOnly OnDay, decimal? Quantity, string? Unit, decimal? DistanceMetres);

/// <summary>Parcels within 30 m: how many, and how many of each status.</summary>
public sealed record Neighbourhood(int Count, IReadOnlyDictionary<string, int> Statuses);

/// <summary>Counts of the re-tender list.</summary>
/// <param name="Day">The day that readiness is of.</param>
/// <param name="Sections">Each part of the list under the same filter.</param>
/// <param name="Groups">The asked part by zone, use or blocker; by blocker a parcel counts under each.</param>
public sealed record RetenderTotals(DateOnly Day, IReadOnlyList<RetenderTally> Sections, IReadOnlyList<RetenderTally> Groups);

/// <summary>A count with its areas.</summary>
/// <param name="Key">Code of the section, id of the zone, code of the use or of the item; null where unknown.</param>
/// <param name="Count">Parcels.</param>
/// <param name="AreaSquareMetres">Their known areas together.</param>
/// <param name="FloorAreaSquareMetres">Floor area of those whose ratio is known.</param>
public sealed record RetenderTally(string? Key, long Count, decimal AreaSquareMetres, decimal FloorAreaSquareMetres);
