using System.Diagnostics;
using Npgsql;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Exports of every surveyed parcel over HTTP against <c>ogr2ogr</c> with the same columns from the same database, in turns. The
/// yardstick reads the table by itself; ours goes through the filter, in the order of the list. What is written is counted.
/// </summary>
internal static class ExportBenchmark
{
    private const string Columns = "column=code&column=name&column=address&column=status&column=since&column=useCode&column=area&column=officer&column=source&column=remarks";

    private const string Sql =
        "select id, code, name, address, status, status_since, land_use_code, area_square_metres, officer, source, remarks, boundary from registry.parcel where ended_on is null and boundary is not null";

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var parcels = await register.ReadAsync<long>("select count(*) from registry.parcel where ended_on is null");
        foreach (var (format, driver, ending, atLeast) in new (string, string, string, double?)[]
        {
            ("geojson", "GeoJSON", "geojson", 5), ("gpkg", "GPKG", "gpkg", null), ("shp", "ESRI Shapefile", "shp", null),
        })
        {
            var compared = await Comparison.MeasureAsync(
                rounds, _ => OursAsync(server, format, parcels), _ => TheirsAsync(register, driver, ending, parcels));
            yield return Finding.OfRates(FormattableString.Invariant($"export of {parcels:#,0} parcels as {format} against ogr2ogr"), compared, atLeast, "parcels/s");
        }

        foreach (var format in new[] { "xlsx", "csv", "kml", "txt" })
        {
            var rates = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                rates.Add(await OursAsync(server, format, parcels));
            }

            var seconds = 200_000 / Comparison.Median(rates);
            yield return new(
                $"export as {format}, seconds for 200,000 parcels", $"{Finding.Number(seconds)} s", "", "", format == "xlsx" ? "< 20 s" : "", format == "xlsx" ? seconds < 20 : null);
        }

        yield return new("server's memory after the exports", $"{Finding.Number(server.MemoryMegabytes.Highest)} MB", "", "", "", null);
    }

    private static async Task<double> OursAsync(ServerUnderTest server, string format, long parcels)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await server.Http.GetAsync(new Uri($"/api/exports/parcels?format={format}&{(format == "txt" ? "" : Columns)}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var content = await answer.Content.ReadAsStreamAsync();
        var (buffer, bytes, read) = (new byte[1 << 16], 0L, 0);
        while ((read = await content.ReadAsync(buffer)) > 0)
        {
            bytes += read;
        }

        return bytes > parcels * 20 ? parcels / watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{format}: only {bytes} bytes came.");
    }

    private static async Task<double> TheirsAsync(BenchmarkRegister register, string driver, string ending, long parcels)
    {
        var folder = Directory.CreateTempSubdirectory("landregistry-ogr-").FullName;
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(register.ConnectionString);
            var watch = Stopwatch.StartNew();
            await ChildProcess.RunAsync(
                "ogr2ogr",
                [
                    "-f", driver, Path.Combine(folder, "theirs." + ending),
                    $"PG:host={connection.Host} port={connection.Port} user={connection.Username} password={connection.Password} dbname={connection.Database}",
                    "-sql", Sql, .. driver == "GeoJSON" ? new[] { "-lco", "RFC7946=YES" } : [], .. driver == "ESRI Shapefile" ? new[] { "-lco", "ENCODING=UTF-8" } : [],
                ]);
            return parcels / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
