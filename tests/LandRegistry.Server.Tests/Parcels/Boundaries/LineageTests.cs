using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Boundaries;

/// <summary>Splits and merges; the clock stands on 15 June 2026.</summary>
public sealed class LineageTests : BoundaryTest
{
    private static readonly object Halves = new { type = "LineString", coordinates = new[] { new[] { 114.0504, 30.499 }, [114.0504, 30.502] } };

    private long _parcel;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _parcel = await Register.AddParcelAsync(Zone, status: "idle", name: "大地块", stated: 10_650);
        await Register.AddHolderAsync(_parcel, "示例公司");
        await Register.WriteAsync(
            """
            insert into registry.contract (parcel_id, kind, number, signed_on, agreed_commencement_on, price_yuan, source, change_id)
            values ($1, 'contract', 'H-1', '2023-01-10', '2024-01-10', 1000000.01, '合同', 0)
            """,
            _parcel);
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, holder, registered_on, change_id) values ($1, 'mortgage', '示例银行', '2024-05-01', 0)", _parcel);
    }

    [Fact]
    public async Task A_split_ends_the_parcel_and_its_parts_keep_status_holder_burdens_and_the_idle_clock()
    {
        var clock = await ClockAsync(_parcel);

        var split = await SplitAsync();

        var parts = Parts(split);
        Assert.Equal(2, parts.Count);
        Assert.Equal(["990101001001GB00002", "990101001001GB00003"], parts.Select(part => part.GetProperty("code").GetString()));
        Assert.True(parts[0].GetProperty("areaSquareMetres").GetDouble() > parts[1].GetProperty("areaSquareMetres").GetDouble());
        foreach (var part in parts)
        {
            var card = await Client.GetJsonAsync($"/api/parcels/{IdOf(part)}");
            Assert.Equal(("idle", "示例公司"), (card.GetProperty("status").GetString(), card.GetProperty("holder").GetString()));
            Assert.Equal("mortgage", card.GetProperty("encumbrances")[0].GetProperty("kind").GetString());
            Assert.Equal(clock, await ClockAsync(IdOf(part)));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri($"/api/parcels/{_parcel}", UriKind.Relative))).StatusCode);
        Assert.Equal(2, await CountAsync());
        Assert.Equal(2, (await Client.GetJsonAsync("/api/parcels")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Money_and_areas_are_divided_by_ground_and_sum_up_to_what_they_were()
    {
        var parts = Parts(await SplitAsync());

        var contracts = new List<decimal>();
        var stated = 0m;
        foreach (var part in parts)
        {
            var card = await Client.GetJsonAsync($"/api/parcels/{IdOf(part)}");
            contracts.Add(card.GetProperty("contracts")[0].GetProperty("priceYuan").GetDecimal());
            stated += card.GetProperty("statedAreaSquareMetres").GetDecimal();
        }

        Assert.Equal(1_000_000.01m, contracts.Sum());
        Assert.InRange(contracts[0], 599_990m, 600_010m);
        Assert.Equal(10_650m, stated);
        Assert.Equal("合同; 承自 inherited from 990101001001GB00001", await Register.AskAsync<string>("select source from registry.contract where parcel_id = $1", IdOf(parts[0])));
    }

    [Fact]
    public async Task Lineage_leads_from_the_parts_to_the_parcel_and_back_and_the_past_shows_the_parcel()
    {
        var parts = Parts(await SplitAsync());

        var up = await Client.GetJsonAsync($"/api/parcels/{IdOf(parts[0])}/lineage");
        var down = await Client.GetJsonAsync($"/api/parcels/{_parcel}/lineage");

        var parent = Assert.Single(up.GetProperty("ancestors").EnumerateArray());
        Assert.Equal((_parcel, "split", "2026-06-15"), (IdOf(parent), parent.GetProperty("kind").GetString(), parent.GetProperty("endedOn").GetString()));
        Assert.Equal(parts.Select(IdOf).Order(), down.GetProperty("descendants").EnumerateArray().Select(IdOf));
        Assert.Equal("大地块", (await Client.GetJsonAsync($"/api/parcels/{_parcel}?asOf=2026-06-14")).GetProperty("name").GetString());
        Assert.Equal(1, await CountAsync("?asOf=2026-06-14"));
        Assert.Equal(2, await CountAsync("?asOf=2026-06-15"));
        Assert.NotEmpty((await Client.GetJsonAsync($"/api/parcels/{_parcel}/history")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Parts_and_what_comes_of_them_are_found_by_the_code_that_was_split()
    {
        var parts = Parts(await SplitAsync());
        Assert.Equal(parts.Select(IdOf).Order(), await FoundAsync());

        var merged = Parts(await DoneAsync(MergeAsync(parts)));

        Assert.Equal(merged.Select(IdOf), await FoundAsync());

        async Task<IEnumerable<long>> FoundAsync() =>
            (await Client.GetJsonAsync("/api/parcels?q=990101001001GB00001")).GetProperty("items").EnumerateArray().Select(IdOf).Order();
    }

    [Fact]
    public async Task An_undone_split_was_never_so()
    {
        var split = await SplitAsync();

        using var undo = await Client.PostAsync($"/api/changes/{split.GetProperty("changeId")}/undo", new { reason = "线画错" }, null);

        Assert.True(undo.StatusCode == HttpStatusCode.OK, await undo.Content.ReadAsStringAsync());
        var card = await Client.GetJsonAsync($"/api/parcels/{_parcel}");
        Assert.Equal("990101001001GB00001", card.GetProperty("code").GetString());
        Assert.Equal(1, await CountAsync());
        Assert.Equal(1, await CountAsync("?asOf=2026-06-15"));
        Assert.Empty((await Client.GetJsonAsync($"/api/parcels/{_parcel}/lineage")).GetProperty("descendants").EnumerateArray());
    }

    [Fact]
    public async Task A_split_on_whose_parts_something_was_built_is_not_undone()
    {
        var split = await SplitAsync();
        using var hold = await Client.PostAsync($"/api/parcels/{IdOf(Parts(split)[0])}/hold", new { reason = "规划" }, await TagAsync(IdOf(Parts(split)[0])));

        using var undo = await Client.PostAsync($"/api/changes/{split.GetProperty("changeId")}/undo", new { reason = "线画错" }, null);

        await undo.AssertProblemAsync(HttpStatusCode.Conflict, "change-built-on");
    }

    [Fact]
    public async Task Parts_merged_again_are_the_parcel_as_it_was_under_a_new_code()
    {
        var parts = Parts(await SplitAsync());

        var merged = Parts(await DoneAsync(MergeAsync(parts)));

        var heir = Assert.Single(merged);
        Assert.Equal("990101001001GB00004", heir.GetProperty("code").GetString());
        Assert.True(await Register.AskAsync<double>(
            "select st_hausdorffdistance(st_transform(a.boundary, 4547), st_transform(b.boundary, 4547)) from registry.parcel a, registry.parcel b where a.id = $1 and b.id = $2",
            _parcel, IdOf(heir)) < 0.001);
        var lineage = await Client.GetJsonAsync($"/api/parcels/{IdOf(heir)}/lineage");
        Assert.Equal([1, 1, 2], lineage.GetProperty("ancestors").EnumerateArray().Select(one => one.GetProperty("generation").GetInt32()));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_the_law_bars_is_refused_before_anything_is_drawn()
    {
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, registered_on, change_id) values ($1, 'seizure', '2025-05-01', 0)", _parcel);

        using var preview = await Client.PostAsync($"/api/parcels/{_parcel}/split/check", new { line = Halves }, null);
        using var write = await Client.PostAsync($"/api/parcels/{_parcel}/split", new { line = Halves, reason = "分割" }, await TagAsync(_parcel));

        Assert.Equal("parcel-burdened", (await preview.JsonAsync()).GetProperty("findings")[0].GetProperty("code").GetString());
        await write.AssertProblemAsync(HttpStatusCode.Conflict, "parcel-burdened");
    }

    [Fact]
    public async Task A_parcel_with_an_open_case_is_not_split()
    {
        await Register.WriteAsync(
            "insert into registry.land_case (parcel_id, stage, stage_since, opened_on, change_id) values ($1, 'determined', '2026-01-01', '2026-01-01', 0)", _parcel);

        using var write = await Client.PostAsync($"/api/parcels/{_parcel}/split", new { line = Halves, reason = "分割" }, await TagAsync(_parcel));

        await write.AssertProblemAsync(HttpStatusCode.Conflict, "parcel-has-open-case");
    }

    [Fact]
    public async Task A_line_that_misses_is_refused_and_the_check_shows_what_a_good_one_gives()
    {
        var miss = new { type = "LineString", coordinates = new[] { new[] { 114.0504, 30.499 }, [114.0504, 30.5005] } };

        using var missed = await Client.PostAsync($"/api/parcels/{_parcel}/split/check", new { line = miss }, null);
        using var good = await Client.PostAsync($"/api/parcels/{_parcel}/split/check", new { line = Halves }, null);

        Assert.Equal("split-line-misses", (await missed.JsonAsync()).GetProperty("findings")[0].GetProperty("code").GetString());
        var parts = (await good.JsonAsync()).GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("areaSquareMetres").GetDouble()).ToList();
        Assert.Equal(10_642.48, parts.Sum(), 0.05);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Parcels_of_different_holders_are_not_merged()
    {
        var east = Parts(await SplitAsync());
        await Register.AddHolderAsync(IdOf(east[0]), "另一公司");

        using var answer = await MergeAsync(east);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "merge-differs");
        Assert.Contains("使用权人", problem.GetProperty("detailZh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcels_apart_are_not_merged()
    {
        var others = new[] { await Register.AddParcelAsync(Zone, 4), await Register.AddParcelAsync(Zone, 6) };

        using var answer = await Client.PostAsync("/api/parcels/merge", new { parcels = others.Select(id => new { id, version = 1 }), reason = "合并" }, null);

        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "merge-not-adjacent");
    }

    [Fact]
    public async Task A_merge_on_a_stale_version_shows_the_parcel_as_it_is()
    {
        var parts = Parts(await SplitAsync());
        using var hold = await Client.PostAsync($"/api/parcels/{IdOf(parts[1])}/hold", new { reason = "规划" }, await TagAsync(IdOf(parts[1])));

        using var answer = await MergeAsync(parts);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal(IdOf(parts[1]), IdOf(problem.GetProperty("current")));
    }

    [Fact]
    public async Task Neighbours_come_with_the_length_of_the_edge_they_share_and_the_nearest_with_their_distance()
    {
        var parts = Parts(await SplitAsync());
        await Register.AddParcelAsync(Zone, 4, status: "reserved");
        await Register.AddParcelAsync(Zone, 5, status: "reserved");

        var neighbours = (await Client.GetJsonAsync($"/api/parcels/{IdOf(parts[0])}/neighbours")).GetProperty("items");
        var nearest = (await Client.GetJsonAsync($"/api/parcels/{IdOf(parts[0])}/nearest?status=reserved&limit=1")).GetProperty("items");

        var neighbour = Assert.Single(neighbours.EnumerateArray());
        Assert.Equal(IdOf(parts[1]), IdOf(neighbour));
        Assert.Equal(110.9, neighbour.GetProperty("metres").GetDouble(), 0.3);
        Assert.Equal("990101001001GB00005", Assert.Single(nearest.EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(480, nearest[0].GetProperty("metres").GetDouble(), 5.0);
    }

    private Task<HttpResponseMessage> MergeAsync(IReadOnlyList<JsonElement> parts) => Client.PostAsync(
        "/api/parcels/merge", new { parcels = parts.Select(part => new { id = IdOf(part), version = part.GetProperty("version").GetInt32() }), reason = "合并" }, null);

    private async Task<JsonElement> SplitAsync() =>
        await DoneAsync(Client.PostAsync($"/api/parcels/{_parcel}/split", new { line = Halves, reason = "分割" }, await TagAsync(_parcel)));

    private static List<JsonElement> Parts(JsonElement result) => [.. result.GetProperty("parcels").EnumerateArray()];

    private async Task<string> ClockAsync(long parcel)
    {
        var clock = (await Client.GetJsonAsync($"/api/parcels/{parcel}")).GetProperty("clock");
        return string.Join(' ', new[] { "kind", "suspectedFrom", "feeFrom", "recoveryFrom" }.Select(member => clock.GetProperty(member).ToString()));
    }
}
