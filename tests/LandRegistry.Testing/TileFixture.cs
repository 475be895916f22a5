using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LandRegistry.Testing;

/// <summary>Makes small files of tiles and the <c>basemaps.json</c> that names them.</summary>
public static class TileFixture
{
    /// <summary>A PNG of one orange pixel (#ff8800).</summary>
    public static byte[] OrangePng { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP438EAAAQRAYhxoDirAAAAAElFTkSuQmCC");

    /// <summary>Writes <c>basemaps.json</c> of a register with these entries.</summary>
    public static Task ConfigureBasemapsAsync(this TestRegister register, params object[] basemaps) =>
        File.WriteAllTextAsync(Path.Combine(register.DataFolder, "basemaps.json"), JsonSerializer.Serialize(new { basemaps }));

    /// <summary>The folder of local basemaps, made when it is not there.</summary>
    public static string BasemapFolder(this TestRegister register) => Directory.CreateDirectory(Path.Combine(register.DataFolder, "basemaps")).FullName;

    /// <summary>An MBTiles file with one picture on every tile of the zooms 0 to <paramref name="maxZoom"/> that holds a place.</summary>
    public static async Task WriteMbtilesAsync(string path, double longitude, double latitude, int maxZoom)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await RunAsync(connection, "create table metadata (name text, value text); create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"insert into metadata values ('name', 'Orange'), ('format', 'png'), ('minzoom', '0'), ('maxzoom', '{maxZoom}')"));
        for (var zoom = 0; zoom <= maxZoom; zoom++)
        {
            var (column, row) = TileOf(zoom, longitude, latitude);
            await using var insert = connection.CreateCommand();
            insert.CommandText = "insert into tiles values ($z, $x, $y, $tile)";
            insert.Parameters.AddWithValue("$z", zoom);
            insert.Parameters.AddWithValue("$x", column);
            insert.Parameters.AddWithValue("$y", (1 << zoom) - 1 - row);
            insert.Parameters.AddWithValue("$tile", OrangePng);
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The tile that holds a place, row from the north.</summary>
    public static (int Column, int Row) TileOf(int zoom, double longitude, double latitude)
    {
        var count = 1 << zoom;
        var phi = latitude * Math.PI / 180;
        return ((int)((longitude + 180) / 360 * count), (int)((1 - (Math.Log(Math.Tan(phi) + (1 / Math.Cos(phi))) / Math.PI)) / 2 * count));
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
