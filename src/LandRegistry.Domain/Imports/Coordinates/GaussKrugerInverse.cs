using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>
/// From Gauss-Krueger to degrees by Krueger's series to the fourth order in n. For judging where numbers lie; what is stored is
/// transformed by PROJ.
/// </summary>
internal static class GaussKrugerInverse
{
    public static Coordinate Land(double fromMeridian, double northing, double meridian, Datum datum)
    {
        var (a, flattening) = datum switch
        {
            Datum.Xian1980 => (6378140.0, 1 / 298.257),
            Datum.Beijing1954 => (6378245.0, 1 / 298.3),
            _ => (6378137.0, 1 / 298.257222101),
        };
        var n = flattening / (2 - flattening);
        var (n2, n3, n4) = (n * n, n * n * n, n * n * n * n);
        var radius = a / (1 + n) * (1 + (n2 / 4) + (n4 / 64));
        var (xi, eta) = (northing / radius, fromMeridian / radius);
        ReadOnlySpan<double> back =
        [
            (n / 2) - (2 * n2 / 3) + (37 * n3 / 96) - (n4 / 360), (n2 / 48) + (n3 / 15) - (437 * n4 / 1440),
            (17 * n3 / 480) - (37 * n4 / 840), 4397 * n4 / 161280,
        ];
        var (xi0, eta0) = (xi, eta);
        for (var j = 1; j <= 4; j++)
        {
            xi0 -= back[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
            eta0 -= back[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
        }

        var conformal = Math.Asin(Math.Sin(xi0) / Math.Cosh(eta0));
        ReadOnlySpan<double> up =
        [
            (2 * n) - (2 * n2 / 3) - (2 * n3) + (116 * n4 / 45), (7 * n2 / 3) - (8 * n3 / 5) - (227 * n4 / 45),
            (56 * n3 / 15) - (136 * n4 / 35), 4279 * n4 / 630,
        ];
        var latitude = conformal;
        for (var j = 1; j <= 4; j++)
        {
            latitude += up[j - 1] * Math.Sin(2 * j * conformal);
        }

        return new(meridian + (Math.Atan2(Math.Sinh(eta0), Math.Cos(xi0)) * 180 / Math.PI), latitude * 180 / Math.PI);
    }
}
