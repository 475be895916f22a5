using System.Globalization;

namespace LandRegistry.Benchmarks;

/// <summary>A GeoPackage of parcels side by side, each an octagon of 9 positions with its code, its name and an area that is right.</summary>
internal static class PolygonFile
{
    /// <summary>Degrees from the middle of a parcel to its corners.</summary>
    private const double Radius = 0.0004;

    /// <summary>Writes the file; answers its path.</summary>
    public static async Task<string> WriteAsync(string folder, int rows)
    {
        var (source, file) = (Path.Combine(folder, "polygons.geojsonl"), Path.Combine(folder, "polygons.gpkg"));
        await using (var text = File.CreateText(source))
        {
            for (var i = 0; i < rows; i++)
            {
                await text.WriteLineAsync(Feature(i));
            }
        }

        File.Delete(file);
        await ChildProcess.RunAsync("ogr2ogr", ["-f", "GPKG", file, source, "-a_srs", "EPSG:4490"]);
        File.Delete(source);
        return file;
    }

    private static string Feature(int i)
    {
        var (west, south) = (114 + (i % 500 * 0.001), 30 + (i / 500 * 0.001));
        var ring = Enumerable.Range(0, 9).Select(corner => string.Create(
            CultureInfo.InvariantCulture,
            $"[{west + (Radius * Math.Cos(corner % 8 * Math.PI / 4)):0.00000000},{south + (Radius * Math.Sin(corner % 8 * Math.PI / 4)):0.00000000}]"));
        var area = 2 * Math.Sqrt(2) * Radius * Radius * 110_853 * 111_320 * Math.Cos(double.DegreesToRadians(south));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"type":"Feature","properties":{"code":"420103{{{i / 90_000:000}}}001GB{{{i % 90_000:00000}}}","name":"地块{{{i}}}","area":{{{area:0.00}}}},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring)}}}]]}}""");
    }
}
