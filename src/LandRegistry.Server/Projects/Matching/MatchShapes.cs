using LandRegistry.Domain.Common;
using LandRegistry.Server.Projects.Sites;

namespace LandRegistry.Server.Projects.Matching;

/// <summary>How well a site fits a project.</summary>
/// <param name="Score">0 to 100 over the criteria that are known; null when none is.</param>
/// <param name="Reliability">Share of the asked weight that is known, 0 to 1.</param>
/// <param name="Certain">0 to 100: points that are certain, by which the list is ordered.</param>
/// <param name="Criteria">The criteria that the project asks for.</param>
public sealed record MatchShape(decimal? Score, decimal Reliability, decimal Certain, IReadOnlyList<CriterionShape> Criteria);

/// <summary>One criterion.</summary>
/// <param name="Code">area, use, power, road, substation, price, investment, industry, height or load.</param>
/// <param name="Weight">How much it counts among those asked.</param>
/// <param name="Score">0 to 1; null when the site's value is unknown.</param>
/// <param name="Need">What the project asks.</param>
/// <param name="Found">What the site has; null when unknown.</param>
public sealed record CriterionShape(string Code, int Weight, decimal? Score, Text Need, Text? Found);

/// <summary>What stands between the project and the site already.</summary>
public sealed record CourtshipMark(long Id, string Step, Text StepName);

/// <summary>A site that fits a project.</summary>
public sealed record MatchedSite
{
    /// <summary>land or floor.</summary>
    public required string Kind { get; init; }
    public required SiteName Site { get; init; }
    public required long ZoneId { get; init; }

    /// <summary>Status of the parcel; null for a floor.</summary>
    public required string? Status { get; init; }
    public required string? LandUseCode { get; init; }

    /// <summary>Items of readiness that still block; empty when ready.</summary>
    public required IReadOnlyList<string> Blocking { get; init; }
    public required MatchShape Match { get; init; }
    public required CourtshipMark? Courtship { get; init; }
}

/// <summary>Sites for a project, best first.</summary>
/// <param name="Considered">How many sites were judged.</param>
/// <param name="Items">The best of them.</param>
public sealed record SiteMatches(int Considered, IReadOnlyList<MatchedSite> Items);

/// <summary>A project that fits a site.</summary>
public sealed record MatchedProject
{
    public required long ProjectId { get; init; }
    public required string Name { get; init; }
    public required string Investor { get; init; }
    public required string? Product { get; init; }
    public required string Stage { get; init; }
    public required Text StageName { get; init; }
    public required decimal? AgreedYuan { get; init; }

    /// <summary>Nobody looked at the entry for longer than the usual review holds.</summary>
    public required bool IsStale { get; init; }
    public required MatchShape Match { get; init; }
    public required CourtshipMark? Courtship { get; init; }
}

/// <summary>Projects for a site, best first.</summary>
/// <param name="IsOffered">Whether the site is to be had: land in reserve or ready and not on hold, or a vacant floor.</param>
/// <param name="TakenBy">The project that has taken it; null when none has.</param>
/// <param name="Considered">How many projects were judged.</param>
/// <param name="Items">The best of them.</param>
/// <param name="Courtships">What stands between projects and the site already.</param>
public sealed record ProjectMatches(bool IsOffered, string? TakenBy, int Considered, IReadOnlyList<MatchedProject> Items, IReadOnlyList<CourtshipShape> Courtships);
