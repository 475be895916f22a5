using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LandRegistry.Benchmarks;

/// <summary>2,000 neighbouring parcels marked in one step over HTTP, as the screen does it: preview, step, and the undo that puts all back.</summary>
internal static class MarksBenchmark
{
    private const int Parcels = 2000;
    private const double MostMilliseconds = 3000;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var ids = await register.ReadAsync<long[]>(
            $"""
            select array_agg(id) from (
                select p.id from registry.parcel p
                where p.status = 'in_use' and p.ended_on is null
                  and not exists (select from registry.land_case c where c.parcel_id = p.id and c.closed_on is null and not c.withdrawn)
                order by p.id limit {Parcels}) s
            """);
        (string Name, object Body)[] steps =
        [
            ("status", new { parcels = ids, status = new { to = "suspected" }, reason = "benchmark", refused = "stop" }),
            ("hold, officer and note", new { parcels = ids, hold = new { }, officer = new { name = "承办人7" }, note = "benchmark", reason = "benchmark", refused = "stop" }),
        ];
        foreach (var (name, body) in steps)
        {
            var (previews, marks, undos) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                var (previewed, etag, _) = await PostAsync(server, "/api/parcels/marks/preview", body, null);
                var (marked, _, result) = await PostAsync(server, "/api/parcels/marks", body, etag);
                if ((int)result["marked"]! != ids.Length)
                {
                    throw new InvalidOperationException($"{result} is not {ids.Length} parcels marked.");
                }

                var (undone, _, _) = await PostAsync(server, $"/api/changes/{result["changeId"]}/undo", new { reason = "benchmark" }, null);
                previews.Add(previewed);
                marks.Add(marked);
                undos.Add(undone);
            }

            yield return Of($"marks: {name}, {ids.Length} parcels, preview", previews, MostMilliseconds);
            yield return Of($"marks: {name}, {ids.Length} parcels, the step", marks, MostMilliseconds);
            yield return Of($"marks: {name}, {ids.Length} parcels, its undo", undos, null);
        }
    }

    private static async Task<(double Milliseconds, string? ETag, JsonNode Body)> PostAsync(ServerUnderTest server, string path, object body, string? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (seen is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        }

        var started = Stopwatch.GetTimestamp();
        using var answer = await server.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.IsSuccessStatusCode
            ? (took, answer.Headers.ETag?.Tag, JsonNode.Parse(text)!)
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode}: {text}");
    }

    private static Finding Of(string name, List<double> milliseconds, double? most)
    {
        var slowest = milliseconds.Max();
        return new(
            name, $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slowest)} ms at most",
            most is { } target ? $"< {Finding.Number(target)} ms" : "", most is { } limit ? slowest < limit : null);
    }
}
