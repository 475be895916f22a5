using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Boundaries;

/// <summary>A boundary point (界址点) in plane coordinates.</summary>
/// <param name="Number">J-number, counted over all rings of the parcel.</param>
/// <param name="NorthMetres">X of the survey: northing.</param>
/// <param name="EastMetres">Y of the survey: easting, without the number of the zone.</param>
/// <param name="ToNextMetres">Length of the boundary line to the next point of the ring, the last one's to the first.</param>
public sealed record BoundaryPoint(int Number, double NorthMetres, double EastMetres, double ToNextMetres);

/// <summary>A ring of a boundary.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsHole">Whether it bounds land inside that does not belong to the parcel.</param>
/// <param name="Points">Its points, the first not repeated.</param>
public sealed record BoundaryRing(int Number, bool IsHole, IReadOnlyList<BoundaryPoint> Points);

/// <summary>
/// Numbers the points of a boundary as surveys do: each outer ring from its most north-westerly point clockwise, its holes after it
/// counter-clockwise.
/// </summary>
public static class BoundaryPoints
{
    /// <summary>The rings of a boundary.</summary>
    /// <param name="boundary">In metres, easting first (a 3-degree Gauss-Krueger zone of CGCS2000).</param>
    public static IReadOnlyList<BoundaryRing> Of(MultiPolygon boundary)
    {
        var rings = new List<BoundaryRing>();
        var next = 1;
        foreach (var polygon in boundary.Geometries.Cast<Polygon>())
        {
            Add(polygon.ExteriorRing, isHole: false);
            foreach (var hole in polygon.InteriorRings)
            {
                Add(hole, isHole: true);
            }
        }

        return rings;

        void Add(LineString line, bool isHole)
        {
            var ring = Numbered(line, isHole, next);
            rings.Add(new(rings.Count + 1, isHole, ring));
            next += ring.Length;
        }
    }

    private static BoundaryPoint[] Numbered(LineString line, bool isHole, int first)
    {
        var corners = line.Coordinates[..^1];
        var isClockwise = !NetTopologySuite.Algorithm.Orientation.IsCCW(line.Coordinates);
        if (isClockwise == isHole)
        {
            Array.Reverse(corners);
        }

        var start = Array.IndexOf(corners, corners.MaxBy(corner => (corner.Y - corner.X, corner.Y)));
        return
        [
            .. corners.Select((_, i) =>
            {
                var (at, to) = (corners[(start + i) % corners.Length], corners[(start + i + 1) % corners.Length]);
                return new BoundaryPoint(first + i, at.Y, at.X, at.Distance(to));
            }),
        ];
    }
}
