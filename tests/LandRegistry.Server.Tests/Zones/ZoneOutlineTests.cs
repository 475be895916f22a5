using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Zones;

/// <summary>The outlines that the map draws, which are derived from the extents of the zones.</summary>
public sealed class ZoneOutlineTests : RegisterTest
{
    [Fact]
    public async Task An_outline_leaves_out_corners_within_a_metre_of_the_line_and_nothing_else()
    {
        var zone = await Register.AddZoneAsync();
        // A circle of 4,000 corners: neighbours lie 8 m apart, and every corner millimetres off the chord beside it.
        await ExtentAsync(zone, "st_buffer(st_setsrid(st_makepoint(114.05, 30.5), 4490), 0.05, 1000)");

        var outline = await OutlineAsync(zone);

        Assert.InRange(outline.GetProperty("geometry").GetProperty("coordinates")[0][0].GetArrayLength(), 30, 400);
        Assert.InRange(
            await Register.AskAsync<double>("select st_hausdorffdistance(st_boundary(o.outline), st_boundary(z.extent)) from registry.zone z join registry.zone_outline o on o.zone_id = z.id where z.id = $1", zone),
            0, 1.1e-5);
    }

    [Fact]
    public async Task A_zone_is_inner_as_long_as_it_lies_within_the_zone_above_it()
    {
        var outer = await Register.AddZoneAsync();
        var inner = await Register.AddZoneAsync("Z2", outer);
        await ExtentAsync(inner, Square(114, 30, 0.1));
        Assert.False((await OutlineAsync(inner)).GetProperty("properties").GetProperty("isInner").GetBoolean());

        await ExtentAsync(outer, Square(113.9, 29.9, 0.5));
        Assert.True((await OutlineAsync(inner)).GetProperty("properties").GetProperty("isInner").GetBoolean());

        await ExtentAsync(outer, Square(114.05, 30.05, 0.5));
        Assert.False((await OutlineAsync(inner)).GetProperty("properties").GetProperty("isInner").GetBoolean());

        await ExtentAsync(outer, "null");
        Assert.DoesNotContain((await Client.GetJsonAsync("/api/zones/outlines")).GetProperty("features").EnumerateArray(), feature => feature.GetProperty("id").GetInt64() == outer);
    }

    private Task ExtentAsync(long zone, string shape) =>
        Register.WriteAsync($"update registry.zone set extent = st_multi({shape}) where id = $1", zone);

    private static string Square(double west, double south, double side) =>
        FormattableString.Invariant($"st_makeenvelope({west}, {south}, {west + side}, {south + side}, 4490)");

    private async Task<JsonElement> OutlineAsync(long zone) =>
        (await Client.GetJsonAsync("/api/zones/outlines")).GetProperty("features").EnumerateArray().Single(feature => feature.GetProperty("id").GetInt64() == zone);
}
