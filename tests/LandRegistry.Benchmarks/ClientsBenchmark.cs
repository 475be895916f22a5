using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace LandRegistry.Benchmarks;

/// <summary>Many signed-in clients with live events: how long a mark takes from its sending until all of them were told, and the server's memory with them.</summary>
internal static class ClientsBenchmark
{
    private const int Clients = 200;
    private const int MarksInRound = 10;
    private const double MostMilliseconds = 1000;
    private const double MostMegabytes = 600;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var person = await BenchmarkPerson.AddAsync(server, null);
        var parcel = await register.ReadAsync<long>("select min(id) from registry.parcel where ended_on is null and status = 'in_use'");
        using var stop = new CancellationTokenSource();
        var listeners = new List<Listener>();
        for (var i = 0; i < Clients; i++)
        {
            listeners.Add(await Listener.StartAsync(await person.SignInAsync(), parcel, stop.Token));
        }

        var all = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            for (var mark = 0; mark < MarksInRound; mark++)
            {
                var milliseconds = await MarkAsync(server, parcel, listeners);
                if (round > 0)
                {
                    all.Add(milliseconds);
                }
            }
        }

        await stop.CancelAsync();
        listeners.ForEach(listener => listener.Dispose());
        yield return new(
            $"a mark until all of {Clients} clients were told", $"{Finding.Number(Comparison.Median(all))} ms median", "", $"{Finding.Number(all.Max())} ms at most",
            $"< {Finding.Number(MostMilliseconds)} ms", all.Max() < MostMilliseconds);
        var (now, highest) = server.MemoryMegabytes;
        yield return new(
            $"memory of the server with {Clients} clients", $"{Finding.Number(now)} MB", "", $"{Finding.Number(highest)} MB at most", $"< {Finding.Number(MostMegabytes)} MB", highest < MostMegabytes);
    }

    /// <summary>Puts the parcel on hold, or releases it, and waits until the last client has heard of it.</summary>
    private static async Task<double> MarkAsync(ServerUnderTest server, long parcel, List<Listener> listeners)
    {
        var seen = await server.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/parcels/{parcel}", UriKind.Relative));
        var command = seen.GetProperty("onHold").GetBoolean() ? "release" : "hold";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/parcels/{parcel}/{command}") { Content = JsonContent.Create(new { reason = "benchmark" }) };
        request.Headers.IfMatch.Add(new($"\"p{parcel}-v{seen.GetProperty("version").GetInt32()}\""));
        var told = listeners.Select(listener => listener.NextAsync()).ToList();
        var started = Stopwatch.GetTimestamp();
        using var answer = await server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await Task.WhenAll(told);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>A client's stream of events.</summary>
    private sealed class Listener : IDisposable
    {
        private const string Data = "data: ";
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly HttpClient _http;
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Listener(HttpClient http) => _http = http;

        /// <summary>Opens the stream; returns when it is live.</summary>
        public static async Task<Listener> StartAsync(HttpClient http, long parcel, CancellationToken stop)
        {
            var listener = new Listener(http);
            var lines = new StreamReader(await http.GetStreamAsync(new Uri("/api/events", UriKind.Relative), stop));
            while (await lines.ReadLineAsync(stop) is { } line && line != "event: ready")
            {
            }

            _ = listener.ListenAsync(lines, parcel, stop);
            return listener;
        }

        /// <summary>Ends when the client is told of the parcel the next time.</summary>
        public Task NextAsync()
        {
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task.WaitAsync(Patience);
        }

        public void Dispose() => _http.Dispose();

        private static bool IsOf(string line, long parcel) =>
            line.StartsWith(Data, StringComparison.Ordinal) && JsonElement.Parse(line.AsSpan(Data.Length)).TryGetProperty("parcels", out var parcels)
            && parcels.EnumerateArray().Any(id => id.GetInt64() == parcel);

        private async Task ListenAsync(StreamReader lines, long parcel, CancellationToken stop)
        {
            try
            {
                while (await lines.ReadLineAsync(stop) is { } line)
                {
                    if (IsOf(line, parcel))
                    {
                        _next.TrySetResult();
                    }
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // The measure is over.
            }
        }
    }
}
