using System.Globalization;
using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>What the doctor says.</summary>
internal static class CrsSentences
{
    public static Text Finding(CrsProposal best, CrsStatement? stated, bool isCertain)
    {
        var title = best.Reading.Title;
        if (isCertain)
        {
            return new($"坐标系为 {title.Zh}：{stated!.By.Zh}与数值一致。", $"{title.En}: {stated.By.En} and the numbers agree.");
        }

        return stated is null
            ? new($"文件没有写明坐标系；按数值最像 {title.Zh}，请在地图上确认。", $"The file states no coordinate system; by its numbers it is most like {title.En}. Look at it on the map.")
            : best.IsStated
                ? new($"{stated.By.Zh}写的是 {title.Zh}，但落点需要确认。", $"{Capital(stated.By.En)} says {title.En}; see on the map whether it lies where it should.")
                : new($"{stated.By.Zh}与数值不符；按数值最像 {title.Zh}，请在地图上确认。", $"{Capital(stated.By.En)} and the numbers disagree; by its numbers it is most like {title.En}. Look at it on the map.");
    }

    /// <summary>No reading is better than some others.</summary>
    public static Text Many(int readings, CrsStatement? stated)
    {
        var count = readings.ToString(CultureInfo.InvariantCulture);
        return stated is null
            ? new($"文件没有写明坐标系，按数值有 {count} 种同样可能的读法；请按宗地所在地选定，并在地图上确认。", $"The file states no coordinate system, and its numbers fit {count} alike; choose by where the parcels are, and look at it on the map.")
            : new($"{stated.By.Zh}没有说清坐标系，按数值有 {count} 种同样可能的读法；请按宗地所在地选定，并在地图上确认。", $"{Capital(stated.By.En)} does not settle the coordinate system, and the numbers fit {count} alike; choose by where the parcels are, and look at it on the map.");
    }

    public static IReadOnlyList<Text> Reasons(CrsReading reading, Envelope extent, CrsFit fit, CrsStatement? stated, Envelope? zone)
    {
        var reasons = new List<Text>();
        if (stated?.Srid == reading.Srid && reading.EastingShift == 0)
        {
            reasons.Add(new($"{stated.By.Zh}如此写明。", $"{Capital(stated.By.En)} says so."));
        }

        if (ChineseGrid.Find(reading.Srid) is { } grid)
        {
            reasons.Add(OfGrid(grid, reading, extent));
            if (stated is { Zone: { } zoneStated } && stated.Srid is null)
            {
                reasons.Add(zoneStated == grid.Zone
                    ? new($"{stated.By.Zh}写明带号 {zoneStated}。", $"{Capital(stated.By.En)} says zone {zoneStated}.")
                    : new($"但{stated.By.Zh}写明带号 {zoneStated}。", $"But {stated.By.En} says zone {zoneStated}."));
            }

            if (grid.Datum is Datum.Xian1980 or Datum.Beijing1954)
            {
                reasons.Add(new("旧基准转到 CGCS2000 没有公开的精确参数，可能偏差数十米。", "No exact parameters to CGCS2000 are published for this old datum; it may be tens of metres off."));
            }
        }
        else if (reading.Srid is 4490 or 4326 or 4610 or 4214)
        {
            reasons.Add(new($"数值是度（{Numbers(extent)}）。", $"The numbers are degrees ({Numbers(extent)})."));
        }

        if (reading.IsSwapped)
        {
            reasons.Add(new("文件把北坐标（纬度）写在前面，需对调。", "The file has northing (latitude) where X belongs; the two change places."));
        }

        reasons.Add(Of(fit, zone));
        return reasons;
    }

    /// <summary>The range of the numbers.</summary>
    public static string Numbers(Envelope extent) => string.Create(
        CultureInfo.InvariantCulture, $"X {extent.MinX:0.###}…{extent.MaxX:0.###}, Y {extent.MinY:0.###}…{extent.MaxY:0.###}");

    private static Text OfGrid(ChineseGrid grid, CrsReading reading, Envelope extent)
    {
        var easting = reading.IsSwapped ? extent.MinY : extent.MinX;
        if (reading.EastingShift != 0)
        {
            var written = (int)(easting / 1_000_000);
            return new(
                $"横坐标写有带号 {written}，但按第 {grid.Zone} 带计算才落在应在的位置（串带）。",
                $"Eastings carry zone {written}, yet they seem computed in zone {grid.Zone} (shifted by a zone).");
        }

        return grid.HasPrefix
            ? new($"横坐标前两位是带号 {grid.Zone}。", $"Eastings begin with zone {grid.Zone}.")
            : new("横坐标六位、不含带号，带号要另行判断。", "Eastings have six digits and no zone before them; the zone has to be told otherwise.");
    }

    private static Text Of(CrsFit fit, Envelope? zone) => fit switch
    {
        CrsFit.InZone => new("落在登记的区域范围内。", "Lands within the zones of the register."),
        CrsFit.InChina when zone is null => new("落在中国范围内。", "Lands in China."),
        CrsFit.InChina => new("落在中国范围内，但在登记的区域范围之外。", "Lands in China, but outside the zones of the register."),
        CrsFit.Elsewhere => new("落在中国范围之外。", "Lands outside China."),
        _ => new("落点未核对。", "Where it lands was not checked."),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
