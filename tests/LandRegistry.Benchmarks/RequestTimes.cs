using System.Diagnostics;

namespace LandRegistry.Benchmarks;

/// <summary>How long requests take, one after another.</summary>
internal static class RequestTimes
{
    /// <summary>Milliseconds of each of so many requests until its body was read.</summary>
    public static async Task<List<double>> MillisecondsAsync(this ServerUnderTest server, string url, int requests)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await server.Http.GetAsync(new Uri(url, UriKind.Relative));
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }
}
