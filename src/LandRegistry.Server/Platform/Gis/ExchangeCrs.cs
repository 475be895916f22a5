using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Gis;

/// <summary>
/// A coordinate system that files are exchanged in. In code it is always longitude or easting first; a format that has it the other
/// way round turns it itself.
/// </summary>
/// <param name="Srid">EPSG code.</param>
internal sealed record ExchangeCrs(int Srid)
{
    private const int FirstPrefixed = 4513;
    private const int LastPrefixed = 4533;
    private const int FirstBare = 4534;
    private const int LastBare = 4554;

    /// <summary>CGCS2000, degrees.</summary>
    public static readonly ExchangeCrs Cgcs2000 = new(4490);

    /// <summary>WGS 84, degrees; shown as one with CGCS2000.</summary>
    public static readonly ExchangeCrs Wgs84 = new(4326);

    /// <summary>Web Mercator.</summary>
    public static readonly ExchangeCrs Mercator = new(3857);

    /// <summary>All that are offered: degrees, Web Mercator, and the 3-degree zones 25 to 45 with and without the zone before the easting.</summary>
    public static IReadOnlyList<ExchangeCrs> All { get; } =
        [Cgcs2000, Wgs84, Mercator, .. Enumerable.Range(FirstPrefixed, LastBare - FirstPrefixed + 1).Select(srid => new ExchangeCrs(srid))];

    /// <summary>Number of the 3-degree Gauss-Krueger zone, 25 to 45; null for the others.</summary>
    public int? Zone => Srid switch
    {
        >= FirstPrefixed and <= LastPrefixed => Srid - FirstPrefixed + 25,
        >= FirstBare and <= LastBare => Srid - FirstBare + 25,
        _ => null,
    };

    /// <summary>Whether eastings begin with the number of the zone.</summary>
    public bool HasPrefix => Srid is >= FirstPrefixed and <= LastPrefixed;

    /// <summary>Whether coordinates are degrees, not metres.</summary>
    public bool IsGeographic => Srid is 4490 or 4326;

    /// <summary>Digits after the point that are written: a tenth of a millimetre; degrees keep every digit, so that they come back as they were.</summary>
    public int? Decimals => IsGeographic ? null : 4;

    /// <summary>Its name for people.</summary>
    public Text Name => Srid switch
    {
        4490 => new("CGCS2000 经纬度（EPSG:4490）", "CGCS2000 longitude, latitude (EPSG:4490)"),
        4326 => new("WGS 84 经纬度（EPSG:4326）", "WGS 84 longitude, latitude (EPSG:4326)"),
        3857 => new("Web 墨卡托（EPSG:3857）", "Web Mercator (EPSG:3857)"),
        _ => new(
            $"CGCS2000 高斯-克吕格 3 度带 第 {Zone} 带（中央经线 {Zone * 3}°，{(HasPrefix ? "含带号" : "不含带号")}，EPSG:{Srid}）",
            $"CGCS2000 Gauss-Krueger 3-degree zone {Zone} (central meridian {Zone * 3}°, {(HasPrefix ? "with" : "without")} zone prefix, EPSG:{Srid})"),
    };

    /// <summary>As a .prj file says it (the Esri form of WKT, which GIS programs of every make read).</summary>
    public string EsriText => Srid switch
    {
        4490 => Cgcs,
        4326 => Wgs,
        3857 => $"PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",{Wgs},PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"PROJCS[\"CGCS2000_3_Degree_GK_{(HasPrefix ? $"Zone_{Zone}" : $"CM_{Zone * 3}E")}\",{Cgcs},PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{(HasPrefix ? Zone * 1_000_000 : 0) + 500_000}.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{Zone * 3}.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"),
    };

    private static string Cgcs =>
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private static string Wgs =>
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
}
