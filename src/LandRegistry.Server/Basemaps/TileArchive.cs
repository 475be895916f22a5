using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LandRegistry.Server.Basemaps;

/// <summary>What an MBTiles file says of itself.</summary>
/// <param name="Format">png, jpg, webp, or pbf for vector tiles.</param>
/// <param name="Bounds">West, south, east, north in degrees; null when it does not say.</param>
/// <param name="MinZoom">Null when it does not say.</param>
/// <param name="MaxZoom">Null when it does not say.</param>
/// <param name="Layers">Names of the layers of vector tiles.</param>
internal sealed record ArchiveFacts(string Format, IReadOnlyList<double>? Bounds, int? MinZoom, int? MaxZoom, IReadOnlyList<string> Layers);

/// <summary>Reads MBTiles 1.3: a SQLite file, opened for reading only, of which nothing but the two tables of the format is asked.</summary>
internal sealed class TileArchive(string path)
{
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();

    /// <summary>The facts; null when the file is no MBTiles.</summary>
    public async Task<ArchiveFacts?> FactsAsync(CancellationToken cancellation)
    {
        try
        {
            var said = await MetadataAsync(cancellation);
            return new(
                said.GetValueOrDefault("format", "png"),
                BoundsOf(said.GetValueOrDefault("bounds")),
                ZoomOf(said.GetValueOrDefault("minzoom")),
                ZoomOf(said.GetValueOrDefault("maxzoom")),
                LayersOf(said.GetValueOrDefault("json")));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>A tile, row from the north; null when the file has none there.</summary>
    public async Task<byte[]?> TileAsync(int zoom, int column, int row, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "select tile_data from tiles where zoom_level = $z and tile_column = $x and tile_row = $y";
        command.Parameters.AddWithValue("$z", zoom);
        command.Parameters.AddWithValue("$x", column);
        // The format counts rows from the south.
        command.Parameters.AddWithValue("$y", (1 << zoom) - 1 - row);
        return await command.ExecuteScalarAsync(cancellation) as byte[];
    }

    /// <summary>What a tile is, from how it begins.</summary>
    public static string MediaTypeOf(ReadOnlySpan<byte> tile) => tile switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "image/webp",
        _ => "application/vnd.mapbox-vector-tile",
    };

    private async Task<Dictionary<string, string>> MetadataAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "select name, value from metadata limit 100";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation))
        {
            said[rows.GetString(0)] = rows.GetString(1);
        }

        return said;
    }

    private static double[]? BoundsOf(string? text)
    {
        var parts = (text ?? "").Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN).ToArray();
        return parts.Length == 4 && parts.All(double.IsFinite) ? parts : null;
    }

    private static int? ZoomOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var zoom) && zoom <= 22 ? zoom : null;

    private static IReadOnlyList<string> LayersOf(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "{}", new() { MaxDepth = 16 });
            return document.RootElement.TryGetProperty("vector_layers", out var layers)
                ? [.. layers.EnumerateArray().Select(layer => layer.GetProperty("id").GetString()!).Take(60)]
                : [];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }
}
