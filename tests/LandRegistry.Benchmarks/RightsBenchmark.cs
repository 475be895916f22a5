namespace LandRegistry.Benchmarks;

/// <summary>
/// What rights cost: the same questions by a person with rights in every zone and by one limited to a single zone, against the owner, who
/// may do all and names the same zone where there is one, so that both sides answer the same parcels.
/// </summary>
internal static class RightsBenchmark
{
    private const double MostTimes = 1.3;
    private const int Requests = 20;

    private static int s_asked;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var zone = await register.ReadAsync<long>(
            "select zone_id from registry.parcel_count_cell group by zone_id order by sum(parcel_count) desc limit 1");
        var place = await register.ReadAsync<string>(
            "select format('%s/%s', cell_x >> 2, cell_y >> 2) from registry.parcel_count_cell where zone_id = " + zone + " group by 1 order by sum(parcel_count) desc limit 1");
        var coarse = await register.ReadAsync<string>(
            "select format('%s/%s', cell_x >> 6, cell_y >> 6) from registry.parcel_count_cell where zone_id = " + zone + " group by 1 order by sum(parcel_count) desc limit 1");
        (string Name, string Path)[] questions =
        [
            ("list by code", "/api/parcels?limit=100"), ("list by area, idle", "/api/parcels?limit=100&sort=-area&status=idle"), ("counts by status", "/api/parcels/summary?by=status"),
            ("counts by use", "/api/parcels/summary?by=use"), ("tile z14", $"/tiles/parcels/14/{place}"), ("tile z10", $"/tiles/parcels/10/{coarse}"),
        ];
        foreach (var (who, zones) in new (string, long[]?)[] { ("every zone", null), ("one zone", [zone]) })
        {
            using var person = await (await BenchmarkPerson.AddAsync(server, zones)).SignInAsync();
            foreach (var (name, path) in questions)
            {
                var same = zones is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}zone={zone}";
                var comparison = await Comparison.MeasureAsync(rounds, _ => RateAsync(person, path), _ => RateAsync(server.Http, same));
                yield return new(
                    $"rights in {who}: {name}", $"{Finding.Number(1000 / comparison.Ours)} ms", $"{Finding.Number(1000 / comparison.Theirs)} ms",
                    Finding.Number(1 / comparison.Ratio), $"<= {Finding.Number(MostTimes)}", 1 / comparison.Ratio <= MostTimes);
            }
        }
    }

    private static async Task<double> RateAsync(HttpClient client, string path)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < Requests; i++)
        {
            // A range of areas that is never twice the same: the tile is cut anew each time, whoever asks.
            var varied = path.StartsWith("/tiles", StringComparison.Ordinal)
                ? FormattableString.Invariant($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}maxArea={1_000_000_000 + s_asked++}") : path;
            using var answer = await client.GetAsync(new Uri(varied, UriKind.Relative));
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }

        return Requests / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
