using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Pages of 50 over HTTP (wrk, one connection) against the same SQL in pgbench (one client, simple protocol: filters
/// vary, so that the database plans each anew on both sides), and the last page against the first.
/// </summary>
internal static class ListBenchmark
{
    private const double AtLeast = 0.3;
    private const double LastByFirst = 1.5;
    private const int Seconds = 1;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var cases = await ListCase.AllAsync(register);
        var script = Path.Combine(register.DataFolder, "list.sql");
        foreach (var list in cases)
        {
            var sql = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sql", "list.sql")))
                .Replace("{filter}", list.Filter, StringComparison.Ordinal).Replace("{order}", list.Order, StringComparison.Ordinal);
            await File.WriteAllTextAsync(script, sql);
            await CheckContentAsync(register, server, list, sql);
            var comparison = await Comparison.MeasureAsync(
                rounds,
                _ => RateAsync(server, list.Url),
                _ => PgBench.RateAsync(register, script, "simple", FormattableString.Invariant($"--time={Seconds}")));
            yield return Finding.OfRates($"list: {list.Name}, by {list.Sort}", comparison, AtLeast);
        }

        foreach (var list in cases.Where(list => list.Name is "all" or "status" or "zone" or "area range" or "not on hold, by status"))
        {
            var last = await LastPageAsync(server, list);
            var comparison = await Comparison.MeasureAsync(rounds, _ => RateAsync(server, last), _ => RateAsync(server, list.Url));
            yield return Finding.OfRates($"last page against first: {list.Name}, by {list.Sort}", comparison, 1 / LastByFirst);
        }
    }

    private static Task<double> RateAsync(ServerUnderTest server, string url) =>
        Wrk.RateAsync(new Uri(server.Address, url), connections: 1, Seconds, $"Cookie: {server.Cookie}");

    private static async Task CheckContentAsync(BenchmarkRegister register, ServerUnderTest server, ListCase list, string sql)
    {
        var page = await PageAsync(server, list.Url);
        var ours = page["items"]!.AsArray().Select(item => (long)item!["id"]!);
        await using var command = register.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var theirs = new List<long>();
        while (await reader.ReadAsync())
        {
            theirs.Add(reader.GetInt64(0));
        }

        if (theirs.Count < 10 || !ours.SequenceEqual(theirs.Take(50)))
        {
            throw new InvalidOperationException($"{list.Name}: the server's page and the yardstick's {theirs.Count} rows are not the same parcels.");
        }
    }

    /// <summary>The page of the last 50: the list turned round tells where it begins, and its cursor is turned round again.</summary>
    private static async Task<string> LastPageAsync(ServerUnderTest server, ListCase list)
    {
        var fromTheEnd = await PageAsync(server, list.Reversed().Url.Replace("limit=50", "limit=51", StringComparison.Ordinal));
        var cursor = JsonNode.Parse(Base64Url.DecodeFromChars((string)fromTheEnd["nextCursor"]!))!;
        cursor["Sort"] = list.Sort;
        var url = $"{list.Url}&cursor={Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor))}";
        var page = await PageAsync(server, url);
        return page["nextCursor"] is null && page["items"]!.AsArray().Count == 50
            ? url
            : throw new InvalidOperationException($"{list.Name}: this is not the last page.");
    }

    private static async Task<JsonNode> PageAsync(ServerUnderTest server, string url) =>
        JsonNode.Parse(await server.Http.GetStringAsync(new Uri(url, UriKind.Relative)))!;
}
