using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Judging;

/// <summary>
/// Area and width of small ground from its degrees, quickly: the ellipsoid (GRS80) is taken as flat at the middle of the ground, with the scale
/// of the 3-degree Gauss-Krueger zone. For parcels within a millionth of what the database measures; that is what is stored.
/// </summary>
public static class GroundArea
{
    private const double SemiMajor = 6_378_137;
    private const double EccentricitySquared = 0.006_694_380_022_90;

    /// <summary>Square metres of ground in degrees (EPSG:4490, longitude first).</summary>
    public static double SquareMetres(Geometry ground)
    {
        var (east, north) = MetresOfDegree(ground);
        return ground.Area * east * north;
    }

    /// <summary>Mean width of ground in degrees, metres: its area by half the length of its outlines.</summary>
    public static double MeanWidthMetres(MultiPolygon ground)
    {
        var (east, north) = MetresOfDegree(ground);
        var length = ground.Geometries.Cast<Polygon>().Sum(part => Length(part.Shell, east, north) + part.Holes.Sum(hole => Length(hole, east, north)));
        return 2 * ground.Area * east * north / length;
    }

    private static double Length(LinearRing ring, double east, double north)
    {
        var (places, length) = (ring.CoordinateSequence, 0.0);
        for (var i = 1; i < places.Count; i++)
        {
            length += double.Hypot((places.GetX(i) - places.GetX(i - 1)) * east, (places.GetY(i) - places.GetY(i - 1)) * north);
        }

        return length;
    }

    private static (double East, double North) MetresOfDegree(Geometry ground)
    {
        var middle = ground.EnvelopeInternal.Centre;
        var (latitude, longitude) = (double.DegreesToRadians(middle.Y), middle.X);
        var sine = Math.Sin(latitude);
        var root = Math.Sqrt(1 - (EccentricitySquared * sine * sine));
        var meridian = SemiMajor * (1 - EccentricitySquared) / (root * root * root);
        var parallel = SemiMajor / root * Math.Cos(latitude);
        var off = double.DegreesToRadians(longitude - (Math.Round(longitude / 3) * 3)) * Math.Cos(latitude);
        var scale = longitude is > 73.5 and < 136.5 ? 1 + (off * off / 2) : 1;
        var radian = double.DegreesToRadians(1);
        return (parallel * radian * scale, meridian * radian * scale);
    }
}
