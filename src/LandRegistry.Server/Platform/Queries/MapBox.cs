using System.Globalization;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>A box on the map: west, south, east, north in degrees, CGCS2000 or WGS 84, longitude first, both ends inclusive.</summary>
public sealed record MapBox(double West, double South, double East, double North)
{
    private const double EarthRadiusMetres = 6378137.0;
    private const double MercatorLatitude = 85.051128;

    /// <summary>Reads <c>west,south,east,north</c>.</summary>
    public static bool TryParse(string text, out MapBox box)
    {
        box = new(0, 0, 0, 0);
        var parts = text.Split(',');
        if (parts.Length != 4)
        {
            return false;
        }

        Span<double> numbers = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return false;
            }
        }

        box = new(numbers[0], numbers[1], numbers[2], numbers[3]);
        return box.West is >= -180 and <= 180 && box.East is >= -180 and <= 180
            && box.South is >= -90 and <= 90 && box.North is >= -90 and <= 90
            && box.West < box.East && box.South < box.North;
    }

    /// <summary>The box as a polygon in EPSG:3857, what the register's spatial index is in.</summary>
    public Polygon ToMercator()
    {
        var (west, south) = Mercator(West, South);
        var (east, north) = Mercator(East, North);
        var factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(3857);
        return factory.CreatePolygon([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);
    }

    private static (double X, double Y) Mercator(double longitude, double latitude)
    {
        var phi = Math.Clamp(latitude, -MercatorLatitude, MercatorLatitude) * Math.PI / 180;
        return (longitude * Math.PI / 180 * EarthRadiusMetres, EarthRadiusMetres * Math.Log(Math.Tan((Math.PI / 4) + (phi / 2))));
    }
}
