using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>All ways to read numbers of a given extent that make sense at all.</summary>
internal static class CrsReadings
{
    private const double GreatestNorthing = 6_200_000;

    public static IReadOnlyList<CrsReading> Of(Envelope extent, CrsStatement? stated)
    {
        var datum = stated?.Datum is null or Datum.Unknown or Datum.Wgs84 ? Datum.Cgcs2000 : stated.Datum;
        var readings = new List<CrsReading>();
        if (stated?.Srid is { } srid && IsPossible(srid, extent))
        {
            readings.Add(new(srid));
        }

        readings.AddRange(ByNumbers(extent.MinX, extent.MaxX, extent.MinY, extent.MaxY, datum, stated, isSwapped: false));
        readings.AddRange(ByNumbers(extent.MinY, extent.MaxY, extent.MinX, extent.MaxX, datum, stated, isSwapped: true));
        return [.. readings.Distinct()];
    }

    /// <summary>The EPSG number of degrees on a datum.</summary>
    public static int Geographic(Datum datum) => datum switch
    {
        Datum.Wgs84 => 4326,
        Datum.Xian1980 => 4610,
        Datum.Beijing1954 => 4214,
        _ => 4490,
    };

    private static IEnumerable<CrsReading> ByNumbers(
        double west, double east, double south, double north, Datum datum, CrsStatement? stated, bool isSwapped)
    {
        if (west >= -180 && east <= 180 && south >= -90 && north <= 90)
        {
            yield return new(stated?.Datum == Datum.Wgs84 || stated?.Srid == 4326 ? 4326 : Geographic(datum), isSwapped);
        }

        if (south < 300_000 || north > 7_200_000)
        {
            yield break;
        }

        if (west >= 8_000_000 && east <= 15_200_000)
        {
            yield return new(3857, isSwapped);
        }

        if (north > GreatestNorthing)
        {
            yield break;
        }

        var zone = (int)(west / 1_000_000);
        var width = zone >= 25 ? 3 : 6;
        if ((int)(east / 1_000_000) == zone && ChineseGrid.Of(datum, width, zone, hasPrefix: true) is { } grid)
        {
            yield return new(grid.Srid, isSwapped);
            foreach (var neighbour in new[] { zone - 1, zone + 1 })
            {
                // Computed in the neighbouring zone and given the prefix of this one.
                if (ChineseGrid.Of(datum, width, neighbour, hasPrefix: true) is { } shifted)
                {
                    yield return new(shifted.Srid, isSwapped, (neighbour - zone) * 1_000_000);
                }
            }
        }
        else if (west >= 50_000 && east <= 950_000)
        {
            foreach (var plain in ChineseGrid.WithoutPrefix(datum))
            {
                yield return new(plain.Srid, isSwapped);
            }

            if (stated is { ZoneWidth: 6, Zone: { } wide } && ChineseGrid.Of(datum, 6, wide, hasPrefix: false) is { } six)
            {
                yield return new(six.Srid, isSwapped);
            }
        }
    }

    /// <summary>A stated zone with a prefix needs numbers that have it, and the other way round; degrees need small numbers.</summary>
    private static bool IsPossible(int srid, Envelope extent)
    {
        if (srid is 4490 or 4326 or 4610 or 4214)
        {
            return extent is { MinX: >= -180, MaxX: <= 180, MinY: >= -90, MaxY: <= 90 };
        }

        return ChineseGrid.Find(srid) is not { } grid
            || (Math.Abs(extent.MinX - grid.FalseEasting) < 500_000 && Math.Abs(extent.MaxX - grid.FalseEasting) < 500_000);
    }
}
