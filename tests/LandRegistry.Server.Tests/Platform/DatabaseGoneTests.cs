using System.Net;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Platform;

public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task A_lost_database_is_a_503_that_asks_to_retry_and_the_server_recovers_by_itself()
    {
        await using var register = await TestRegister.StartAsync();
        var parcel = await register.AddParcelAsync(await register.AddZoneAsync());
        var name = new NpgsqlConnectionStringBuilder(register.ConnectionString).Database!;
        await TestCluster.SetReachableAsync(name, reachable: false);

        using var list = await register.Client.GetAsync(new Uri("/api/parcels", UriKind.Relative));
        using var tile = await register.Client.GetAsync(new Uri("/tiles/parcels/3/6/3", UriKind.Relative));
        using var health = await register.NewClient().GetAsync(new Uri("/api/health", UriKind.Relative));
        using var mark = await register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");
        await TestCluster.SetReachableAsync(name, reachable: true);
        using var again = await register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");

        foreach (var answer in new[] { list, tile, mark })
        {
            await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "database-unreachable");
            Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }
}
