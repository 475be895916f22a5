using System.Diagnostics;

namespace LandRegistry.Benchmarks;

/// <summary>The list of the day over HTTP, one request after another: first page with its counts, a person's, a zone's, a later page.</summary>
internal static class TodayBenchmark
{
    private const double MostMilliseconds = 200;
    private const int Requests = 20;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        if (!await register.ReadAsync<bool>("select exists (select from registry.land_case)"))
        {
            await using var connection = await register.Source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sql", "today.sql"));
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            await register.ExecuteAsync("vacuum analyze");
        }

        var zone = await register.ReadAsync<long>("select zone_id from registry.parcel where ended_on is null group by zone_id order by count(*) desc limit 1");
        var first = await server.Http.GetFromJsonTextAsync("/api/today");
        (string Name, string Url)[] cases =
        [
            ("first page", "/api/today"), ("within 90 days", "/api/today?within=90"), ("of a person", "/api/today?person=承办人7"),
            ("of a zone", FormattableString.Invariant($"/api/today?zone={zone}")), ("second page", "/api/today?cursor=" + first),
        ];
        foreach (var (name, url) in cases)
        {
            var milliseconds = new List<double>();
            for (var i = 0; i < Requests * rounds; i++)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await server.Http.GetAsync(new Uri(url, UriKind.Relative));
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            var slow = milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));
            yield return new(
                $"today: {name}", $"{Finding.Number(Comparison.Median(milliseconds))} ms", "", $"{Finding.Number(slow)} ms of 95 %",
                $"< {Finding.Number(MostMilliseconds)} ms", slow < MostMilliseconds);
        }
    }

    private static async Task<string> GetFromJsonTextAsync(this HttpClient http, string url)
    {
        using var page = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(new Uri(url, UriKind.Relative)));
        return page.RootElement.GetProperty("nextCursor").GetString() ?? throw new InvalidOperationException("The list of the day has one page only.");
    }
}
