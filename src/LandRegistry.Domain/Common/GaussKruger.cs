namespace LandRegistry.Domain.Common;

/// <summary>The 3-degree Gauss-Krueger zones of CGCS2000, in which areas are measured.</summary>
public static class GaussKruger
{
    /// <summary>
    /// SRID of the zone without zone prefix that a longitude lies in: EPSG:4534 (75 E, zone 25) to EPSG:4554 (135 E,
    /// zone 45). Null outside 73.5 to 136.5 degrees east. The database computes the same in registry.gauss_kruger_srid.
    /// </summary>
    /// <param name="longitude">Degrees east, CGCS2000 (EPSG:4490).</param>
    public static int? Srid(double longitude)
    {
        var zone = (int)Math.Round(longitude / 3, MidpointRounding.ToEven);
        return zone is >= 25 and <= 45 ? 4534 + zone - 25 : null;
    }

    /// <summary>The number of the zone of an SRID, which surveys put before the easting: 25 for EPSG:4534. Null for other SRIDs.</summary>
    public static int? Zone(int srid) => srid is >= 4534 and <= 4554 ? srid - 4534 + 25 : null;
}
