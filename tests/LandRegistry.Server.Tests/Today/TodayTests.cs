using System.Net;
using System.Text.Json;
using LandRegistry.Server.Store;
using LandRegistry.Server.Tests.Cases;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Today;

public sealed class TodayTests : CaseTest
{
    [Fact]
    public async Task What_the_clock_raised_is_listed_on_its_day_until_somebody_acts_on_it()
    {
        var parcel = await NeverStartedAsync("2025-06-10");
        var coming = await NeverStartedAsync("2025-07-01", 1);
        await NeverStartedAsync("2025-08-01", 2);

        var items = Items(await Client.GetJsonAsync("/api/today?kind=suspicion"));
        await OpenAsync(parcel, "2026-06-12");

        Assert.Equal([("2026-06-10", "raised", parcel), ("2026-07-01", "due", coming)], items.Select(item => (Text(item, "day"), Text(item, "state"), item.GetProperty("parcelId").GetInt64())));
        Assert.Equal("Order 53 Article 5", Text(items[0], "article"));
        Assert.Equal([coming], Items(await Client.GetJsonAsync("/api/today?kind=suspicion")).Select(item => item.GetProperty("parcelId").GetInt64()));
        Assert.Equal([parcel, coming], Items(await Client.GetJsonAsync("/api/today?kind=fee")).Select(item => item.GetProperty("parcelId").GetInt64()));
    }

    [Theory, InlineData("2026-06-09", "due"), InlineData("2026-06-10", "raised")]
    public async Task An_item_of_the_clock_is_due_before_its_day_and_raised_from_it_on(string asOf, string state)
    {
        await NeverStartedAsync("2024-06-10");

        var item = Assert.Single(Items(await Client.GetJsonAsync($"/api/today?kind=recovery&asOf={asOf}")));

        Assert.Equal(("2026-06-10", state, "Order 53 Article 14(2)"), (Text(item, "day"), Text(item, "state"), Text(item, "article")));
    }

    [Fact]
    public async Task A_day_that_a_later_fact_undid_is_not_listed()
    {
        var parcel = await NeverStartedAsync("2025-06-01");
        await Register.WriteAsync("insert into registry.clock_segment (parcel_id, from_on, kind, powers) values ($1, '2026-06-05', 'none', 0)", parcel);

        Assert.Empty(Items(await Client.GetJsonAsync("/api/today?kind=suspicion")));
        Assert.Single(Items(await Client.GetJsonAsync("/api/today?kind=suspicion&asOf=2026-06-04")));
    }

    [Theory, InlineData("2026-07-01", "due"), InlineData("2026-07-02", "overdue")]
    public async Task A_deadline_is_in_time_on_its_last_day_and_overdue_the_day_after(string asOf, string state)
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"), "2026-06-01");

        var item = Assert.Single(Items(await Client.GetJsonAsync($"/api/today?kind=case_deadline&asOf={asOf}")));

        Assert.Equal(("2026-07-01", state, id, "王芳", "authority"), (Text(item, "day"), Text(item, "state"), item.GetProperty("caseId").GetInt64(), Text(item, "person"), Text(item, "who")));
        Assert.Equal("Order 53 Article 5 ¶1", Text(item, "article"));
    }

    [Fact]
    public async Task A_deadline_met_is_open_only_on_days_before_it_was_met_and_one_of_a_closed_case_is_gone()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"), "2026-06-01");
        await DoAsync(id, "documents", new { kind = "investigation-notice", issuedOn = "2026-06-10" });
        var other = await OpenAsync(await NeverStartedAsync("2025-05-15", 1), "2026-06-01");
        await MoveAsync(other, "not_idle", "2026-06-12");

        Assert.Empty(Items(await Client.GetJsonAsync("/api/today?kind=case_deadline")));
        Assert.Equal([id, other], Items(await Client.GetJsonAsync("/api/today?kind=case_deadline&asOf=2026-06-09")).Select(item => item.GetProperty("caseId").GetInt64()));
    }

    [Fact]
    public async Task A_past_day_is_listed_as_the_register_was_on_it()
    {
        var parcel = await NeverStartedAsync("2025-06-10");
        var held = await NeverStartedAsync("2024-01-01", 1);
        await Register.WriteAsync("update registry.parcel set hold_reason = '规划调整', hold_until = '2026-06-20' where id = $1", held);
        var id = await OpenAsync(parcel, "2026-06-12");
        Register.Clock.Advance(TimeSpan.FromDays(1));
        await DoAsync(id, "officer", new { officer = "李强", reason = "调整分工" });
        await Register.WriteAsync("update registry.parcel set hold_reason = null, hold_until = null where id = $1", held);

        Assert.Empty(Items(await Client.GetJsonAsync("/api/today?kind=suspicion")));
        Assert.Equal([parcel], Items(await Client.GetJsonAsync("/api/today?kind=suspicion&asOf=2026-06-11")).Select(item => item.GetProperty("parcelId").GetInt64()));
        Assert.Empty(Items(await Client.GetJsonAsync("/api/today?kind=hold_ending")));
        Assert.Equal([held], Items(await Client.GetJsonAsync("/api/today?kind=hold_ending&asOf=2026-06-15")).Select(item => item.GetProperty("parcelId").GetInt64()));
        Assert.Equal(["李强"], Items(await Client.GetJsonAsync("/api/today?kind=case_deadline")).Select(item => Text(item, "person")));
        Assert.Equal(["王芳"], Items(await Client.GetJsonAsync("/api/today?kind=case_deadline&asOf=2026-06-15&person=王芳")).Select(item => Text(item, "person")));
        Assert.Empty(Items(await Client.GetJsonAsync("/api/today?kind=case_deadline&asOf=2026-06-15&person=李强")));
    }

    [Fact]
    public async Task As_of_today_the_list_is_the_one_of_now()
    {
        await NeverStartedAsync("2025-06-10");
        await OpenAsync(await NeverStartedAsync("2025-06-11", 1), "2026-06-12");
        await Register.WriteAsync("update registry.parcel set hold_reason = '规划调整', hold_until = '2026-06-20' where id = (select min(id) from registry.parcel)");
        var now = (await Client.GetJsonAsync("/api/today")).GetRawText();

        // The same day, seen from the next as a past one.
        Register.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(now, (await Client.GetJsonAsync("/api/today?asOf=2026-06-15")).GetRawText());
    }

    [Fact]
    public async Task Where_no_case_names_an_officer_it_is_the_one_of_the_holders_strategy_or_nobody()
    {
        var (parcel, alone) = (await NeverStartedAsync("2025-06-10"), await NeverStartedAsync("2025-06-11", 1));
        await StepAsync(parcel, "2026-12-31", "钱");

        var items = Items(await Client.GetJsonAsync("/api/today?kind=suspicion"));

        Assert.Equal([("孙", parcel), (null, alone)], items.Select(item => (item.GetProperty("person").GetString(), item.GetProperty("parcelId").GetInt64())));
        Assert.Equal([parcel], Items(await Client.GetJsonAsync("/api/today?kind=suspicion&person=孙")).Select(item => item.GetProperty("parcelId").GetInt64()));
        // The strategy was approved on 1 June: on the day before nobody was asked.
        Assert.All(Items(await Client.GetJsonAsync("/api/today?kind=suspicion&asOf=2026-05-31")), item => Assert.Null(item.GetProperty("person").GetString()));
    }

    [Fact]
    public async Task What_is_raised_is_told_apart_from_what_is_to_be_done()
    {
        await NeverStartedAsync("2025-06-10");
        await OpenAsync(await NeverStartedAsync("2025-05-15", 1), "2026-06-01");

        var counts = (await Client.GetJsonAsync("/api/today?asOf=2026-07-05")).GetProperty("counts").EnumerateArray().ToDictionary(count => Text(count, "kind"));

        Assert.Equal((true, 1), (counts["suspicion"].GetProperty("isRaised").GetBoolean(), counts["suspicion"].GetProperty("past").GetInt32()));
        Assert.Equal((false, 1), (counts["case_deadline"].GetProperty("isRaised").GetBoolean(), counts["case_deadline"].GetProperty("past").GetInt32()));
    }

    [Fact]
    public async Task Undoing_a_change_of_a_case_puts_its_deadlines_back()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"), "2026-06-01");
        await DoAsync(id, "documents", new { kind = "investigation-notice", issuedOn = "2026-06-10", servedOn = "2026-06-11", proofOfService = "回1" });
        var served = Deadlines(Items(await Client.GetJsonAsync("/api/today?kind=case_deadline")));
        var change = await Register.AskAsync<long>("select max(id) from registry.change where command = 'AddCaseDocument'");

        using var undone = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "误录" }, null);

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(["2026-07-11"], served);
        Assert.Equal(["2026-07-01"], Deadlines(Items(await Client.GetJsonAsync("/api/today?kind=case_deadline"))));
        Assert.Equal("2026-07-01", (await CaseAsync(id)).GetProperty("nextDue").GetString());

        static List<string> Deadlines(List<JsonElement> items) => [.. items.Select(item => Text(item, "day"))];
    }

    [Fact]
    public async Task Everything_stands_in_the_order_of_its_days_in_pages_that_lose_and_repeat_nothing()
    {
        var parcels = new List<long>();
        for (var place = 0; place < 4; place++)
        {
            parcels.Add(await NeverStartedAsync($"2025-06-{10 + place}", place));
        }

        await OpenAsync(parcels[3], "2026-06-14", "李强");
        await Register.WriteAsync("update registry.parcel set hold_reason = '规划调整', hold_until = '2026-06-11' where id = $1", parcels[0]);
        await Register.WriteAsync("update registry.parcel set status = 'ready', status_since = '2026-06-01' where id = $1", parcels[2]);
        await Register.WriteAsync("update registry.parcel set status = 'reserved', status_since = '2026-06-12' where id = $1", parcels[2]);
        await StepAsync(parcels[1], "2026-06-13", "钱");

        var whole = Items(await Client.GetJsonAsync("/api/today"));
        var paged = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Client.GetJsonAsync($"/api/today?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            paged.AddRange(Items(page));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(whole.Select(item => item.GetRawText()), paged.Select(item => item.GetRawText()));
        Assert.Equal(whole.Select(item => Text(item, "day")).Order(StringComparer.Ordinal), whole.Select(item => Text(item, "day")));
        Assert.Superset(
            new HashSet<string> { "suspicion", "fee", "case_deadline", "strategy_step", "hold_ending", "readiness_lost" },
            whole.Select(item => Text(item, "kind")).ToHashSet());
        Assert.Equal(["李强"], Items(await Client.GetJsonAsync("/api/today?kind=case_deadline&person=李强")).Select(item => Text(item, "person")));
        Assert.Equal("strategy_step", Text(Assert.Single(Items(await Client.GetJsonAsync("/api/today?person=钱"))), "kind"));
    }

    [Fact]
    public async Task Counts_come_with_the_first_page_by_kind_and_zone()
    {
        await NeverStartedAsync("2025-06-10");
        await NeverStartedAsync("2025-06-15", 1);
        await NeverStartedAsync("2025-06-20", 2);
        var other = await Register.AddZoneAsync("Z2");

        var first = await Client.GetJsonAsync("/api/today?kind=suspicion&limit=1");
        var next = await Client.GetJsonAsync($"/api/today?kind=suspicion&limit=1&cursor={first.GetProperty("nextCursor").GetString()}");

        var count = Assert.Single(first.GetProperty("counts").EnumerateArray());
        Assert.Equal((1, 1, 1, false), (count.GetProperty("past").GetInt32(), count.GetProperty("onDay").GetInt32(), count.GetProperty("coming").GetInt32(), count.GetProperty("isCapped").GetBoolean()));
        Assert.Empty(next.GetProperty("counts").EnumerateArray());
        Assert.Empty(Items(await Client.GetJsonAsync($"/api/today?zone={other}")));
        Assert.Equal(2, Items(await Client.GetJsonAsync($"/api/today?zone={Zone}&kind=suspicion&within=4")).Count + Items(await Client.GetJsonAsync($"/api/today?zone={Zone}&kind=suspicion&within=0")).Count);
    }

    [Fact]
    public async Task A_step_is_listed_under_the_zones_in_which_its_enterprise_has_land_wherever_that_moves()
    {
        var (moved, withdrawn) = (await Register.AddZoneAsync("Z2"), await Register.AddZoneAsync("Z3"));
        var parcel = await NeverStartedAsync("2025-06-10");
        await StepAsync(parcel, "2026-06-30", "钱");
        var elsewhere = await Register.AddParcelAsync(withdrawn, 5);
        var enterprise = await Register.AskAsync<long>("select enterprise_id from registry.occupancy where parcel_id = $1", parcel);
        await Register.WriteAsync("insert into registry.occupancy (enterprise_id, parcel_id, role, change_id) values ($1, $2, 'lessee', 0)", enterprise, elsewhere);
        var before = await SeenAsync();

        await Register.WriteAsync("update registry.parcel set zone_id = $2 where id = $1", parcel, moved);
        await Register.WriteAsync("update registry.occupancy set withdrawn = true where parcel_id = $1", elsewhere);

        Assert.Equal([true, false, true], before);
        Assert.Equal([false, true, false], await SeenAsync());
        await Register.WriteAsync("select registry.rebuild_derived()");
        Assert.Equal([false, true, false], await SeenAsync());

        async Task<IReadOnlyList<bool>> SeenAsync()
        {
            var seen = new List<bool>();
            foreach (var zone in new[] { Zone, moved, withdrawn })
            {
                seen.Add(Items(await Client.GetJsonAsync($"/api/today?kind=strategy_step&zone={zone}")).Count == 1);
            }

            return seen;
        }
    }

    [Fact]
    public async Task A_recomputation_of_all_answers_keeps_the_indexes_that_the_list_is_read_off()
    {
        const string Indexes = "select string_agg(indexdef, E'\n' order by indexdef) from pg_indexes where schemaname = 'registry' and tablename = 'clock_segment'";
        var before = await Register.AskAsync<string>(Indexes);

        await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), progress: null, CancellationToken.None);

        Assert.Equal(before, await Register.AskAsync<string>(Indexes));
        Assert.Contains("clock_segment_suspected_ix", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_kinds_and_cursors_are_malformed()
    {
        using var answer = await Client.GetAsync(new Uri("/api/today?kind=gone&cursor=x&within=900", UriKind.Relative));

        var faults = (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString());
        Assert.Equal(["kind", "cursor", "within"], faults);
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("days").EnumerateArray().SelectMany(day => day.GetProperty("items").EnumerateArray())];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private async Task StepAsync(long parcel, string endOn, string assignee)
    {
        var enterprise = await Register.AddHolderAsync(parcel, "澄砚示例机械有限公司");
        using var drafted = await Client.PostAsync($"/api/enterprises/{enterprise}/strategies", new { type = "merger", leader = "赵", officer = "孙", planDocument = "方案1", endOn, steps = new[] { new { name = "签约", days = 3, assignee } } }, null);
        var draft = await drafted.JsonAsync();
        using var approved = await Client.PostAsync($"/api/strategies/{draft.GetProperty("id").GetInt64()}/approve", new { on = "2026-06-01" }, drafted.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
    }
}
