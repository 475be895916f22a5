using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LandRegistry.Benchmarks;

/// <summary>
/// <c>landregistry import</c> of points, the program's start included, into an empty register, against binary
/// COPY of the rows that it makes into a bare table and into one with the parcel table's indexes. The import also
/// checks every cell, finds every place, keeps the source's row, derives map shape, search words and counts.
/// </summary>
internal static class ImportBenchmark
{
    private const string Database = "benchmark_import";

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, int rounds, int asked)
    {
        var file = Path.Combine(register.DataFolder, "import.csv");
        var rowCount = (int)Math.Min(asked, await register.ReadAsync<long>("select count(*) from registry.parcel"));
        await WriteFileAsync(register, file, rowCount);
        var (imports, plain, indexed) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var connection = await register.NewEmptyRegisterAsync(Database);
            imports.Add(await ImportAsync(file, connection, rowCount));
            await using var source = NpgsqlDataSource.Create(connection);
            var (columns, rows) = await ReadRowsAsync(source);
            plain.Add(await CopyAsync(source, "including generated", columns, rows));
            indexed.Add(await CopyAsync(source, "including generated including indexes", columns, rows));
        }

        await register.DropRegisterAsync(Database);
        yield return Line(rowCount, "COPY into a bare table", imports, plain);
        yield return Line(rowCount, "COPY into a table with the same indexes", imports, indexed);
    }

    private static Finding Line(int rows, string yardstick, List<double> imports, List<double> copies) => new(
        FormattableString.Invariant($"import of {rows:#,0} rows against {yardstick}"),
        $"{Finding.Number(Comparison.Median(imports))} s",
        $"{Finding.Number(Comparison.Median(copies))} s",
        Finding.Number(Comparison.Median(copies.Zip(imports, (copy, import) => copy / import))),
        "",
        null);

    private static async Task WriteFileAsync(BenchmarkRegister register, string file, int count)
    {
        await using var connection = await register.Source.OpenConnectionAsync();
        using var rows = await connection.BeginTextExportAsync(
            $"""
            copy (
                select id as key, id % 4 + 1 as district, coalesce(name, code) as name, address, area_square_metres as area,
                       status_since as checked, round(st_x(location)::numeric, 7) as longitude, round(st_y(location)::numeric, 7) as latitude
                from registry.parcel order by id limit {count.ToString(CultureInfo.InvariantCulture)}
            ) to stdout (format csv, header)
            """);
        await using var text = File.CreateText(file);
        await text.WriteAsync(await rows.ReadToEndAsync());
    }

    private static async Task<double> ImportAsync(string file, string connection, int expected)
    {
        var watch = Stopwatch.StartNew();
        var output = await ChildProcess.RunAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "LandRegistry.Cli.dll"), "import", file, "--profile", Path.Combine(AppContext.BaseDirectory, "import-profile.json")],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["LANDREGISTRY_DATABASE"] = connection });
        var seconds = watch.Elapsed.TotalSeconds;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var count = source.CreateCommand("select count(*) from registry.parcel");
        return await count.ExecuteScalarAsync() is long found && found == expected ? seconds : throw new InvalidOperationException($"Not all rows were imported: {output}");
    }

    /// <summary>The imported rows as PostgreSQL's binary COPY has them, and the columns that are not computed by the table.</summary>
    private static async Task<(string Columns, byte[] Rows)> ReadRowsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns "
            + "where table_schema = 'registry' and table_name = 'parcel' and is_generated = 'NEVER'");
        var columns = (string)(await command.ExecuteScalarAsync())!;
        await using var connection = await source.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy (select {columns} from registry.parcel order by id) to stdout (format binary)");
        using var rows = new MemoryStream();
        await copy.CopyToAsync(rows);
        return (columns, rows.ToArray());
    }

    private static async Task<double> CopyAsync(NpgsqlDataSource source, string like, string columns, byte[] rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, "drop table if exists public.copied");
        await RunAsync(connection, $"create table public.copied (like registry.parcel {like})");
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy public.copied ({columns}) from stdin (format binary)"))
        {
            await copy.WriteAsync(rows);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
