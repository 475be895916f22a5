using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Basemaps;

/// <summary>A basemap that the map may lie on.</summary>
public sealed record BasemapShape
{
    /// <summary>Names it in addresses.</summary>
    public required string Key { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>raster; degrees (pictures cut in EPSG:4490, to be warped); vector; or archive (PMTiles, read by ranges).</summary>
    public required string Form { get; init; }
    public required int TileSize { get; init; }
    public required int MinZoom { get; init; }
    public required int MaxZoom { get; init; }

    /// <summary>West, south, east, north in degrees; null when not known.</summary>
    public required IReadOnlyList<double>? Bounds { get; init; }

    /// <summary>Names of the layers of vector tiles.</summary>
    public required IReadOnlyList<string> Layers { get; init; }
    public required string Attribution { get; init; }
}

/// <summary>A basemap, or the whole file, that cannot be used.</summary>
/// <param name="Key">Of the basemap; null for the file.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">Likewise in English.</param>
public sealed record BasemapFault(string? Key, string Zh, string En);

/// <summary>The basemaps that are configured.</summary>
public sealed record BasemapList(IReadOnlyList<BasemapShape> Basemaps, IReadOnlyList<BasemapFault> Faults);

/// <summary>Basemaps of the data folder's <c>basemaps.json</c>: what there is, and their tiles.</summary>
internal static class BasemapEndpoints
{
    private static readonly Text NoBasemap = new("该底图", "such basemap");

    public static void AddBasemaps(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new BasemapFile(dataFolder));
        services.AddSingleton<TileService>();
    }

    public static void MapBasemaps(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/basemaps", List).Needs(RegisterAction.SignIn).WithTags("basemaps").WithMetadata(QueryParameters.None)
            .WithSummary("The basemaps of basemaps.json in the data folder, and what is wrong with those that cannot be used").Produces<BasemapList>().Answers();
        var tiles = routes.MapGroup("/tiles/basemaps").Needs(RegisterAction.SignIn).WithTags("basemaps").WithMetadata(QueryParameters.None);
        tiles.MapGet("/{key}/{z}/{x}/{y}", Tile).WithSummary("A tile of a basemap, of its own grid")
            .Produces<byte[]>(contentType: "image/png").Produces(204).Answers(400, 404);
        tiles.MapGet("/{key}/archive", Archive).WithSummary("A PMTiles basemap, to be read by ranges")
            .Produces<byte[]>(contentType: "application/octet-stream").Produces<byte[]>(206, contentType: "application/octet-stream").Answers(404);
    }

    private static async Task<IResult> List(BasemapFile file, CancellationToken cancellation)
    {
        var set = file.Read();
        var shapes = new List<BasemapShape>();
        var faults = set.All.Where(basemap => basemap.Fault is not null).Select(basemap => new BasemapFault(basemap.Entry.Key, basemap.Fault!.Zh, basemap.Fault.En)).ToList();
        if (set.Fault is { } whole)
        {
            faults.Insert(0, new(null, whole.Zh, whole.En));
        }

        foreach (var basemap in set.All.Where(basemap => basemap.Fault is null))
        {
            var facts = basemap.Entry.Kind == BasemapKind.Mbtiles ? await new TileArchive(basemap.Path!).FactsAsync(cancellation) : null;
            if (basemap.Entry.Kind == BasemapKind.Mbtiles && facts is null)
            {
                faults.Add(new(basemap.Entry.Key, $"“{basemap.Entry.File}”不是 MBTiles 文件。", $"“{basemap.Entry.File}” is no MBTiles file."));
                continue;
            }

            shapes.Add(ShapeOf(basemap.Entry, facts));
        }

        return TypedResults.Ok(new BasemapList(shapes, faults));
    }

    private static BasemapShape ShapeOf(BasemapEntry entry, ArchiveFacts? facts) => new()
    {
        Key = entry.Key,
        NameZh = entry.NameZh,
        NameEn = entry.NameEn,
        Form = entry.Kind == BasemapKind.Pmtiles ? "archive" : facts?.Format == "pbf" ? "vector" : BasemapRules.IsInDegrees(entry) ? "degrees" : "raster",
        TileSize = entry.TileSize,
        MinZoom = facts?.MinZoom ?? entry.MinZoom,
        MaxZoom = facts?.MaxZoom ?? entry.MaxZoom,
        Bounds = facts?.Bounds,
        Layers = facts?.Layers ?? [],
        Attribution = entry.Attribution,
    };

    private static async Task<IResult> Tile(
        string key, string z, string x, string y, HttpContext http, BasemapFile file, TileService services, CancellationToken cancellation)
    {
        if (file.Find(key) is not { Entry.Kind: not BasemapKind.Pmtiles } basemap)
        {
            return Problem.NotFound(NoBasemap);
        }

        if (!int.TryParse(z, out var zoom) || !int.TryParse(x, out var column) || !int.TryParse(y, out var row)
            || zoom is < 0 or > 22 || column < 0 || column >= 1 << zoom || row < 0 || row >= 1 << zoom)
        {
            return Problem.Malformed("z, x, y", "Not a tile: zoom 0 to 22, column and row below 2^zoom.", "瓦片编号无效：级别 0 至 22，行列号小于 2^级别。");
        }

        var tile = basemap.Path is { } path
            ? await new TileArchive(path).TileAsync(zoom, column, row, cancellation)
            : await services.TileAsync(BasemapRules.AddressOf(basemap.Entry, zoom, column, row), cancellation);
        if (tile is not { Length: > 0 })
        {
            return TypedResults.NoContent();
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=86400";
        if (tile is [0x1F, 0x8B, ..])
        {
            http.Response.Headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(tile, TileArchive.MediaTypeOf(tile));
    }

    private static IResult Archive(string key, BasemapFile file) => file.Find(key) is { Entry.Kind: BasemapKind.Pmtiles, Path: { } path }
        ? TypedResults.PhysicalFile(path, "application/octet-stream", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)), enableRangeProcessing: true)
        : Problem.NotFound(NoBasemap);
}
