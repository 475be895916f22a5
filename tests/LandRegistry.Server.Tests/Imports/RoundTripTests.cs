using LandRegistry.Server.Imports;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>What the register hands out and takes in again changes nothing.</summary>
public sealed class RoundTripTests : ImportJourneyTest
{
    private const string WithHole = "MULTIPOLYGON(((114.05 30.5,114.051 30.5,114.051 30.501,114.05 30.501,114.05 30.5),(114.0502 30.5002,114.0502 30.5008,114.0508 30.5008,114.0508 30.5002,114.0502 30.5002)))";
    private const string TwoParts = "MULTIPOLYGON(((114.0515 30.5,114.0523456789012 30.5,114.0522 30.5008,114.0515 30.5)),((114.0524 30.5,114.0525 30.5,114.0525 30.5001,114.0524 30.5)))";
    private const string IslandInHole = "MULTIPOLYGON(((114.0575 30.5,114.0585 30.5,114.0585 30.501,114.0575 30.501,114.0575 30.5),(114.0577 30.5002,114.0577 30.5008,114.0583 30.5008,114.0583 30.5002,114.0577 30.5002)),((114.0579 30.5004,114.0581 30.5004,114.0581 30.5006,114.0579 30.5006,114.0579 30.5004)))";

    [Theory]
    [InlineData("xlsx", "a.xlsx", 7)]
    [InlineData("xlsx&language=en&values=codes", "a.xlsx", 7)]
    [InlineData("csv", "a.csv", 7)]
    [InlineData("csv&language=en", "a.csv", 7)]
    [InlineData("csv&column=code&column=boundary", "a.csv", 7)]
    [InlineData("geojson", "a.geojson", 7)]
    [InlineData("shp&status=idle", "a.zip", 1)]
    [InlineData("kml", "a.kml", 7)]
    [InlineData("kml&language=en&values=codes", "a.kml", 7)]
    [InlineData("kml&column=code&column=status", "a.kml", 7)]
    // Boundaries and points are a layer each, read as one.
    [InlineData("shp", "a.zip", 7)]
    [InlineData("shp&encoding=GB18030&crs=4526", "a.zip", 7)]
    [InlineData("shp&encoding=GBK&crs=zone", "a.zip", 7)]
    [InlineData("gpkg", "a.gpkg", 7)]
    [InlineData("gpkg&crs=4526", "a.gpkg", 7)]
    // A boundary file holds no points.
    [InlineData("txt", "a.txt", 6)]
    [InlineData("txt&encoding=GB18030", "a.txt", 6)]
    [InlineData("txt&encoding=GBK&crs=zone", "a.txt", 6)]
    public async Task An_export_that_is_imported_again_changes_nothing(string format, string name, int rows)
    {
        // GBK has no place for these letters, and an export in it is refused while they stand.
        await FillAsync(format.Contains("GBK", StringComparison.Ordinal) ? "龘靐地块" : "𠮷祥㐀€地块");
        var file = await Client.GetByteArrayAsync(new Uri($"/api/exports/parcels?format={format}", UriKind.Relative));

        var looked = await SendAsync(file, name);
        var judged = await JudgeAsync(looked, "Z1");

        var counts = Counts(judged);
        var told = (await RowsAsync(judged, "changed")).Concat(await RowsAsync(judged, "refused")).Select(row => row.GetRawText());
        Assert.True((0, 0, rows, 0, 0) == counts, $"{counts}: {string.Join(Environment.NewLine, told)} {await IssuesAsync(judged)}");
        Assert.False(looked.GetProperty("file").GetProperty("crs").GetProperty("mustAsk").GetBoolean(), "the register's own file says what its coordinates are in");
    }

    /// <summary>A hole, two parts, an island in a hole, a point; letters that are rare, words that look like a formula; no name, no area, no use.</summary>
    private async Task FillAsync(string rare)
    {
        var zone = await Register.AddZoneAsync("Z1");
        var hole = await Register.AddParcelAsync(zone, 0, "idle", name: "带孔地块，甲", stated: 6_900);
        var parts = await Register.AddParcelAsync(zone, 1, "reserved", name: "两处地块");
        await Register.AddParcelAsync(zone, 2, name: rare);
        await Register.AddParcelAsync(zone, 3, surveyed: false, name: "未勘测", use: null, stated: 1234.5m);
        await Register.AddParcelAsync(zone, 4, name: null, use: null);
        var island = await Register.AddParcelAsync(zone, 5, name: "=岛\"一\"");
        var formula = await Register.AddParcelAsync(zone, 6, name: "-7号");
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490), idle_cause = 'holder', idle_kind = 'A', right_type = 'collective_granted', ownership = 'collective' where id = $1", hole, WithHole);
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490) where id = $1", parts, TwoParts);
        await Register.WriteAsync("update registry.parcel set boundary = st_geomfromtext($2, 4490) where id = $1", island, IslandInHole);
        await Register.WriteAsync("update registry.parcel set address = '@路 1 号', remarks = '一行' || chr(10) || '又一行; \"引\"' where id = $1", formula);
    }

    [Theory]
    [InlineData("xlsx", "a.xlsx")]
    [InlineData("geojson", "a.geojson")]
    [InlineData("shp", "a.zip")]
    public async Task A_parcel_without_code_and_boundary_comes_back_by_its_very_point_and_name(string format, string name)
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.AddParcelAsync(zone, 0, "idle");
        await Register.AddParcelAsync(zone, 1, surveyed: false, name: "未勘测");
        await Register.AddParcelAsync(zone, 2, surveyed: false, name: "未勘测");
        await Register.WriteAsync("update registry.parcel set code = null, location = st_setsrid(st_makepoint(st_x(location) + 0.0000123456789, st_y(location)), 4490) where name = '未勘测'");

        var judged = await JudgeAsync(await SendAsync(await Client.GetByteArrayAsync(new Uri($"/api/exports/parcels?format={format}", UriKind.Relative)), name), "Z1");

        Assert.Equal((0, 0, 3, 0, 0), Counts(judged));
        Assert.Equal(["code", "place", "place"], (await RowsAsync(judged, "unchanged")).Select(row => row.GetProperty("matchedBy").GetString()).Order());
    }

    [Theory]
    [InlineData("xlsx", "EPSG:4490")]
    [InlineData("csv&column=code&column=boundary", "EPSG:4490")]
    [InlineData("geojson", "RFC 7946")]
    [InlineData("shp", "*.prj")]
    [InlineData("txt", "zone 38")]
    public async Task At_the_console_an_export_needs_no_coordinate_system_and_the_one_taken_is_said_with_its_reason(string format, string reason)
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.AddParcelAsync(zone, 0, "idle");
        await Register.AddParcelAsync(zone, 1, surveyed: false);
        var file = Path.Combine(Register.DataFolder, "export");
        await File.WriteAllBytesAsync(file, await Client.GetByteArrayAsync(new Uri($"/api/exports/parcels?format={format}", UriKind.Relative)));

        var result = await new FileImport(Register.Database, Register.Clock).RunAsync(file, new() { Zone = "Z1" }, new("tester", IsDryRun: true, AcceptsRepairs: false), null, default);

        Assert.Equal((format == "txt" ? 1 : 2, 0), (result.Unchanged, result.Refused));
        Assert.Contains(result.Notes, note => note.En.Contains("Coordinates", StringComparison.Ordinal) && note.En.Contains(reason.TrimStart('*'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_known_is_refused_at_the_console_with_what_it_might_be_and_what_is_clear_is_taken_and_said()
    {
        await Register.AddZoneAsync("Z1");
        var import = new FileImport(Register.Database, Register.Clock);
        var (plain, degrees) = (Path.Combine(Register.DataFolder, "plain.csv"), Path.Combine(Register.DataFolder, "degrees.csv"));
        await File.WriteAllTextAsync(plain, "编号,x,y\r\n1,504800,3376000\r\n");
        await File.WriteAllTextAsync(degrees, "编号,经度,纬度\r\n1,114.05,30.5\r\n");

        var unknown = await import.RunAsync(plain, new() { Zone = "Z1" }, new("tester", false, false), null, default);
        var told = await import.RunAsync(plain, new() { Zone = "Z1", Crs = new(4547) }, new("tester", true, false), null, default);
        var clear = await import.RunAsync(degrees, new() { Zone = "Z1" }, new("tester", false, false), null, default);

        Assert.Contains("--crs", unknown.FileFaults[0].En, StringComparison.Ordinal);
        Assert.Contains("fit 21 alike", unknown.FileFaults[0].En, StringComparison.Ordinal);
        Assert.Contains("EPSG:4534", unknown.FileFaults[1].En, StringComparison.Ordinal);
        Assert.Contains(told.Notes, note => note.En.Contains("as told", StringComparison.Ordinal) && note.En.Contains("EPSG:4547", StringComparison.Ordinal));
        Assert.Contains(clear.Notes, note => note.En.Contains("EPSG:4490", StringComparison.Ordinal) && note.En.Contains("degrees", StringComparison.Ordinal));
        Assert.Equal((1, 1, 1L), (told.New, clear.New, await CountAsync()));
    }
}
