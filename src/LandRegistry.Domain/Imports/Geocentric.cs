namespace LandRegistry.Domain.Imports;

/// <summary>
/// Earth-centred coordinates on the GRS 80 ellipsoid. A register that kept X and Y of X, Y, Z has not lost the place:
/// the distance from the axis fixes the latitude once a height is assumed, and the longitude does not need one.
/// </summary>
public static class Geocentric
{
    private const double SemiMajorMetres = 6378137.0;
    private const double Flattening = 1 / 298.257222101;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>
    /// Z of a point on the northern hemisphere, metres. An error of one metre in height moves the point by
    /// cot(latitude) metres north or south, 0.8 m at London.
    /// </summary>
    /// <param name="x">X, metres.</param>
    /// <param name="y">Y, metres.</param>
    /// <param name="heightMetres">Height above the ellipsoid.</param>
    /// <returns>Null when no point of the earth's surface is this far from the axis.</returns>
    public static double? SolveZ(double x, double y, double heightMetres)
    {
        var fromAxis = Math.Sqrt((x * x) + (y * y));
        var atZeroHeight = fromAxis;
        var sineSquared = 0.0;
        for (var round = 0; round < 6; round++)
        {
            sineSquared = ((SemiMajorMetres * SemiMajorMetres) - (atZeroHeight * atZeroHeight))
                / ((SemiMajorMetres * SemiMajorMetres) - (atZeroHeight * atZeroHeight * EccentricitySquared));
            if (sineSquared is < 0 or > 1 || double.IsNaN(sineSquared))
            {
                return null;
            }
            atZeroHeight = fromAxis - (heightMetres * Math.Sqrt(1 - sineSquared));
        }
        var sine = Math.Sqrt(sineSquared);
        var normal = SemiMajorMetres / Math.Sqrt(1 - (EccentricitySquared * sineSquared));
        return ((normal * (1 - EccentricitySquared)) + heightMetres) * sine;
    }
}
