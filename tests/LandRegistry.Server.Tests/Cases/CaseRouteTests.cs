using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Cases;

public sealed class CaseRouteTests : CaseTest
{
    [Fact]
    public async Task A_case_goes_from_suspicion_to_the_fee_paid_and_takes_its_parcel_along()
    {
        var parcel = await NeverStartedAsync("2025-05-15");
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, holder, change_id) values ($1, 'mortgage', '示例银行', 0)", parcel);
        var id = await OpenAsync(parcel, "2026-05-16");
        Assert.Equal("suspected", await StatusAsync(parcel));

        var notice = await DoAsync(id, "documents", new { kind = "investigation-notice", number = "调〔2026〕1号", issuedOn = "2026-05-18" });
        await MoveAsync(id, "investigating", "2026-05-18");
        Assert.Equal("investigating", await StatusAsync(parcel));
        Assert.DoesNotContain(Deadlines(await CaseAsync(id)), code => code == "answer");
        var paper = notice.GetProperty("documents")[0].GetProperty("id").GetInt64();
        Assert.DoesNotContain(Deadlines(await DoAsync(id, $"documents/{paper}/serve", new { servedOn = "2026-05-20" })), code => code == "answer");
        var served = await DoAsync(id, $"documents/{paper}/serve", new { servedOn = "2026-05-20", proofOfService = "回证1" });
        var answer = served.GetProperty("deadlines").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "answer");
        Assert.Equal(("2026-06-19", "holder", "Order 53 Article 5 ¶2", 4), (answer.GetProperty("due").GetString(), answer.GetProperty("who").GetString(), answer.GetProperty("article").GetString(), answer.GetProperty("daysLeft").GetInt32()));

        await DoAsync(id, "causes", new { cause = "capital", on = "2026-05-22", document = "说明1" });
        await DoAsync(id, "determination", new { kind = "A", cause = "holder", on = "2026-05-25" });
        await DoAsync(id, "documents", new { kind = "determination", number = "认〔2026〕1号", issuedOn = "2026-05-25" });
        await MoveAsync(id, "determined", "2026-05-25");
        Assert.Equal("idle A holder", await Register.AskAsync<string>("select status || ' ' || idle_kind || ' ' || idle_cause from registry.parcel where id = $1", parcel));

        await DoAsync(id, "plan", new { measure = "fee", draftedOn = "2026-05-26" });
        await MoveAsync(id, "plan_drafted", "2026-05-26");
        await DoAsync(id, "milestones", new { kind = "approved", on = "2026-05-28" });
        await RefusedAsync(id, "move", new { to = "approved", on = "2026-05-28", reason = "x" }, "mortgagee-not-told", "Order 53 Article 13");
        await DoAsync(id, "milestones", new { kind = "mortgagee_told", on = "2026-05-27" });
        await MoveAsync(id, "approved", "2026-05-28");

        var hearing = await DoAsync(id, "documents", new { kind = "hearing-notice", number = "听〔2026〕1号", issuedOn = "2026-05-29", servedOn = "2026-05-30" });
        await DoAsync(id, "documents", new { kind = "fee-decision", number = "费〔2026〕1号", issuedOn = "2026-06-08", servedOn = "2026-06-09", proofOfService = "回证3" });
        await RefusedAsync(id, "move", new { to = "disposing", on = "2026-06-08", reason = "x" }, "hearing-notice-missing", "Order 53 Article 15");
        var hearingPaper = hearing.GetProperty("documents").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "hearing-notice").GetProperty("id").GetInt64();
        await DoAsync(id, $"documents/{hearingPaper}/serve", new { servedOn = "2026-05-30", proofOfService = "回证2" });
        var disposing = await MoveAsync(id, "disposing", "2026-06-08");
        Assert.Contains("2026-07-09", disposing.GetProperty("deadlines").EnumerateArray().Where(one => one.GetProperty("code").GetString() == "pay-fee").Select(one => one.GetProperty("due").GetString()));
        Assert.Equal(2_000_000m, (await Client.GetJsonAsync($"/api/cases/{id}/fee")).GetProperty("feeYuan").GetDecimal());

        await RefusedAsync(id, "move", new { to = "disposed", on = "2026-06-12", reason = "x" }, "fee-unpaid", "Order 53 Article 17");
        await DoAsync(id, "milestones", new { kind = "fee_paid", on = "2026-06-12" });
        await MoveAsync(id, "disposed", "2026-06-12");
        var closed = await MoveAsync(id, "closed_out", "2026-06-15");

        Assert.Equal("2026-06-15", closed.GetProperty("closedOn").GetString());
        Assert.Equal(
            "in_use suspected investigating idle disposing closed",
            await Register.AskAsync<string>("select string_agg(to_status, ' ' order by id) from registry.parcel_status_mark where parcel_id = $1", parcel));
        Assert.Equal("tester", closed.GetProperty("timeline")[1].GetProperty("entered").GetProperty("by").GetString());
    }

    [Fact]
    public async Task Publication_and_the_cancelled_right_become_facts_of_the_land_and_recovered_land_enters_the_reserve()
    {
        var parcel = await NeverStartedAsync("2024-05-15");
        var id = await OpenAsync(parcel, "2026-05-16");
        await DoAsync(id, "documents", new { kind = "investigation-notice", issuedOn = "2026-05-18" });
        await MoveAsync(id, "investigating", "2026-05-18");
        await DoAsync(id, "determination", new { kind = "A", cause = "holder", on = "2026-05-20" });
        await DoAsync(id, "documents", new { kind = "determination", issuedOn = "2026-05-20" });
        await MoveAsync(id, "determined", "2026-05-20");
        await DoAsync(id, "milestones", new { kind = "published", on = "2026-05-20" });
        await DoAsync(id, "plan", new { measure = "free_recovery", draftedOn = "2026-05-21" });
        await MoveAsync(id, "plan_drafted", "2026-05-21");
        await DoAsync(id, "milestones", new { kind = "approved", on = "2026-05-22" });
        await MoveAsync(id, "approved", "2026-05-22");
        await DoAsync(id, "documents", new { kind = "hearing-notice", issuedOn = "2026-05-23", servedOn = "2026-05-24", proofOfService = "回证1" });
        await DoAsync(id, "documents", new { kind = "recovery-decision", issuedOn = "2026-05-30", servedOn = "2026-05-31", proofOfService = "回证2" });
        await MoveAsync(id, "disposing", "2026-05-30");
        await RefusedAsync(id, "move", new { to = "disposed", on = "2026-06-10", reason = "x" }, "right-not-cancelled", "Order 53 Article 17");
        await DoAsync(id, "milestones", new { kind = "deregistered", on = "2026-06-05" });
        await RefusedAsync(id, "move", new { to = "disposed", on = "2026-06-10", reason = "x" }, "still-published", "Order 53 Article 11");
        await DoAsync(id, "milestones", new { kind = "withdrawn", on = "2026-06-08" });
        await MoveAsync(id, "disposed", "2026-06-10");
        await MoveAsync(id, "reserved", "2026-06-12");
        await RefusedAsync(id, "move", new { to = "retendered", on = "2026-06-13", reason = "x" }, "land-not-in-tender", "Order 53 Article 21");

        Assert.Equal("reserved", await StatusAsync(parcel));
        Assert.Equal(
            "filing 2023-02-01, publication 2026-05-20, publication_withdrawn 2026-06-08, right_ended 2026-06-05, right_registered 2026-06-05",
            await Register.AskAsync<string>("select string_agg(kind || ' ' || on_day, ', ' order by kind) from registry.land_fact where parcel_id = $1", parcel));
        Assert.Equal("none", (await CaseAsync(id)).GetProperty("clock").GetProperty("kind").GetString());
        Assert.Empty((await Client.GetJsonAsync("/api/today?kind=recovery&within=90")).GetProperty("days").EnumerateArray());
    }

    [Fact]
    public async Task A_case_is_shown_as_it_was_on_a_day_and_is_not_there_before_it_was_opened()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"), "2026-06-01");
        await DoAsync(id, "documents", new { kind = "investigation-notice", issuedOn = "2026-06-05", servedOn = "2026-06-08", proofOfService = "回证1" });
        await MoveAsync(id, "investigating", "2026-06-05");

        var then = await CaseAsync(id, "2026-06-07");
        using var before = await Client.GetAsync(new Uri($"/api/cases/{id}?asOf=2026-05-31", UriKind.Relative));

        Assert.Equal("suspected", (await CaseAsync(id, "2026-06-04")).GetProperty("stage").GetString());
        Assert.Equal(("investigating", JsonValueKind.Null), (then.GetProperty("stage").GetString(), then.GetProperty("documents")[0].GetProperty("servedOn").ValueKind));
        Assert.Equal((await CaseAsync(id)).GetRawText(), (await CaseAsync(id, "2026-06-15")).GetRawText());
        await before.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Of_two_steps_on_one_version_the_second_is_stale_and_one_without_version_needs_it()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"));
        var seen = $"\"p{id}-v{(await CaseAsync(id)).GetProperty("version").GetInt32()}\"";

        using var first = await Client.PostAsync($"/api/cases/{id}/officer", new { officer = "李强" }, seen);
        using var second = await Client.PostAsync($"/api/cases/{id}/causes", new { cause = "capital" }, seen);
        using var none = await Client.PostAsync($"/api/cases/{id}/causes", new { cause = "capital" }, null);

        Assert.Equal("李强", (await first.JsonAsync()).GetProperty("officer").GetString());
        Assert.Equal("李强", (await second.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version")).GetProperty("current").GetProperty("officer").GetString());
        await none.AssertProblemAsync(HttpStatusCode.PreconditionRequired, "version-needed");
    }

    [Fact]
    public async Task Steps_neither_lie_in_the_future_nor_before_the_stage_and_all_faults_are_said_at_once()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"));

        await RefusedAsync(id, "move", new { to = "not_idle", on = "2026-06-16", reason = "x" }, "effective-date-in-future", null);
        await RefusedAsync(id, "move", new { to = "not_idle", on = "2026-05-31", reason = "x" }, "case-step-before-stage", null);
        await RefusedAsync(id, "move", new { to = "disposing", on = "2026-06-15", reason = "x" }, "case-stage-not-next", null);
        using var bad = await SendAsync(id, "plan", new { measure = "gone", from = "2026-02-30" });
        var faults = (await bad.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString());
        Assert.Equal(["measure", "from"], faults);
    }

    [Fact]
    public async Task Found_not_idle_the_case_ends_its_deadlines_and_the_parcel_may_have_another()
    {
        var parcel = await NeverStartedAsync("2025-05-15");
        var id = await OpenAsync(parcel);

        var ended = await MoveAsync(id, "not_idle", "2026-06-10");
        var next = await OpenAsync(parcel, "2026-06-12");
        using var reopened = await SendAsync(id, "move", new { to = "watched", on = "2026-06-15", reason = "x" });

        Assert.Empty(ended.GetProperty("deadlines").EnumerateArray());
        Assert.Equal("suspected", await StatusAsync(parcel));
        await reopened.AssertProblemAsync(HttpStatusCode.Conflict, "case-already-open");
        Assert.Equal([next, id], (await Client.GetJsonAsync($"/api/parcels/{parcel}/cases")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task The_list_is_by_stage_zone_and_officer_newest_first_in_pages()
    {
        var ids = new List<long>();
        for (var place = 0; place < 3; place++)
        {
            ids.Add(await OpenAsync(await NeverStartedAsync("2025-05-15", place), officer: place == 1 ? "李强" : "王芳"));
        }

        await MoveAsync(ids[0], "not_idle", "2026-06-10");
        var first = await Client.GetJsonAsync($"/api/cases?limit=2&zone={Zone}");
        var rest = await Client.GetJsonAsync($"/api/cases?limit=2&zone={Zone}&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.Equal([ids[2], ids[1]], Ids(first));
        Assert.Equal([ids[0]], Ids(rest));
        Assert.Equal([ids[1]], Ids(await Client.GetJsonAsync("/api/cases?stage=suspected&officer=李强&open=true")));
        Assert.Equal("2026-07-01", first.GetProperty("items")[0].GetProperty("nextDue").GetString());
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetInt64());

    private static IEnumerable<string> Deadlines(JsonElement detail) => detail.GetProperty("deadlines").EnumerateArray().Select(one => one.GetProperty("code").GetString()!);
}
