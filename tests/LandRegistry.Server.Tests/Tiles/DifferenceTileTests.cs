using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Tiles;

/// <summary>What changed between two days, on the map; the clock stands on 15 June 2026.</summary>
public sealed class DifferenceTileTests : RegisterTest
{
    private const string Days = "?from=2025-03-01&to=2025-12-31";

    [Theory]
    [InlineData(12), InlineData(16)]
    public async Task A_near_tile_holds_the_parcels_that_entered_left_or_changed_status_and_no_other(int zoom)
    {
        var (moved, entered, left) = await ChangeThreeOfFourAsync();

        var changes = (await Client.TileAsync(Path(zoom) + Days)).Layers["changes"].OrderBy(change => change.Id).ToList();

        Assert.Equal([moved, entered, left], changes.Select(change => (long)change.Id!));
        Assert.Equal(["status", "entered", "left"], changes.Select(change => change.Attributes["kind"]));
        Assert.Equal(("in_use", "suspected"), (changes[0].Attributes["before"], changes[0].Attributes["after"]));
    }

    [Fact]
    public async Task A_far_tile_counts_them_by_kind()
    {
        await ChangeThreeOfFourAsync();

        var cell = Assert.Single((await Client.TileAsync(Path(8) + Days)).Layers["change_cells"]).Attributes;

        Assert.Equal((3L, 1L, 1L, 1L), (cell["count"], cell["entered"], cell["left"], cell["status"]));
    }

    [Fact]
    public async Task Under_a_filter_a_status_marked_since_has_entered_and_a_day_with_itself_has_no_change()
    {
        var (moved, _, _) = await ChangeThreeOfFourAsync();

        var change = Assert.Single((await Client.TileAsync($"{Path(16)}?from=2025-03-01&status=suspected")).Layers["changes"]);

        Assert.Equal((moved, "entered"), ((long)change.Id!, change.Attributes["kind"]));
        using var same = await Client.GetAsync(new Uri($"{Path(16)}?from=2025-03-01&to=2025-03-01", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=2025-13-01")]
    [InlineData("?from=2026-06-16")]
    [InlineData("?from=2026-01-01&to=2025-01-01")]
    [InlineData("?from=2025-01-01&asOf=2025-01-01")]
    public async Task Days_that_are_missing_wrong_or_in_the_wrong_order_are_refused(string query)
    {
        using var answer = await Client.GetAsync(new Uri(Path(16) + query, UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task The_days_of_the_register_begin_with_its_first_parcel_and_an_empty_one_has_no_first_day()
    {
        Assert.Equal("""{"first":null,"today":"2026-06-15"}""", (await Client.GetJsonAsync("/api/parcels/days")).ToString());
        var zone = await Register.AddZoneAsync();
        await Register.AddParcelAsync(zone, 0, since: "2025-01-01");
        await Register.AddParcelAsync(zone, 1, since: "2024-02-29");

        Assert.Equal("""{"first":"2024-02-29","today":"2026-06-15"}""", (await Client.GetJsonAsync("/api/parcels/days")).ToString());
    }

    private static string Path(int zoom) => TileRequests.Path(zoom, 114.0510, 30.5005).Replace("/parcels/", "/difference/", StringComparison.Ordinal);

    private async Task<(long Moved, long Entered, long Left)> ChangeThreeOfFourAsync()
    {
        var zone = await Register.AddZoneAsync();
        var moved = await Register.AddParcelAsync(zone, 0, since: "2025-01-01");
        var entered = await Register.AddParcelAsync(zone, 1, since: "2025-06-01");
        var left = await Register.AddParcelAsync(zone, 2, since: "2025-01-01");
        await Register.AddParcelAsync(zone, 3, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-07-01' where id = $1", moved);
        await Register.WriteAsync("update registry.parcel set ended_on = '2025-08-01' where id = $1", left);
        return (moved, entered, left);
    }
}
