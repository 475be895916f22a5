using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Platform.Gis;

/// <summary>The rings of a boundary, for writers of files that say themselves in which sense a ring goes round.</summary>
internal static class Rings
{
    /// <summary>The polygons of a shape; none of a point.</summary>
    public static IEnumerable<Polygon> Polygons(this Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
            {
                yield return polygon;
            }
        }
    }

    /// <summary>The outer ring, then the holes.</summary>
    public static IEnumerable<(CoordinateSequence Ring, bool IsHole)> Parts(this Polygon polygon)
    {
        yield return (polygon.ExteriorRing.CoordinateSequence, false);
        for (var i = 0; i < polygon.NumInteriorRings; i++)
        {
            yield return (polygon.GetInteriorRingN(i).CoordinateSequence, true);
        }
    }

    /// <summary>The places of a ring's corners in the order in which outer rings go against the clock and holes with it.</summary>
    public static IEnumerable<int> Counterclockwise(this CoordinateSequence ring, bool isHole)
    {
        var turned = Orientation.IsCCW(ring) == isHole;
        for (var i = 0; i < ring.Count; i++)
        {
            yield return turned ? ring.Count - 1 - i : i;
        }
    }
}
