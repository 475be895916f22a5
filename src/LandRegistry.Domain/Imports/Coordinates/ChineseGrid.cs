using System.Globalization;
using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>A Gauss-Krueger zone of one of China's datums, and its EPSG number.</summary>
/// <param name="Datum">The datum.</param>
/// <param name="Width">3 or 6 degrees.</param>
/// <param name="Zone">25 to 45 (3 degrees), 13 to 23 (6 degrees).</param>
/// <param name="HasPrefix">Whether eastings begin with the number of the zone: 38 500 000 rather than 500 000.</param>
public sealed record ChineseGrid(Datum Datum, int Width, int Zone, bool HasPrefix)
{
    // First EPSG numbers: three degrees with and without prefix, six degrees with and without.
    private static readonly (Datum Datum, int[] First)[] Table =
    [
        (Datum.Cgcs2000, [4513, 4534, 4491, 4502]),
        (Datum.Xian1980, [2349, 2370, 2327, 2338]),
        (Datum.Beijing1954, [2401, 2422, 21413, 21453]),
    ];

    /// <summary>All zones of three degrees with eastings of six digits.</summary>
    public static IEnumerable<ChineseGrid> WithoutPrefix(Datum datum) => Enumerable.Range(25, 21).Select(zone => new ChineseGrid(datum, 3, zone, false));

    /// <summary>The meridian in the middle, degrees east.</summary>
    public int CentralMeridian => Width == 3 ? Zone * 3 : (Zone * 6) - 3;

    /// <summary>EPSG number.</summary>
    public int Srid => Table.First(row => row.Datum == Datum).First[(Width == 3 ? 0 : 2) + (HasPrefix ? 0 : 1)] + Zone - First(Width);

    /// <summary>What is added to the distance from the meridian, metres.</summary>
    public double FalseEasting => (HasPrefix ? Zone * 1_000_000 : 0) + 500_000;

    /// <summary>The name, as people say it.</summary>
    public Text Title => new(
        FormattableString.Invariant($"{DatumTitle(Datum).Zh} {Width} 度带第 {Zone} 带（中央经线 {CentralMeridian}°，{(HasPrefix ? "含带号" : "不含带号")}）"),
        FormattableString.Invariant($"{DatumTitle(Datum).En} {Width}-degree zone {Zone} (meridian {CentralMeridian}° E, {(HasPrefix ? "with" : "without")} zone prefix)"));

    /// <summary>The zone of this EPSG number; null when it is none of China's.</summary>
    public static ChineseGrid? Find(int srid)
    {
        foreach (var (datum, first) in Table)
        {
            for (var kind = 0; kind < first.Length; kind++)
            {
                var width = kind < 2 ? 3 : 6;
                var zone = srid - first[kind] + First(width);
                if (IsZone(width, zone))
                {
                    return new(datum, width, zone, kind % 2 == 0);
                }
            }
        }

        return null;
    }

    /// <summary>The zone by its number; null when there is none.</summary>
    public static ChineseGrid? Of(Datum datum, int width, int zone, bool hasPrefix) =>
        IsZone(width, zone) && Table.Any(row => row.Datum == datum) ? new(datum, width, zone, hasPrefix) : null;

    /// <summary>Degrees of a place in the grid, longitude first, on the grid's own datum. To a millimetre within four degrees of the meridian.</summary>
    public Coordinate Land(Coordinate place) => GaussKrugerInverse.Land(place.X - FalseEasting, place.Y, CentralMeridian, Datum);

    /// <summary>Name of a datum.</summary>
    public static Text DatumTitle(Datum datum) => datum switch
    {
        Datum.Cgcs2000 => new("CGCS2000", "CGCS2000"),
        Datum.Wgs84 => new("WGS 84", "WGS 84"),
        Datum.Xian1980 => new("1980 西安", "Xian 1980"),
        Datum.Beijing1954 => new("1954 北京", "Beijing 1954"),
        _ => new("未知基准", "unknown datum"),
    };

    private static int First(int width) => width == 3 ? 25 : 13;

    private static bool IsZone(int width, int zone) => width == 3 ? zone is >= 25 and <= 45 : zone is >= 13 and <= 23;

    public override string ToString() => Srid.ToString(CultureInfo.InvariantCulture);
}
