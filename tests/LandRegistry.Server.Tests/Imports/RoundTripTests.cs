using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>What the register hands out and takes in again changes nothing.</summary>
public sealed class RoundTripTests : ImportJourneyTest
{
    private const string WithHole = "MULTIPOLYGON(((114.05 30.5,114.051 30.5,114.051 30.501,114.05 30.501,114.05 30.5),(114.0502 30.5002,114.0502 30.5008,114.0508 30.5008,114.0508 30.5002,114.0502 30.5002)))";
    private const string TwoParts = "MULTIPOLYGON(((114.0515 30.5,114.0523456789012 30.5,114.0522 30.5008,114.0515 30.5)),((114.0524 30.5,114.0525 30.5,114.0525 30.5001,114.0524 30.5)))";

    [Theory]
    [InlineData("xlsx", "a.xlsx", 4)]
    [InlineData("csv", "a.csv", 4)]
    [InlineData("csv&column=code&column=boundary", "a.csv", 4)]
    [InlineData("geojson", "a.geojson", 4)]
    [InlineData("shp&status=idle", "a.zip", 1)]
    [InlineData("kml", "a.kml", 4)]
    // Points are a layer of their own.
    [InlineData("gpkg", "a.gpkg", 3)]
    [InlineData("txt&status=idle", "a.txt", 1)]
    public async Task An_export_that_is_imported_again_changes_nothing(string format, string name, int rows)
    {
        var zone = await Register.AddZoneAsync("Z1");
        var hole = await Register.AddParcelAsync(zone, 0, "idle", name: "带孔地块，甲", stated: 6_900);
        var parts = await Register.AddParcelAsync(zone, 1, "reserved", name: "两处地块");
        await Register.AddParcelAsync(zone, 2, name: "未知面积");
        await Register.AddParcelAsync(zone, 3, surveyed: false, name: "未勘测", use: null, stated: 1234.5m);
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490), idle_cause = 'holder', idle_kind = 'A', right_type = 'collective_granted', ownership = 'collective' where id = $1", hole, WithHole);
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490) where id = $1", parts, TwoParts);
        var file = await Client.GetByteArrayAsync(new Uri($"/api/exports/parcels?format={format}", UriKind.Relative));

        var judged = await JudgeAsync(await SendAsync(file, name), "Z1");

        var counts = Counts(judged);
        var told = (await RowsAsync(judged, "changed")).Concat(await RowsAsync(judged, "refused")).Select(row => row.GetRawText());
        Assert.True((0, 0, rows, 0, 0) == counts, $"{counts}: {string.Join(Environment.NewLine, told)} {await IssuesAsync(judged)}");
    }
}
