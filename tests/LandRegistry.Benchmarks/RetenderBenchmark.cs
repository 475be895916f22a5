namespace LandRegistry.Benchmarks;

/// <summary>The re-tender list over HTTP, one request after another: pages of its parts, totals by group, a scenario.</summary>
internal static class RetenderBenchmark
{
    private const double MostMilliseconds = 300;
    private const int Requests = 20;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var zone = await register.ReadAsync<long>("select zone_id from registry.parcel where ended_on is null group by zone_id order by count(*) desc limit 1");
        (string Name, string Url)[] cases =
        [
            ("ready", "/api/retender?section=ready"), ("ready, largest first", "/api/retender?section=ready&sort=-area"), ("blocked by infrastructure", "/api/retender?section=blocked&blocker=site-conditions"),
            ("scenario", "/api/retender?section=ready&settled=site-conditions&settled=soil-survey"), ("of a zone", FormattableString.Invariant($"/api/retender?section=ready&zone={zone}")),
            ("totals by zone", "/api/retender/totals?section=ready&group=zone"), ("totals by blocker", "/api/retender/totals?section=blocked&group=blocker"),
        ];
        foreach (var (name, url) in cases)
        {
            var milliseconds = await server.MillisecondsAsync(url, Requests * rounds);
            var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
            yield return new(
                $"retender: {name}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                $"< {Finding.Number(MostMilliseconds)} ms", slow < MostMilliseconds);
        }
    }
}
