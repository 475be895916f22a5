using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Projects;

/// <summary>A project in a list. Money in yuan; null is unknown, never zero.</summary>
public record ProjectRow
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Investor { get; init; }
    public required string? Product { get; init; }

    /// <summary>Industry by <see cref="IndustrySystem"/>.</summary>
    public required string? IndustryCode { get; init; }
    public required string? IndustrySystem { get; init; }

    /// <summary>lead, talks, intention, contracted, to_start, building, producing or lost.</summary>
    public required string Stage { get; init; }
    public required Text StageName { get; init; }
    public required DateOnly StageSince { get; init; }
    public required IReadOnlyList<ProjectLabel> Classes { get; init; }

    /// <summary>national, province, city, county or ordinary; null when unknown.</summary>
    public required string? Level { get; init; }
    public required Text? LevelName { get; init; }
    public required decimal? AgreedYuan { get; init; }
    public required decimal? ArrivedYuan { get; init; }

    /// <summary>Arrived of agreed, per cent with one decimal; may exceed 100.</summary>
    public required decimal? ArrivedShare { get; init; }
    public required string? Officer { get; init; }
    public required DateOnly ReviewedOn { get; init; }

    /// <summary>Nobody looked at it for longer than the review holds.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Whether it may still look for a site.</summary>
    public required bool SeeksSite { get; init; }

    /// <summary>Sites on its shortlist that are not decided.</summary>
    public required int OpenSites { get; init; }
    public required ProjectNeedsShape Needs { get; init; }
    public required string? Note { get; init; }
    public required int Version { get; init; }
}

/// <summary>A class label.</summary>
public sealed record ProjectLabel(string Code, Text Name);

/// <summary>What a project asks of a site; null or empty is not asked. Also the way it is told.</summary>
public sealed record ProjectNeedsShape
{
    /// <summary>Land will do.</summary>
    public bool TakesLand { get; init; }

    /// <summary>A floor of a standard factory will do.</summary>
    public bool TakesFloor { get; init; }

    /// <summary>Square metres of land.</summary>
    public decimal? AreaMinSquareMetres { get; init; }
    public decimal? AreaMaxSquareMetres { get; init; }
    public decimal? FloorAreaMinSquareMetres { get; init; }
    public decimal? FloorAreaMaxSquareMetres { get; init; }

    /// <summary>Land uses that will do.</summary>
    public IReadOnlyList<string>? LandUseCodes { get; init; }
    public decimal? PowerKva { get; init; }
    public decimal? RoadMetresMax { get; init; }
    public decimal? SubstationMetresMax { get; init; }

    /// <summary>Highest price of land, yuan per mu.</summary>
    public decimal? PricePerMuMaxYuan { get; init; }

    /// <summary>Highest rent of a floor, yuan per square metre and month.</summary>
    public decimal? RentMaxYuan { get; init; }

    /// <summary>Investment offered, yuan per mu.</summary>
    public decimal? InvestmentPerMuYuan { get; init; }

    /// <summary>Clear height of a floor.</summary>
    public decimal? HeightMinMetres { get; init; }

    /// <summary>Load of a floor, tonnes per square metre.</summary>
    public decimal? LoadMinTonnes { get; init; }

    /// <summary>What it cannot have near it, or may not be, in words.</summary>
    public string? IndustryLimits { get; init; }
}

/// <summary>A page of projects, newest first.</summary>
/// <param name="Items">The projects.</param>
/// <param name="StaleAfterDays">Days that a review holds.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c>; null on the last page.</param>
public sealed record ProjectPage(IReadOnlyList<ProjectRow> Items, int StaleAfterDays, string? NextCursor);

/// <summary>All of a project.</summary>
public sealed record ProjectDetail : ProjectRow
{
    /// <summary>Yearly capacity in words.</summary>
    public required string? Capacity { get; init; }

    /// <summary>Last day on which the review holds, inclusive.</summary>
    public required DateOnly ReviewHoldsUntil { get; init; }

    /// <summary>Stages reached, latest first.</summary>
    public required IReadOnlyList<ProjectEventShape> Events { get; init; }
}

/// <summary>A stage reached.</summary>
public sealed record ProjectEventShape(string Stage, Text StageName, DateOnly On, string? Note);

/// <summary>Totals of the projects asked for.</summary>
/// <param name="Whole">Each project once.</param>
/// <param name="Stages">Every stage; each project stands in one.</param>
/// <param name="Classes">By label; a project counts under each of its labels, so that these do not add up to the whole. Key null: without a label.</param>
/// <param name="Levels">By level. Key null: unknown.</param>
/// <param name="StaleAfterDays">Days that a review holds.</param>
public sealed record ProjectTotals(
    ProjectTally Whole, IReadOnlyList<ProjectTally> Stages, IReadOnlyList<ProjectTally> Classes, IReadOnlyList<ProjectTally> Levels, int StaleAfterDays);

/// <summary>A count with its money, yuan. Sums are of what is known; of how many it is unknown stands beside.</summary>
public sealed record ProjectTally(
    string? Key, Text? Name, int Count, decimal AgreedYuan, int AgreedUnknown, decimal ArrivedYuan, int ArrivedUnknown, decimal? ArrivedShare, int Large, int Stale);

/// <summary>Enters a project, or tells it anew as a whole.</summary>
public sealed record ProjectRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required.</summary>
    public string? Investor { get; init; }
    public string? Product { get; init; }
    public string? Capacity { get; init; }

    /// <summary>By GB/T 4754, with or without the letter of the section.</summary>
    public string? IndustryCode { get; init; }

    /// <summary>GB/T 4754-2017 when absent.</summary>
    public string? IndustrySystem { get; init; }

    /// <summary>Stage of a new project; lead when absent. Of one that stands it is told by its own command.</summary>
    public string? Stage { get; init; }

    /// <summary>Day of the stage of a new project, yyyy-MM-dd; today when absent.</summary>
    public string? StageSince { get; init; }

    /// <summary>Codes of class labels, several possible.</summary>
    public IReadOnlyList<string>? Classes { get; init; }
    public string? Level { get; init; }
    public decimal? AgreedYuan { get; init; }
    public decimal? ArrivedYuan { get; init; }
    public string? Officer { get; init; }
    public ProjectNeedsShape? Needs { get; init; }
    public string? Note { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a project to a stage.</summary>
public sealed record MoveProjectRequest
{
    /// <summary>The stage; required.</summary>
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Investment agreed, told with the stage; left as it is when absent.</summary>
    public decimal? AgreedYuan { get; init; }

    /// <summary>Investment that has come; left as it is when absent.</summary>
    public decimal? ArrivedYuan { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Says that the entry was looked at and still holds.</summary>
public sealed record ReviewProjectRequest
{
    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>What was found; required.</summary>
    public string? Reason { get; init; }
}
