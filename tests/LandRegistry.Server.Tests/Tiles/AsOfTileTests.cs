using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Tiles;

/// <summary>The map as of a past day; the clock stands on 15 June 2026.</summary>
public sealed class AsOfTileTests : RegisterTest
{
    private long _zone;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
    }

    [Theory]
    [InlineData(12), InlineData(14), InlineData(16)]
    public async Task A_near_tile_has_status_and_place_of_the_day(int zoom)
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-06-01' where id = $1", parcel);
        await Register.WriteAtAsync(
            Register.Clock.GetUtcNow().AddDays(1), "update registry.parcel set boundary = st_translate(boundary, 0.5, 0), location = null where id = $1", parcel);
        Register.Clock.Advance(TimeSpan.FromDays(2));
        var (was, isNow) = (TileRequests.Path(zoom, 114.0505, 30.5005), TileRequests.Path(zoom, 114.5505, 30.5005));

        Assert.Empty((await Client.TileAsync($"{was}?asOf=2024-12-31")).Layers);
        Assert.Equal("in_use", Assert.Single((await Client.TileAsync($"{was}?asOf=2025-05-31")).Layers["parcels"]).Attributes["status"]);
        Assert.Equal("suspected", Assert.Single((await Client.TileAsync($"{was}?asOf=2026-06-15")).Layers["parcels"]).Attributes["status"]);
        Assert.Empty((await Client.TileAsync($"{was}?asOf=2026-06-16")).Layers);
        Assert.Empty((await Client.TileAsync($"{isNow}?asOf=2026-06-15")).Layers);
        Assert.Single((await Client.TileAsync($"{isNow}?asOf=2026-06-16")).Layers["parcels"]);
    }

    [Fact]
    public async Task A_far_tile_counts_by_the_status_of_the_day_under_every_filter()
    {
        for (var place = 0; place < 4; place++)
        {
            var parcel = await Register.AddParcelAsync(_zone, place, since: "2025-01-01");
            await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-06-01' where id = $1 and $2 < 3", parcel, place);
        }

        var path = TileRequests.Path(8, 114.05, 30.5);
        foreach (var filter in new[] { "", "&minArea=0", "&use=0601" })
        {
            var before = Assert.Single((await Client.TileAsync($"{path}?asOf=2025-05-31{filter}")).Layers["cells"]).Attributes;
            var after = Assert.Single((await Client.TileAsync($"{path}?asOf=2025-06-01{filter}")).Layers["cells"]).Attributes;
            Assert.Equal((4L, 4L), (before["count"], before["in_use"]));
            Assert.Equal((4L, 1L, 3L), (after["count"], after["in_use"], after["suspected"]));
        }

        Assert.Equal(3L, Assert.Single((await Client.TileAsync($"{path}?asOf=2025-06-01&status=suspected")).Layers["cells"]).Attributes["count"]);
        Assert.Empty((await Client.TileAsync($"{path}?asOf=2024-12-31")).Layers);
    }

    [Theory]
    [InlineData(8), InlineData(13), InlineData(16)]
    public async Task Tiles_of_two_days_have_two_ETags_and_each_is_fresh_after_a_change_of_the_past(int zoom)
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01");
        var path = TileRequests.Path(zoom, 114.0505, 30.5005);
        var days = new[] { "", "?asOf=2026-06-14", "?asOf=2025-07-01" };
        var before = await Task.WhenAll(days.Select(TagAsync));

        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-06-01' where id = $1", parcel);
        var after = await Task.WhenAll(days.Select(TagAsync));

        Assert.Equal(6, before.Concat(after).Distinct().Count());

        async Task<string> TagAsync(string day)
        {
            using var answer = await Client.GetAsync(new Uri(path + day, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.ETag!.Tag;
        }
    }

    [Fact]
    public async Task A_tile_of_a_place_where_a_parcel_lay_changes_with_its_past()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01");
        await Register.WriteAtAsync(
            Register.Clock.GetUtcNow().AddDays(1), "update registry.parcel set boundary = st_translate(boundary, 0.5, 0), location = null where id = $1", parcel);
        Register.Clock.Advance(TimeSpan.FromDays(2));
        var path = TileRequests.Path(15, 114.0505, 30.5005) + "?asOf=2026-06-15";
        Assert.Single((await Client.TileAsync(path)).Layers["parcels"]);

        await Register.WriteAsync("update registry.parcel set status = 'idle', status_since = '2026-06-01' where id = $1", parcel);

        Assert.Equal("idle", Assert.Single((await Client.TileAsync(path)).Layers["parcels"]).Attributes["status"]);
    }

    [Fact]
    public async Task A_tile_as_of_tomorrow_is_refused()
    {
        using var answer = await Client.GetAsync(new Uri("/tiles/parcels/8/0/0?asOf=2026-06-16", UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }
}
