using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Boundaries;

/// <summary>A rule that a boundary breaks, and where.</summary>
/// <param name="Refusal">The rule in words.</param>
/// <param name="Place">The point, line or area in question, CGCS2000 geographic (EPSG:4490), longitude first; null when it is the whole.</param>
/// <param name="ParcelId">The neighbour concerned; null when none is.</param>
/// <param name="MayBeAccepted">True when the writer may insist; false when the boundary has to be mended.</param>
public sealed record BoundaryFinding(Refusal Refusal, Geometry? Place = null, long? ParcelId = null, bool MayBeAccepted = false);

/// <summary>A neighbour on whose ground a boundary lies.</summary>
/// <param name="ParcelId">The neighbour.</param>
/// <param name="Name">Its name as on the map and its code, or whichever of them it has.</param>
/// <param name="AreaSquareMetres">Area that both cover.</param>
/// <param name="Place">Where, in EPSG:4490.</param>
public sealed record Overlap(long ParcelId, string Name, double AreaSquareMetres, Geometry? Place)
{
    /// <summary>A neighbour in a zone that whoever draws may not see: that there is one is all that is said.</summary>
    public static Overlap BeyondSight { get; } = new(0, "", 0, null);

    /// <summary>Whether nothing may be said of the neighbour.</summary>
    public bool IsBeyondSight => ParcelId == 0;
}
