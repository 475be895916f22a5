using System.Globalization;
using System.Net;
using LandRegistry.Server.Tests.Facts;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Retender;

public sealed class RetenderListTests : FactTest
{
    private RetenderReading Reading => new(Client);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task The_list_and_its_totals_equal_a_slow_reading_of_the_rules_on_a_random_register(int seed)
    {
        var drawn = await DrawAsync(new Random(seed));
        var settled = seed % 2 == 0 ? "site-conditions" : "soil-survey";

        await Reading.AssertSameAsync(await Reading.ReadAsync(drawn));
        await Reading.AssertSameAsync(
            await Reading.ReadAsync(drawn, "2026-12-31", settled, "compensation-settled"), $"&by=2026-12-31&settled={settled}&settled=compensation-settled");
    }

    [Fact]
    public async Task A_mortgage_recorded_now_takes_the_parcel_off_the_list_now()
    {
        await MakeReadyAsync();
        Assert.Equal([Parcel], await IdsAsync("section=ready"));

        var mortgage = await EnterAsync("encumbrance", new { type = "mortgage", holder = "示例银行", registeredOn = "2026-05-01" });

        Assert.Empty(await IdsAsync("section=ready"));
        var row = Assert.Single(await Reading.RowsAsync("section=blocked"));
        var blocker = Assert.Single(row.GetProperty("blockers").EnumerateArray());
        Assert.Equal("clear-right", blocker.GetProperty("code").GetString());
        Assert.Equal("示例银行", Assert.Single(blocker.GetProperty("holders").EnumerateArray()).GetString());
        Assert.Equal("Order 53 Article 21(1)", blocker.GetProperty("article").GetString());

        using var corrected = await CorrectAsync(mortgage, new { type = "mortgage", holder = "示例银行", registeredOn = "2026-05-01", releasedOn = "2027-01-01", reason = "约定解押" });
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        row = Assert.Single(await Reading.RowsAsync("section=blocked"));
        Assert.Equal("2027-01-01", row.GetProperty("expectedOn").GetString());
        Assert.Equal("recorded_fact", row.GetProperty("blockers")[0].GetProperty("basis").GetString());
    }

    [Fact]
    public async Task What_became_ready_since_a_day_is_what_its_facts_made_ready_then()
    {
        await MakeReadyAsync();

        Assert.Equal("2026-03-01", Assert.Single(await Reading.RowsAsync("section=ready")).GetProperty("readyOn").GetString());
        Assert.Equal([Parcel], await IdsAsync("section=ready&since=2026-03-01"));
        Assert.Empty(await IdsAsync("section=ready&since=2026-03-02"));
    }

    [Fact]
    public async Task A_scenario_lists_what_would_be_ready_and_changes_nothing()
    {
        await MakeReadyAsync(mark: false);
        await EnterAsync("encumbrance", new { type = "court", holder = "某法院", registeredOn = "2026-04-01" });
        Assert.Empty(await IdsAsync("section=ready"));

        var row = Assert.Single(await Reading.RowsAsync("section=ready&settled=no-dispute"));

        Assert.True(row.GetProperty("byScenario").GetBoolean());
        Assert.Equal("reserved", await StatusAsync());
        Assert.Empty(await IdsAsync("section=ready"));
        using var past = await Client.GetAsync(new Uri("/api/retender?by=2020-01-01&settled=luck", UriKind.Relative));
        var problem = await past.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(["by", "settled"], problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).Order());
    }

    [Fact]
    public async Task Conditions_and_infrastructure_stand_with_the_parcel_the_latest_of_their_day()
    {
        await MakeReadyAsync();
        await EnterAsync("supply_conditions", new { onDay = "2026-03-01", floorAreaRatioMax = 1.2, priceBasis = "benchmark" });
        await EnterAsync("supply_conditions", new { onDay = "2026-04-01", number = "规条7号", floorAreaRatioMin = 1.0, floorAreaRatioMax = 2.5, pricePerMuYuan = 180000, priceBasis = "appraisal", termYears = 50 });
        await EnterAsync("infrastructure", new { item = "gas", onDay = "2026-04-01", quantity = 120, unit = "米" });

        var row = Assert.Single(await Reading.RowsAsync("section=ready"));

        Assert.Equal("规条7号", row.GetProperty("conditions").GetProperty("number").GetString());
        Assert.Equal(Math.Round(row.GetProperty("areaSquareMetres").GetDecimal() * 2.5m, 2), row.GetProperty("floorAreaSquareMetres").GetDecimal());
        var gas = row.GetProperty("infrastructure").EnumerateArray().Single(thing => thing.GetProperty("item").GetString() == "gas");
        Assert.Equal((120m, "米"), (gas.GetProperty("quantity").GetDecimal(), gas.GetProperty("unit").GetString()));
        using var disordered = await TryEnterAsync("supply_conditions", new { onDay = "2026-04-01", floorAreaRatioMin = 3, floorAreaRatioMax = 1 });
        await disordered.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task Pages_follow_each_other_in_every_order_without_gap_or_repeat()
    {
        var zone = await Register.AskAsync<long>("select min(id) from registry.zone");
        for (var place = 1; place < 12; place++)
        {
            await Register.AddParcelAsync(zone, place, "listed", stated: place % 3 == 0 ? null : place * 100, surveyed: place % 2 == 0);
        }

        foreach (var sort in new[] { "code", "-code", "area", "-area" })
        {
            var whole = await IdsAsync($"section=in_tender&sort={sort}");
            var paged = (await Reading.RowsAsync($"section=in_tender&sort={sort}", limit: 3)).Select(RetenderReading.Id);

            Assert.Equal(11, whole.Count);
            Assert.Equal(whole, paged);
        }
    }

    private async Task<List<long>> IdsAsync(string query) => [.. (await Reading.RowsAsync(query)).Select(RetenderReading.Id)];

    /// <summary>Parcels of drawn status, hold and facts, some of which make them ready, some of them only from a day to come on.</summary>
    private async Task<List<long>> DrawAsync(Random random)
    {
        var zone = await Register.AddZoneAsync("Z2");
        var ids = new List<long> { Parcel };
        for (var place = 1; place < 14; place++)
        {
            var status = new[] { "reserved", "reserved", "reserved", "listed", "awarded", "idle", "in_use" }[random.Next(7)];
            ids.Add(await Register.AddParcelAsync(
                zone, place, status, "2026-01-01", surveyed: random.Next(8) > 0, use: random.Next(8) > 0 ? new[] { "0601", "0604" }[random.Next(2)] : null, stated: 5000));
        }

        foreach (var id in ids)
        {
            foreach (var kind in new[] { "right_registered", "title_search", "compensation_search", "planning_conditions", "survey_updated", "soil_survey" }.Where(_ => random.Next(12) > 0))
            {
                await EnterAsync(kind, new { onDay = Day(random) }, id);
            }

            foreach (var item in new[] { "road", "water", "power", "level_ground" }.Where(_ => random.Next(16) > 0))
            {
                await EnterAsync("infrastructure", new { item, onDay = Day(random) }, id);
            }

            if (random.Next(3) == 0)
            {
                await EnterAsync("encumbrance", new { type = new[] { "mortgage", "court", "lease" }[random.Next(3)], registeredOn = Day(random), releasedOn = random.Next(2) == 0 ? "2026-10-01" : null }, id);
            }

            if (random.Next(3) == 0)
            {
                await EnterAsync("supply_conditions", new { onDay = Day(random), floorAreaRatioMax = 1 + random.Next(3) }, id);
            }

            if (random.Next(5) == 0)
            {
                await Register.WriteAsync("update registry.parcel set hold_reason = '规划调整' where id = $1", id);
            }
        }

        return ids;
    }

    private static string Day(Random random) => new DateOnly(2026, 1, 5).AddDays(random.Next(100)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
