using System.Diagnostics;

namespace LandRegistry.Benchmarks;

/// <summary>What a filter costs the server: the counts of every choice and the first page, asked at once as the screen does.</summary>
internal static class FilterBenchmark
{
    private const double MostMilliseconds = 350;
    private const int Requests = 5;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var name = await register.ReadAsync<string>("select name from registry.enterprise where name ~ '^[一-鿿]{3}' and ended_on is null order by id limit 1");
        var sound = await register.ReadAsync<string>("select initials from registry.search_word where length(word) between 4 and 8 order by word limit 1");
        (string Name, string Filter, double? Most)[] filters =
        [
            ("status", "status=idle", MostMilliseconds),
            ("status of most parcels", "status=in_use", MostMilliseconds),
            ("land use", "use=0601", MostMilliseconds),
            ("two statuses and a range of areas", "status=idle&status=ready&minArea=5000&maxArea=20000", null),
            ("officer", "officer=承办人7", null),
            ("overdue", "due=overdue", MostMilliseconds),
            ("due within 30 days", "due=month", MostMilliseconds),
            ("ready", "readiness=ready", MostMilliseconds),
            ("reserved and blocked", "status=reserved&readiness=blocked", MostMilliseconds),
            ("reserved, blocked by the soil survey", "status=reserved&blocker=soil-survey", MostMilliseconds),
            ("words of three letters", $"q={Uri.EscapeDataString(name[..3])}", MostMilliseconds),
            ("words of two letters", $"q={Uri.EscapeDataString(name[..2])}", null),
            ($"initials {sound}", $"q={sound}", null),
        ];
        foreach (var (what, filter, most) in filters)
        {
            var milliseconds = new List<double>();
            for (var i = 0; i < Requests * rounds; i++)
            {
                milliseconds.Add(await ScreenAsync(server, filter));
            }

            var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
            yield return new(
                $"filter: {what}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                most is { } target ? $"< {Finding.Number(target)} ms" : "", most is { } limit ? slow < limit : null);
        }
    }

    private static async Task<double> ScreenAsync(ServerUnderTest server, string filter)
    {
        string[] paths = [$"/api/parcels?limit=100&{filter}", $"/api/parcels/choices?{filter}"];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(paths.Select(async path =>
        {
            using var answer = await server.Http.GetAsync(new Uri(path, UriKind.Relative));
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
