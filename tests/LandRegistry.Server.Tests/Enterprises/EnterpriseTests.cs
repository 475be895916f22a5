using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Enterprises;

public sealed class EnterpriseTests : RegisterTest
{
    private long _zone;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
    }

    [Fact]
    public async Task Land_counts_whole_for_who_uses_it_alone_in_parts_for_several_and_not_for_who_lets_it_out()
    {
        var (own, let, common) = (await ParcelAsync(0, 1000m), await ParcelAsync(1, 2000m), await ParcelAsync(2, 3000m));
        var one = await Register.AddHolderAsync(own, "甲示例有限公司");
        var other = await Register.AddHolderAsync(let, "乙示例有限公司");
        await OccupyAsync(one, let, "lessee");
        await OccupyAsync(one, common, "occupier");
        await OccupyAsync(other, common, "occupier");

        var (first, second) = (await DetailAsync(one), await DetailAsync(other));

        Assert.Equal((1000m, 2000m, 1500m), Areas(first));
        Assert.Equal((0m, 0m, 1500m), Areas(second));
        Assert.Equal(["owned", "leased", "shared"], first.GetProperty("parcels").EnumerateArray().Select(parcel => parcel.GetProperty("share").GetString()));
        Assert.Equal("let_out", second.GetProperty("parcels")[0].GetProperty("share").GetString());
    }

    [Fact]
    public async Task A_part_of_unknown_area_makes_that_area_unknown_and_no_land_makes_it_zero()
    {
        var one = await Register.AddHolderAsync(await ParcelAsync(0, null), "甲示例有限公司");

        var areas = (await DetailAsync(one)).GetProperty("areas");

        Assert.Equal(JsonValueKind.Null, areas.GetProperty("ownedSquareMetres").ValueKind);
        Assert.Equal(0m, areas.GetProperty("leasedSquareMetres").GetDecimal());
    }

    [Fact]
    public async Task An_actual_figure_takes_the_place_of_the_estimated_one_which_stays_in_the_history()
    {
        var id = await Register.AddHolderAsync(await ParcelAsync(0, 1000m), "甲示例有限公司");
        var year = new { name = "tax_yuan", from = "2025-01-01", to = "2025-12-31", amount = 900_000, isEstimated = true, source = "预计" };
        await DoAsync(id, "metrics", year);

        var detail = await DoAsync(id, "metrics", new { year.name, year.from, year.to, amount = 812_345.67, source = "税务局" });

        var metric = Assert.Single(detail.GetProperty("metrics").EnumerateArray());
        Assert.Equal((812_345.67m, false, 2), (metric.GetProperty("amount").GetDecimal(), metric.GetProperty("isEstimated").GetBoolean(), metric.GetProperty("version").GetInt32()));
        Assert.Equal(900_000m, await Register.AskAsync<decimal>("select (facts ->> 'amount')::numeric from registry.record_history where record_kind = 'enterprise_metric'"));
    }

    [Fact]
    public async Task The_latest_operating_state_by_its_day_is_the_state_however_it_was_recorded()
    {
        var id = await Register.AddHolderAsync(await ParcelAsync(0, 1000m), "甲示例有限公司");
        await DoAsync(id, "operating-states", new { state = "stopped", on = "2026-03-01", causes = new[] { "market", "capital" }, source = "走访" });

        var detail = await DoAsync(id, "operating-states", new { state = "limited", on = "2026-01-01", source = "走访" });

        Assert.Equal(("stopped", true), (detail.GetProperty("operatingState").GetString(), detail.GetProperty("isIdle").GetBoolean()));
        Assert.Equal(["stopped", "limited"], detail.GetProperty("states").EnumerateArray().Select(state => state.GetProperty("state").GetString()));
        Assert.Equal("limited", (await DetailAsync(id, "2026-02-01")).GetProperty("operatingState").GetString());
        Assert.Equal([id], (await Client.GetJsonAsync("/api/enterprises?idle=true")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task A_zombie_is_found_by_several_signals_with_evidence_and_unknown_ones_leave_it_open()
    {
        var id = await Register.AddHolderAsync(await ParcelAsync(0, 1000m), "甲示例有限公司");
        await DoAsync(id, "signals", new { signal = "insolvent", isPresent = true, on = "2026-05-01", document = "审计1", source = "审计" });
        var open = (await DetailAsync(id)).GetProperty("zombie");

        var found = (await DoAsync(id, "signals", new { signal = "stopped", isPresent = true, on = "2026-05-02", source = "走访" })).GetProperty("zombie");

        Assert.Equal((2, JsonValueKind.Null), (open.GetProperty("score").GetInt32(), open.GetProperty("isZombie").ValueKind));
        Assert.True(found.GetProperty("isZombie").GetBoolean());
        Assert.Equal("审计1", found.GetProperty("signals").EnumerateArray().Single(one => one.GetProperty("signal").GetString() == "insolvent").GetProperty("document").GetString());
        Assert.Equal(0, (await DetailAsync(id, "2026-04-30")).GetProperty("zombie").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task The_list_finds_former_names_and_pages_by_id()
    {
        var ids = new List<long>();
        for (var place = 0; place < 3; place++)
        {
            ids.Add(await Register.AddHolderAsync(await ParcelAsync(place, 1000m), $"示例{place}有限公司"));
        }

        await Register.WriteAsync("update registry.enterprise set former_names = '{协力生物}' where id = $1", ids[1]);
        var first = await Client.GetJsonAsync("/api/enterprises?limit=2");

        Assert.Equal([ids[1]], Ids(await Client.GetJsonAsync("/api/enterprises?q=协力")));
        Assert.Equal([ids[0], ids[1]], Ids(first));
        Assert.Equal([ids[2]], Ids(await Client.GetJsonAsync($"/api/enterprises?limit=2&cursor={first.GetProperty("nextCursor").GetString()}")));
    }

    [Fact]
    public async Task The_list_marks_zombies_and_types_of_strategies_and_keeps_those_asked_for_page_by_page()
    {
        var ids = new List<long>();
        for (var place = 0; place < 5; place++)
        {
            ids.Add(await Register.AddHolderAsync(await ParcelAsync(place, 1000m), $"示例{place}有限公司"));
        }

        foreach (var id in new[] { ids[1], ids[4] })
        {
            await DoAsync(id, "signals", new { signal = "insolvent", isPresent = true, source = "审计" });
            await DoAsync(id, "signals", new { signal = "stopped", isPresent = true, source = "走访" });
        }

        await DoAsync(ids[2], "signals", new { signal = "stopped", isPresent = true, source = "走访" });
        await Register.WriteAsync("insert into registry.strategy (enterprise_id, number, type, officer, end_on, approved_on) values ($1, 1, 'merger', '孙', '2027-01-01', '2026-01-01')", ids[1]);

        var all = (await Client.GetJsonAsync("/api/enterprises")).GetProperty("items").EnumerateArray().ToList();
        var first = await Client.GetJsonAsync("/api/enterprises?zombie=true&limit=1");

        Assert.Equal([null, true, null, null, true], all.Select(row => row.GetProperty("isZombie") is { ValueKind: JsonValueKind.True } ? true : (bool?)null));
        Assert.Equal("merger", all[1].GetProperty("strategyType").GetString());
        Assert.Equal([ids[1]], Ids(first));
        Assert.Equal([ids[4]], Ids(await Client.GetJsonAsync($"/api/enterprises?zombie=true&limit=1&cursor={first.GetProperty("nextCursor").GetString()}")));
        Assert.Equal([ids[1]], Ids(await Client.GetJsonAsync("/api/enterprises?strategy=merger&strategy=upgrade_in_place")));
        Assert.Equal([ids[4]], Ids(await Client.GetJsonAsync("/api/enterprises?strategy=none&zombie=true")));
    }

    [Fact]
    public async Task What_an_enterprise_is_can_be_corrected_and_a_new_name_keeps_the_former()
    {
        var id = await Register.AddHolderAsync(await ParcelAsync(0, 1000m), "协力生物有限公司");
        await Register.AddHolderAsync(await ParcelAsync(1, 1000m), "乙示例有限公司", "91350200776049653A");
        var particulars = new { name = "新力生物有限公司", industryCode = "2761", scale = "above", producingSince = "2024-05-01", isExempt = true, reason = "变更登记" };

        using var corrected = await PutAsync(id, particulars, 1);
        using var stale = await PutAsync(id, particulars, 1);
        using var taken = await PutAsync(id, new { name = "新力生物有限公司", creditCode = "91350200776049653a", reason = "补录" }, 2);
        using var malformed = await PutAsync(id, new { name = "", creditCode = "123", scale = "big", producingSince = "2026-06-16" }, 2);

        var detail = await corrected.JsonAsync();
        Assert.Equal(("新力生物有限公司", "协力生物有限公司", "2024-05-01", true), (
            detail.GetProperty("name").GetString(), detail.GetProperty("formerNames")[0].GetString(), detail.GetProperty("producingSince").GetString(), detail.GetProperty("isExempt").GetBoolean()));
        Assert.Equal([id], Ids(await Client.GetJsonAsync("/api/enterprises?q=协力")));
        Assert.Equal("新力生物有限公司", (await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version")).GetProperty("current").GetProperty("name").GetString());
        Assert.Contains("乙示例有限公司", (await taken.AssertProblemAsync(HttpStatusCode.Conflict, "credit-code-taken")).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["creditCode", "name", "producingSince", "reason", "scale"], (await malformed.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request"))
            .GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_several_who_give_one_credit_code_at_the_same_moment_one_succeeds_and_the_others_are_told_who_has_it()
    {
        var ids = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await Register.AddHolderAsync(await ParcelAsync(i, 1000m), $"同码{i}号有限公司"));
        }

        var answers = await Task.WhenAll(ids.Select(id => PutAsync(id, new { name = $"同码{id}有限公司", creditCode = "91350200776049653A", reason = "补录" }, 1)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await answer.AssertProblemAsync(HttpStatusCode.Conflict, "credit-code-taken");
        }

        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_record_on_a_stale_version_and_one_of_the_future_are_not_taken()
    {
        var id = await Register.AddHolderAsync(await ParcelAsync(0, 1000m), "甲示例有限公司");

        using var stale = await Client.PostAsync($"/api/enterprises/{id}/signals", new { signal = "stopped", isPresent = true, source = "x" }, $"\"p{id}-v9\"");
        using var future = await Client.PostAsync($"/api/enterprises/{id}/operating-states", new { state = "gone", on = "2026-06-16" }, $"\"p{id}-v1\"");

        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal(["state", "on", "source"], (await future.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));
    }

    private async Task<HttpResponseMessage> PutAsync(long id, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/enterprises/{id}") { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.IfMatch.Add(System.Net.Http.Headers.EntityTagHeaderValue.Parse($"\"p{id}-v{version}\""));
        return await Client.SendAsync(request);
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetInt64());

    private static (decimal, decimal, decimal) Areas(JsonElement detail) => (
        detail.GetProperty("areas").GetProperty("ownedSquareMetres").GetDecimal(), detail.GetProperty("areas").GetProperty("leasedSquareMetres").GetDecimal(),
        detail.GetProperty("areas").GetProperty("sharedSquareMetres").GetDecimal());

    private Task<long> ParcelAsync(int place, decimal? area) => Register.AddParcelAsync(_zone, place, surveyed: false, stated: area);

    private Task OccupyAsync(long enterprise, long parcel, string role) =>
        Register.WriteAsync("insert into registry.occupancy (enterprise_id, parcel_id, role, change_id) values ($1, $2, $3, 0)", enterprise, parcel, role);

    private Task<JsonElement> DetailAsync(long id, string? asOf = null) => Client.GetJsonAsync($"/api/enterprises/{id}{(asOf is null ? "" : "?asOf=" + asOf)}");

    private async Task<JsonElement> DoAsync(long id, string route, object body)
    {
        var version = (await DetailAsync(id)).GetProperty("version").GetInt32();
        using var answer = await Client.PostAsync($"/api/enterprises/{id}/{route}", body, $"\"p{id}-v{version}\"");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
