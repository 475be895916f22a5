using System.Diagnostics;
using LandRegistry.Server.Imports.Reading;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Reading the polygons of a GeoPackage through the import's reader, every row handed out with its cells and its shape, against
/// <c>ogr2ogr</c> with COPY of the same file into the same database, and against <c>ogr2ogr</c> writing it as CSV.
/// </summary>
internal static class ReadBenchmark
{
    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, int rounds, int rows)
    {
        var file = await PolygonFile.WriteAsync(register.DataFolder, rows);
        var inspection = await SourceFiles.InspectAsync(file);
        string[] copy = ["-f", "PostgreSQL", "PG:", file, "-nln", "public.read_peer", "-overwrite", "--config", "PG_USE_COPY", "YES", "-lco", "SPATIAL_INDEX=NONE"];
        var csvFile = Path.Combine(register.DataFolder, "read_peer.csv");
        string[] csv = ["-f", "CSV", csvFile, file, "-lco", "GEOMETRY=AS_WKT"];
        yield return Finding.OfRates(
            FormattableString.Invariant($"reading {rows:#,0} polygons against ogr2ogr with COPY"),
            await Comparison.MeasureAsync(rounds, _ => ReadAsync(inspection, rows), _ => OgrAsync(copy, register.Environment, rows)), 1);
        yield return Finding.OfRates(
            FormattableString.Invariant($"reading {rows:#,0} polygons against ogr2ogr to CSV"),
            await Comparison.MeasureAsync(rounds, _ => ReadAsync(inspection, rows), _ => CsvAsync()), null);
        await register.ExecuteAsync("drop table if exists public.read_peer");

        // The driver writes over no file.
        async Task<double> CsvAsync()
        {
            try
            {
                return await OgrAsync(csv, register.Environment, rows);
            }
            finally
            {
                File.Delete(csvFile);
            }
        }
    }

    private static async Task<double> ReadAsync(SourceInspection inspection, int expected)
    {
        var (watch, rows, vertices) = (Stopwatch.StartNew(), 0, 0L);
        await foreach (var row in SourceFiles.ReadAsync(inspection))
        {
            rows++;
            vertices += row.Geometry!.NumPoints;
        }

        return rows == expected && vertices == expected * 9L ? rows / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Not all rows were read.");
    }

    private static async Task<double> OgrAsync(string[] arguments, IReadOnlyDictionary<string, string> environment, int rows)
    {
        var watch = Stopwatch.StartNew();
        await ChildProcess.RunAsync("ogr2ogr", arguments, environment);
        return rows / watch.Elapsed.TotalSeconds;
    }
}
