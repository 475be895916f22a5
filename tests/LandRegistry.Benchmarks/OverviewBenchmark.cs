namespace LandRegistry.Benchmarks;

/// <summary>The overview over HTTP, one request after another: now, as of past days, of a zone.</summary>
internal static class OverviewBenchmark
{
    private const double MostMilliseconds = 500;
    private const int Requests = 10;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var zone = await register.ReadAsync<long>("select zone_id from registry.parcel where ended_on is null group by zone_id order by count(*) desc limit 1");
        var past = await register.ReadAsync<DateOnly>("select current_date - 400");
        (string Name, string Url)[] cases =
        [
            ("now", "/api/overview"), ("400 days ago", FormattableString.Invariant($"/api/overview?asOf={past:yyyy-MM-dd}")), ("of a zone", FormattableString.Invariant($"/api/overview?zone={zone}")),
        ];
        foreach (var (name, url) in cases)
        {
            var milliseconds = await server.MillisecondsAsync(url, Requests * rounds);
            var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
            yield return new(
                $"overview: {name}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                $"< {Finding.Number(MostMilliseconds)} ms", slow < MostMilliseconds);
        }
    }
}
