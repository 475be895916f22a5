using System.Text.Json;
using System.Text.Json.Serialization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Basemaps;

/// <summary>Where the tiles of a basemap come from.</summary>
internal enum BasemapKind
{
    /// <summary>Tiles by zoom, column, row in EPSG:3857.</summary>
    Xyz,

    /// <summary>A tile service of the OGC, in EPSG:3857 or EPSG:4490.</summary>
    Wmts,

    /// <summary>A file of tiles in SQLite (MBTiles 1.3).</summary>
    Mbtiles,

    /// <summary>A file of tiles read by ranges (PMTiles 3).</summary>
    Pmtiles,
}

/// <summary>One basemap of <c>basemaps.json</c>, as written there.</summary>
internal sealed record BasemapEntry
{
    public string Key { get; init; } = "";
    public string NameZh { get; init; } = "";
    public string NameEn { get; init; } = "";
    public BasemapKind? Kind { get; init; }

    /// <summary>Of a tile service: with {z}, {x}, {y}, or {-y} for rows from the south; {s} for one of the subdomains.</summary>
    public string? Url { get; init; }
    public IReadOnlyList<string> Subdomains { get; init; } = [];

    /// <summary>EPSG:3857, or EPSG:4490 (and what is shown as one with it) for a tile service in degrees.</summary>
    public string Crs { get; init; } = "EPSG:3857";

    /// <summary>Added to the zoom for services that count their levels from elsewhere.</summary>
    public int LevelOffset { get; init; }

    /// <summary>Name of a file in the folder <c>basemaps</c> of the data folder.</summary>
    public string? File { get; init; }
    public int TileSize { get; init; } = 256;
    public int MinZoom { get; init; }
    public int MaxZoom { get; init; } = 18;

    /// <summary>Whose map it is, as its licence wants it said.</summary>
    public string Attribution { get; init; } = "";
}

/// <summary>A basemap that was configured: usable, or with the fault that keeps it from being so.</summary>
/// <param name="Entry">As configured.</param>
/// <param name="Path">The local file; null for a service.</param>
/// <param name="Fault">What is wrong and how to mend it; null when nothing is.</param>
internal sealed record Basemap(BasemapEntry Entry, string? Path, Text? Fault);

/// <summary>
/// Reads <c>basemaps.json</c> of the data folder, anew when it changes. Local files lie in the folder <c>basemaps</c> beside it and
/// nowhere else; without the file there is no basemap and no outside request.
/// </summary>
internal sealed class BasemapFile(string dataFolder)
{
    public const string FileName = "basemaps.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _file = Path.Combine(dataFolder, FileName);
    private readonly string _folder = Path.GetFullPath(Path.Combine(dataFolder, "basemaps"));
    private (DateTime Written, BasemapSet Set)? _read;

    /// <summary>The basemaps as configured now.</summary>
    public BasemapSet Read()
    {
        if (!File.Exists(_file))
        {
            return new([], null);
        }

        var written = File.GetLastWriteTimeUtc(_file);
        if (_read is { } read && read.Written == written)
        {
            return read.Set;
        }

        var set = ReadAnew();
        _read = (written, set);
        return set;
    }

    /// <summary>A basemap by its key; null when none is usable under it.</summary>
    public Basemap? Find(string key) => Read().All.FirstOrDefault(basemap => basemap.Entry.Key == key && basemap.Fault is null);

    private BasemapSet ReadAnew()
    {
        try
        {
            using var stream = File.OpenRead(_file);
            var entries = JsonSerializer.Deserialize<Written>(stream, Json)?.Basemaps ?? [];
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return new([.. entries.Select(entry => Judge(entry, seen))], null);
        }
        catch (JsonException fault)
        {
            return new([], new(
                $"{FileName} 第 {fault.LineNumber + 1} 行无法读取：{fault.Path}。请对照使用指南修改。",
                $"{FileName} cannot be read at line {fault.LineNumber + 1}: {fault.Path}. Mend it by the user guide."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new([], new($"{FileName} 无法打开，请检查其权限。", $"{FileName} cannot be opened; check its permissions."));
        }
    }

    private Basemap Judge(BasemapEntry entry, HashSet<string> seen)
    {
        if (BasemapRules.FaultOf(entry) is { } fault)
        {
            return new(entry, null, fault);
        }

        if (!seen.Add(entry.Key))
        {
            return new(entry, null, new($"key“{entry.Key}”重复。", $"The key “{entry.Key}” is taken."));
        }

        if (entry.Kind is BasemapKind.Xyz or BasemapKind.Wmts)
        {
            return new(entry, null, null);
        }

        return Locate(entry.File!) is { } path
            ? new(entry, path, null)
            : new(entry, null, new($"basemaps 文件夹中没有文件“{entry.File}”。", $"There is no file “{entry.File}” in the folder basemaps."));
    }

    /// <summary>The file, when it lies in the folder itself: no way leads out, neither by name nor by link.</summary>
    private string? Locate(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        if (Path.GetDirectoryName(path) != _folder || !File.Exists(path))
        {
            return null;
        }

        return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is null ? path : null;
    }

    private sealed record Written(IReadOnlyList<BasemapEntry> Basemaps);
}

/// <summary>The basemaps of a register.</summary>
/// <param name="All">In the order in which they are written.</param>
/// <param name="Fault">Why the file itself could not be read; null when it could or is not there.</param>
internal sealed record BasemapSet(IReadOnlyList<Basemap> All, Text? Fault);
