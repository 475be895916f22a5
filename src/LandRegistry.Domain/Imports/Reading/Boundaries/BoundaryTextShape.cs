using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Reading.Boundaries;

/// <summary>
/// Makes the shape of a plot: points are put into rings by ring number and by closing, rings are closed, and a ring within another
/// is its hole, one outside a part of its own.
/// </summary>
internal static class BoundaryTextShape
{
    /// <summary>The shape; null when an issue refuses the row.</summary>
    public static Geometry? Of(BoundaryTextPlot plot, AxisOrder usual, List<ImportIssue> issues)
    {
        if (plot.BadLine is { } bad)
        {
            issues.Add(ReadingIssues.BadPoint(plot.Line, bad.Line, bad.Text));
            return null;
        }

        if (plot.IsTooLarge)
        {
            issues.Add(ReadingIssues.TooManyVertices(plot.Line));
            return null;
        }

        if (plot.Points.Count == 0)
        {
            issues.Add(ReadingIssues.NoShape(plot.Line));
            return null;
        }

        if (plot.Fields.Count > 0 && int.TryParse(plot.Fields[0], out var stated) && stated > 0 && stated != plot.Points.Count)
        {
            issues.Add(ReadingIssues.PointsDiffer(plot.Line, stated, plot.Points.Count));
        }

        var order = AxisOrders.Of(plot.Points[0].First, plot.Points[0].Second) ?? usual;
        if (order != usual)
        {
            issues.Add(ReadingIssues.AxesDiffer(plot.Line));
        }

        return plot.Points.Count == 1
            ? GeometryFactory.Default.CreatePoint(AxisOrders.Turned(plot.Points[0], order))
            : Assemble(plot.Line, Rings(plot, order, issues), issues);
    }

    private static List<List<Coordinate>> Rings(BoundaryTextPlot plot, AxisOrder order, List<ImportIssue> issues)
    {
        var rings = new List<List<Coordinate>>();
        var (ring, number, isSplit) = (new List<Coordinate>(), plot.Points[0].Ring, false);
        foreach (var point in plot.Points)
        {
            var isClosed = ring.Count > 3 && ring[0].Equals2D(ring[^1]);
            if (point.Ring != number || isClosed)
            {
                isSplit |= point.Ring == number;
                rings.Add(ring);
                (ring, number) = ([], point.Ring);
            }

            ring.Add(AxisOrders.Turned(point, order));
        }

        rings.Add(ring);
        if (isSplit)
        {
            issues.Add(ReadingIssues.NewRingAssumed(plot.Line));
        }

        // Whether the closing point is repeated is left to the writer of such files: closing it is no repair.
        foreach (var open in rings.Where(ring => !ring[0].Equals2D(ring[^1])))
        {
            open.Add(open[0].Copy());
        }

        return rings;
    }

    private static Geometry? Assemble(int row, List<List<Coordinate>> rings, List<ImportIssue> issues)
    {
        for (var i = 0; i < rings.Count; i++)
        {
            if (rings[i].Distinct().Count() < 3)
            {
                issues.Add(ReadingIssues.TooFewPoints(row, i + 1));
                return null;
            }
        }

        var factory = GeometryFactory.Default;
        var made = rings.Select(ring => factory.CreateLinearRing([.. ring])).ToList();
        var shells = made.Where(ring => made.Count(other => other != ring && IsWithin(ring, other)) % 2 == 0).ToList();
        var parts = shells.Select(shell => factory.CreatePolygon(
            shell, [.. made.Except(shells).Where(hole => shells.Where(other => IsWithin(hole, other)).MinBy(other => other.EnvelopeInternal.Area) == shell)])).ToArray();
        if (parts.Length > 1)
        {
            issues.Add(ReadingIssues.PartsBySeparateRings(row, parts.Length));
        }

        return parts.Length == 1 ? parts[0] : factory.CreateMultiPolygon(parts);
    }

    /// <summary>Rings may touch: the first vertex that is not on the edge decides.</summary>
    private static bool IsWithin(LinearRing ring, LinearRing other)
    {
        if (!other.EnvelopeInternal.Contains(ring.EnvelopeInternal))
        {
            return false;
        }

        foreach (var vertex in ring.Coordinates)
        {
            var place = PointLocation.LocateInRing(vertex, other.Coordinates);
            if (place != Location.Boundary)
            {
                return place == Location.Interior;
            }
        }

        return false;
    }
}
