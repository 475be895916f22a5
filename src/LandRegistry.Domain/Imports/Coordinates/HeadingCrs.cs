using System.Globalization;
using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>What the headings of a table say of its coordinate system: 经度（CGCS2000）, 图形（WKT） EPSG:4490.</summary>
public static partial class HeadingCrs
{
    private const int LongestQuoted = 60;

    /// <summary>The statement of the headings of the columns that hold the place; null when they say nothing.</summary>
    public static CrsStatement? Of(string headings)
    {
        var quoted = headings.Length <= LongestQuoted ? headings : headings[..LongestQuoted] + "…";
        var by = new Text($"列名“{quoted}”", $"the heading \"{quoted}\"");
        if (EpsgNumber().Match(headings) is { Success: true } found)
        {
            var srid = int.Parse(found.Groups["srid"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            return new(srid, by) { Datum = ChineseGrid.Find(srid)?.Datum ?? (srid == 4326 ? Datum.Wgs84 : srid == 4490 ? Datum.Cgcs2000 : Datum.Unknown) };
        }

        return DatumNames.Of(headings) is var datum && datum != Datum.Unknown ? new(null, by) { Datum = datum } : null;
    }

    [GeneratedRegex("EPSG[:：](?<srid>[0-9]{4,6})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EpsgNumber();
}
