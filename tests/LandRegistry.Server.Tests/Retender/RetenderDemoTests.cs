using LandRegistry.Server.Tests.Demo;

namespace LandRegistry.Server.Tests.Retender;

public sealed class RetenderDemoTests(ServedZone served) : IClassFixture<ServedZone>
{
    [Fact]
    public async Task On_the_demo_zone_the_list_and_its_totals_equal_a_slow_reading_of_the_rules()
    {
        var reading = new RetenderReading(served.Register.Client);
        var ids = await served.Register.AskAsync<long[]>(
            "select array_agg(id order by id) from registry.parcel where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded', 'disposing')");

        var stands = await reading.ReadAsync(ids);

        Assert.True(stands.Count(stand => stand.Section == "ready") > 5);
        Assert.True(stands.Count(stand => stand.Section == "blocked") > 5);
        await reading.AssertSameAsync(stands);
    }

    [Fact]
    public async Task Ready_land_of_the_demo_zone_has_conditions_and_infrastructure_and_blocked_land_says_what_for()
    {
        var reading = new RetenderReading(served.Register.Client);

        var (ready, blocked) = (await reading.RowsAsync("section=ready"), await reading.RowsAsync("section=blocked"));

        Assert.All(ready, row => Assert.NotEqual(0, row.GetProperty("infrastructure").GetArrayLength()));
        Assert.Contains(ready, row => row.GetProperty("conditions").ValueKind == System.Text.Json.JsonValueKind.Object);
        Assert.All(blocked, row => Assert.NotEqual(0, row.GetProperty("blockers").GetArrayLength()));
        Assert.Contains(blocked, row => row.GetProperty("expectedOn").GetString() is not null);
    }
}
