using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Marks;

public sealed class MarkParcelsTests : RegisterTest
{
    private static readonly object Suspected = new { to = "suspected", effectiveDate = "2026-06-01" };

    [Fact]
    public async Task Of_500_parcels_the_3_that_may_not_move_are_listed_by_rule_and_the_rest_moves_as_one_change()
    {
        var ids = await AddManyAsync(500);
        await OpenCaseAsync(ids[7]);
        await Register.WriteAsync("update registry.parcel set status = 'ready' where id = any ($1)", new[] { ids[100], ids[200] });

        var (preview, etag) = await PreviewAsync("", new { parcels = ids, status = Suspected });
        using var stopped = await MarkAsync("", new { parcels = ids, status = Suspected, reason = "年度排查" }, etag);
        using var answer = await MarkAsync("", new { parcels = ids, status = Suspected, reason = "年度排查", refused = "leave" }, etag);

        Assert.Equal((500, 497, 3), (preview.GetProperty("selected").GetInt32(), preview.GetProperty("allowed").GetInt32(), preview.GetProperty("refused").GetInt32()));
        var groups = preview.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["status-move-forbidden", "case-drives-status"], groups.Select(group => group.GetProperty("code").GetString()));
        Assert.Equal([ids[100], ids[200]], groups[0].GetProperty("parcels").EnumerateArray().Select(parcel => parcel.GetProperty("id").GetInt64()));
        Assert.Equal("Order 53 Article 5", groups[1].GetProperty("article").GetString());
        Assert.Contains("案件", groups[1].GetProperty("parcels")[0].GetProperty("detail").GetProperty("zh").GetString(), StringComparison.Ordinal);
        await stopped.AssertProblemAsync(HttpStatusCode.Conflict, "selection-refused");
        var result = await answer.JsonAsync();
        Assert.Equal((497, 3), (result.GetProperty("marked").GetInt32(), result.GetProperty("left").GetInt32()));
        Assert.Equal(497L, await CountAsync("status = 'suspected'"));
        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.change where command = 'MarkParcels'"));
        Assert.Equal(497L, await Register.AskAsync<long>(
            "select sum(parcel_count) from registry.parcel_count_cell where status = 'suspected'"));
    }

    [Fact]
    public async Task A_step_of_2000_parcels_is_undone_as_a_whole()
    {
        var ids = await AddManyAsync(2000);
        var body = new { parcels = ids, status = Suspected, officer = new { name = "李工" }, note = "卫片疑似", hold = new { until = "2026-12-31" }, reason = "年度排查" };
        var (_, etag) = await PreviewAsync("", body);
        using var marked = await MarkAsync("", body, etag);
        var change = (await marked.JsonAsync()).GetProperty("changeId").GetInt64();
        var card = await Client.GetJsonAsync($"/api/parcels/{ids[1999]}");

        using var undone = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "选错了" }, null);

        Assert.Equal("李工", card.GetProperty("officer").GetString());
        Assert.Equal("卫片疑似", card.GetProperty("notes")[0].GetProperty("text").GetString());
        Assert.Equal("年度排查", card.GetProperty("hold").GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(2000L, await CountAsync("status = 'in_use' and officer is null and not on_hold"));
        Assert.Equal(0, (await Client.GetJsonAsync($"/api/parcels/{ids[0]}")).GetProperty("notes").GetArrayLength());
        Assert.Equal(2000L, await Register.AskAsync<long>("select sum(parcel_count) from registry.parcel_count_cell where status = 'in_use'"));
    }

    [Fact]
    public async Task A_selection_by_filter_takes_all_it_matches_and_says_when_the_set_changed_since_the_preview()
    {
        var ids = await AddManyAsync(40);
        await Register.WriteAsync("update registry.parcel set status = 'low_efficiency' where id = any ($1)", ids[..30]);
        var body = new { status = Suspected, reason = "排查", refused = "leave" };
        var (preview, etag) = await PreviewAsync("?status=low_efficiency", body);
        await Register.WriteAsync("update registry.parcel set status = 'low_efficiency' where id = $1", ids[35]);

        using var stale = await MarkAsync("?status=low_efficiency", body, etag);
        var problem = await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        var untouched = await CountAsync("status = 'suspected'");
        var (_, newer) = await PreviewAsync("?status=low_efficiency", body);
        using var marked = await MarkAsync("?status=low_efficiency", body, newer);

        Assert.Equal(30, preview.GetProperty("selected").GetInt32());
        Assert.Equal(31, problem.GetProperty("current").GetProperty("selected").GetInt32());
        Assert.Equal(0L, untouched);
        Assert.Equal(31, (await marked.JsonAsync()).GetProperty("marked").GetInt32());
        Assert.Equal(31L, await CountAsync("status = 'suspected'"));
    }

    [Fact]
    public async Task Readiness_of_every_parcel_guards_a_step_to_ready()
    {
        var ids = await AddManyAsync(3, "reserved");

        var (preview, _) = await PreviewAsync("", new { parcels = ids, status = new { to = "ready" } });

        Assert.Equal(3, preview.GetProperty("refused").GetInt32());
        Assert.Equal("not-ready-items-open", preview.GetProperty("groups")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_parcel_that_ended_meanwhile_is_named_and_what_is_so_already_is_not_written_again()
    {
        var ids = await AddManyAsync(3);
        await Register.WriteAsync("update registry.parcel set ended_on = '2026-06-01' where id = $1", ids[0]);
        await Register.WriteAsync("update registry.parcel set officer = '李工' where id = $1", ids[1]);
        var body = new { parcels = ids, officer = new { name = "李工" }, reason = "分工", refused = "leave" };

        var (preview, etag) = await PreviewAsync("", body);
        using var marked = await MarkAsync("", body, etag);

        Assert.Equal("parcel-not-standing", preview.GetProperty("groups")[0].GetProperty("code").GetString());
        Assert.Equal(1, (await marked.JsonAsync()).GetProperty("marked").GetInt32());
        Assert.Equal(2, (await Client.GetJsonAsync("/api/parcels?officer=李工")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Faults_of_a_step_are_answered_at_once_and_a_step_needs_its_preview()
    {
        using var faulty = await MarkAsync("?colour=red", new { parcels = new[] { 0 }, status = new { to = "gone" }, hold = new { until = "2020-01-01" }, release = true }, "\"x\"");
        using var unseen = await MarkAsync("", new { parcels = new[] { 1 }, note = "x", reason = "y" }, null);

        var problem = await faulty.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        var fields = problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "colour", "parcels", "status.to", "hold.until", "release", "reason" }, fields);
        await unseen.AssertProblemAsync(HttpStatusCode.PreconditionRequired, "version-needed");
    }

    [Fact]
    public async Task A_shape_takes_the_parcels_whose_point_it_holds_under_the_filter()
    {
        var zone = await Register.AddZoneAsync();
        var ids = new List<long>();
        for (var place = 0; place < 4; place++)
        {
            ids.Add(await Register.AddParcelAsync(zone, place, status: place == 1 ? "idle" : "in_use"));
        }

        // From the middle of the first parcel's left half to the right half of the third; the fourth stays outside.
        double[][] ring = [[114.0503, 30.5], [114.0538, 30.5], [114.0538, 30.501], [114.0503, 30.501]];
        using var all = await Client.PostAsync("/api/parcels/within", new { ring }, null);
        using var inUse = await Client.PostAsync("/api/parcels/within?status=in_use", new { ring }, null);

        Assert.Equal(ids[..3], (await all.JsonAsync()).GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
        Assert.Equal([ids[0], ids[2]], (await inUse.JsonAsync()).GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
    }

    private async Task<long[]> AddManyAsync(int count, string status = "in_use")
    {
        var zone = await Register.AddZoneAsync();
        await Register.WriteAsync(
            """
            insert into registry.parcel (code, zone_id, location, status, status_since, source, shape_mercator, updated_at, change_id)
            select '990101001001GB' || lpad(i::text, 5, '0'), $1, st_setsrid(st_makepoint(114 + (i % 50) * 0.001, 30.5 + (i / 50) * 0.001), 4490), $3, '2025-01-01', 'officer', null, now(), 0
            from generate_series(1, $2) i
            """,
            zone, count, status);
        return await Register.AskAsync<long[]>("select array_agg(id order by id) from registry.parcel");
    }

    private Task OpenCaseAsync(long parcel) => Register.WriteAsync(
        "insert into registry.land_case (parcel_id, stage, stage_since, opened_on, change_id) values ($1, 'watched', '2026-01-01', '2026-01-01', 0)", parcel);

    private Task<long> CountAsync(string condition) => Register.AskAsync<long>($"select count(*) from registry.parcel where {condition}");

    private async Task<(JsonElement Preview, string ETag)> PreviewAsync(string query, object body)
    {
        using var answer = await Client.PostAsync("/api/parcels/marks/preview" + query, body, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.JsonAsync(), answer.Headers.ETag!.Tag);
    }

    private Task<HttpResponseMessage> MarkAsync(string query, object body, string? seen) => Client.PostAsync("/api/parcels/marks" + query, body, seen);
}
