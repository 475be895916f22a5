using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Cases;

/// <summary>What the law forbids is refused with its article, on the boundary days too.</summary>
public sealed class CaseGuardTests : CaseTest
{
    [Fact]
    public async Task Land_of_kind_B_at_fourteen_months_cannot_be_fined()
    {
        var id = await DeterminedAsync(await StoppedAsync("2025-04-15"), "B", "holder");

        var problem = await RefusedAsync(id, "plan", new { measure = "fee" }, "kind-b-not-fined", "Order 53 Article 12 last ¶");
        var measures = (await CaseAsync(id)).GetProperty("measures").EnumerateArray().ToDictionary(one => one.GetProperty("measure").GetString()!);

        Assert.Contains("征缴土地闲置费", problem.GetProperty("detailZh").GetString(), StringComparison.Ordinal);
        Assert.Equal("kind-b-not-fined", measures["free_recovery"].GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, measures["agreed_recovery"].GetProperty("refusal").ValueKind);
    }

    [Theory, InlineData("government"), InlineData("force_majeure")]
    public async Task Land_idle_by_another_cause_than_the_holders_cannot_be_recovered(string cause)
    {
        var id = await DeterminedAsync(await NeverStartedAsync("2024-05-15", stoppages: [PlanChanged("2024-04-01")]), "A", cause);

        await RefusedAsync(id, "plan", new { measure = "free_recovery" }, "cause-not-the-holders", "Order 53 Article 8");
    }

    [Fact]
    public async Task Land_that_is_not_filed_cannot_be_extended()
    {
        var id = await DeterminedAsync(await NeverStartedAsync("2024-05-15", filed: false, stoppages: [PlanChanged("2024-04-01")]), "A", "government");

        await RefusedAsync(id, "plan", new { measure = "extend", from = "2026-06-15", until = "2026-12-15" }, "land-not-filed", "Order 53 Article 25 ¶2");
    }

    [Theory]
    [InlineData("fee", "2025-06-15", null, null), InlineData("fee", "2025-06-16", "fee-too-early", "Order 53 Article 14(1)")]
    [InlineData("free_recovery", "2024-06-15", null, null), InlineData("free_recovery", "2024-06-16", "recovery-too-early", "Order 53 Article 14(2)")]
    public async Task The_fee_needs_one_full_year_and_recovery_two_the_anniversary_included(string measure, string commencement, string? code, string? article)
    {
        var id = await DeterminedAsync(await NeverStartedAsync(commencement), "A", "holder");

        if (code is null)
        {
            Assert.Equal(measure, (await DoAsync(id, "plan", new { measure })).GetProperty("plan").GetProperty("measure").GetString());
        }
        else
        {
            await RefusedAsync(id, "plan", new { measure }, code, article);
        }
    }

    [Theory]
    [InlineData("extend", "2027-06-15", null, null), InlineData("extend", "2027-06-16", "extension-too-long", "Order 53 Article 12(1)")]
    [InlineData("temporary_use", "2028-06-15", null, null), InlineData("temporary_use", "2028-06-16", "temporary-use-too-long", "Order 53 Article 12(3)")]
    public async Task An_extension_is_one_year_at_most_and_temporary_use_two(string measure, string until, string? code, string? article)
    {
        var id = await DeterminedAsync(await NeverStartedAsync("2024-05-15", stoppages: [PlanChanged("2024-04-01")]), "A", "government");
        var plan = new { measure, from = "2026-06-15", until };

        if (code is null)
        {
            await DoAsync(id, "plan", plan);
        }
        else
        {
            await RefusedAsync(id, "plan", plan, code, article);
        }
    }

    [Fact]
    public async Task A_swap_needs_its_conditions_and_a_plan_its_determination()
    {
        var id = await OpenAsync(await NeverStartedAsync("2024-05-15", stoppages: [PlanChanged("2024-04-01")]));

        await RefusedAsync(id, "plan", new { measure = "fee" }, "disposal-plan-missing", "Order 53 Article 13");
        await DoAsync(id, "determination", new { kind = "A", cause = "government" });
        await RefusedAsync(id, "plan", new { measure = "swap", swap = new { pricePaidUp = true, moneyInPlace = true, planChangedByLaw = true, equalValueLikeUse = false } }, "swap-conditions-missing", "Order 53 Article 12(5)");
        await DoAsync(id, "plan", new { measure = "swap", swap = new { pricePaidUp = true, moneyInPlace = true, planChangedByLaw = true, equalValueLikeUse = true } });
    }

    [Fact]
    public async Task Land_is_determined_only_as_the_clock_finds_it()
    {
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"));
        await RefusedAsync(id, "move", new { to = "investigating", reason = "x" }, "case-document-missing", "Order 53 Article 5");
        await DoAsync(id, "documents", new { kind = "investigation-notice", number = "调〔2026〕1号", issuedOn = "2026-06-02" });
        await MoveAsync(id, "investigating", "2026-06-02");
        await DoAsync(id, "documents", new { kind = "determination", number = "认〔2026〕1号", issuedOn = "2026-06-10" });
        await DoAsync(id, "determination", new { kind = "B", cause = "holder", on = "2026-06-10" });

        await RefusedAsync(id, "move", new { to = "determined", on = "2026-06-10", reason = "x" }, "not-idle-by-law", "Order 53 Article 2 ¶2");
        await DoAsync(id, "determination", new { kind = "A", cause = "holder", on = "2026-06-10" });
        await MoveAsync(id, "determined", "2026-06-10");
    }

    [Fact]
    public async Task Who_marks_a_parcel_with_an_open_case_by_hand_is_sent_to_the_case()
    {
        var parcel = await NeverStartedAsync("2025-05-15");
        var id = await OpenAsync(parcel);
        var version = await Register.AskAsync<int>("select version from registry.parcel where id = $1", parcel);

        using var marked = await Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "in_use", reason = "x" }, $"\"p{parcel}-v{version}\"");
        var problem = await marked.AssertProblemAsync(System.Net.HttpStatusCode.Conflict, "case-drives-status");
        using var held = await Client.PostAsync($"/api/parcels/{parcel}/hold", new { reason = "规划调整" }, $"\"p{parcel}-v{version}\"");
        using var second = await Client.PostAsync($"/api/parcels/{parcel}/cases", new { reason = "x" }, null);

        Assert.Contains($"Case {id}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(held.IsSuccessStatusCode);
        await second.AssertProblemAsync(System.Net.HttpStatusCode.Conflict, "case-already-open");
        var moves = (await Client.GetJsonAsync($"/api/parcels/{parcel}")).GetProperty("moves").EnumerateArray();
        Assert.All(moves, move => Assert.False(move.GetProperty("allowed").GetBoolean()));
    }
}
