using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

public sealed class ImportJourneyTests : ImportJourneyTest
{
    private static readonly string Three = Csv(("A1", "一号", "14.4", "闲置", 114.05), ("A2", "二号", "", "在用", 114.06), ("A3", "三号", "14.4", "在库", 114.07));

    [Fact]
    public async Task A_file_is_looked_at_guessed_judged_committed_and_undone_and_taken_again()
    {
        await Register.AddZoneAsync("Z1");
        var sent = await SendAsync(Three, @"C:\office\宗地.csv");
        Assert.Equal(("choosing", "宗地.csv"), (Phase(sent), sent.GetProperty("fileName").GetString()));
        Assert.Equal(
            ["SourceId", "Name", "StatedAreaSquareMetres", "Status"],
            sent.GetProperty("choices").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString()));

        var judged = await JudgeAsync(sent, "Z1");
        Assert.Equal("judged", Phase(judged));
        Assert.Equal((3, 0, 0, 0, 0), Counts(judged));
        Assert.Equal(0, await CountAsync());

        var committed = await StepAsync(judged, "commit", new { reason = "年度调查" });
        Assert.Equal("committed", Phase(committed));
        Assert.Equal("idle,in_use,reserved", await Register.AskAsync<string>("select string_agg(status, ',' order by status) from registry.parcel"));
        Assert.Equal(9600, await Register.AskAsync<double>("select stated_area_square_metres::float8 from registry.parcel where source_id = 'A1'"), 0);

        var again = await ImportAsync(Three, "Z1");
        Assert.Equal("nothing_new", Phase(again));
        Assert.Equal((0, 0, 3, 0, 0), Counts(again));

        using var undo = await Client.PostAsJsonAsync(new Uri($"/api/changes/{committed.GetProperty("changeId").GetInt64()}/undo", UriKind.Relative), new { reason = "错了" });
        Assert.True(undo.IsSuccessStatusCode, await undo.Content.ReadAsStringAsync());
        Assert.Equal(0, await CountAsync());
        Assert.True((await SettledAsync(committed.GetProperty("id").GetInt64())).GetProperty("isUndone").GetBoolean());

        Assert.Equal((0, 3, 0, 0, 0), Counts(await ImportAsync(Three, "Z1")));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task What_changed_is_told_field_by_field_and_only_that_is_written()
    {
        await Register.AddZoneAsync("Z1");
        await ImportAsync(Three, "Z1");
        await Register.WriteAsync("update registry.parcel set officer = 'Li' where source_id = 'A2'");

        var judged = await JudgeAsync(await SendAsync(Csv(("A1", "一号改", "14.4", "闲置", 114.05), ("A3", "三号", "14.4", "在库", 114.0705))), "Z1");

        Assert.Equal((0, 2, 0, 0, 0), Counts(judged));
        var rows = await RowsAsync(judged, "changed");
        Assert.Equal(("一号", "一号改"), (rows[0].GetProperty("differences").GetProperty("name").GetProperty("before").GetString(), rows[0].GetProperty("differences").GetProperty("name").GetProperty("after").GetString()));
        Assert.True(rows[1].GetProperty("differences").TryGetProperty("boundary", out _));
        Assert.Equal("source", rows[1].GetProperty("matchedBy").GetString());
        Assert.NotEqual(rows[1].GetProperty("shape").ToString(), rows[1].GetProperty("shapeBefore").ToString());
        await StepAsync(judged, "commit", new { reason = "" });
        Assert.Equal("一号改", await Register.AskAsync<string>("select name from registry.parcel where source_id = 'A1'"));
        Assert.Equal(114.0705, await Register.AskAsync<double>("select st_xmin(boundary) from registry.parcel where source_id = 'A3'"), 6);
    }

    [Fact]
    public async Task Ground_in_common_is_the_same_parcel_whose_id_and_first_day_stay_and_that_can_be_decided_otherwise()
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.WriteAsync(
            "insert into registry.parcel (zone_id, name, boundary, location, status, status_since, source) values ($1, '老名', st_multi(st_geomfromtext('" + Square(114.05) + "', 4490)), st_setsrid(st_makepoint(114.0505, 30.5005), 4490), 'in_use', '2020-01-01', 'officer')", zone);
        var parcel = await Register.AskAsync<long>("select id from registry.parcel where source = 'officer'");

        var judged = await JudgeAsync(await SendAsync(Csv(("A1", "新名", "14.4", "闲置", 114.0505))), "Z1");
        var row = Assert.Single(await RowsAsync(judged, "changed"));
        Assert.Equal((parcel, "ground"), (row.GetProperty("parcelId").GetInt64(), row.GetProperty("matchedBy").GetString()));
        Assert.Equal(0.5, row.GetProperty("share").GetDouble(), 3);
        Assert.Contains((await IssuesAsync(judged)).GetProperty("items").EnumerateArray(), issue => issue.GetProperty("kind").GetString() == "status");

        var other = await StepAsync(judged, "matches", new { row = row.GetProperty("row").GetInt32(), parcel = (long?)null });
        Assert.Equal((0, 0, 0, 1, 0), Counts(other));
        Assert.Contains((await IssuesAsync(other)).GetProperty("items").EnumerateArray(), issue => issue.GetProperty("kind").GetString() == "overlap");

        await StepAsync(await StepAsync(other, "matches", new { row = row.GetProperty("row").GetInt32(), reset = true }), "commit", new { reason = "" });
        Assert.Equal("新名 in_use 2020-01-01 officer", await Register.AskAsync<string>("select concat_ws(' ', name, status, status_since, source) from registry.parcel where id = $1", parcel));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Rows_that_cannot_stand_are_refused_with_repairs_that_are_accepted_one_by_one_or_by_kind()
    {
        await Register.AddZoneAsync("Z1");
        const string Bow = "POLYGON ((114.09 30.5,114.091 30.501,114.091 30.5,114.09 30.501,114.09 30.5))";
        var text = Csv(("A1", "一号", "14.4", "闲置", 114.05), ("A2", "重叠", "14.4", "闲置", 114.0505)) + $"A3,蝴蝶结,1,闲置,\"{Bow}\"\r\nA1,重复,1,闲置,\"{Square(114.2)}\"\r\n";

        var judged = await JudgeAsync(await SendAsync(text), "Z1");
        Assert.Equal((1, 0, 0, 3, 0), Counts(judged));
        Assert.Equal(
            ["duplicate", "geometry", "overlap-rows"],
            (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Where(issue => issue.GetProperty("severity").GetString() == "refused").Select(issue => issue.GetProperty("kind").GetString()).Order());

        var mended = await StepAsync(judged, "repairs", new { accept = true, kind = "geometry" });
        Assert.Equal((2, 0, 0, 2, 0), Counts(mended));
        var kept = await StepAsync(mended, "repairs", new { accept = true, kind = "overlap-rows" });
        Assert.Equal((3, 0, 0, 1, 0), Counts(kept));
        var back = await StepAsync(kept, "repairs", new { accept = false, kind = "overlap-rows" });
        Assert.Equal((2, 0, 0, 2, 0), Counts(back));
        var without = await StepAsync(back, "exclusions", new { rows = new[] { 2 }, exclude = true });
        Assert.Equal((2, 0, 0, 1, 1), Counts(without));

        await StepAsync(without, "commit", new { reason = "" });
        Assert.Equal("A2,A3", await Register.AskAsync<string>("select string_agg(source_id, ',' order by source_id) from registry.parcel"));
        Assert.True(await Register.AskAsync<bool>("select bool_and(st_isvalid(boundary)) from registry.parcel"));
        var report = await Client.GetStringAsync(new Uri($"/api/imports/{without.GetProperty("id").GetInt64()}/issues.csv", UriKind.Relative));
        Assert.Contains("geometry,refused", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_finds_its_parcels_by_code_and_by_holder_and_brings_contract_and_holder()
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.WriteAsync(
            "insert into registry.parcel (zone_id, code, location, status, status_since, source) values ($1, '429001001001GB00001', st_setsrid(st_makepoint(114.05, 30.5), 4490), 'in_use', '2020-01-01', 'officer')", zone);
        const string Ledger = "宗地代码,使用权人,统一社会信用代码,合同编号,签订日期,约定开工日期,约定竣工日期,成交价款（万元）\r\n"
            + "429001001001GB00001,甲公司,91420100MA4KX12345,HT-1,2021/3/5,2022年1月1日,2023.1.1,1200\r\n"
            + "4.29E+17,乙公司,91420100MA4KX1234,,2021-02-30,,,\r\n";

        var judged = await JudgeAsync(await SendAsync(Ledger), "Z1");
        Assert.Equal((0, 1, 0, 1, 0), Counts(judged));
        Assert.Superset(
            new HashSet<string?> { "parcel-code", "credit-code", "date", "place" },
            (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Select(issue => issue.GetProperty("kind").GetString()).ToHashSet());
        var committed = await StepAsync(judged, "commit", new { reason = "" });

        Assert.Equal("committed", Phase(committed));
        Assert.Equal("HT-1 2022-01-01 12000000.00", await Register.AskAsync<string>("select concat_ws(' ', number, agreed_commencement_on, price_yuan) from registry.contract"));
        Assert.Equal("甲公司 holder", await Register.AskAsync<string>("select e.name || ' ' || o.role from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id"));
        Assert.Equal("nothing_new", Phase(await StepAsync(await JudgeAsync(await SendAsync(Ledger), "Z1"), "commit", new { reason = "" })));

        var byHolder = await JudgeAsync(await SendAsync("统一社会信用代码,使用权人,备注\r\n91420100MA4KX12345,甲公司,已约谈\r\n"), "Z1");
        Assert.Equal("credit_code", Assert.Single(await RowsAsync(byHolder, "changed")).GetProperty("matchedBy").GetString());
    }

    [Fact]
    public async Task A_campaign_holds_the_parcels_of_its_import_also_those_that_did_not_change()
    {
        await Register.AddZoneAsync("Z1");
        await ImportAsync(Csv(("A1", "一号", "14.4", "闲置", 114.05)), "Z1");
        using var made = await Client.PostAsJsonAsync(new Uri("/api/campaigns", UriKind.Relative), new
        {
            name = "2026 年闲置土地调查", fromOn = "2026-01-01", toOn = "2026-03-31", leadAgency = "开发区管委会", partnerAgencies = new[] { "县自然资源和规划局" }, method = "现场", surveyor = "张三",
        });
        var campaign = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();

        Assert.Equal("committed", Phase(await ImportAsync(Three, "Z1", campaign)));
        Assert.Equal("nothing_new", Phase(await ImportAsync(Three, "Z1", campaign)));

        Assert.Equal(3, Assert.Single((await Client.GetJsonAsync("/api/campaigns")).EnumerateArray()).GetProperty("parcelCount").GetInt64());
    }

    [Fact]
    public async Task A_profile_that_was_saved_is_listed_after_those_of_the_program_and_steps_out_of_turn_are_refused()
    {
        var sent = await SendAsync(Three);
        using var saved = await Client.PutAsJsonAsync(new Uri("/api/import-profiles?name=县里的表", UriKind.Relative), Choices(sent, null));
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());

        var profiles = (await Client.GetJsonAsync("/api/import-profiles")).EnumerateArray().ToList();
        Assert.Equal(["cnig-friches", "england-brownfield", "县里的表"], profiles.Select(profile => profile.GetProperty("name").GetString()));
        using var early = await Client.PostAsJsonAsync(new Uri($"/api/imports/{sent.GetProperty("id").GetInt64()}/commit", UriKind.Relative), new { reason = "" });
        await early.AssertProblemAsync(HttpStatusCode.Conflict, "import-not-now");
        using var cancelled = await Client.PostAsync(new Uri($"/api/imports/{sent.GetProperty("id").GetInt64()}/cancel", UriKind.Relative), null);
        Assert.Equal("cancelled", Phase(await cancelled.Content.ReadFromJsonAsync<JsonElement>()));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Register.DataFolder, "imports")));
    }

    [Fact]
    public async Task What_changes_between_dry_run_and_commit_is_compared_anew_before_anything_is_written()
    {
        var zone = await Register.AddZoneAsync("Z1");
        var judged = await JudgeAsync(await SendAsync(Three), "Z1");
        await Register.WriteAsync(
            "insert into registry.parcel (zone_id, name, boundary, location, status, status_since, source) values ($1, '先到', st_multi(st_geomfromtext('" + Square(114.05) + "', 4490)), st_setsrid(st_makepoint(114.0505, 30.5005), 4490), 'in_use', '2020-01-01', 'officer')", zone);

        var stale = await StepAsync(judged, "commit", new { reason = "" });

        Assert.Equal("judged", Phase(stale));
        Assert.Contains("changed since", stale.GetProperty("fault").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, 1, 0, 0, 0), Counts(stale));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Where_zones_lie_that_a_person_does_not_see_is_not_told_by_the_look_at_a_file()
    {
        var own = await DrawnZoneAsync("OWN", 113);
        await DrawnZoneAsync("OTHER", 116);
        using var officer = await Register.NewPersonAsync("officer", ("officer", [own]));
        var file = Encoding.UTF8.GetBytes(Csv(("1", "东宗", "15", "闲置", 116.05)));

        Assert.Equal("in_zone", await FitAsync(Client, file));
        Assert.Equal("in_china", await FitAsync(officer, file));
    }

    [Fact]
    public async Task Land_elsewhere_that_rows_come_upon_is_told_by_nothing_but_that_it_is_elsewhere()
    {
        var own = await Register.AddZoneAsync("OWN");
        await Register.AddZoneAsync("OTHER");
        await ImportAsync(Csv(("S1", "密宗", "15", "闲置", 116.05)), "OTHER");
        using var officer = await Register.NewPersonAsync("prober", ("officer", [own]));
        // The first lies on it, the second covers a twentieth of it.
        foreach (var (west, says) in new[] { (116.05, "for which you may not import"), (116.05095, "It overlaps land outside your zones") })
        {
            using var sent = await officer.PostAsync(
                new Uri("/api/imports?fileName=probe.csv", UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes(Csv(("1", "甲", "15", "正常利用", west)))));
            var import = await SettledAsync((await sent.JsonAsync()).GetProperty("id").GetInt64());
            var path = $"/api/imports/{import.GetProperty("id").GetInt64()}";
            using var judged = await officer.PostAsJsonAsync(new Uri(path + "/judge", UriKind.Relative), Choices(import, "OWN"));
            Assert.Equal((0, 0, 0, 1, 0), Counts(await SettledAsync(import.GetProperty("id").GetInt64())));

            Assert.Contains(says, await officer.GetStringAsync(new Uri(path + "/issues", UriKind.Relative)), StringComparison.Ordinal);
            foreach (var list in new[] { "/rows", "/issues", "/issues.csv", "/shapes" })
            {
                var told = await officer.GetStringAsync(new Uri(path + list, UriKind.Relative));

                Assert.DoesNotContain("密宗", told, StringComparison.Ordinal);
                Assert.DoesNotContain("shapeBefore\":{", told, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("england-brownfield", 98)]
    [InlineData("cnig-friches", 90)]
    public async Task The_real_registers_go_through_the_same_journey_as_profiles_and_add_up(string profile, int rows)
    {
        var file = profile == "cnig-friches" ? "cartofriches/cartofriches_friches_standard_sample.csv" : "england-brownfield-london-2017/gla_brownfield_register_2017_sample.csv";
        var sent = await SendAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "data", file)), "register.csv");
        Assert.Equal(profile, sent.GetProperty("choices").GetProperty("profile").GetString());
        var judged = await StepAsync(sent, "judge", new { profile });

        Assert.Equal((rows, 0, 0, 0, 0), Counts(judged));
        var committed = await StepAsync(judged, "commit", new { reason = "" });
        Assert.Equal("committed", Phase(committed));
        Assert.Equal(rows, await CountAsync());
        using var undo = await Client.PostAsJsonAsync(new Uri($"/api/changes/{committed.GetProperty("changeId").GetInt64()}/undo", UriKind.Relative), new { reason = "错了" });
        Assert.True(undo.IsSuccessStatusCode, await undo.Content.ReadAsStringAsync());
        Assert.Equal(0, await CountAsync());
    }

    private async Task<long> DrawnZoneAsync(string code, int west)
    {
        var zone = await Register.AddZoneAsync(code);
        await Register.WriteAsync("update registry.zone set extent = st_multi(st_makeenvelope($2, 30, $2 + 0.9, 31, 4490)) where id = $1", zone, (double)west);
        return zone;
    }

    /// <summary>Where the best reading of a file's coordinates lands, for whoever sends it.</summary>
    private async Task<string?> FitAsync(HttpClient client, byte[] file)
    {
        using var answer = await client.PostAsync(new Uri("/api/imports?fileName=file.csv", UriKind.Relative), new ByteArrayContent(file));
        var import = await SettledAsync((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64());
        return import.GetProperty("file").GetProperty("crs").GetProperty("proposals")[0].GetProperty("fit").GetString();
    }
}
