using System.Diagnostics;
using System.Globalization;
using LandRegistry.Server.Imports.Reading;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Reading 200,000 polygons of a GeoPackage through the import's reader, every row handed out with its cells and its shape, against
/// <c>ogr2ogr</c> with COPY of the same file into the same database, and against <c>ogr2ogr</c> writing it as CSV to nowhere.
/// </summary>
internal static class ReadBenchmark
{
    private const int Rows = 200_000;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, int rounds)
    {
        var file = Path.Combine(register.DataFolder, "read.gpkg");
        await WriteFileAsync(register.DataFolder, file);
        var inspection = await SourceFiles.InspectAsync(file);
        string[] copy = ["-f", "PostgreSQL", "PG:", file, "-nln", "public.read_peer", "-overwrite", "--config", "PG_USE_COPY", "YES", "-lco", "SPATIAL_INDEX=NONE"];
        string[] csv = ["-f", "CSV", "/dev/null", file, "-lco", "GEOMETRY=AS_WKT"];
        yield return Finding.OfRates(
            "reading 200,000 polygons against ogr2ogr with COPY",
            await Comparison.MeasureAsync(rounds, _ => ReadAsync(inspection), _ => OgrAsync(copy, register.Environment)), 1);
        yield return Finding.OfRates(
            "reading 200,000 polygons against ogr2ogr to CSV",
            await Comparison.MeasureAsync(rounds, _ => ReadAsync(inspection), _ => OgrAsync(csv, register.Environment)), null);
        await register.ExecuteAsync("drop table if exists public.read_peer");
    }

    private static async Task<double> ReadAsync(SourceInspection inspection)
    {
        var (watch, rows, vertices) = (Stopwatch.StartNew(), 0, 0L);
        await foreach (var row in SourceFiles.ReadAsync(inspection))
        {
            rows++;
            vertices += row.Geometry!.NumPoints;
        }

        return rows == Rows && vertices == Rows * 9L ? rows / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Not all rows were read.");
    }

    private static async Task<double> OgrAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var watch = Stopwatch.StartNew();
        await ChildProcess.RunAsync("ogr2ogr", arguments, environment);
        return Rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task WriteFileAsync(string folder, string file)
    {
        var source = Path.Combine(folder, "read.geojsonl");
        await using (var text = File.CreateText(source))
        {
            for (var i = 0; i < Rows; i++)
            {
                var (west, south) = (114 + (i % 500 * 0.001), 30 + (i / 500 * 0.001));
                var ring = Enumerable.Range(0, 9).Select(corner => string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{west + (0.0004 * Math.Cos(corner % 8 * Math.PI / 4)):0.00000000},{south + (0.0004 * Math.Sin(corner % 8 * Math.PI / 4)):0.00000000}]"));
                await text.WriteLineAsync(
                    $$$"""{"type":"Feature","properties":{"code":"{{{i:0000000}}}","name":"地块{{{i}}}","area":{{{i}}}.5},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring)}}}]]}}""");
            }
        }

        File.Delete(file);
        await ChildProcess.RunAsync("ogr2ogr", ["-f", "GPKG", file, source, "-a_srs", "EPSG:4490"]);
    }
}
