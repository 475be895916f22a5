using System.Globalization;
using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>Reads the well-known text of a coordinate system (<c>.prj</c>) as far as land files need it; never trusts its size.</summary>
public static partial class PrjText
{
    private const int LongestText = 20_000;

    /// <summary>What the text says; null when it is no such text.</summary>
    public static CrsStatement? Read(string wkt, Text by)
    {
        wkt = wkt.Trim().TrimStart('\uFEFF');
        if (wkt.Length > LongestText || Root().Match(wkt) is not { Success: true } root)
        {
            return null;
        }

        var name = root.Groups["name"].Value;
        var datum = DatumNames.Of(wkt);
        var statement = new CrsStatement(Authority(wkt), by) { Name = name, Datum = datum };
        if (root.Groups["kind"].Value.StartsWith("GEOG", StringComparison.OrdinalIgnoreCase))
        {
            return datum == Datum.Unknown ? statement : statement with { Srid = statement.Srid ?? CrsReadings.Geographic(datum) };
        }

        if (wkt.Contains("Mercator_Auxiliary_Sphere", StringComparison.OrdinalIgnoreCase) || wkt.Contains("Pseudo", StringComparison.OrdinalIgnoreCase))
        {
            return statement with { Srid = 3857 };
        }

        if (Number(wkt, "central_meridian") is not { } meridian || Number(wkt, "false_easting") is not { } easting || Number(wkt, "scale_factor") is { } scale and < 0.9999)
        {
            return Utm(wkt, datum) is { } utm ? statement with { Srid = utm } : statement;
        }

        return datum is Datum.Unknown or Datum.Wgs84 ? statement : Grid(statement, datum, meridian, easting);
    }

    private static CrsStatement Grid(CrsStatement statement, Datum datum, double meridian, double easting)
    {
        var hasPrefix = easting > 1_000_000;
        var prefix = (int)(easting / 1_000_000);
        var width = hasPrefix ? (prefix >= 25 ? 3 : 6)
            : statement.Name.Contains("3_Degree", StringComparison.OrdinalIgnoreCase) || statement.Name.Contains("3-degree", StringComparison.OrdinalIgnoreCase) || meridian % 6 != 3 ? 3 : 6;
        var zone = hasPrefix ? prefix : width == 3 ? (int)Math.Round(meridian / 3) : (int)Math.Round((meridian + 3) / 6);
        var grid = ChineseGrid.Of(datum, width, zone, hasPrefix);
        return grid is not null && grid.CentralMeridian == meridian && grid.FalseEasting == easting
            ? statement with { Srid = grid.Srid, Zone = zone, ZoneWidth = width }
            : statement;
    }

    private static int? Utm(string wkt, Datum datum) =>
        datum is Datum.Wgs84 && UtmZone().Match(wkt) is { Success: true } zone
            ? (zone.Groups["half"].Value is "S" or "s" ? 32700 : 32600) + int.Parse(zone.Groups["zone"].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The outermost authority stands last.</summary>
    private static int? Authority(string wkt) =>
        AuthorityCode().Match(wkt) is { Success: true } code && int.TryParse(code.Groups["code"].Value, CultureInfo.InvariantCulture, out var srid) ? srid : null;

    private static double? Number(string wkt, string parameter)
    {
        foreach (Match match in Parameter().Matches(wkt))
        {
            if (match.Groups["name"].Value.Replace(' ', '_').Equals(parameter, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return null;
    }

    [GeneratedRegex("^(?<kind>PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS)\\s*\\[\\s*\"(?<name>[^\"]{0,200})\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Root();

    [GeneratedRegex("PARAMETER\\s*\\[\\s*\"(?<name>[^\"]{1,60})\"\\s*,\\s*(?<value>[-+0-9.eE]{1,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(?<code>[0-9]{4,6})\"?\\s*\\]\\s*\\]\\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AuthorityCode();

    [GeneratedRegex("UTM[_ ]Zone[_ ](?<zone>[0-9]{1,2})(?<half>[NS])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UtmZone();
}
