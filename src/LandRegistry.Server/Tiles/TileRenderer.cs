using System.IO.Compression;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Tiles;

/// <summary>Has PostGIS cut a tile: single parcels from near, counts by status from far.</summary>
internal sealed class TileRenderer(NpgsqlDataSource source, PlannedOnce statements)
{
    /// <summary>From this zoom on single parcels are always drawn.</summary>
    public const int NearZoom = 14;

    /// <summary>Between this zoom and <see cref="NearZoom"/> single parcels are drawn where they are few.</summary>
    public const int MiddleZoom = 12;

    /// <summary>What counts as few: a PC without a GPU stays fluent below some 2,500 polygons in view.</summary>
    public const int FewParcels = 1500;

    /// <summary>The near tile with every condition of the filter struck out before it is planned.</summary>
    private static readonly string UnfilteredNearTile = EmbeddedSql.Read("Tiles/tile_of_parcels.sql")
        .Replace("($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", "(null, null, null, null, null, null, null, null, null, null, null)", StringComparison.Ordinal)
        .Replace("$17", "$1", StringComparison.Ordinal)
        .Replace("$18", "$2", StringComparison.Ordinal)
        .Replace("$19", "$3", StringComparison.Ordinal);

    /// <summary>The near tile as of the day $20: the parcels whose shape of that day touches it.</summary>
    private static readonly string NearTileAsOf = EmbeddedSql.Read("Tiles/tile_of_parcels.sql").Replace(
        "parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        "parcels_matching_as_of($1, $2, $3, $4, $5, $6, $7, st_tileenvelope($17, $18, $19, margin => 64.0 / 4096), $20, $9, $10, $11, $12, $13, $14, $15)",
        StringComparison.Ordinal);

    private static readonly string TileOfCounts = TileOfCells("Tiles/cells_of_counts.sql");
    private static readonly string TileOfGroups = TileOfCells("Tiles/cells_of_parcels.sql");
    private static readonly string TileOfPeriods = TileOfCells("Tiles/cells_of_periods.sql");

    /// <summary>Whether the number of parcels in a tile of this zoom decides how it is drawn.</summary>
    public static bool DependsOnCount(TileAddress tile) => tile.Zoom is >= MiddleZoom and < NearZoom;

    /// <summary>Whether a tile shows single parcels.</summary>
    public static bool IsSingle(TileAddress tile, long parcelsInTile) => tile.Zoom >= NearZoom || (tile.Zoom >= MiddleZoom && parcelsInTile <= FewParcels);

    /// <summary>Renders a tile; stamp and content are of one snapshot of the database.</summary>
    public async Task<RenderedTile> RenderAsync(TileAddress tile, ParcelFilter filter, long parcelsInTile, CancellationToken cancellation)
    {
        var single = IsSingle(tile, parcelsInTile);
        await using var command = Command(await source.SpelledAsync(filter, cancellation), single);
        command.Parameters.Add(new() { Value = tile.Zoom });
        command.Parameters.Add(new() { Value = tile.Column });
        command.Parameters.Add(new() { Value = tile.Row });
        if (filter.AsOf is { } day)
        {
            command.Parameters.Add(ParcelSet.DayArgument(day));
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), Zipped(reader.GetFieldValue<byte[]>(1)));
    }

    /// <summary>How many parcels of the zones lie in a tile of the zooms at which that decides how it is drawn.</summary>
    public async Task<long> CountAsync(TileAddress tile, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Tiles/tile_count.sql"));
        command.Parameters.Add(new() { Value = tile.Zoom });
        command.Parameters.Add(new() { Value = tile.Column });
        command.Parameters.Add(new() { Value = tile.Row });
        command.Parameters.Add(scope.Argument());
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private NpgsqlCommand Command(ParcelFilter filter, bool single)
    {
        // A tile without a filter has one good plan, by its place; planning it takes as long as cutting it.
        var isPlannedOnce = filter == ParcelFilter.Any;
        var planner = isPlannedOnce ? statements.Source : source;
        if (single && isPlannedOnce)
        {
            return planner.CreateCommand(UnfilteredNearTile);
        }

        var command = planner.CreateCommand(
            filter.AsOf is not null ? (single ? NearTileAsOf : TileOfPeriods)
            : single ? ParcelSet.BegunByWords(EmbeddedSql.Read("Tiles/tile_of_parcels.sql"), filter)
            : filter.CountsSuffice ? TileOfCounts : ParcelSet.Begun(TileOfGroups, filter));
        command.Parameters.AddRange(ParcelSet.Arguments(filter));
        return command;
    }

    private static string TileOfCells(string cells) =>
        EmbeddedSql.Read("Tiles/tile_of_cells.sql").Replace("-- CELLS", EmbeddedSql.Read(cells), StringComparison.Ordinal);

    private static byte[] Zipped(byte[] tile)
    {
        if (tile.Length == 0)
        {
            return tile;
        }

        using var buffer = new MemoryStream(tile.Length / 2);
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(tile);
        }

        return buffer.ToArray();
    }
}
