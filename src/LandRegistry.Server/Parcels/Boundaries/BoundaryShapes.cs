using System.Text.Json;
using LandRegistry.Domain.Boundaries;
using LandRegistry.Server.Platform.Problems;

namespace LandRegistry.Server.Parcels.Boundaries;

/// <summary>Asks what a boundary would be answered, without writing it.</summary>
public sealed record CheckBoundaryRequest
{
    /// <summary>GeoJSON Polygon or MultiPolygon, longitude first; required.</summary>
    public JsonElement? Boundary { get; init; }

    /// <summary>The parcel whose boundary it is to be; absent for a new one.</summary>
    public long? ParcelId { get; init; }

    /// <summary>The zone of a new parcel; unknown when absent.</summary>
    public long? ZoneId { get; init; }

    /// <summary>The stated area of a new parcel, square metres; unknown when absent.</summary>
    public decimal? StatedAreaSquareMetres { get; init; }
}

/// <summary>What a boundary is answered.</summary>
/// <param name="IsAcceptable">Whether it may be written as it is, or with assent to what may be accepted.</param>
/// <param name="AreaSquareMetres">Area in its 3-degree Gauss-Krueger zone; null when its form is unsound.</param>
/// <param name="AreaSrid">SRID of that zone; null outside them.</param>
/// <param name="Findings">Every rule that it breaks, with the place.</param>
public sealed record BoundaryCheckAnswer(bool IsAcceptable, double? AreaSquareMetres, int? AreaSrid, IReadOnlyList<BrokenRule> Findings)
{
    internal static BoundaryCheckAnswer Of(BoundaryJudgement judgement) => new(
        judgement.IsAcceptable(accepted: true), judgement.AreaSquareMetres, judgement.AreaSrid, [.. judgement.Findings.Select(Finding)]);

    internal static BrokenRule Finding(BoundaryFinding finding) => new(
        finding.Refusal.Code, finding.Refusal.Title, finding.Refusal.Detail, finding.Refusal.Article,
        finding.Place is { } place ? Platform.Queries.GeoJson.Write(place) : null, finding.ParcelId, finding.MayBeAccepted);
}

/// <summary>Sets or changes the boundary of a parcel.</summary>
public sealed record SetBoundaryRequest
{
    /// <summary>GeoJSON Polygon or MultiPolygon, longitude first; required.</summary>
    public JsonElement? Boundary { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }

    /// <summary>True to insist where a rule may be accepted (a stated area that differs).</summary>
    public bool Accept { get; init; }
}

/// <summary>Draws a new parcel.</summary>
public sealed record DrawParcelRequest
{
    /// <summary>GeoJSON Polygon or MultiPolygon, longitude first; required.</summary>
    public JsonElement? Boundary { get; init; }

    /// <summary>The zone it belongs to; required.</summary>
    public long? ZoneId { get; init; }

    /// <summary>Parcel code, 19 characters; unknown when absent.</summary>
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Address { get; init; }

    /// <summary>Area by contract or source, square metres; unknown when absent.</summary>
    public decimal? StatedAreaSquareMetres { get; init; }
    public string? LandUseCode { get; init; }

    /// <summary>Code system of the land use; goes with the code.</summary>
    public string? LandUseSystem { get; init; }

    /// <summary>in_use, suspected or low_efficiency: what a parcel may be when it enters the register.</summary>
    public string? Status { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }

    /// <summary>True to insist where a rule may be accepted (a stated area that differs).</summary>
    public bool Accept { get; init; }
}
