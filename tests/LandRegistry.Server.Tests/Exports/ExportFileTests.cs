using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Exports;

/// <summary>Files of shapes, read back by GDAL.</summary>
public sealed class ExportFileTests(ExportRegister register) : IClassFixture<ExportRegister>
{
    [Theory]
    [InlineData("geojson", "4490", "", "export.geojson", "export")]
    [InlineData("kml", "4326", "", "export.kml", "parcels-2026-06-15")]
    [InlineData("gpkg", "4490", "", "export.gpkg", "parcels,parcel_points")]
    [InlineData("gpkg", "4526", "", "export.gpkg", "parcels,parcel_points")]
    [InlineData("gpkg", "zone", "", "export.gpkg", "parcels_4547,parcel_points_4547")]
    [InlineData("shp", "4490", "&encoding=GBK", "export.zip", "parcels,parcel_points")]
    [InlineData("shp", "4547", "&encoding=UTF-8", "export.zip", "parcels,parcel_points")]
    [InlineData("shp", "3857", "&encoding=GB18030", "export.zip", "parcels,parcel_points")]
    public async Task What_is_exported_is_read_back_as_the_same_shapes_and_words(string format, string crs, string more, string name, string layers)
    {
        var file = await register.BytesAsync($"zone={register.Zone}&format={format}&crs={crs}&values=codes{more}");

        var read = await ExportRegister.ReadAsync(file, name, layers.Split(','));

        Assert.Equal(register.Plain.Count, read.Count);
        foreach (var feature in read)
        {
            var properties = feature.GetProperty("properties");
            var id = properties.EnumerateObject().First(property => property.Name is "parcel_id" or "id").Value;
            var key = id.ValueKind == JsonValueKind.String ? long.Parse(id.GetString()!, CultureInfo.InvariantCulture) : id.GetInt64();
            var same = await register.Register.AskAsync<bool>(
                """
                select st_hausdorffdistance(coalesce(p.boundary::geometry, p.location), st_setsrid(st_geomfromgeojson($2), 4490)) < 2e-9
                   and coalesce(st_nrings(p.boundary), 0) = st_nrings(st_geomfromgeojson($2))
                   and st_numgeometries(coalesce(p.boundary::geometry, p.location)) = st_numgeometries(st_geomfromgeojson($2))
                from registry.parcel p where p.id = $1
                """,
                key, feature.GetProperty("geometry").GetRawText());
            Assert.True(same, $"{format} {crs}: parcel {key} {feature.GetProperty("geometry").GetRawText()}");
            Assert.Equal(await register.Register.AskAsync<string>("select status from registry.parcel where id = $1", key), properties.GetProperty("status").GetString());
            // KML has a name of its own, which GDAL reads into a field of another case.
            var said = properties.EnumerateObject().First(property => property.Name.Equals("name", StringComparison.OrdinalIgnoreCase)).Value.GetString();
            Assert.Equal(await register.Register.AskAsync<string>("select name from registry.parcel where id = $1", key), said);
        }

        var point = read.Single(feature => feature.GetProperty("geometry").GetProperty("type").GetString() == "Point").GetProperty("properties");
        Assert.True(!point.TryGetProperty("use", out var use) || use.ValueKind == JsonValueKind.Null, "an unknown use stays unknown");
    }

    [Fact]
    public async Task GeoJSON_goes_round_as_its_standard_asks_and_keeps_every_digit()
    {
        var text = Encoding.UTF8.GetString(await register.BytesAsync($"zone={register.Zone}&format=geojson&column=code&status=reserved"));

        var feature = JsonElement.Parse(text).GetProperty("features").EnumerateArray().Single();
        Assert.Contains("114.0712345678901,30.5", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"crs\"", text, StringComparison.Ordinal);
        Assert.True(await register.Register.AskAsync<bool>("select st_ispolygonccw(st_geomfromgeojson($1))", feature.GetProperty("geometry").GetRawText()));
    }

    [Fact]
    public async Task A_file_longer_than_the_buffer_has_every_parcel_once()
    {
        var zone = await register.Register.AddZoneAsync("Z9");
        await register.Register.WriteAsync(
            """
            insert into registry.parcel (name, zone_id, county_code, location, status, status_since, remarks, source, change_id)
            select '点' || i, $1, $2, st_setsrid(st_makepoint(114.3 + i * 0.001, 30.7), 4490), 'in_use', '2025-01-01', repeat('备', 1000), 'officer', 0 from generate_series(1, 200) i
            """,
            zone, Samples.County);

        var features = JsonElement.Parse(Encoding.UTF8.GetString(await register.BytesAsync($"zone={zone}&format=geojson"))).GetProperty("features").EnumerateArray().ToList();

        Assert.Equal(200, features.Select(feature => feature.GetProperty("properties").GetProperty("name").GetString()).Distinct().Count());
        Assert.Equal(200, features.Count);
        Assert.All(features, feature => Assert.Equal(1_000, feature.GetProperty("properties").GetProperty("remarks").GetString()!.Length));
    }

    [Theory]
    [InlineData("shp")]
    [InlineData("txt")]
    public async Task Letters_without_a_place_in_GBK_are_refused_and_kept_in_GB18030(string format)
    {
        using var refused = await register.Client.GetAsync(new Uri($"/api/exports/parcels?zone={register.RareZone}&format={format}&encoding=GBK", UriKind.Relative));
        var check = await register.Client.GetJsonAsync($"/api/exports/parcels/check?zone={register.RareZone}&format={format}&encoding=GBK");

        var kept = await register.BytesAsync($"zone={register.RareZone}&format={format}&encoding=GB18030");

        var problem = await refused.AssertProblemAsync(HttpStatusCode.Conflict, "encoding-lacks-letters");
        Assert.Contains("𠮷", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("€", check.GetProperty("lostLetters").GetString(), StringComparison.Ordinal);
        var words = format == "txt" ? Gb18030(kept) : (await ExportRegister.ReadAsync(kept, "export.zip", "parcels"))[0].GetRawText();
        Assert.Contains("𠮷祥㐀€地块", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shapefile_says_its_encoding_its_system_and_what_its_short_names_mean_and_what_was_cut()
    {
        var check = await register.Client.GetJsonAsync($"/api/exports/parcels/check?zone={register.RareZone}&format=shp&encoding=GB18030");

        using var zip = new ZipArchive(new MemoryStream(await register.BytesAsync($"zone={register.RareZone}&format=shp&encoding=GB18030&crs=4526")));

        Assert.Equal(["parcels.cpg", "parcels.dbf", "parcels.prj", "parcels.shp", "parcels.shx", "字段说明.txt"], zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal("GB18030", Text(zip, "parcels.cpg"));
        Assert.Contains("CGCS2000_3_Degree_GK_Zone_38", Text(zip, "parcels.prj"), StringComparison.Ordinal);
        var readme = Text(zip, "字段说明.txt");
        Assert.Contains("recover_on\t可收回日", readme, StringComparison.Ordinal);
        Assert.Contains("remarks\t备注\tremarks\t1 处文字因超过 254 字节被截短", readme, StringComparison.Ordinal);
        var remarks = check.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("column").GetString() == "remarks");
        Assert.Equal(1, remarks.GetProperty("cut").GetInt64());
        Assert.All(check.GetProperty("fields").EnumerateArray(), field => Assert.InRange(field.GetProperty("field").GetString()!.Length, 1, 10));
    }

    [Fact]
    public async Task A_boundary_file_has_the_zone_the_rings_and_northings_first()
    {
        var text = Encoding.UTF8.GetString(await register.BytesAsync($"zone={register.Zone}&format=txt&status=idle"));

        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("带号=38", lines);
        var plot = Array.FindIndex(lines, line => line.EndsWith('@'));
        Assert.Equal("10," + lines[plot].Split(',')[1] + ",990101001001GB00001,带孔地块，甲,面,," + string.Join(',', lines[plot].Split(',')[6..8]) + ",@", lines[plot]);
        var corners = lines[(plot + 1)..].Select(line => line.Split(',')).ToList();
        Assert.Equal(["J1", "J2", "J3", "J4", "J1", "J1", "J2", "J3", "J4", "J1"], corners.Select(corner => corner[0]));
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], corners.Select(corner => int.Parse(corner[1], CultureInfo.InvariantCulture)));
        var rings = corners.GroupBy(corner => corner[1]).Select(ring => "(" + string.Join(',', ring.Select(corner => $"{corner[3]} {corner[2]}")) + ")");
        var same = await register.Register.AskAsync<double>(
            "select st_hausdorffdistance(boundary, st_transform(st_geomfromtext($2, 4526), 4490)) from registry.parcel where id = $1",
            register.Plain[0], $"POLYGON({string.Join(',', rings)})");
        Assert.InRange(same, 0, 2e-9);
    }

    [Fact]
    public async Task Parcels_of_several_zones_are_a_boundary_file_each()
    {
        using var zip = new ZipArchive(new MemoryStream(await register.BytesAsync($"zone={register.Zone}&zone={register.EastZone}&format=txt&encoding=GBK")));

        Assert.Equal(["parcels-4526.txt", "parcels-4527.txt"], zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        using var east = zip.GetEntry("parcels-4527.txt")!.Open();
        using var bytes = new MemoryStream();
        await east.CopyToAsync(bytes);
        Assert.Contains("东带地块", CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetString(bytes.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcels_without_a_boundary_are_counted_and_left_out_of_a_boundary_file_which_is_refused_when_it_would_be_empty()
    {
        var check = await register.Client.GetJsonAsync($"/api/exports/parcels/check?zone={register.Zone}&format=txt");
        var text = Encoding.UTF8.GetString(await register.BytesAsync($"zone={register.Zone}&format=txt"));
        using var empty = await register.Client.GetAsync(new Uri($"/api/exports/parcels?zone={register.Zone}&format=txt&q=未勘测", UriKind.Relative));

        Assert.Equal((3, 1), (check.GetProperty("parcels").GetInt32(), check.GetProperty("points").GetInt32()));
        Assert.DoesNotContain("未勘测", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n").Count(line => line.EndsWith(",@", StringComparison.Ordinal)));
        var problem = await empty.AssertProblemAsync(HttpStatusCode.Conflict, "export-without-boundaries");
        Assert.Contains("1 known by a point", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=geojson&crs=4526", "crs")]
    [InlineData("format=txt&crs=4490", "crs")]
    [InlineData("format=xlsx&column=boundary", "column")]
    [InlineData("format=dwg", "format")]
    [InlineData("format=shp&encoding=latin1", "encoding")]
    [InlineData("column=secret", "column")]
    public async Task What_a_format_cannot_do_is_refused_before_a_file_is_begun(string query, string field)
    {
        using var answer = await register.Client.GetAsync(new Uri("/api/exports/parcels?" + query, UriKind.Relative));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(field, problem.GetProperty("faults")[0].GetProperty("field").GetString());
    }

    private static string Gb18030(byte[] bytes) => CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetString(bytes);

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_the_statement()
    {
        const string Waiting = "select count(*) from pg_locks where not granted and relation = 'registry.land_use'::regclass";
        await using var other = await register.Register.Database.OpenConnectionAsync();
        await using var obstacle = await other.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table registry.land_use in access exclusive mode", other);
        await hold.ExecuteNonQueryAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var gone = new CancellationTokenSource();
        var download = register.Client.GetAsync(new Uri($"/api/exports/parcels?zone={register.Zone}&format=geojson", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, gone.Token);
        while (await register.Register.AskAsync<long>(Waiting) == 0)
        {
            await Task.Delay(20, patience.Token);
        }

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        while (await register.Register.AskAsync<long>(Waiting) > 0)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
