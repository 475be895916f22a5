using System.Globalization;
using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Changes;

/// <summary>Changes undone; the clock stands on 15 June 2026.</summary>
public sealed class UndoTests : RegisterTest
{
    private const string Latest = "select max(id) from registry.change";

    private long _zone;
    private long _parcel;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
        _parcel = await Register.AddParcelAsync(_zone, status: "investigating", since: "2025-01-01", name: "地块甲");
    }

    [Fact]
    public async Task An_undone_mark_was_never_so_on_any_day_and_stays_in_the_history()
    {
        var before = await CardAsync();
        var mark = await WriteAsync("update registry.parcel set status = 'idle', status_since = '2025-06-01', idle_kind = 'A', name = '改名' where id = $1", _parcel);

        var undo = await UndoneAsync(mark);

        var after = await CardAsync();
        foreach (var member in before.EnumerateObject().Where(member => member.Name is not ("version" or "updatedAt")))
        {
            Assert.Equal(member.Value.ToString(), after.GetProperty(member.Name).ToString());
        }

        foreach (var day in new[] { "2025-05-31", "2025-06-01", "2026-06-14" })
        {
            Assert.Equal("investigating", (await Client.GetJsonAsync($"/api/parcels/{_parcel}?asOf={day}")).GetProperty("status").GetString());
            Assert.Equal(0, (await Client.GetJsonAsync($"/api/parcels/summary?status=idle&asOf={day}")).GetProperty("total").GetProperty("count").GetInt32());
        }

        var history = (await Client.GetJsonAsync($"/api/parcels/{_parcel}/history")).GetProperty("items");
        Assert.Equal((undo, mark), (history[0].GetProperty("changeId").GetInt64(), history[0].GetProperty("undoes").GetInt64()));
        Assert.Equal(undo, history[1].GetProperty("undoneBy").GetInt64());
        Assert.Equal(3L, await Register.AskAsync<long>("select count(*) from registry.parcel_status_mark where parcel_id = $1", _parcel));
    }

    [Fact]
    public async Task A_change_is_told_row_by_row_before_and_after()
    {
        var mark = await WriteAsync(
            """
            with moved as (update registry.parcel set status = 'idle', status_since = '2025-06-01' where id = $1 returning id)
            insert into registry.encumbrance (parcel_id, kind, holder) select id, 'seizure', '示例法院' from moved
            """,
            _parcel);

        var change = await Client.GetJsonAsync($"/api/changes/{mark}");

        var rows = change.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["parcel", "encumbrance"], rows.Select(row => row.GetProperty("kind").GetString()));
        Assert.Equal(
            ["status investigating idle", "statusSince 2025-01-01 2025-06-01"],
            rows[0].GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("field")} {f.GetProperty("before")} {f.GetProperty("after")}"));
        Assert.True(rows[1].GetProperty("isNew").GetBoolean());
        Assert.Equal(JsonValueKind.Null, change.GetProperty("undoRefusal").ValueKind);
    }

    [Fact]
    public async Task Records_that_a_change_brought_are_withdrawn_by_its_undo_and_come_back_when_that_is_undone()
    {
        var contract = await WriteAsync("insert into registry.contract (parcel_id, kind, number) values ($1, 'contract', '一号')", _parcel);

        var undo = await UndoneAsync(contract);
        Assert.Empty((await CardAsync()).GetProperty("contracts").EnumerateArray());
        var back = await UndoneAsync(undo);
        Assert.Single((await CardAsync()).GetProperty("contracts").EnumerateArray());

        Assert.False((await Client.GetJsonAsync($"/api/changes/{contract}")).GetProperty("isUndone").GetBoolean());
        Assert.True((await Client.GetJsonAsync($"/api/changes/{undo}")).GetProperty("isUndone").GetBoolean());
        Assert.Equal(undo, (await Client.GetJsonAsync($"/api/changes/{back}")).GetProperty("undoes").GetInt64());
    }

    [Fact]
    public async Task A_parcel_that_a_change_brought_was_never_there_once_it_is_undone()
    {
        await Register.AddParcelAsync(_zone, 1, since: "2025-03-01");
        var entry = await Register.AskAsync<long>(Latest);

        var undo = await UndoneAsync(entry);
        Assert.Equal([1, 1], await CountsAsync());
        await UndoneAsync(undo);
        Assert.Equal([2, 2], await CountsAsync());

        async Task<IEnumerable<int>> CountsAsync() =>
        [
            (await Client.GetJsonAsync("/api/parcels")).GetProperty("items").GetArrayLength(),
            (await Client.GetJsonAsync("/api/parcels?asOf=2025-04-01")).GetProperty("items").GetArrayLength(),
        ];
    }

    [Fact]
    public async Task What_was_built_on_since_is_not_undone_and_the_later_change_is_named()
    {
        var first = await WriteAsync("update registry.parcel set status = 'idle' where id = $1", _parcel);
        var second = await WriteAsync("update registry.parcel set name = '改名' where id = $1", _parcel);

        using var refused = await UndoAsync(first);
        var problem = await refused.AssertProblemAsync(HttpStatusCode.Conflict, "change-built-on");
        Assert.Contains(second.ToString(CultureInfo.InvariantCulture), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await UndoneAsync(await UndoneAsync(second));
        using var still = await UndoAsync(first);
        await still.AssertProblemAsync(HttpStatusCode.Conflict, "change-built-on");
    }

    [Fact]
    public async Task What_a_change_brought_is_not_undone_while_others_refer_to_it()
    {
        await Register.WriteAsync("insert into registry.enterprise (name, source) values ('示例企业', 'officer')");
        var entry = await Register.AskAsync<long>(Latest);
        var use = await WriteAsync("insert into registry.occupancy (enterprise_id, parcel_id, role) select id, $1, 'holder' from registry.enterprise", _parcel);

        using var refused = await UndoAsync(entry);
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "change-built-on");
        await UndoneAsync(use);
        await UndoneAsync(entry);

        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.enterprise where ended_on = '2026-06-15'"));
    }

    [Fact]
    public async Task A_change_is_undone_once_and_what_brought_zones_or_was_a_bulk_load_not_at_all()
    {
        var mark = await WriteAsync("update registry.parcel set status = 'idle' where id = $1", _parcel);
        await UndoneAsync(mark);
        var bulk = await WriteAsync(
            "insert into registry.parcel (zone_id, location, status, status_since, source) select $1, st_setsrid(st_makepoint(114, 30.5), 4490), 'in_use', '2025-01-01', 'officer' from generate_series(1, 1001)",
            _zone);

        using var again = await UndoAsync(mark);
        using var zone = await UndoAsync(await Register.AskAsync<long>("select change_id from registry.zone"));
        using var load = await UndoAsync(bulk);
        using var nothing = await UndoAsync(4711);

        await again.AssertProblemAsync(HttpStatusCode.Conflict, "change-already-undone");
        await zone.AssertProblemAsync(HttpStatusCode.Conflict, "change-not-undoable");
        await load.AssertProblemAsync(HttpStatusCode.Conflict, "change-not-undoable");
        await nothing.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal("change-not-undoable", (await Client.GetJsonAsync($"/api/changes/{bulk}")).GetProperty("undoRefusal").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_former_state_that_cannot_stand_beside_what_others_recorded_is_not_put_back()
    {
        var code = await Register.AskAsync<string>("select code from registry.parcel where id = $1", _parcel);
        var change = await WriteAsync("update registry.parcel set code = null where id = $1", _parcel);
        await Register.WriteAsync(
            "insert into registry.parcel (code, zone_id, location, status, status_since, source) values ($1, $2, st_setsrid(st_makepoint(114, 30.5), 4490), 'in_use', '2025-01-01', 'officer')", code, _zone);

        using var refused = await UndoAsync(change);

        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "undo-conflicts");
        Assert.Equal(0L, await Register.AskAsync<long>("select count(*) from registry.undo"));
    }

    [Fact]
    public async Task Of_several_undos_at_once_one_wins()
    {
        var mark = await WriteAsync("update registry.parcel set status = 'idle' where id = $1", _parcel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => UndoAsync(mark)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_undo_needs_a_reason()
    {
        using var answer = await Client.PostAsync("/api/changes/1/undo", new { reason = " " }, null);

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task Every_table_of_records_is_told_and_what_a_change_brings_there_can_be_withdrawn() => Assert.Equal("", await Register.AskAsync<string>(
        """
        select coalesce(string_agg(c.relname, ', '), '')
        from pg_class c
        where c.oid in (select tgrelid from pg_trigger where tgfoid = 'registry.keep_record_history'::regproc)
          and (position(quote_literal(c.relname) || '::text' in pg_get_viewdef('registry.record'::regclass)) = 0
               or c.relname not in ('zone', 'enterprise')
                  and not exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'withdrawn' and not w.attisdropped))
        """));

    [Fact]
    public async Task Changes_are_listed_newest_first_by_parcel_enterprise_actor_and_day()
    {
        var other = await Register.AddParcelAsync(_zone, 1);
        await Register.AddHolderAsync(other, "示例企业");
        var enterprise = await Register.AskAsync<long>("select id from registry.enterprise");
        var use = await Register.AskAsync<long>(Latest);

        Assert.Equal([use, use - 2], await IdsAsync($"parcel={other}"));
        Assert.Equal([use, use - 1], await IdsAsync($"enterprise={enterprise}"));
        Assert.Equal(5, (await IdsAsync("actor=tester&from=2026-06-15&to=2026-06-15")).Count());
        Assert.Empty(await IdsAsync("actor=nobody"));
        Assert.Empty(await IdsAsync("to=2026-06-14"));
        var first = await Client.GetJsonAsync("/api/changes?limit=2");
        Assert.Equal([use - 2, use - 3], (await IdsAsync($"limit=2&cursor={first.GetProperty("nextCursor").GetString()}")));
    }

    [Fact]
    public async Task The_history_of_a_parcel_tells_its_records_too_one_item_for_each_change()
    {
        var lent = await WriteAsync("insert into registry.encumbrance (parcel_id, kind, holder) values ($1, 'mortgage', '示例银行')", _parcel);
        var released = await WriteAsync("update registry.encumbrance set released_on = '2026-06-01' where parcel_id = $1", _parcel);

        var items = (await Client.GetJsonAsync($"/api/parcels/{_parcel}/history")).GetProperty("items");

        Assert.Equal([released, lent], items.EnumerateArray().Take(2).Select(item => item.GetProperty("changeId").GetInt64()));
        Assert.Empty(items[0].GetProperty("fields").EnumerateArray());
        var record = Assert.Single(items[0].GetProperty("records").EnumerateArray());
        Assert.Equal("encumbrance", record.GetProperty("kind").GetString());
        Assert.Equal("""{"field":"releasedOn","before":null,"after":"2026-06-01"}""", Assert.Single(record.GetProperty("fields").EnumerateArray()).ToString());
        Assert.True(items[1].GetProperty("records")[0].GetProperty("isNew").GetBoolean());
    }

    private async Task<IEnumerable<long>> IdsAsync(string query) =>
        (await Client.GetJsonAsync($"/api/changes?{query}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64());

    private Task<JsonElement> CardAsync() => Client.GetJsonAsync($"/api/parcels/{_parcel}");

    /// <summary>Writes and returns the number of the change.</summary>
    private async Task<long> WriteAsync(string sql, params object?[] values)
    {
        await Register.WriteAsync(sql, values);
        return await Register.AskAsync<long>(Latest);
    }

    private Task<HttpResponseMessage> UndoAsync(long change) =>
        Client.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/api/changes/{change}/undo"), new { reason = "录入有误" }, null);

    private async Task<long> UndoneAsync(long change)
    {
        using var answer = await UndoAsync(change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetInt64();
    }
}
