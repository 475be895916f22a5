using System.Diagnostics;
using System.IO.Compression;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Uncached tiles over HTTP, one connection, no tile twice, against the best SQL for the same tile in pgbench (one
/// client, prepared). The server also stamps, filters, gzips and answers over HTTP; pgbench reads the bytes as hexadecimal text.
/// </summary>
internal static class TileBenchmark
{
    private const double AtLeast = 0.8;
    private const int MostBytesFromFar = 60_000;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        foreach (var (zoom, perRound, dense) in new[] { (14, 60, true), (16, 300, true), (14, 300, false), (16, 600, false) })
        {
            var grid = await TileGrid.OfAsync(register, zoom, dense);
            var tiles = Math.Min(perRound, dense ? grid.Count : grid.Count / (rounds + 1));
            await CheckContentAsync(register, server, grid);
            var comparison = await CompareAsync(register, server, grid, rounds, tiles, dense);
            var ground = dense ? "parcels of 60 m" : "demo county";
            yield return Finding.OfRates($"tile z{zoom}, {ground}, uncached, {tiles} tiles a round", comparison, AtLeast, "tiles/s");
        }

        await foreach (var finding in FromFarAsync(register, server, rounds))
        {
            yield return finding;
        }
    }

    private static Task<Comparison> CompareAsync(BenchmarkRegister register, ServerUnderTest server, TileGrid grid, int rounds, int tiles, bool again = false) =>
        Comparison.MeasureAsync(
            rounds,
            async round =>
            {
                if (again)
                {
                    // The field is too small for new tiles in every round: what was cached is made stale instead.
                    await register.ExecuteAsync("update registry.map_cell set stamp = stamp + 1");
                }

                var watch = Stopwatch.StartNew();
                for (var i = 0; i < tiles; i++)
                {
                    using var answer = await server.Http.GetAsync(new Uri(grid.UrlAt((round * tiles) + i), UriKind.Relative));
                    answer.EnsureSuccessStatusCode();
                }

                return tiles / watch.Elapsed.TotalSeconds;
            },
            round => PgBench.RateAsync(
                register, Path.Combine(AppContext.BaseDirectory, "Sql", "tile.sql"), "prepared",
                FormattableString.Invariant($"--transactions={tiles}"), grid.Variables(round * tiles)));

    private static async IAsyncEnumerable<Finding> FromFarAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var grid = await TileGrid.OfAsync(register, 12);
        var (sizes, times) = (new List<double>(), new List<double>());
        for (var place = 0; place < grid.Count; place++)
        {
            // A filter that no other request had, so that no cache answers.
            var watch = Stopwatch.StartNew();
            var tile = await server.Http.GetByteArrayAsync(new Uri($"{grid.UrlAt(place)}?onHold=false", UriKind.Relative));
            times.Add(watch.Elapsed.TotalMilliseconds);
            sizes.Add(Unzipped(tile).Length);
        }

        yield return new(
            "tile z12 from counts, largest, before gzip", $"{Finding.Number(sizes.Max() / 1000)} kB", "", "", "< 60 kB", sizes.Max() < MostBytesFromFar);
        yield return new("tile z12 from counts, uncached, median time", $"{Finding.Number(Comparison.Median(times))} ms", "", "", "", null);
        var tiles = Math.Max(1, grid.Count / (rounds + 1));
        yield return Finding.OfRates(
            FormattableString.Invariant($"tile z12 from counts against all its parcels, {tiles} tiles a round"),
            await CompareAsync(register, server, grid, rounds, tiles), atLeast: null, "tiles/s");
    }

    /// <summary>The tiles compared must be the same: as many bytes, but for the order of rows.</summary>
    private static async Task CheckContentAsync(BenchmarkRegister register, ServerUnderTest server, TileGrid grid)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sql", "tile.sql"));
        var sql = script[script.IndexOf("select", StringComparison.Ordinal)..].Replace(":z", "$1", StringComparison.Ordinal)
            .Replace(":x", "$2", StringComparison.Ordinal).Replace(":y", "$3", StringComparison.Ordinal);
        var bytes = 0L;
        for (var place = grid.Count - 1; place > grid.Count - 6; place--)
        {
            var (column, row) = grid.At(place);
            var theirs = await register.ReadAsync<byte[]>(sql, grid.Zoom, column, row);
            var ours = Unzipped(await server.Http.GetByteArrayAsync(new Uri(grid.UrlAt(place), UriKind.Relative)));
            bytes += theirs.Length;
            if (Math.Abs(ours.Length - theirs.Length) > theirs.Length / 50)
            {
                throw new InvalidOperationException($"{grid.UrlAt(place)}: {ours.Length} bytes from the server, {theirs.Length} from the yardstick.");
            }
        }

        if (bytes == 0)
        {
            throw new InvalidOperationException($"The tiles compared at zoom {grid.Zoom} are empty.");
        }
    }

    private static byte[] Unzipped(byte[] zipped)
    {
        using var plain = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        zip.CopyTo(plain);
        return plain.ToArray();
    }
}
