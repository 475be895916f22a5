using System.Diagnostics;
using Npgsql;

namespace LandRegistry.Benchmarks;

/// <summary>
/// <c>landregistry import</c> of the polygons of a GeoPackage, the program's start included: the dry run with every check, and the whole
/// import into an empty register, both against <c>ogr2ogr</c> with COPY of the same file without any check, in turns.
/// </summary>
internal static class PolygonImportBenchmark
{
    private const string Database = "benchmark_polygons";
    private const double MostMegabytes = 500;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, int rounds, int rows)
    {
        var file = await PolygonFile.WriteAsync(register.DataFolder, rows);
        var (checks, imports, peers, memory) = (new List<double>(), new List<double>(), new List<double>(), 0d);
        for (var round = 0; round < rounds; round++)
        {
            var connection = await register.NewEmptyRegisterAsync(Database);
            await AddZoneAsync(connection);
            peers.Add(await OgrAsync(file, register));
            var check = await ImportAsync(file, connection, ["--dry-run"], 0);
            var import = await ImportAsync(file, connection, [], rows);
            checks.Add(check.Seconds);
            imports.Add(import.Seconds);
            memory = Math.Max(memory, Math.Max(check.Megabytes, import.Megabytes));
        }

        await register.DropRegisterAsync(Database);
        await register.ExecuteAsync("drop table if exists public.polygon_peer");
        var peer = Comparison.Median(peers);
        var ratio = Comparison.Median(peers.Zip(checks, (theirs, ours) => theirs / ours));
        yield return new(
            FormattableString.Invariant($"checks of {rows:#,0} polygons against ogr2ogr with COPY"), $"{Finding.Number(Comparison.Median(checks))} s", $"{Finding.Number(peer)} s",
            Finding.Number(ratio), ">= 1", ratio >= 1);
        var whole = Comparison.Median(imports);
        yield return new(
            FormattableString.Invariant($"import of {rows:#,0} polygons against ogr2ogr with COPY"), $"{Finding.Number(whole)} s", $"{Finding.Number(peer)} s",
            Finding.Number(Comparison.Median(peers.Zip(imports, (theirs, ours) => theirs / ours))), "1,000,000 in < 240 s", whole / rows * 1e6 < 240);
        yield return new("memory of the importing program", $"{Finding.Number(memory)} MB", "", "", $"< {MostMegabytes:0} MB", memory < MostMegabytes);
    }

    /// <summary>The zone that all parcels lie in.</summary>
    private static async Task AddZoneAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            "select registry.begin_change('benchmark', 'benchmark', null, now()); insert into registry.zone (code, name_zh, name_en, kind, extent, change_id) values ('BENCH', '基准测试', 'Benchmark', 'county', st_multi(st_makeenvelope(113, 29, 116, 33, 4490)), 0)");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(double Seconds, double Megabytes)> ImportAsync(string file, string connection, string[] more, int expected)
    {
        var watch = Stopwatch.StartNew();
        var (output, megabytes) = await ChildProcess.MeasureAsync(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "LandRegistry.Cli.dll"), "import", file, .. more],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["LANDREGISTRY_DATABASE"] = connection });
        var seconds = watch.Elapsed.TotalSeconds;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var count = source.CreateCommand("select count(*) from registry.parcel");
        return await count.ExecuteScalarAsync() is long found && found == expected ? (seconds, megabytes) : throw new InvalidOperationException($"Not all rows were imported: {output}");
    }

    private static async Task<double> OgrAsync(string file, BenchmarkRegister register)
    {
        var watch = Stopwatch.StartNew();
        await ChildProcess.RunAsync(
            "ogr2ogr", ["-f", "PostgreSQL", "PG:", file, "-nln", "public.polygon_peer", "-overwrite", "--config", "PG_USE_COPY", "YES"], register.Environment);
        return watch.Elapsed.TotalSeconds;
    }
}
