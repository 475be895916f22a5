using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Tiles;

/// <summary>Mapbox Vector Tiles of the parcels (OGC API Tiles, WebMercatorQuad), always fresh.</summary>
internal static class TileEndpoints
{
    internal const string ContentType = "application/vnd.mapbox-vector-tile";

    private static readonly string NoFilter = Key(ParcelFilter.Any);

    private static readonly QueryParameters Parameters = new([.. ParcelFilterQuery.Parameters.Where(parameter => parameter.Name != "bbox"), ParcelFilterQuery.AsOf]);

    public static void AddTiles(this IServiceCollection services)
    {
        services.AddSingleton<TileCache>();
        services.AddSingleton<TileRenderer>();
        services.AddSingleton<DifferenceTiles>();
        services.AddSingleton<TileFreshness>();
        services.AddHostedService(provider => provider.GetRequiredService<TileFreshness>());
    }

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tiles/parcels/{z}/{x}/{y}", Tile).Needs(RegisterAction.Read)
            .WithTags("tiles").WithMetadata(Parameters).Produces<byte[]>(contentType: ContentType).Produces(204).Produces(304).Answers(400)
            .WithSummary("Vector tile (MVT): layer parcels (boundaries), points (unsurveyed), or from far cells (counts by status); strong ETag");
        routes.MapDifferenceTiles();
    }

    private static async Task<IResult> Tile(
        string z, string x, string y, HttpContext http, TileFreshness freshness, TileCache cache, TileRenderer renderer, RegisterIdentity identity, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var filter = query.ReadFilter(RegisterDay.Today(time));
        if (!TileAddress.TryParse(z, x, y, out var tile))
        {
            query.Add("z, x, y", $"Not a tile: zoom 0 to {TileAddress.MaxZoom}, column and row below 2^zoom.", $"瓦片编号无效：级别 0 至 {TileAddress.MaxZoom}，行列号小于 2^级别。");
        }

        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var register = await identity.ShortAsync(cancellation);
        var key = filter == ParcelFilter.Any ? NoFilter : Key(filter);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        http.Response.Headers[HeaderNames.Vary] = "Accept-Encoding";
        // A tile that neither side has is rendered at once; it brings its own stamp.
        var isKept = !filter.AsksAnswers;
        var kept = isKept ? cache.Find(tile, key) : null;
        var isNew = kept is null && http.Request.Headers.IfNoneMatch.Count == 0 && !TileRenderer.DependsOnCount(tile);
        TileState? state = isNew ? null : await freshness.OfAsync(tile);
        var isNarrow = !query.Scope.IsWhole;
        var isStamped = isKept && !isNarrow;
        if (isStamped && state is { Stamp: var stamp } && Versions.IsKnown(http.Request, ETag(register, key, stamp)))
        {
            http.Response.Headers.ETag = ETag(register, key, stamp);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var rendered = kept is not null && kept.Stamp == state?.Stamp ? kept : null;
        if (rendered is null)
        {
            var parcels = isNarrow && TileRenderer.DependsOnCount(tile) ? await renderer.CountAsync(tile, query.Scope, cancellation) : state?.Parcels ?? 0;
            rendered = await renderer.RenderAsync(tile, filter, parcels, cancellation);
            if (isKept)
            {
                cache.Keep(tile, key, rendered);
            }
        }

        // A stamp counts the changes of all zones: whoever may not see them all gets a digest of what they see. And it counts changes of
        // parcels, not of what is due or of readiness.
        http.Response.Headers.ETag = isStamped ? ETag(register, key, rendered.Stamp) : $"\"{register}-{Digest(rendered.Body)}\"";
        if (!isStamped && Versions.IsKnown(http.Request, http.Response.Headers.ETag.ToString()))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return rendered.Body.Length == 0 ? TypedResults.NoContent() : await WriteAsync(http.Response, rendered.Body, cancellation);
    }

    /// <summary>Writes the body itself: a file result would copy it once more and look for ranges.</summary>
    private static async Task<IResult> WriteAsync(HttpResponse response, byte[] zipped, CancellationToken cancellation)
    {
        if (!response.HttpContext.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Stream(new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress), ContentType);
        }

        response.ContentType = ContentType;
        response.Headers.ContentEncoding = "gzip";
        response.ContentLength = zipped.Length;
        await response.BodyWriter.WriteAsync(zipped, cancellation);
        return TypedResults.Empty;
    }

    /// <summary>
    /// Names the filter as well as the state: the map takes a tile whose ETag it has seen for unchanged, whatever its address.
    /// </summary>
    private static string ETag(string register, string key, long stamp)
    {
        var filter = key == NoFilter ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
        return string.Create(CultureInfo.InvariantCulture, $"\"{register}-{stamp}{filter}\"");
    }

    private static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));

    /// <summary>The filter as a cache key: the same parcels, the same key, whatever the order of values.</summary>
    private static string Key(ParcelFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sorted(filter.Statuses)};{Sorted(filter.Zones)};{Sorted(filter.LandUseCodes)};{Listed(filter.Officers)};{Sorted(filter.IdleCauses)};{filter.MinAreaSquareMetres};{filter.MaxAreaSquareMetres};{filter.OnHold};{filter.AsOf:yyyy-MM-dd};{filter.Words}");

    /// <summary>Names are free text: written so that no two lists look alike.</summary>
    private static string Listed(string[]? values) => values is null ? "*" : JsonSerializer.Serialize(values.Order(StringComparer.Ordinal));

    private static string Sorted<T>(T[]? values) => values is null ? "*" : string.Join(',', values.Order());
}
