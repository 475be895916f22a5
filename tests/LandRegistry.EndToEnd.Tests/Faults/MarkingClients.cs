using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>Clients of a running program that mark a parcel each as fast as they can, and remember what they were told is done.</summary>
internal sealed class MarkingClients : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly int _round;
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly ConcurrentDictionary<string, int> _refused = new();

    private MarkingClients(HttpClient client, int round)
    {
        _client = client;
        _round = round;
    }

    /// <summary>The reasons of all marks that were answered with success.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>What else was answered, how often; <c>-</c> for no answer.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Signs in, before anything is killed.</summary>
    public static async Task<MarkingClients> SignInAsync(Uri link, int round)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(link.GetLeftPart(UriPartial.Authority)), Timeout = Patience };
        using var answer = await client.GetAsync(link, CancellationToken.None);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return new(client, round);
    }

    /// <summary>Marks until told to stop; a lost connection is tried again.</summary>
    public Task RunAsync(IEnumerable<long> parcels, CancellationToken stop) => Task.WhenAll(parcels.Select(parcel => MarkAsync(parcel, stop)));

    public void Dispose() => _client.Dispose();

    private async Task MarkAsync(long parcel, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var reason = $"round {_round} parcel {parcel} mark {n}";
            try
            {
                var seen = await _client.GetFromJsonAsync<JsonElement>(new Uri($"/api/parcels/{parcel}", UriKind.Relative), CancellationToken.None);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/parcels/{parcel}/status")
                {
                    Content = JsonContent.Create(new { to = seen.GetProperty("status").GetString() == "in_use" ? "suspected" : "in_use", reason }),
                };
                request.Headers.IfMatch.Add(new($"\"p{parcel}-v{seen.GetProperty("version").GetInt32()}\""));
                using var answer = await _client.SendAsync(request, CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    _acknowledged.Enqueue(reason);
                }
                else
                {
                    Count(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
            }
            catch (HttpRequestException lost)
            {
                Count(lost.StatusCode is { } status ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : "-");
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private void Count(string what) => _refused.AddOrUpdate(what, 1, (_, count) => count + 1);
}
