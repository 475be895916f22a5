using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Tests.Exports;
using LandRegistry.Testing;
using Microsoft.Data.Sqlite;

namespace LandRegistry.Server.Tests.Parcels.FieldWork;

/// <summary>Packages for work in the field: out, edited by other programs, and back.</summary>
public sealed class FieldReturnTests : RegisterTest
{
    private const string Moved = "MULTIPOLYGON(((114.05 30.5,114.0512 30.5,114.0512 30.501,114.05 30.501,114.05 30.5)))";

    private const string Free = "MULTIPOLYGON(((114.0535 30.51,114.0545 30.51,114.0545 30.511,114.0535 30.511,114.0535 30.51)))";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly string _folder = Directory.CreateTempSubdirectory("landregistry-field-").FullName;
    private long _zone, _first, _second, _point;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
        _first = await Register.AddParcelAsync(_zone, 0, name: "甲地块");
        _second = await Register.AddParcelAsync(_zone, 5, "suspected", name: "乙地块");
        _point = await Register.AddParcelAsync(_zone, 9, surveyed: false, name: "未勘测");
    }

    public override async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_package_is_a_GeoPackage_that_other_programs_read_and_that_changes_nothing_when_it_comes_back_as_it_was()
    {
        var file = await PackageAsync();

        var info = await ExportRegister.RunAsync("ogrinfo", "-ro", "-so", "-al", file);
        var shapes = await ExportRegister.RunAsync("ogr2ogr", "-f", "CSV", "/vsistdout/", file, "parcels", "-lco", "GEOMETRY=AS_WKT");
        var (returned, etag) = await ReturnAsync(file);
        using var applied = await ApplyAsync(returned, etag);

        Assert.Contains("\"MULTIPOLYGON (((", shapes, StringComparison.Ordinal);
        Assert.Contains("Layer name: parcels", info, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 2", info, StringComparison.Ordinal);
        Assert.Contains("China Geodetic Coordinate System 2000", info, StringComparison.Ordinal);
        Assert.Equal((0, 3), (returned.GetProperty("parcels").GetArrayLength(), returned.GetProperty("unchanged").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
        Assert.Equal(1, await Register.AskAsync<int>("select version from registry.parcel where id = $1", _first));
    }

    [Fact]
    public async Task What_only_the_field_changed_is_taken_as_one_change_that_can_be_undone()
    {
        var file = await PackageAsync();
        Edit(file, $"update parcels set name = '甲地块（新）', checked_on = '2026-06-14', checked_by = '外业一组', note = '现场有围墙' where parcel_id = {_first}");
        Edit(file, $"update parcels set status = 'investigating', status_on = '2026-06-10' where parcel_id = {_second}");
        EditPhoto(file, _first);
        await Register.WriteAsync("update registry.parcel set remarks = '办公室备注' where id = $1", _first);

        var (returned, etag) = await ReturnAsync(file);
        using var applied = await ApplyAsync(returned, etag);

        Assert.Equal("field", Outcome(returned, _first, "name"));
        Assert.Equal("office", Outcome(returned, _first, "remarks"));
        var change = (await applied.JsonAsync()).GetProperty("changeId").GetInt64();
        Assert.Equal("甲地块（新）|办公室备注|外业一组", await Register.AskAsync<string>("select concat_ws('|', name, remarks, last_checked_by) from registry.parcel where id = $1", _first));
        Assert.Equal("investigating|2026-06-10", await Register.AskAsync<string>("select concat_ws('|', status, status_since) from registry.parcel where id = $1", _second));
        Assert.Equal("现场有围墙", await Register.AskAsync<string>("select text from registry.parcel_note where parcel_id = $1 and not withdrawn", _first));
        Assert.Equal(Jpeg, await Register.AskAsync<byte[]>("select content from registry.document_scan_part p join registry.document_scan s on s.id = p.scan_id join registry.document d on d.id = s.document_id where d.parcel_id = $1 and d.kind = 'photo'", _first));

        using var undone = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "误交" }, null);

        Assert.True(undone.IsSuccessStatusCode, await undone.Content.ReadAsStringAsync());
        Assert.Equal("甲地块|办公室备注", await Register.AskAsync<string>("select concat_ws('|', name, remarks, last_checked_by) from registry.parcel where id = $1", _first));
        Assert.Equal("suspected", await Register.AskAsync<string>("select status from registry.parcel where id = $1", _second));
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel_note where parcel_id = $1 and not withdrawn", _first));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_more()
    {
        var file = await PackageAsync();
        Edit(file, $"update parcels set name = '甲地块（新）', note = '现场有围墙' where parcel_id = {_first}");
        EditPhoto(file, _first);
        var (first, etag) = await ReturnAsync(file);
        using var applied = await ApplyAsync(first, etag);
        Edit(file, "update landregistry_package set name = name || ' '");

        var (again, secondTag) = await ReturnAsync(file);
        using var second = await ApplyAsync(again, secondTag);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.GetProperty("id").GetInt64(), again.GetProperty("id").GetInt64());
        Assert.Equal("same", Outcome(again, _first, "name"));
        Assert.Equal(JsonValueKind.Null, (await second.JsonAsync()).GetProperty("changeId").ValueKind);
        Assert.Equal((1L, 1L), (
            await Register.AskAsync<long>("select count(*) from registry.parcel_note where parcel_id = $1", _first),
            await Register.AskAsync<long>("select count(*) from registry.document where parcel_id = $1", _first)));
    }

    [Fact]
    public async Task A_conflict_is_listed_and_waits_for_a_choice_while_the_boundary_is_never_merged()
    {
        var file = await PackageAsync();
        await ExportRegister.RunAsync("ogrinfo", file, "-sql", $"update parcels set name = '外业名' where parcel_id = {_first}");
        await EditBoundaryAsync(file, _first, Moved);
        await Register.WriteAsync("update registry.parcel set name = '登记名', boundary = st_multi(st_makeenvelope(114.05, 30.5, 114.0511, 30.5011, 4490)) where id = $1", _first);

        var (returned, etag) = await ReturnAsync(file);
        using var open = await ApplyAsync(returned, etag);
        using var chosen = await ApplyAsync(returned, etag, Choice(_first, "name", "office"), Choice(_first, "boundary", "field"));

        Assert.Equal(2, returned.GetProperty("conflicts").GetInt32());
        var boundary = returned.GetProperty("parcels")[0].GetProperty("values").EnumerateArray().Single(value => value.GetProperty("field").GetString() == "boundary");
        Assert.All(new[] { "base", "inField", "inOffice" }, side => Assert.Equal("MultiPolygon", boundary.GetProperty(side).GetProperty("type").GetString()));
        await open.AssertProblemAsync(HttpStatusCode.Conflict, "field-conflicts-open");
        Assert.True(chosen.IsSuccessStatusCode, await chosen.Content.ReadAsStringAsync());
        Assert.Equal("登记名", await Register.AskAsync<string>("select name from registry.parcel where id = $1", _first));
        Assert.True(await Register.AskAsync<bool>("select st_equals(boundary, st_geomfromtext($2, 4490)) from registry.parcel where id = $1", _first, Moved));
    }

    [Fact]
    public async Task Files_of_two_officers_may_come_in_any_order()
    {
        var states = new List<string>();
        foreach (var isTurned in new[] { false, true })
        {
            await Register.WriteAsync("update registry.parcel set name = '甲地块', remarks = null, address = null where id = $1", _first);
            var (one, two) = (await PackageAsync(), await PackageAsync());
            Edit(one, $"update parcels set name = '一组名' where parcel_id = {_first}");
            Edit(two, $"update parcels set remarks = '二组备注', address = '二组坐落' where parcel_id = {_first}");

            foreach (var file in isTurned ? [two, one] : new[] { one, two })
            {
                var (returned, etag) = await ReturnAsync(file);
                using var applied = await ApplyAsync(returned, etag);
                Assert.True(applied.IsSuccessStatusCode, await applied.Content.ReadAsStringAsync());
            }

            states.Add(await Register.AskAsync<string>("select concat_ws('|', name, remarks, address) from registry.parcel where id = $1", _first));
        }

        Assert.Equal(["一组名|二组备注|二组坐落", "一组名|二组备注|二组坐落"], states);
    }

    [Fact]
    public async Task A_move_of_status_that_the_table_does_not_have_is_refused_with_its_reason_until_the_registers_is_kept()
    {
        var file = await PackageAsync();
        Edit(file, $"update parcels set status = 'closed', remarks = '已拆' where parcel_id = {_second}");

        var (returned, etag) = await ReturnAsync(file);
        using var refused = await ApplyAsync(returned, etag);
        using var kept = await ApplyAsync(returned, etag, Choice(_second, "status", "office"));

        var value = returned.GetProperty("parcels")[0].GetProperty("values").EnumerateArray().Single(one => one.GetProperty("field").GetString() == "status");
        Assert.Equal("status-move-forbidden", value.GetProperty("refusals")[0].GetProperty("code").GetString());
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "field-rows-refused");
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
        Assert.Equal("suspected|已拆", await Register.AskAsync<string>("select concat_ws('|', status, remarks) from registry.parcel where id = $1", _second));
    }

    [Fact]
    public async Task A_boundary_drawn_outside_makes_an_unsurveyed_parcel_a_surveyed_one_unless_it_lies_on_a_neighbour()
    {
        var (good, bad) = (await PackageAsync(), await PackageAsync());
        await DrawAsync(good, "MULTIPOLYGON(((114.0635 30.5,114.0645 30.5,114.0645 30.501,114.0635 30.501,114.0635 30.5)))");
        await DrawAsync(bad, "MULTIPOLYGON(((114.0575 30.5,114.0645 30.5,114.0645 30.501,114.0575 30.501,114.0575 30.5)))");

        var (overlapping, badTag) = await ReturnAsync(bad);
        using var refused = await ApplyAsync(overlapping, badTag);
        var (returned, etag) = await ReturnAsync(good);
        using var applied = await ApplyAsync(returned, etag);

        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "field-rows-refused");
        Assert.True(applied.IsSuccessStatusCode, await applied.Content.ReadAsStringAsync());
        Assert.True(await Register.AskAsync<bool>("select boundary is not null and measured_area_square_metres > 9000 from registry.parcel where id = $1", _point));
    }

    [Fact]
    public async Task A_parcel_drawn_in_the_field_is_entered_once_and_one_that_a_rule_forbids_is_left_out()
    {
        var file = await PackageAsync();
        Edit(file, "insert into parcels (geom, name, note, checked_on) values ($geom, '新发现', '无人使用', '2026-06-14')", ("$geom", await BlobAsync(Free)));
        Edit(file, "insert into parcels (geom, name) values ($geom, '压占')", ("$geom", await BlobAsync(Moved)));
        Edit(file, "insert into parcel_points (name) values ('无图形')");

        var (returned, etag) = await ReturnAsync(file);
        using var refused = await ApplyAsync(returned, etag);
        using var applied = await ApplyAsync(returned, etag, new { drawn = Drawn(returned, "压占").GetProperty("key").GetString(), take = "office" });
        Edit(file, "update landregistry_package set name = name || ' '");
        var (again, _) = await ReturnAsync(file);

        Assert.Equal((2, 1), (returned.GetProperty("drawn").GetArrayLength(), returned.GetProperty("leftOut").GetInt32()));
        Assert.Equal("boundary-overlaps", Drawn(returned, "压占").GetProperty("refusals")[0].GetProperty("code").GetString());
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "field-rows-refused");
        Assert.True(applied.IsSuccessStatusCode, await applied.Content.ReadAsStringAsync());
        Assert.Equal("in_use|2026-06-14|field|无人使用|t", await Register.AskAsync<string>(
            "select concat_ws('|', p.status, p.status_since, p.source, n.text, p.measured_area_square_metres > 9000) from registry.parcel p join registry.parcel_note n on n.parcel_id = p.id where p.name = '新发现' and p.zone_id = $1", _zone));
        Assert.Equal(JsonValueKind.Number, Drawn(again, "新发现").GetProperty("parcelId").ValueKind);
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel where name = '压占'"));
    }

    [Fact]
    public async Task Many_drawings_are_entered_together_and_those_that_lie_on_each_other_are_refused_both()
    {
        var file = await PackageAsync();
        for (var i = 0; i < 30; i++)
        {
            Edit(file, "insert into parcels (geom, name, note) values ($geom, $name, $note)", ("$geom", await BlobAsync(Strip(i, 0.0004))), ("$name", $"新{i:00}"), ("$note", $"记{i:00}"));
        }

        Edit(file, "insert into parcels (geom, name) values ($geom, '压新07')", ("$geom", await BlobAsync(Strip(7, 0.0003))));
        var (returned, etag) = await ReturnAsync(file);
        using var refused = await ApplyAsync(returned, etag);
        using var applied = await ApplyAsync(returned, etag, new { drawn = Drawn(returned, "压新07").GetProperty("key").GetString(), take = "office" });

        Assert.Equal(["压新07", "新07"], returned.GetProperty("drawn").EnumerateArray().Where(one => one.GetProperty("refusals").GetArrayLength() > 0).Select(one => one.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "field-rows-refused");
        Assert.True(applied.IsSuccessStatusCode, await applied.Content.ReadAsStringAsync());
        Assert.Equal(30, await Register.AskAsync<long>("select count(*) from registry.parcel p join registry.parcel_note n on n.parcel_id = p.id and n.text = '记' || right(p.name, 2) where p.source = 'field' and p.boundary is not null"));
        Assert.Equal(1, await Register.AskAsync<long>("select count(distinct change_id) from registry.parcel where source = 'field'"));

        static string Strip(int i, double width) => FormattableString.Invariant($"MULTIPOLYGON((({114.06 + (i * 0.0005)} 30.52,{114.06 + (i * 0.0005) + width} 30.52,{114.06 + (i * 0.0005) + width} 30.521,{114.06 + (i * 0.0005)} 30.521,{114.06 + (i * 0.0005)} 30.52)))");
    }

    [Fact]
    public async Task A_drawn_parcel_whose_entry_was_undone_may_be_entered_again()
    {
        var file = await PackageAsync();
        Edit(file, "insert into parcel_points (geom, name, status) values ($geom, '新点', 'suspected')", ("$geom", await BlobAsync("POINT Z(114.07 30.52 23.5)")));
        var (returned, etag) = await ReturnAsync(file);
        using var applied = await ApplyAsync(returned, etag);
        var change = (await applied.JsonAsync()).GetProperty("changeId").GetInt64();
        using var undone = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "误交" }, null);
        Assert.True(undone.IsSuccessStatusCode, await undone.Content.ReadAsStringAsync());

        var (again, tag) = await ReturnAsync(file);
        using var second = await ApplyAsync(again, tag);

        Assert.Equal(JsonValueKind.Null, Drawn(again, "新点").GetProperty("parcelId").ValueKind);
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.parcel where name = '新点' and status = 'suspected' and ended_on is null"));
    }

    [Fact]
    public async Task A_file_of_another_register_and_a_file_of_another_kind_are_refused()
    {
        var foreign = await PackageAsync();
        Edit(foreign, $"update landregistry_package set token = '{Guid.NewGuid()}'");
        var broken = await PackageAsync();
        Edit(broken, $"update parcels set status = 'sold', checked_on = '05/03/24' where parcel_id = {_first}");

        using var notOurs = await SendAsync(await File.ReadAllBytesAsync(foreign));
        using var noFile = await SendAsync("not a database"u8.ToArray());
        using var unclear = await SendAsync(await File.ReadAllBytesAsync(broken));

        await notOurs.AssertProblemAsync(HttpStatusCode.Conflict, "field-file-not-ours");
        await noFile.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "field-file-refused");
        var faults = (await unclear.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "field-file-refused")).GetProperty("faults");
        Assert.Contains($"parcel_id={_first}", faults[0].GetProperty("field").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_tells_the_parcels_as_they_were_when_it_was_made_however_late_it_is_read()
    {
        using var made = await Client.PostAsJsonAsync(new Uri($"/api/field-packages?zone={_zone}", UriKind.Relative), new { name = "一组", parcels = new[] { _first } });
        await Register.WriteAsync("update registry.parcel set name = '后来改名' where id = $1", _first);

        var file = await SaveAsync((await made.JsonAsync()).GetProperty("id").GetInt64());
        var (returned, _) = await ReturnAsync(file);

        Assert.Equal("office", Outcome(returned, _first, "name"));
        Assert.Equal(1, returned.GetProperty("package").GetProperty("parcelCount").GetInt32());
    }

    private async Task<string> PackageAsync()
    {
        using var made = await Client.PostAsJsonAsync(new Uri($"/api/field-packages?zone={_zone}", UriKind.Relative), new { name = "一组" });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return await SaveAsync((await made.JsonAsync()).GetProperty("id").GetInt64());
    }

    private async Task<string> SaveAsync(long package)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.gpkg");
        await File.WriteAllBytesAsync(path, await Client.GetByteArrayAsync(new Uri($"/api/field-packages/{package}/file", UriKind.Relative)));
        return path;
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await Client.PostAsync(new Uri("/api/field-returns", UriKind.Relative), body);
    }

    private async Task<(JsonElement Return, string ETag)> ReturnAsync(string file)
    {
        using var answer = await SendAsync(await File.ReadAllBytesAsync(file));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync(), answer.Headers.ETag!.Tag);
    }

    private Task<HttpResponseMessage> ApplyAsync(JsonElement returned, string etag, params object[] choices) =>
        Client.PostAsync($"/api/field-returns/{returned.GetProperty("id").GetInt64()}/apply", new { reason = "外业核查", choices }, etag);

    private static JsonElement Drawn(JsonElement returned, string name) => returned.GetProperty("drawn").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    private static object Choice(long parcel, string field, string take) => new { parcelId = parcel, field, take };

    private static string? Outcome(JsonElement returned, long parcel, string field) => returned.GetProperty("parcels").EnumerateArray()
        .Single(one => one.GetProperty("parcelId").GetInt64() == parcel).GetProperty("values").EnumerateArray()
        .Single(value => value.GetProperty("field").GetString() == field).GetProperty("outcome").GetString();

    /// <summary>Edits a file as any program that opens SQLite may.</summary>
    private static void Edit(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static void EditPhoto(string file, long parcel) =>
        Edit(file, "insert into parcel_photos (parcel_id, taken_on, title, photo) values ($id, '2026-06-14', '西侧', $photo)", ("$id", parcel), ("$photo", Jpeg));

    private async Task EditBoundaryAsync(string file, long parcel, string wkt) =>
        Edit(file, "update parcels set geom = $geom where parcel_id = $id", ("$geom", await BlobAsync(wkt)), ("$id", parcel));

    private async Task DrawAsync(string file, string wkt) =>
        Edit(file, "insert into parcels (geom, parcel_id, base_version, code, name, status) select $geom, parcel_id, base_version, code, name, status from parcel_points where parcel_id = $id", ("$geom", await BlobAsync(wkt)), ("$id", _point));

    private async Task<byte[]> BlobAsync(string wkt)
    {
        var shape = await Register.AskAsync<byte[]>("select st_asbinary(st_geomfromtext($1), 'NDR')", wkt);
        return [(byte)'G', (byte)'P', 0, 1, .. BitConverter.GetBytes(4490), .. shape];
    }
}
