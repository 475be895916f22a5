using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Basemaps;

/// <summary>What a basemap must say of itself.</summary>
internal static partial class BasemapRules
{
    private static readonly string[] Degrees = ["EPSG:4490", "EPSG:4326"];

    /// <summary>The first fault of an entry; null when it has none.</summary>
    public static Text? FaultOf(BasemapEntry entry)
    {
        if (!Key().IsMatch(entry.Key))
        {
            return new("key 应为 1 至 40 个小写字母、数字或连字符。", "key is 1 to 40 small letters, digits or hyphens.");
        }

        if (entry.NameZh is "" || entry.NameEn is "")
        {
            return new("缺少 nameZh 或 nameEn。", "nameZh or nameEn is missing.");
        }

        if (entry.MinZoom is < 0 or > 22 || entry.MaxZoom < entry.MinZoom || entry.MaxZoom > 22 || entry.TileSize is not (256 or 512))
        {
            return new("minZoom、maxZoom 应在 0 至 22 之间且有序，tileSize 为 256 或 512。", "minZoom and maxZoom are 0 to 22 in order, tileSize is 256 or 512.");
        }

        return entry.Kind switch
        {
            BasemapKind.Xyz or BasemapKind.Wmts => ServiceFault(entry),
            BasemapKind.Mbtiles or BasemapKind.Pmtiles => FileFault(entry),
            _ => new("kind 应为 xyz、wmts、mbtiles 或 pmtiles。", "kind is xyz, wmts, mbtiles or pmtiles."),
        };
    }

    /// <summary>The address of a tile of a service.</summary>
    public static Uri AddressOf(BasemapEntry entry, int zoom, int column, int row)
    {
        var level = zoom + entry.LevelOffset;
        var fromSouth = (1 << zoom) - 1 - row;
        var server = entry.Subdomains.Count == 0 ? "" : entry.Subdomains[(column + row) % entry.Subdomains.Count];
        return new(FormattableString.Invariant($"{entry.Url}")
            .Replace("{z}", Number(level), StringComparison.Ordinal)
            .Replace("{x}", Number(column), StringComparison.Ordinal)
            .Replace("{-y}", Number(fromSouth), StringComparison.Ordinal)
            .Replace("{y}", Number(row), StringComparison.Ordinal)
            .Replace("{s}", server, StringComparison.Ordinal));
    }

    /// <summary>Whether the tiles are cut in degrees, so that the map has to warp them.</summary>
    public static bool IsInDegrees(BasemapEntry entry) => entry.Kind == BasemapKind.Wmts && Degrees.Contains(entry.Crs);

    private static Text? ServiceFault(BasemapEntry entry)
    {
        if (entry.Url is not { } url || !url.Contains("{z}", StringComparison.Ordinal) || !url.Contains("{x}", StringComparison.Ordinal)
            || !(url.Contains("{y}", StringComparison.Ordinal) || url.Contains("{-y}", StringComparison.Ordinal)))
        {
            return new("url 应含 {z}、{x} 与 {y}（或 {-y}）。", "url holds {z}, {x} and {y} (or {-y}).");
        }

        if (url.Contains("{s}", StringComparison.Ordinal) && entry.Subdomains.Count == 0)
        {
            return new("url 含 {s}，但没有 subdomains。", "url holds {s}, and there are no subdomains.");
        }

        if (!Uri.TryCreate(AddressOf(entry, entry.MinZoom, 0, 0).OriginalString, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new("url 应以 http:// 或 https:// 开头。", "url begins with http:// or https://.");
        }

        return entry.Crs == "EPSG:3857" || IsInDegrees(entry) ? null : new("crs 应为 EPSG:3857，或（仅 wmts）EPSG:4490。", "crs is EPSG:3857, or EPSG:4490 for wmts only.");
    }

    private static Text? FileFault(BasemapEntry entry) =>
        entry.File is { Length: > 0 } name && name == Path.GetFileName(name) && name is not ("." or "..") && !name.Contains('\\', StringComparison.Ordinal)
            ? null
            : new("file 应为 basemaps 文件夹中的文件名，不含路径。", "file is the name of a file in the folder basemaps, without a path.");

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
