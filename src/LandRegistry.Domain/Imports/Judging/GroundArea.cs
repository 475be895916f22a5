using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Judging;

/// <summary>
/// Area of small ground from its degrees, quickly: the ellipsoid (GRS80) is taken as flat at the middle of the ground, with the scale
/// of the 3-degree Gauss-Krueger zone. For parcels within a millionth of what the database measures; that is what is stored.
/// </summary>
public static class GroundArea
{
    private const double SemiMajor = 6_378_137;
    private const double EccentricitySquared = 0.006_694_380_022_90;

    /// <summary>Square metres of ground in degrees (EPSG:4490, longitude first).</summary>
    public static double SquareMetres(Geometry ground)
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
        return ground.Area * meridian * parallel * radian * radian * scale * scale;
    }
}
