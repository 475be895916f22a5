using System.Text.Json.Nodes;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Lists and summaries as of a year ago (the demo register is of 21 November 2026) against those of now, both over HTTP,
/// one connection: at most three times as slow. The page of a past day must not be empty, and its counts must be those of the parcels.
/// </summary>
internal static class AsOfBenchmark
{
    private const double AtLeast = 1.0 / 3;
    private const int Seconds = 1;
    private const string Day = "asOf=2025-11-21";

    private static readonly string[] Summaries =
        ["by=status", "by=zone", "by=status&status=idle&onHold=false", "by=use", "by=status&minArea=5000&maxArea=6000"];

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        await CheckCountsAsync(server);
        foreach (var list in await ListCase.AllAsync(register))
        {
            var past = (await PageAsync(server, $"{list.Url}&{Day}"))["items"]!.AsArray().Count;
            yield return await CompareAsync($"list as of a year ago ({past} rows): {list.Name}, by {list.Sort}", server, rounds, list.Url);
        }

        foreach (var summary in Summaries)
        {
            yield return await CompareAsync($"summary as of a year ago: {summary}", server, rounds, $"/api/parcels/summary?{summary}");
        }
    }

    private static async Task<Finding> CompareAsync(string name, ServerUnderTest server, int rounds, string url) => Finding.OfRates(
        name, await Comparison.MeasureAsync(rounds, _ => RateAsync(server, $"{url}&{Day}"), _ => RateAsync(server, url)), AtLeast);

    private static Task<double> RateAsync(ServerUnderTest server, string url) =>
        Wrk.RateAsync(new Uri(server.Address, url), connections: 1, Seconds, $"Cookie: {server.Cookie}");

    private static async Task CheckCountsAsync(ServerUnderTest server)
    {
        var kept = (await PageAsync(server, $"/api/parcels/summary?by=status&{Day}"))["total"]!;
        var counted = (await PageAsync(server, $"/api/parcels/summary?by=use&{Day}"))["total"]!;
        if ((long)kept["count"]! == 0 || !JsonNode.DeepEquals(kept, counted))
        {
            throw new InvalidOperationException($"Counts as of the day: {kept} kept, {counted} counted.");
        }
    }

    private static async Task<JsonNode> PageAsync(ServerUnderTest server, string url) =>
        JsonNode.Parse(await server.Http.GetStringAsync(new Uri(url, UriKind.Relative)))!;
}
