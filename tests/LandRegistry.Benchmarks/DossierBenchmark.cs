namespace LandRegistry.Benchmarks;

/// <summary>Dossiers over HTTP, one after another: a parcel and a shortlist of ten, printed to PDF and written as a Word document.</summary>
internal static class DossierBenchmark
{
    private const double MostMilliseconds = 3_000;
    private const int Shortlist = 10;
    private const int Requests = 4;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        // Spread over the register, so that no two requests read the same pages of it.
        var ids = await register.ReadAsync<long[]>(
            FormattableString.Invariant($"select array(select id from registry.parcel where ended_on is null and status = 'ready' and boundary is not null order by md5(id::text) limit {Requests * Shortlist})"));
        var shortlists = ids.Chunk(Shortlist).Select(chunk => string.Join('&', chunk.Select(id => FormattableString.Invariant($"parcel={id}")))).ToList();
        foreach (var format in new[] { "pdf", "docx" })
        {
            (string Name, string[] Urls)[] cases =
            [
                ("a parcel", [.. ids.Take(Requests).Select(id => FormattableString.Invariant($"/api/dossiers?parcel={id}&format={format}"))]),
                (FormattableString.Invariant($"a shortlist of {Shortlist}"), [.. shortlists.Select(parcels => $"/api/dossiers?{parcels}&format={format}")]),
            ];
            foreach (var (name, urls) in cases)
            {
                var milliseconds = new List<double>();
                foreach (var url in urls)
                {
                    milliseconds.AddRange(await server.MillisecondsAsync(url, rounds));
                }

                var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
                yield return new(
                    $"dossier: {name}, {format}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                    $"< {Finding.Number(MostMilliseconds)} ms", slow < MostMilliseconds);
            }
        }
    }
}
