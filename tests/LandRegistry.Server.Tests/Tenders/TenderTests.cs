using System.Net;
using System.Text.Json;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Tests.Tenders;

public sealed class TenderTests : TenderTest
{
    private static readonly object Listing = new { method = "listing", plannedOn = "2026-04-01", number = "2026-07号", opensOn = "2026-04-25", closesOn = "2026-05-06", startingPriceYuan = 1_000_000, reservePriceYuan = 1_200_000, reason = "年度计划" };

    [Fact]
    public async Task A_tender_goes_from_its_plan_to_capacity_and_its_parcel_with_it()
    {
        await MakeReadyAsync();
        await EnterAsync("supply_conditions", new { onDay = "2026-03-01", floorAreaRatioMax = 2, termYears = 50 });
        var tender = await PlanAsync(Listing);
        tender = await MarkAsync(tender, new { code = "tax_per_mu", promised = 150_000, reason = "标准地" });

        tender = await MoveAsync(tender, new { to = "announced", on = "2026-04-04" });
        Assert.Equal("listed", await StatusAsync());
        tender = await MoveAsync(tender, new { to = "opened", on = "2026-04-25" });
        tender = await MoveAsync(tender, new { to = "closed", on = "2026-05-06", bidders = 2 });
        tender = await MoveAsync(tender, new { to = "awarded", on = "2026-05-06", winner = "示例受让企业", priceYuan = 1_500_000 });
        Assert.Equal("listed", await StatusAsync());
        tender = await MoveAsync(tender, new { to = "published", on = "2026-05-08" });
        Assert.Equal("awarded", await StatusAsync());
        tender = await MoveAsync(tender, new { to = "contracted", on = "2026-05-12", contractNumber = "合同9号", agreedCommencementOn = "2026-08-01", agreedCompletionOn = "2028-08-01" });

        var contract = (await Client.GetJsonAsync($"/api/parcels/{Parcel}")).GetProperty("contracts").EnumerateArray().Single();
        Assert.Equal(("合同9号", 1_500_000m, 50), (contract.GetProperty("number").GetString(), contract.GetProperty("priceYuan").GetDecimal(), contract.GetProperty("termYears").GetInt32()));
        Assert.Equal(1_500_000m, tender.GetProperty("priceOpenYuan").GetDecimal());
        await RefusedAsync(tender, new { to = "paid", on = "2026-05-20" }, "tender-price-open");
        await EnterAsync("money", new { type = "payment", onDay = "2026-05-20", amountYuan = 1_500_000, party = "示例受让企业" });
        tender = await MoveAsync(tender, new { to = "paid", on = "2026-05-20" });
        tender = await MoveAsync(tender, new { to = "delivered", on = "2026-05-25" });
        await RefusedAsync(tender, new { to = "started", on = "2026-06-10" }, "tender-start-not-recorded");
        await EnterAsync("actual_start", new { onDay = "2026-06-08", test = "pit_dug" });
        tender = await MoveAsync(tender, new { to = "started", on = "2026-06-10" });
        Assert.Equal("in_use", await StatusAsync());
        await EnterAsync("completion", new { onDay = "2026-06-12" });
        tender = await MoveAsync(tender, new { to = "completed", on = "2026-06-12" });
        await RefusedAsync(tender, new { to = "at_capacity", on = "2026-06-14" }, "tender-indicators-unchecked");
        tender = await MarkAsync(tender, new { code = "tax_per_mu", found = 160_000, checkedOn = "2026-06-13", reason = "核验" });
        tender = await MoveAsync(tender, new { to = "at_capacity", on = "2026-06-14" });

        Assert.Equal("kept", tender.GetProperty("indicators")[0].GetProperty("result").GetString());
        Assert.Equal("2026-06-14", tender.GetProperty("endedOn").GetString());
        Assert.Equal(12, tender.GetProperty("events").GetArrayLength());
        Assert.Empty(tender.GetProperty("next").EnumerateArray());
    }

    [Fact]
    public async Task A_tender_that_failed_gives_the_land_back_and_is_followed_by_a_second_round()
    {
        await MakeReadyAsync();
        var tender = await MoveAsync(await PlanAsync(Listing), new { to = "announced", on = "2026-04-04" });
        using (var second = await Client.PostAsync($"/api/parcels/{Parcel}/tenders", Listing, null))
        {
            await second.AssertProblemAsync(HttpStatusCode.Conflict, "tender-already-open");
        }

        tender = await MoveAsync(tender, new { to = "failed", on = "2026-05-01" });

        Assert.Equal("ready", await StatusAsync());
        var again = await PlanAsync(Listing);
        Assert.Equal((2, tender.GetProperty("id").GetInt64()), (again.GetProperty("round").GetInt32(), again.GetProperty("previousId").GetInt64()));
        Assert.Equal(2, (await Client.GetJsonAsync($"/api/parcels/{Parcel}/tenders")).GetProperty("items").GetArrayLength());
        Assert.Single((await Client.GetJsonAsync("/api/tenders?open=true")).GetProperty("items").EnumerateArray());
        Assert.Equal(2, (await Client.GetJsonAsync("/api/tenders")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Land_that_is_no_longer_clean_when_its_tender_fails_goes_back_to_the_reserve_with_the_reason()
    {
        await MakeReadyAsync();
        var tender = await MoveAsync(await PlanAsync(Listing), new { to = "announced", on = "2026-04-04" });
        await EnterAsync("encumbrance", new { type = "seizure", holder = "某法院", registeredOn = "2026-04-20" });
        Assert.Equal("listed", await StatusAsync());

        await MoveAsync(tender, new { to = "terminated", on = "2026-05-01" });

        Assert.Equal("reserved", await StatusAsync());
    }

    [Fact]
    public async Task Days_of_a_tender_are_on_the_list_of_the_day_and_follow_its_contract()
    {
        await MakeReadyAsync();
        var tender = await PlanAsync(Listing);
        Assert.Equal([("2026-04-05", "overdue", "Order 39 Article 8")], await DueAsync("2026-04-06"));

        tender = await MoveAsync(tender, new { to = "announced", on = "2026-04-04" });
        Assert.Equal([("2026-04-25", "due", "Order 39 Article 8")], await DueAsync("2026-04-25"));
        Assert.Equal(["2026-04-05"], (await DueAsync("2026-04-03")).Select(item => item.Day));
        tender = await MoveAsync(tender, new { to = "opened", on = "2026-04-25" });
        tender = await MoveAsync(tender, new { to = "closed", on = "2026-05-06", bidders = 2 });
        tender = await MoveAsync(tender, new { to = "awarded", on = "2026-05-06", winner = "示例受让企业", priceYuan = 1_500_000 });
        Assert.Equal(["2026-05-20", "2026-05-20"], (await DueAsync("2026-05-06")).Select(item => item.Day));
        tender = await MoveAsync(tender, new { to = "published", on = "2026-05-08" });
        await MoveAsync(tender, new { to = "contracted", on = "2026-05-12", contractNumber = "合同9号", agreedDeliveryOn = "2026-06-20", agreedCommencementOn = "2026-08-01", priceDueOn = "2026-06-12" });
        Assert.Equal(["2026-06-12", "2026-06-20", "2026-08-01"], (await DueAsync("2026-06-15", 60)).Select(item => item.Day));

        // A supplementary agreement moves the day by which works start.
        await EnterAsync("contract", new { type = "supplementary", number = "补1", signedOn = "2026-06-10", agreedCommencementOn = "2026-07-20" });

        Assert.Equal(["2026-06-12", "2026-06-20", "2026-07-20"], (await DueAsync("2026-06-15", 60)).Select(item => item.Day));
        await Register.WriteAsync("delete from registry.tender_deadline");
        await StoredTenders.FillIfNeededAsync(Register.Database, CancellationToken.None);
        Assert.Equal(3, (await DueAsync("2026-06-15", 60)).Count);
    }

    [Fact]
    public async Task A_plan_that_is_undone_leaves_no_day_on_the_list()
    {
        await MakeReadyAsync();
        await PlanAsync(Listing);
        var planned = await Register.AskAsync<long>("select max(id) from registry.change");
        Assert.Single(await DueAsync("2026-04-06"));

        using var undone = await Client.PostAsync($"/api/changes/{planned}/undo", new { reason = "Not of this year" }, null);

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Empty(await DueAsync("2026-04-06"));
    }

    [Fact]
    public async Task Days_of_the_law_are_kept_and_the_status_is_not_marked_past_the_tender()
    {
        await MakeReadyAsync();
        var early = await PlanAsync(new { method = "listing", plannedOn = "2026-04-01", opensOn = "2026-04-24", closesOn = "2026-05-06", reason = "年度计划" });
        Assert.Equal("Order 39 Article 8", (await RefusedAsync(early, new { to = "announced", on = "2026-04-05" }, "tender-opens-too-early")).GetProperty("article").GetString());

        var tender = await MoveAsync(early, new { to = "announced", on = "2026-04-04" });

        using var marked = await Client.PostAsync($"/api/parcels/{Parcel}/status", new { to = "awarded", reason = "成交", effectiveDate = "2026-05-06" }, await ParcelTagAsync());
        await marked.AssertProblemAsync(HttpStatusCode.Conflict, "tender-drives-status");
        using var stale = await Client.PostAsync($"/api/tenders/{tender.GetProperty("id").GetInt64()}/move", new { to = "opened", reason = "x" }, TenderTag(early));
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        using var blank = await Client.PostAsync($"/api/tenders/{tender.GetProperty("id").GetInt64()}/move", new { bidders = -1 }, TenderTag(tender));
        Assert.Equal(3, (await blank.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").GetArrayLength());
    }

    private async Task<List<(string Day, string State, string Article)>> DueAsync(string asOf, int within = 30) =>
    [
        .. from day in (await Client.GetJsonAsync($"/api/today?kind=tender_deadline&asOf={asOf}&within={within}")).GetProperty("days").EnumerateArray()
           from item in day.GetProperty("items").EnumerateArray()
           select (item.GetProperty("day").GetString(), item.GetProperty("state").GetString(), item.GetProperty("article").GetString()),
    ];

    private async Task<JsonElement> MarkAsync(JsonElement tender, object mark)
    {
        using var answer = await SendAsync(tender, "indicators", mark);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{mark}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    private async Task<JsonElement> RefusedAsync(JsonElement tender, object step, string code)
    {
        using var answer = await SendAsync(tender, "move", step);
        return await answer.AssertProblemAsync(HttpStatusCode.Conflict, code);
    }
}
