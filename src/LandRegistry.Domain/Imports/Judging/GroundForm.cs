using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace LandRegistry.Domain.Imports.Judging;

/// <summary>Whether the shape of a row is one that a parcel can have. Most are simple rings of few vertices, which are told quickly.</summary>
public static class GroundForm
{
    // Up to here every pair of edges is looked at; what has more goes through the full test.
    private const int FewVertices = 40;

    /// <summary>What is wrong with it; null when it is valid.</summary>
    public static TopologyValidationError? Fault(Geometry ground)
    {
        var isPlain = true;
        for (var i = 0; i < ground.NumGeometries && isPlain; i++)
        {
            isPlain = ground.NumGeometries == 1 && ground.GetGeometryN(i) is Polygon { NumInteriorRings: 0 } part && IsPlain(part.Shell.CoordinateSequence);
        }

        return isPlain ? null : new IsValidOp(ground).ValidationError;
    }

    /// <summary>A valid shape of the same ground; null when nothing of it is left.</summary>
    public static MultiPolygon? Mended(Geometry ground) => Areas(GeometryFixer.Fix(ground));

    /// <summary>The areas of a shape as one multipolygon; null when it has none.</summary>
    public static MultiPolygon? Areas(Geometry shape)
    {
        var areas = PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Where(part => !part.IsEmpty).ToArray();
        return areas.Length == 0 ? null : shape.Factory.CreateMultiPolygon(areas);
    }

    private static bool IsPlain(CoordinateSequence ring)
    {
        var edges = ring.Count - 1;
        if (edges is < 3 or > FewVertices)
        {
            return false;
        }

        for (var i = 0; i < edges; i++)
        {
            // Each edge has a length and turns from the one before; what turns back is left to the full test.
            if (Turn(ring, i, i + 1, i + 1 == edges ? 1 : i + 2) == 0)
            {
                return false;
            }

            for (var j = i + 2; j < edges; j++)
            {
                if ((i > 0 || j < edges - 1) && Meet(ring, i, j))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether two edges touch or cross; in doubt, yes.</summary>
    private static bool Meet(CoordinateSequence ring, int a, int b)
    {
        if (Math.Max(ring.GetX(a), ring.GetX(a + 1)) < Math.Min(ring.GetX(b), ring.GetX(b + 1))
            || Math.Max(ring.GetX(b), ring.GetX(b + 1)) < Math.Min(ring.GetX(a), ring.GetX(a + 1))
            || Math.Max(ring.GetY(a), ring.GetY(a + 1)) < Math.Min(ring.GetY(b), ring.GetY(b + 1))
            || Math.Max(ring.GetY(b), ring.GetY(b + 1)) < Math.Min(ring.GetY(a), ring.GetY(a + 1)))
        {
            return false;
        }

        var apart = Turn(ring, a, a + 1, b) * Turn(ring, a, a + 1, b + 1) > 0 || Turn(ring, b, b + 1, a) * Turn(ring, b, b + 1, a + 1) > 0;
        return !apart;
    }

    /// <summary>Sign of the turn from p over q to r, 0 where rounding may decide it.</summary>
    private static int Turn(CoordinateSequence ring, int p, int q, int r)
    {
        var left = (ring.GetX(q) - ring.GetX(p)) * (ring.GetY(r) - ring.GetY(p));
        var right = (ring.GetY(q) - ring.GetY(p)) * (ring.GetX(r) - ring.GetX(p));
        var doubt = 4e-16 * (Math.Abs(left) + Math.Abs(right));
        return left - right > doubt ? 1 : right - left > doubt ? -1 : 0;
    }
}
