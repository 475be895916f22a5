using System.Net;
using LandRegistry.Server.Tests.Events;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform;

public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task A_lost_database_is_a_503_that_asks_to_retry_and_the_server_recovers_by_itself()
    {
        await using var register = await TestRegister.StartAsync();
        var parcel = await register.AddParcelAsync(await register.AddZoneAsync());
        await register.SetDatabaseReachableAsync(false);

        using var list = await register.Client.GetAsync(new Uri("/api/parcels", UriKind.Relative));
        using var tile = await register.Client.GetAsync(new Uri("/tiles/parcels/3/6/3", UriKind.Relative));
        using var health = await register.NewClient().GetAsync(new Uri("/api/health", UriKind.Relative));
        using var mark = await register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");
        await register.SetDatabaseReachableAsync(true);
        using var again = await register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");

        foreach (var answer in new[] { list, tile, mark })
        {
            await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "database-unreachable");
            Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Live_events_end_with_the_database_and_can_be_had_again_when_it_is_back()
    {
        await using var register = await TestRegister.StartAsync();
        using var live = await EventStream.OpenAsync(register.Client);
        await register.SetDatabaseReachableAsync(false);

        await live.EndAsync();
        using var refused = await register.Client.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await register.SetDatabaseReachableAsync(true);
        using var again = await OpenWhenBackAsync(register.Client);

        await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "database-unreachable");
        Assert.Single(register.Log.Complaints, complaint => complaint.Contains("Live events wait", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> OpenWhenBackAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var answer = await client.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
