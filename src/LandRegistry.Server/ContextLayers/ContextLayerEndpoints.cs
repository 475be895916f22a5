using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Gdal;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.ContextLayers;

/// <summary>A layer of the user's own on the map.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">On the list of layers.</param>
/// <param name="Source">Whose data it is, from where and of when.</param>
/// <param name="Licence">On what terms it may be used; empty when not known.</param>
/// <param name="Colour">Of its lines, #rrggbb.</param>
/// <param name="Place">Higher lies above lower.</param>
/// <param name="FeatureCount">Shapes in it.</param>
/// <param name="Bbox">West, south, east, north in degrees.</param>
/// <param name="Version">Row version.</param>
public sealed record ContextLayerShape(
    long Id, string Name, string Source, string Licence, string Colour, int Place, int FeatureCount, IReadOnlyList<double> Bbox, int Version);

/// <summary>Context layers: uploaded, listed, changed, withdrawn, and their tiles.</summary>
internal static partial class ContextLayerEndpoints
{
    /// <summary>The largest upload, bytes.</summary>
    public const int MostBytes = 64 << 20;

    private static readonly Text Layer = new("该图层", "such layer");

    private static readonly QueryParameters Words = new(
    [
        new("name", "string", "Name on the list of layers; required, at most 60 characters."),
        new("source", "string", "Whose data it is, from where and of when; required, at most 200 characters."),
        new("licence", "string", "On what terms it may be used; at most 200 characters."),
        new("colour", "string", "Of its lines, #rrggbb; #8a3ffc when absent."),
    ]);

    private static readonly QueryParameters Changed = new([.. Words.All, new("place", "integer", "Order on the map: higher lies above lower.")]);

    public static void AddContextLayers(this IServiceCollection services) => services.AddSingleton<ContextLayerStore>();

    public static void MapContextLayers(this IEndpointRouteBuilder routes)
    {
        var layers = routes.MapGroup("/api/context-layers").Needs(RegisterAction.KeepLayers).WithTags("context layers").WithMetadata(QueryParameters.None);
        layers.MapGet("", List).Needs(RegisterAction.Read).WithSummary("The context layers, lowest first").Produces<IReadOnlyList<ContextLayerShape>>().Answers();
        layers.MapPost("", Add).IsHeavy().WithMetadata(Words).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithSummary("Makes a layer of a file sent as the plain body: GeoJSON, GeoPackage, FlatGeobuf, KML or a zipped shapefile, at most 64 MiB and 100,000 shapes")
            .Accepts<Stream>("*/*").Produces<ContextLayerShape>(StatusCodes.Status201Created).Answers(400, 413, 415, 422);
        layers.MapPut("/{id}", Change).WithMetadata(Changed).WithSummary("Writes what a layer says of itself anew; If-Match needed").Produces<ContextLayerShape>().Answers(400, 404, 412, 428);
        layers.MapPost("/{id}/withdraw", Withdraw).WithSummary("Takes a layer away; If-Match needed").Produces(204).Answers(400, 404, 412, 428);
        routes.MapGet("/tiles/context/{id}/{z}/{x}/{y}", Tile).Needs(RegisterAction.Read).WithTags("context layers").WithMetadata(QueryParameters.None)
            .WithSummary("Vector tile (MVT) of a context layer: layer layer").Produces<byte[]>(contentType: "application/vnd.mapbox-vector-tile").Produces(204).Answers(400);
    }

    private static async Task<IResult> List(ContextLayerStore store, CancellationToken cancellation) => TypedResults.Ok(await store.ListAsync(null, cancellation));

    private static async Task<IResult> Add(HttpContext http, ContextLayerStore store, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var words = ReadWords(query);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var folder = Directory.CreateTempSubdirectory("landregistry-layer-").FullName;
        try
        {
            var upload = Path.Combine(folder, "upload");
            await using (var file = File.Create(upload))
            {
                await http.Request.Body.CopyToAsync(file, cancellation);
            }

            var origin = new ChangeOrigin(http.User.Identity!.Name!, "AddContextLayer", words.Name, time.GetUtcNow());
            return await AnswerAsync(await store.AddAsync(upload, folder, words, origin, cancellation), store, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IResult> AnswerAsync(LayerUpload upload, ContextLayerStore store, CancellationToken cancellation) => upload switch
    {
        { Id: { } id } => TypedResults.Created((string?)null, (await store.ListAsync(id, cancellation)).Single()),
        { IsKnown: false } => Problem.Of(ProblemKind.LayerFileUnknown, GdalFaults.Unknown),
        _ => Problem.Of(ProblemKind.LayerFileRefused, GdalFaults.Of(upload.Outcome, new("文件无法读取，或没有坐标系、没有可显示的图形。请检查 .prj 或坐标系后重新提交。", "The file cannot be read, says no coordinate system, or holds no shape that can be shown. Check its .prj or CRS and send it again."))),
    };

    private static async Task<IResult> Change(string id, HttpContext http, ContextLayerStore store, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var words = ReadWords(query);
        var place = query.Whole("place", 0, 10_000, -1);
        return await OnLayerAsync(id, query, http, store, async seen =>
        {
            var wanted = seen with { Name = words.Name, Source = words.Source, Licence = words.Licence, Colour = words.Colour, Place = place < 0 ? seen.Place : place };
            var origin = new ChangeOrigin(http.User.Identity!.Name!, "ChangeContextLayer", words.Name, time.GetUtcNow());
            return await store.ChangeAsync(seen, wanted, isWithdrawn: false, origin, cancellation) ? TypedResults.Ok((await store.ListAsync(seen.Id, cancellation)).Single()) : null;
        }, cancellation);
    }

    private static async Task<IResult> Withdraw(string id, HttpContext http, ContextLayerStore store, TimeProvider time, CancellationToken cancellation) =>
        await OnLayerAsync(id, new QueryReader(http), http, store, async seen =>
        {
            var origin = new ChangeOrigin(http.User.Identity!.Name!, "WithdrawContextLayer", seen.Name, time.GetUtcNow());
            return await store.ChangeAsync(seen, seen, isWithdrawn: true, origin, cancellation) ? TypedResults.NoContent() : null;
        }, cancellation);

    /// <summary>Runs a command on the version that the caller saw; the command answers null when that is no longer the present one.</summary>
    private static async Task<IResult> OnLayerAsync(
        string id, QueryReader query, HttpContext http, ContextLayerStore store, Func<ContextLayerShape, Task<IResult?>> command, CancellationToken cancellation)
    {
        var layerId = query.Id("id", id);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        if (http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } version)
        {
            return Problem.VersionNeeded();
        }

        if ((await store.ListAsync(layerId, cancellation)).SingleOrDefault() is not { } seen)
        {
            return Problem.NotFound(Layer);
        }

        return version == FormattableString.Invariant($"\"l{seen.Id}-v{seen.Version}\"") && await command(seen) is { } answer
            ? answer
            : Problem.Stale((await store.ListAsync(layerId, cancellation)).SingleOrDefault() ?? seen);
    }

    private static async Task<IResult> Tile(string id, string z, string x, string y, HttpContext http, ContextLayerStore store, CancellationToken cancellation)
    {
        if (!long.TryParse(id, out var layer) || !int.TryParse(z, out var zoom) || !int.TryParse(x, out var column) || !int.TryParse(y, out var row)
            || zoom is < 0 or > 22 || column < 0 || column >= 1 << zoom || row < 0 || row >= 1 << zoom)
        {
            return Problem.Malformed("z, x, y", "Not a tile: zoom 0 to 22, column and row below 2^zoom.", "瓦片编号无效：级别 0 至 22，行列号小于 2^级别。");
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=600";
        var tile = await store.TileAsync(layer, zoom, column, row, cancellation);
        return tile.Length == 0 ? TypedResults.NoContent() : TypedResults.Bytes(tile, "application/vnd.mapbox-vector-tile");
    }

    private static LayerWords ReadWords(QueryReader query)
    {
        var name = Required(query, "name", 60);
        var source = Required(query, "source", 200);
        var colour = query.Text("colour") ?? "#8a3ffc";
        if (!Colour().IsMatch(colour))
        {
            query.Add("colour", "Not #rrggbb in small letters.", "应为小写的 #rrggbb。");
        }

        return new(name, source, query.Text("licence") ?? "", colour);
    }

    private static string Required(QueryReader query, string name, int most)
    {
        var text = query.Text(name, most);
        if (text is null && query.Faults.All(fault => fault.Field != name))
        {
            query.Add(name, "Required.", "必填。");
        }

        return text ?? "";
    }

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colour();
}
