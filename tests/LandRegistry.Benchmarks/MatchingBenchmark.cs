namespace LandRegistry.Benchmarks;

/// <summary>Matching over HTTP, one request after another: each of some projects against all land that may be had, and projects for a parcel.</summary>
internal static class MatchingBenchmark
{
    private const double MostMilliseconds = 500;
    private const int Projects = 20;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var offered = await register.ReadAsync<long>("select count(*) from registry.parcel where ended_on is null and not on_hold and status in ('reserved', 'ready')");
        var ready = await register.ReadAsync<long>("select count(*) from registry.parcel where ended_on is null and not on_hold and status = 'ready'");
        // The widest ranges of areas, so that the most land is judged.
        var ids = await register.ReadAsync<long[]>(
            FormattableString.Invariant($"select array(select id from registry.project where takes_land and stage in ('lead', 'talks', 'intention', 'contracted') order by area_max_square_metres - area_min_square_metres desc, id limit {Projects})"));
        var parcel = await register.ReadAsync<long>("select min(id) from registry.parcel where ended_on is null and not on_hold and status = 'ready'");
        (string Name, string[] Urls)[] cases =
        [
            (FormattableString.Invariant($"a project, {ready} ready parcels"), [.. ids.Select(id => FormattableString.Invariant($"/api/projects/{id}/matches?most=0"))]),
            (FormattableString.Invariant($"a project, {offered} ready or nearly so"), [.. ids.Select(id => FormattableString.Invariant($"/api/projects/{id}/matches?most=2"))]),
            ("projects for a parcel", [FormattableString.Invariant($"/api/parcels/{parcel}/projects")]),
        ];
        foreach (var (name, urls) in cases)
        {
            var milliseconds = new List<double>();
            foreach (var url in urls)
            {
                milliseconds.AddRange(await server.MillisecondsAsync(url, urls.Length == 1 ? Projects * rounds : rounds));
            }

            var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
            yield return new(
                $"matching: {name}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                $"< {Finding.Number(MostMilliseconds)} ms", slow < MostMilliseconds);
        }
    }
}
