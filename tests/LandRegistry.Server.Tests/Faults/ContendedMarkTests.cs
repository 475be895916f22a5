using System.Collections.Concurrent;
using System.Net;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Faults;

/// <summary>Many at the same parcels, through two servers.</summary>
public sealed class ContendedMarkTests
{
    private const int Clients = 100;
    private const int Parcels = 20;

    [Fact]
    public async Task Of_a_hundred_clients_at_twenty_parcels_no_update_is_lost_and_every_loser_is_told()
    {
        // The cluster of the tests has a hundred connections for all of them.
        var connection = new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync()) { MaxPoolSize = 15 }.ConnectionString;
        await using var register = await TestRegister.StartAsync(connectionString: connection);
        await using var second = await SecondServer.StartAsync(register);
        var zone = await register.AddZoneAsync();
        var parcels = new List<long>();
        for (var i = 0; i < Parcels; i++)
        {
            parcels.Add(await register.AddParcelAsync(zone, i));
        }

        var won = new ConcurrentDictionary<long, int>();
        var told = new ConcurrentDictionary<HttpStatusCode, int>();
        using var stop = new CancellationTokenSource(FaultRounds.Contended);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(one => MarkAsync(one % 2 == 0 ? register.Client : second.Client, one, parcels, won, told, stop.Token)));

        FaultRounds.Say($"contended marks: {Clients} clients, 2 servers, {Parcels} parcels, {FaultRounds.Contended.TotalSeconds:0} s: {won.Values.Sum()} won, "
            + string.Join(", ", told.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} × {(int)pair.Key}")));
        Assert.All(told.Keys, status => Assert.Contains(status, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed, HttpStatusCode.ServiceUnavailable }));
        Assert.True(won.Values.Sum() > 0);
        foreach (var parcel in parcels)
        {
            Assert.Equal(won.GetValueOrDefault(parcel), await register.AskAsync<int>("select version - 1 from registry.parcel where id = $1", parcel));
            Assert.Equal((long)won.GetValueOrDefault(parcel), await register.AskAsync<long>("select count(*) from registry.parcel_status_mark m join registry.change c on c.id = m.change_id where m.parcel_id = $1 and c.command <> 'Arrange'", parcel));
        }
    }

    /// <summary>Whoever came too late is shown the row as it is now, whoever was refused the reason; a busy server says when to come again.</summary>
    private static async Task AssertToldWhyAsync(HttpResponseMessage answer)
    {
        var told = await answer.JsonAsync();
        Assert.NotEqual("", told.GetProperty("detail").GetString());
        switch (answer.StatusCode)
        {
            case HttpStatusCode.PreconditionFailed:
                Assert.Equal("stale-version", told.GetProperty("code").GetString());
                Assert.True(told.GetProperty("current").GetProperty("version").GetInt32() > 1);
                break;
            case HttpStatusCode.ServiceUnavailable:
                Assert.NotNull(answer.Headers.RetryAfter);
                break;
        }
    }

    private static async Task MarkAsync(
        HttpClient client, int one, List<long> parcels, ConcurrentDictionary<long, int> won, ConcurrentDictionary<HttpStatusCode, int> told, CancellationToken stop)
    {
        var random = new Random(one);
        while (!stop.IsCancellationRequested)
        {
            var parcel = parcels[random.Next(parcels.Count)];
            using var seen = await client.GetAsync(new Uri($"/api/parcels/{parcel}", UriKind.Relative), CancellationToken.None);
            if (seen.StatusCode != HttpStatusCode.OK)
            {
                told.AddOrUpdate(seen.StatusCode, 1, (_, count) => count + 1);
                continue;
            }

            var to = (await seen.JsonAsync()).GetProperty("status").GetString() == "in_use" ? "suspected" : "in_use";
            using var answer = await client.PostAsync($"/api/parcels/{parcel}/status", new { to, reason = $"client {one}" }, seen.Headers.ETag!.Tag);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                won.AddOrUpdate(parcel, 1, (_, count) => count + 1);
            }
            else
            {
                told.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                await AssertToldWhyAsync(answer);
            }
        }
    }
}
