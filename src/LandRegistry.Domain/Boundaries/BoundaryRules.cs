using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace LandRegistry.Domain.Boundaries;

/// <summary>What a boundary is judged on beside its form: what the database measured, and what lies around.</summary>
/// <param name="Boundary">The boundary, EPSG:4490; its form is sound.</param>
/// <param name="AreaSquareMetres">Measured in its 3-degree Gauss-Krueger zone.</param>
/// <param name="StatedAreaSquareMetres">Area by contract or source; null when unknown.</param>
/// <param name="IsInZone">Whether it touches the extent of its zone; null when no extent is loaded.</param>
/// <param name="Overlaps">Neighbours on whose ground it lies beyond <see cref="BoundaryRules.ToleranceMetres"/>.</param>
public sealed record BoundaryFacts(
    MultiPolygon Boundary, double AreaSquareMetres, decimal? StatedAreaSquareMetres, bool? IsInZone, IReadOnlyList<Overlap> Overlaps);

/// <summary>The rules of a boundary, judged while it is drawn and again inside the write.</summary>
public static class BoundaryRules
{
    /// <summary>Boundaries that overlap or part by no more than this count as touching: the error allowed for a surveyed boundary point.</summary>
    public const double ToleranceMetres = 0.05;

    /// <summary><see cref="ToleranceMetres"/> in degrees of latitude.</summary>
    public const double ToleranceDegrees = ToleranceMetres / 111_320;

    /// <summary>Smaller ground is a slip of the hand, not a parcel, square metres.</summary>
    public const double SmallestSquareMetres = 1;

    /// <summary>Ground narrower than this on average is a sliver left between boundaries rather than a parcel, metres.</summary>
    public const double NarrowestMetres = 0.5;

    /// <summary>By how much of itself the stated area may differ from that of the boundary.</summary>
    public const decimal StatedAreaShare = 0.01m;

    /// <summary>A boundary of more vertices is no drawing.</summary>
    public const int MostVertices = 20_000;

    /// <summary>Judges the form of a boundary; null when it is sound. What is unsound is not judged further.</summary>
    public static BoundaryFinding? JudgeForm(MultiPolygon boundary)
    {
        var test = new IsValidOp(boundary);
        return test.IsValid ? null
            : test.ValidationError is { } error ? new(BoundaryRefusals.Invalid(error.ErrorType, error.Coordinate), boundary.Factory.CreatePoint(error.Coordinate))
            : new(BoundaryRefusals.Invalid(TopologyValidationErrors.NoInvalidIntersection, null));
    }

    /// <summary>Judges a boundary of sound form; empty when no rule is broken.</summary>
    public static IReadOnlyList<BoundaryFinding> Judge(BoundaryFacts facts)
    {
        var findings = new List<BoundaryFinding>();
        if (facts.AreaSquareMetres < SmallestSquareMetres)
        {
            findings.Add(new(BoundaryRefusals.TooSmall(facts.AreaSquareMetres), facts.Boundary.Centroid));
        }

        findings.AddRange(facts.Overlaps.Distinct().Select(overlap => overlap.IsBeyondSight
            ? new BoundaryFinding(BoundaryRefusals.OverlapsBeyondSight())
            : new BoundaryFinding(BoundaryRefusals.Overlaps(overlap), overlap.Place, overlap.ParcelId)));
        if (facts.IsInZone == false)
        {
            findings.Add(new(BoundaryRefusals.OutsideZone(), facts.Boundary.Centroid));
        }

        if (facts.StatedAreaSquareMetres is { } stated && Math.Abs(stated - (decimal)facts.AreaSquareMetres) > stated * StatedAreaShare)
        {
            findings.Add(new(BoundaryRefusals.StatedAreaDiffers(stated, (decimal)facts.AreaSquareMetres), MayBeAccepted: true));
        }

        return findings;
    }
}
