using System.Net;
using System.Text.Json;
using LandRegistry.Server.Store;
using LandRegistry.Server.Tests.Facts;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Clocks;

public sealed class StoredAnswersTests : FactTest
{
    [Fact]
    public async Task The_parcel_becomes_ready_when_its_last_blocker_settles()
    {
        await MakeReadyAsync(mark: false);
        await EnterAsync("money", new { type = "compensation_due", onDay = "2026-01-01", amountYuan = 1000 });
        using var refused = await MarkReadyAsync();
        var problem = await refused.AssertProblemAsync(HttpStatusCode.Conflict, "not-ready-items-open");
        Assert.Equal(["compensation-settled"], await BlockingAsync());

        await EnterAsync("money", new { type = "compensation_settled", onDay = "2026-06-10", amountYuan = 1000 });
        using var marked = await MarkReadyAsync();

        Assert.Equal("Order 53 Article 21(2)", problem.GetProperty("article").GetString());
        Assert.Contains("1,000 元", problem.GetProperty("detailZh").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        Assert.True((await Client.GetJsonAsync($"/api/parcels/{Parcel}")).GetProperty("readiness").GetProperty("isReady").GetBoolean());
    }

    [Fact]
    public async Task A_mortgage_recorded_takes_a_ready_parcel_out_of_ready_with_its_reason()
    {
        await MakeReadyAsync();

        await EnterAsync("encumbrance", new { type = "mortgage", holder = "示例银行", registeredOn = "2026-05-20" });

        var card = await Client.GetJsonAsync($"/api/parcels/{Parcel}");
        Assert.Equal(("reserved", "2026-05-20"), (card.GetProperty("status").GetString(), card.GetProperty("statusSince").GetString()));
        Assert.Equal("clear-right", card.GetProperty("readiness").GetProperty("blocking")[0].GetProperty("code").GetString());
        var newest = (await Client.GetJsonAsync($"/api/parcels/{Parcel}/history")).GetProperty("items")[0];
        Assert.Equal(("LeaveReady", "tester"), (newest.GetProperty("command").GetString(), newest.GetProperty("actor").GetString()));
        Assert.Contains("抵押", newest.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("Order 53 Article 21(1)", newest.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("示例银行", newest.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("EnterFact", await Register.AskAsync<string>("select c.command from registry.encumbrance e join registry.change c on c.id = e.change_id"));
    }

    [Fact]
    public async Task Time_alone_takes_a_parcel_out_of_ready_when_a_day_begins()
    {
        await MakeReadyAsync();
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, registered_on, change_id) values ($1, 'seizure', '2026-06-20', 0)", Parcel);
        await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);

        Assert.Empty(await ReadyFall.LeaveAllAsync(Register.Database, new(2026, 6, 19), Register.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal([Parcel], await ReadyFall.LeaveAllAsync(Register.Database, new(2026, 6, 20), Register.Clock.GetUtcNow(), CancellationToken.None));

        Assert.Equal("reserved", await StatusAsync());
    }

    [Fact]
    public async Task A_recomputation_of_all_gives_what_edit_by_edit_gave()
    {
        await ArrangeFactsAsync();
        var incremental = await SegmentsAsync();

        var parcels = await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);

        Assert.Equal(1, parcels);
        Assert.Equal(incremental, await SegmentsAsync());
        Assert.False(await Recomputation.RunIfNeededAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_recomputation_reads_stretch_after_stretch_and_leaves_no_parcel_out()
    {
        // A stretch is 4096 ids: these lie in the first, at the edges of the second, and beyond an empty one.
        var zone = await Register.AddZoneAsync("Z2");
        long[] parcels = [Parcel, .. await AddAtAsync(zone, 4096, 4097, 8192, 20_001)];
        foreach (var parcel in parcels)
        {
            await EnterAsync("contract", new { type = "contract", signedOn = "2024-01-10", agreedCommencementOn = "2024-06-01" }, parcel);
        }

        var incremental = await SegmentsAsync();
        var told = new List<AnswerProgress>();

        var done = await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), new Told(told), CancellationToken.None);

        Assert.Equal((5, 5L, 5L), (done, told[^1].Done, told[^1].Total));
        Assert.Equal(incremental, await SegmentsAsync());
        Assert.Equal(parcels.Order(), await IdleParcelsAsync());
    }

    [Fact]
    public async Task A_fact_edited_while_all_are_recomputed_is_in_the_answers()
    {
        await ArrangeFactsAsync();

        var recomputation = Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);
        await EnterAsync("filing", new { onDay = "2024-02-01", number = "F-9" });
        await EnterAsync("stoppage", new { fromOn = "2024-07-01", causes = new[] { "plan-changed" } });
        await recomputation;
        var after = await SegmentsAsync();
        await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);

        Assert.Equal(await SegmentsAsync(), after);
    }

    [Fact]
    public async Task The_tables_swapped_in_have_the_indexes_constraints_and_comments_of_the_former()
    {
        const string Shape =
            """
            select string_agg(what, chr(10) order by what) from (
                select indexdef as what from pg_indexes where schemaname = 'registry' and tablename in ('clock_segment', 'readiness_segment')
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                where conrelid in ('registry.clock_segment'::regclass, 'registry.readiness_segment'::regclass)
                union all
                select objoid::regclass || ' ' || objsubid || ' ' || description from pg_description
                where objoid in ('registry.clock_segment'::regclass, 'registry.readiness_segment'::regclass)) t
            """;
        var before = await Register.AskAsync<string>(Shape);

        await Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);

        Assert.Equal(before, await Register.AskAsync<string>(Shape));
    }

    [Fact]
    public async Task Answers_of_another_law_and_missing_ones_are_computed_anew()
    {
        await ArrangeFactsAsync();
        await Register.WriteAsync("insert into registry.answer_basis (law, digest, computed_at, parcels) values ('x', 'x', now(), 0) on conflict on constraint answer_basis_pk do update set digest = 'x'");
        Assert.True(await Recomputation.RunIfNeededAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None));
        await Register.WriteAsync("delete from registry.readiness_segment");

        Assert.True(await Recomputation.RunIfNeededAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None));

        Assert.NotEqual(0L, await Register.AskAsync<long>("select count(*) from registry.readiness_segment"));
    }

    [Fact]
    public async Task Two_orders_of_recording_give_the_same_answers()
    {
        var other = await Register.AddParcelAsync(await Register.AddZoneAsync("Z2"), place: 3);
        (string Kind, object Fields)[] facts =
        [
            ("contract", new { type = "contract", signedOn = "2022-01-10", agreedDeliveryOn = "2022-02-01", agreedCommencementOn = "2022-06-01" }),
            ("contract", new { type = "supplementary", signedOn = "2023-08-01", agreedCommencementOn = "2024-06-01" }),
            ("delivery", new { onDay = "2022-03-01" }),
            ("filing", new { onDay = "2022-02-01", number = "F1" }),
            ("stoppage", new { fromOn = "2022-09-01", toOn = "2023-03-01", causes = new[] { "plan-changed" } }),
            ("publication", new { onDay = "2025-08-01" }),
        ];
        foreach (var (kind, fields) in facts)
        {
            await EnterAsync(kind, fields);
        }

        foreach (var (kind, fields) in facts.Reverse())
        {
            await EnterAsync(kind, fields, other);
        }

        const string Clock = "select string_agg(row(from_on, kind, powers, suspected_from, fee_from, recovery_from)::text, ';' order by from_on) from registry.clock_segment where parcel_id = $1";
        const string Readiness = "select string_agg(row(from_on, to_on, is_ready, is_unknown, blocking)::text, ';' order by from_on) from registry.readiness_segment where parcel_id = $1";
        Assert.Equal(await Register.AskAsync<string>(Clock, Parcel), await Register.AskAsync<string>(Clock, other));
        Assert.Equal(await Register.AskAsync<string>(Readiness, Parcel), await Register.AskAsync<string>(Readiness, other));
    }

    [Fact]
    public async Task Unknown_stays_unknown()
    {
        var clock = await Client.GetJsonAsync($"/api/parcels/{Parcel}/clock");
        var readiness = await Client.GetJsonAsync($"/api/parcels/{Parcel}/readiness");

        Assert.Equal("unknown", clock.GetProperty("kind").GetString());
        Assert.Contains("commencement", clock.GetProperty("unknowns").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("unknown", readiness.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("state").GetString()));
        Assert.False(readiness.GetProperty("ripeness").GetProperty("isRipe").GetBoolean());
    }

    [Fact]
    public async Task The_clock_of_a_past_day_is_told_by_the_facts_of_that_day_and_as_of_today_equals_now()
    {
        await ArrangeFactsAsync();

        var (then, before) = (await ClockAsync("?asOf=2025-06-01"), await ClockAsync("?asOf=2025-05-31"));

        Assert.Equal(("A", "none"), (then.GetProperty("kind").GetString(), before.GetProperty("kind").GetString()));
        Assert.Equal(["investigate", "charge_fee"], then.GetProperty("powers").EnumerateArray().Select(power => power.GetString()));
        Assert.Equal((await ClockAsync("")).GetRawText(), (await ClockAsync("?asOf=2026-06-15")).GetRawText());
        var step = then.GetProperty("steps").EnumerateArray().First(step => step.GetProperty("source").ValueKind == JsonValueKind.Object);
        Assert.Contains("HT-1", step.GetProperty("source").GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.All(then.GetProperty("steps").EnumerateArray(), each => Assert.NotEqual("", each.GetProperty("says").GetProperty("zh").GetString()));
    }

    [Fact]
    public async Task Idle_land_of_a_willing_holder_with_a_strategy_and_a_taker_is_ripe_from_the_day_that_all_hold()
    {
        await ArrangeFactsAsync();
        var holder = await Register.AddHolderAsync(Parcel, "示例企业");
        await EnterAsync("willingness", new { onDay = "2025-10-01", value = "willing" });
        await Register.WriteAsync(
            "insert into registry.strategy (enterprise_id, number, type, investor, investor_stage, end_on, approved_on) values ($1, 1, 'merger', '示例投资方', 'talks', '2027-01-01', '2025-11-01')", holder);

        async Task<bool> IsRipeAsync(string day) => (await Client.GetJsonAsync($"/api/parcels/{Parcel}/readiness?asOf={day}")).GetProperty("ripeness").GetProperty("isRipe").GetBoolean();

        Assert.False(await IsRipeAsync("2025-10-31"));
        Assert.True(await IsRipeAsync("2025-11-01"));
        // A seizure stood until the day before: while it did, nothing was ripe, however willing.
        Assert.False(await IsRipeAsync("2025-08-31"));
    }

    [Fact]
    public async Task The_timeline_of_the_clock_is_what_is_stored()
    {
        await ArrangeFactsAsync();

        var timeline = (await ClockAsync("")).GetProperty("timeline").EnumerateArray().Select(segment => segment.GetProperty("kind").GetString());

        Assert.Equal(await Register.AskAsync<string>("select string_agg(kind, ',' order by from_on) from registry.clock_segment"), string.Join(',', timeline));
    }

    private Task<JsonElement> ClockAsync(string query) => Client.GetJsonAsync($"/api/parcels/{Parcel}/clock{query}");

    private async Task<List<long>> AddAtAsync(long zone, params long[] ids)
    {
        var parcels = new List<long>();
        foreach (var id in ids)
        {
            await Register.WriteAsync("select setval(pg_get_serial_sequence('registry.parcel', 'id'), $1, false)", id);
            parcels.Add(await Register.AddParcelAsync(zone, place: parcels.Count + 1));
        }

        Assert.Equal(ids, parcels);
        return parcels;
    }

    private async Task<IEnumerable<long>> IdleParcelsAsync() =>
        (await Register.AskAsync<long[]>("select array_agg(distinct parcel_id order by parcel_id) from registry.clock_segment where kind = 'A'")).Order();

    private sealed class Told(List<AnswerProgress> told) : IProgress<AnswerProgress>
    {
        public void Report(AnswerProgress value) => told.Add(value);
    }

    private async Task ArrangeFactsAsync()
    {
        await EnterAsync("contract", new { type = "contract", number = "HT-1", signedOn = "2024-01-10", agreedCommencementOn = "2024-06-01" });
        await EnterAsync("title_search", new { onDay = "2025-01-01" });
        await EnterAsync("encumbrance", new { type = "seizure", registeredOn = "2025-03-01", releasedOn = "2025-09-01" });
    }

    private async Task<HttpResponseMessage> MarkReadyAsync() =>
        await Client.PostAsync($"/api/parcels/{Parcel}/status", new { to = "ready", reason = "净地" }, await ParcelTagAsync());
}
