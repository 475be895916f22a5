using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace LandRegistry.Server.Tiles;

/// <summary>Has PostGIS cut what a later day has otherwise than an earlier one: single parcels from near, counts by kind from far.</summary>
internal sealed class DifferenceTiles(NpgsqlDataSource source)
{
    /// <summary>Renders a tile.</summary>
    /// <param name="tile">Which.</param>
    /// <param name="filter">Asked of each day.</param>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day; null for the register as it stands.</param>
    /// <param name="parcelsInTile">At the zooms at which that decides how a tile of parcels is drawn.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<byte[]> RenderAsync(TileAddress tile, ParcelFilter filter, DateOnly from, DateOnly? to, long parcelsInTile, CancellationToken cancellation)
    {
        filter = await source.SpelledAsync(filter, cancellation);
        await using var command = source.CreateCommand(EmbeddedSql.Read(TileRenderer.IsSingle(tile, parcelsInTile) ? "Tiles/tile_of_changes.sql" : "Tiles/tile_of_change_counts.sql"));
        command.Parameters.AddRange(ParcelSet.Arguments(filter));
        command.Parameters.Add(new() { Value = tile.Zoom });
        command.Parameters.Add(new() { Value = tile.Column });
        command.Parameters.Add(new() { Value = tile.Row });
        command.Parameters.Add(ParcelSet.DayArgument(from));
        // Later than every day of the register, and not the infinity that Npgsql makes of the last day there is.
        command.Parameters.Add(ParcelSet.DayArgument(to ?? DateOnly.MaxValue.AddDays(-1)));
        command.Parameters.Add(ParcelSet.DayArgument(from));
        command.Parameters.Add(ParcelSet.DayArgument(to ?? filter.AnswersOn ?? from));
        return (byte[])(await command.ExecuteScalarAsync(cancellation))!;
    }
}

internal static class DifferenceTileEndpoint
{
    private static readonly QueryParameters Parameters = new(
    [
        new("from", "string", "yyyy-MM-dd, the earlier day; required."),
        new("to", "string", "yyyy-MM-dd, the later day, up to today; today when absent."),
        .. ParcelFilterQuery.Parameters.Where(parameter => parameter.Name != "bbox"),
    ]);

    public static void MapDifferenceTiles(this IEndpointRouteBuilder routes) => routes.MapGet("/tiles/difference/{z}/{x}/{y}", Tile).Needs(RegisterAction.Read)
        .WithTags("tiles").WithMetadata(Parameters).Produces<byte[]>(contentType: TileEndpoints.ContentType).Produces(204).Answers(400)
        .WithSummary("Vector tile (MVT) of what a later day has otherwise than an earlier one: layer changes (kind entered, left or status), or from far change_cells (counts by kind)");

    private static async Task<IResult> Tile(
        string z, string x, string y, HttpContext http, DifferenceTiles tiles, TileFreshness freshness, TileRenderer renderer, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var today = RegisterDay.Today(time);
        var from = query.ReadPastDay("from", today);
        if (from is null && query.Faults.All(fault => fault.Field != "from"))
        {
            query.Add("from", "Required.", "必填。");
        }

        var to = query.ReadPastDay("to", today);
        if (from > (to ?? today))
        {
            query.Add("from", "Lies after the later day.", "晚于截止日期。");
        }

        var filter = query.ReadFilter();
        if (!TileAddress.TryParse(z, x, y, out var tile))
        {
            query.Add("z, x, y", $"Not a tile: zoom 0 to {TileAddress.MaxZoom}, column and row below 2^zoom.", $"瓦片编号无效：级别 0 至 {TileAddress.MaxZoom}，行列号小于 2^级别。");
        }

        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        // The present changes with every mark, and past days with every correction: nothing is kept.
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        // Drawn one by one where the parcels under them are.
        var parcels = !TileRenderer.DependsOnCount(tile) ? 0
            : query.Scope.IsWhole ? (await freshness.OfAsync(tile)).Parcels : await renderer.CountAsync(tile, query.Scope, cancellation);
        var body = await tiles.RenderAsync(tile, filter, from!.Value, to == today && from != today ? null : to, parcels, cancellation);
        return body.Length == 0 ? TypedResults.NoContent() : TypedResults.Bytes(body, TileEndpoints.ContentType);
    }
}
