using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace LandRegistry.Domain.Boundaries;

/// <summary>Splits a parcel by a line and merges neighbours, without moving a vertex of theirs.</summary>
public static class ParcelCut
{
    /// <summary>
    /// The parts into which a line divides a boundary, largest first; the boundary alone when it divides nothing. Pieces
    /// that the line does not touch stay with the largest part. Parts share their vertices along the cut exactly.
    /// </summary>
    public static IReadOnlyList<MultiPolygon> Split(MultiPolygon boundary, LineString line)
    {
        var (parts, whole) = (new List<MultiPolygon>(), new List<Polygon>());
        line = Lengthened(line);
        foreach (var polygon in boundary.Geometries.Cast<Polygon>())
        {
            var pieces = Pieces(polygon, line);
            if (pieces.Count > 1)
            {
                parts.AddRange(pieces.Select(piece => boundary.Factory.CreateMultiPolygon([piece])));
            }
            else
            {
                whole.Add(polygon);
            }
        }

        if (parts.Count == 0)
        {
            return [boundary];
        }

        parts = [.. parts.OrderByDescending(part => part.Area)];
        parts[0] = boundary.Factory.CreateMultiPolygon([.. parts[0].Geometries.Cast<Polygon>(), .. whole]);
        return parts;
    }

    /// <summary>The union of neighbours; edges that lie within the tolerance of each other are taken for one. Null when they are not all adjacent.</summary>
    public static MultiPolygon? Merge(IReadOnlyList<MultiPolygon> boundaries)
    {
        var exact = UnionOf(boundaries, 0);
        if (AreConnected(boundaries, exact))
        {
            return exact;
        }

        var snapped = UnionOf(boundaries, BoundaryRules.ToleranceDegrees);
        return AreConnected(boundaries, snapped) ? snapped : null;
    }

    /// <summary>Whether two shapes cover the same ground, but for slivers within the tolerance.</summary>
    public static bool CoversTheSame(Geometry before, Geometry after)
    {
        var difference = OverlayNGRobust.Overlay(before, after, NetTopologySuite.Operation.Overlay.SpatialFunction.SymDifference);
        return difference.IsEmpty || difference.Buffer(-BoundaryRules.ToleranceDegrees / 2).IsEmpty;
    }

    /// <summary>Both ends a tolerance longer: an end that was put onto the edge lies, rounded, a hair this side of it or that.</summary>
    private static LineString Lengthened(LineString line)
    {
        if (line.IsClosed)
        {
            return line;
        }

        var points = line.Coordinates;
        return line.Factory.CreateLineString([Beyond(points[1], points[0]), .. points[1..^1], Beyond(points[^2], points[^1])]);
    }

    private static Coordinate Beyond(Coordinate from, Coordinate to)
    {
        var length = from.Distance(to);
        var share = length == 0 ? 0 : BoundaryRules.ToleranceDegrees / length;
        return new(to.X + ((to.X - from.X) * share), to.Y + ((to.Y - from.Y) * share));
    }

    private static List<Polygon> Pieces(Polygon polygon, LineString line)
    {
        // The line inside the polygon only: what lies outside would enclose ground that is not its own.
        var edges = OverlayNGRobust.Overlay(polygon.Boundary, line, NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        var polygonizer = new Polygonizer();
        polygonizer.Add(edges);
        return [.. polygonizer.GetPolygons().Cast<Polygon>().Where(piece => polygon.Contains(piece.InteriorPoint))];
    }

    private static MultiPolygon UnionOf(IReadOnlyList<MultiPolygon> boundaries, double tolerance)
    {
        Geometry union = boundaries[0];
        foreach (var next in boundaries.Skip(1))
        {
            var fitted = tolerance > 0 ? new NetTopologySuite.Operation.Overlay.Snap.GeometrySnapper(next).SnapTo(union, tolerance) : next;
            union = OverlayNGRobust.Overlay(union, fitted.IsValid ? fitted : next, NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        }

        var polygons = union is Polygon one ? [one] : ((MultiPolygon)union).Geometries.Cast<Polygon>().ToArray();
        return boundaries[0].Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>Boundaries hang together when a chain of pieces of the union leads from each to each.</summary>
    private static bool AreConnected(IReadOnlyList<MultiPolygon> boundaries, MultiPolygon union)
    {
        var reached = new HashSet<int> { 0 };
        var grows = true;
        while (grows)
        {
            grows = false;
            foreach (var piece in union.Geometries)
            {
                var on = Enumerable.Range(0, boundaries.Count).Where(i => boundaries[i].Geometries.Any(part => piece.Covers(part.InteriorPoint))).ToList();
                if (on.Exists(reached.Contains) && on.Exists(i => !reached.Contains(i)))
                {
                    reached.UnionWith(on);
                    grows = true;
                }
            }
        }

        return reached.Count == boundaries.Count;
    }
}
