using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Strategies;

public sealed class StrategyTests : RegisterTest
{
    private long _enterprise;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _enterprise = await Register.AddHolderAsync(await Register.AddParcelAsync(await Register.AddZoneAsync(), status: "idle"), "澄砚示例机械有限公司");
    }

    [Fact]
    public async Task A_draft_is_scheduled_back_from_its_end_and_approved_becomes_the_one_current_strategy()
    {
        var draft = await DraftAsync(Full());
        Assert.Equal(
            [("2026-07-02", "2026-07-31"), ("2026-08-01", "2026-08-31")],
            draft.GetProperty("steps").EnumerateArray().Select(step => (step.GetProperty("startBy").GetString()!, step.GetProperty("dueOn").GetString()!)));
        Assert.False(draft.GetProperty("isCurrent").GetBoolean());

        var first = await DoAsync(draft, "approve", new { on = "2026-06-01" });
        var second = await DoAsync(await DraftAsync(Full("merger")), "approve", new { on = "2026-06-10" });

        var versions = (await Client.GetJsonAsync($"/api/enterprises/{_enterprise}/strategies")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([(2, true, null), (1, false, "2026-06-10")], versions.Select(one => (one.GetProperty("number").GetInt32(), one.GetProperty("isCurrent").GetBoolean(), one.GetProperty("replacedOn").GetString())));
        Assert.True(first.GetProperty("isCurrent").GetBoolean() && second.GetProperty("isCurrent").GetBoolean());
    }

    [Fact]
    public async Task An_approval_without_leader_officer_plan_steps_or_court_is_refused()
    {
        await RefusedAsync(await DraftAsync(Full(officer: null)), "approve", new { }, "strategy-slots-empty", null);
        await RefusedAsync(await DraftAsync(new { type = "merger", leader = "赵", officer = "钱", planDocument = "方案1", endOn = "2026-08-31" }), "approve", new { }, "strategy-without-steps", null);
        await RefusedAsync(await DraftAsync(Full("restructuring")), "approve", new { }, "strategy-court-missing", "Enterprise Bankruptcy Law Article 70");
        await RefusedAsync(await DraftAsync(Full()), "approve", new { on = "2026-06-16" }, "strategy-day-in-future", null);
    }

    [Fact]
    public async Task An_approved_version_is_not_redrafted_and_not_replaced_on_its_own_day()
    {
        var approved = await DoAsync(await DraftAsync(Full()), "approve", new { on = "2026-06-10" });

        using var redrafted = await SendAsync(HttpMethod.Put, approved, "", Full());
        await redrafted.AssertProblemAsync(HttpStatusCode.Conflict, "strategy-already-approved");
        await RefusedAsync(await DraftAsync(Full()), "approve", new { on = "2026-06-10" }, "strategy-approved-before-current", null);
    }

    [Fact]
    public async Task The_database_itself_holds_no_two_current_strategies()
    {
        await DoAsync(await DraftAsync(Full()), "approve", new { on = "2026-06-01" });
        var other = await DraftAsync(Full());

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Register.WriteAsync("update registry.strategy set approved_on = '2026-06-05' where id = $1", Id(other)));

        Assert.Equal("strategy_one_current", refusal.ConstraintName);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_the_versions_follow_each_other()
    {
        var drafts = new List<JsonElement>();
        for (var i = 0; i < 4; i++)
        {
            drafts.Add(await DraftAsync(Full()));
        }

        var answers = await Task.WhenAll(drafts.Select(draft => SendAsync(HttpMethod.Post, draft, "/approve", new { on = "2026-06-10" })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
    }

    [Fact]
    public async Task Steps_are_done_on_approved_strategies_only_and_may_be_undone()
    {
        var draft = await DraftAsync(Full());
        await RefusedAsync(draft, "steps/1/done", new { on = "2026-06-10" }, "strategy-not-approved", null);

        var done = await DoAsync(await DoAsync(draft, "approve", new { on = "2026-06-01" }), "steps/1/done", new { on = "2026-06-10" });
        var undone = await DoAsync(done, "steps/1/done", new { reason = "误点" });
        using var missing = await SendAsync(HttpMethod.Post, undone, "/steps/9/done", new { on = "2026-06-10" });

        Assert.Equal("2026-06-10", done.GetProperty("steps")[0].GetProperty("doneOn").GetString());
        Assert.Equal(JsonValueKind.Null, undone.GetProperty("steps")[0].GetProperty("doneOn").ValueKind);
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_redraft_with_fewer_steps_withdraws_the_rest_and_a_stale_one_is_told()
    {
        var draft = await DraftAsync(Full());
        var shorter = new { type = "merger", leader = "赵", officer = "钱", planDocument = "方案2", endOn = "2026-08-31", steps = new[] { new { name = "签约", days = 5 } } };

        using var written = await SendAsync(HttpMethod.Put, draft, "", shorter);
        using var stale = await SendAsync(HttpMethod.Put, draft, "", shorter);

        Assert.Equal("签约", Assert.Single((await written.JsonAsync()).GetProperty("steps").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.strategy_step where withdrawn"));
        Assert.Equal("merger", (await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version")).GetProperty("current").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_copy_takes_type_steps_and_target_to_another_enterprise_and_no_people()
    {
        var other = await Register.AddHolderAsync(await Register.AddParcelAsync(await Register.AddZoneAsync("Z2"), 1), "另一示例有限公司");
        var exemplar = await DraftAsync(Full());

        using var answer = await Client.PostAsync($"/api/strategies/{Id(exemplar)}/copy", new { enterpriseId = other, endOn = "2027-03-31" }, null);
        var copy = await answer.JsonAsync();

        Assert.Equal((HttpStatusCode.Created, other, "upgrade_in_place", 2), (answer.StatusCode, copy.GetProperty("enterpriseId").GetInt64(), copy.GetProperty("type").GetString(), copy.GetProperty("steps").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, copy.GetProperty("officer").ValueKind);
        Assert.Equal(3, copy.GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public async Task The_gap_report_names_idle_enterprises_until_they_have_a_strategy()
    {
        await Register.AddHolderAsync(await Register.AddParcelAsync(await Register.AddZoneAsync("Z2"), 1), "在产示例有限公司");

        var before = (await Client.GetJsonAsync("/api/strategies/gaps")).GetProperty("items").EnumerateArray().ToList();
        await DoAsync(await DraftAsync(Full()), "approve", new { on = "2026-06-15" });
        var after = (await Client.GetJsonAsync("/api/strategies/gaps")).GetProperty("items");

        Assert.Equal((_enterprise, false, 3), (Assert.Single(before).GetProperty("enterpriseId").GetInt64(), before[0].GetProperty("hasStrategy").GetBoolean(), before[0].GetProperty("missing").GetArrayLength()));
        Assert.Empty(after.EnumerateArray());
    }

    [Fact]
    public async Task All_faults_of_a_draft_are_answered_at_once()
    {
        using var answer = await Client.PostAsync($"/api/enterprises/{_enterprise}/strategies", new { type = "gone", steps = new[] { new { name = "", days = 0 } }, target = new { jobs = -1 } }, null);

        var faults = (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "type", "endOn", "steps[0].name", "steps[0].days", "target" }, faults);
    }

    private static object Full(string type = "upgrade_in_place", string? officer = "钱") => new
    {
        type,
        leader = "赵",
        officer,
        planDocument = "方案1",
        endOn = "2026-08-31",
        target = new { jobs = 40, investmentYuan = 5_000_000 },
        steps = new[] { new { name = "评估设备", days = 30, department = "经信局" }, new { name = "改造一条生产线", days = 31, department = "园区" } },
    };

    private static long Id(JsonElement strategy) => strategy.GetProperty("id").GetInt64();

    private async Task<JsonElement> DraftAsync(object draft)
    {
        using var answer = await Client.PostAsync($"/api/enterprises/{_enterprise}/strategies", draft, null);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, JsonElement seen, string route, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/strategies/{Id(seen)}{route}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"p{Id(seen)}-v{seen.GetProperty("version").GetInt32()}\"");
        return await Client.SendAsync(request);
    }

    private async Task<JsonElement> DoAsync(JsonElement seen, string route, object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, seen, "/" + route, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private async Task RefusedAsync(JsonElement seen, string route, object body, string code, string? article)
    {
        using var answer = await SendAsync(HttpMethod.Post, seen, "/" + route, body);
        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, code);
        Assert.Equal(article, problem.TryGetProperty("article", out var cited) ? cited.GetString() : null);
    }
}
