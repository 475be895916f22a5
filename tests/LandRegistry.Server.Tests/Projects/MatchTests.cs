using System.Net;
using System.Text.Json;
using LandRegistry.Domain.Projects;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Projects;

public sealed class MatchTests : ProjectTest
{
    [Fact]
    public async Task Ready_land_is_scored_by_what_is_known_of_it_and_says_what_is_not()
    {
        await MakeReadyAsync();
        await EnterAsync("infrastructure", new { item = "road", onDay = "2026-03-02", distanceMetres = 150 });
        var project = await EnterProjectAsync("选址项目");

        var matches = await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches");

        var site = Assert.Single(matches.GetProperty("items").EnumerateArray());
        Assert.Equal(Parcel, site.GetProperty("site").GetProperty("parcelId").GetInt64());
        var match = site.GetProperty("match");
        var criteria = match.GetProperty("criteria").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!);
        Assert.Equal(["area", "industry", "price", "road", "use"], criteria.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1m, "150 m"), (criteria["road"].GetProperty("score").GetDecimal(), criteria["road"].GetProperty("found").GetProperty("en").GetString()));
        Assert.Equal(JsonValueKind.Null, criteria["price"].GetProperty("score").ValueKind);
        Assert.Equal((100m, Math.Round(55m / 80, 3)), (match.GetProperty("score").GetDecimal(), match.GetProperty("reliability").GetDecimal()));

        await EnterAsync("supply_conditions", new { onDay = "2026-04-01", pricePerMuYuan = 180_000 });
        await DoneWithoutTagAsync("/api/industry-rules", new { zoneId = await Register.AskAsync<long>("select min(id) from registry.zone"), industryCode = "39", rule = "leading", reason = "园区规划" });
        site = (await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches")).GetProperty("items")[0];
        Assert.Equal((100m, 1m), (site.GetProperty("match").GetProperty("certain").GetDecimal(), site.GetProperty("match").GetProperty("reliability").GetDecimal()));
    }

    [Fact]
    public async Task The_best_of_many_sites_are_those_of_a_slow_judging_of_all_and_match_the_other_way_round()
    {
        var random = new Random(7);
        var zone = await Register.AddZoneAsync("Z2");
        for (var place = 1; place <= 60; place++)
        {
            var parcel = await Register.AddParcelAsync(zone, place, "ready", surveyed: place % 9 != 0, use: new[] { "0601", "0602", "0701" }[random.Next(3)], stated: place % 11 == 0 ? null : 3_000 + random.Next(20_000));
            if (random.Next(2) == 0)
            {
                await Register.WriteAsync("insert into registry.infrastructure (parcel_id, item, on_day, distance_metres, change_id) values ($1, 'road', '2026-01-01', $2, 0)", parcel, (decimal)random.Next(600));
            }

            if (random.Next(2) == 0)
            {
                await Register.WriteAsync("insert into registry.supply_conditions (parcel_id, on_day, price_per_mu_yuan, change_id) values ($1, '2026-01-01', $2, 0)", parcel, 100_000m + (random.Next(20) * 10_000));
            }
        }

        var project = await EnterProjectAsync("选址项目");
        var all = (await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches?limit=200")).GetProperty("items").EnumerateArray().ToList();
        var few = (await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches?limit=5")).GetProperty("items").EnumerateArray().ToList();

        Assert.True(all.Count > 30);
        Assert.Equal(all.Take(5).Select(SiteId), few.Select(SiteId));
        var certain = all.Select(one => one.GetProperty("match").GetProperty("certain").GetDecimal()).ToList();
        Assert.Equal(certain.OrderDescending(), certain);
        foreach (var site in all.Take(5))
        {
            var back = Assert.Single((await Client.GetJsonAsync($"/api/parcels/{SiteId(site)}/projects")).GetProperty("items").EnumerateArray());
            Assert.Equal(Key(project), back.GetProperty("projectId").GetInt64());
            Assert.Equal(site.GetProperty("match").ToString(), back.GetProperty("match").ToString());
        }

        await AssertEqualsSlowReadingAsync(all);
    }

    [Fact]
    public async Task Nearly_ready_land_is_listed_with_what_blocks_it_and_land_on_hold_or_in_tender_is_not()
    {
        await MakeReadyAsync(mark: false);
        await EnterAsync("encumbrance", new { type = "mortgage", holder = "示例银行", registeredOn = "2026-05-01" });
        var project = await EnterProjectAsync("选址项目");

        var site = Assert.Single((await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches")).GetProperty("items").EnumerateArray());
        Assert.Equal("clear-right", Assert.Single(site.GetProperty("blocking").EnumerateArray()).GetString());
        Assert.Empty((await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches?most=0")).GetProperty("items").EnumerateArray());

        await Register.WriteAsync("update registry.parcel set hold_reason = '规划调整' where id = $1", Parcel);
        Assert.Empty((await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches")).GetProperty("items").EnumerateArray());
        Assert.False((await Client.GetJsonAsync($"/api/parcels/{Parcel}/projects")).GetProperty("isOffered").GetBoolean());
    }

    [Fact]
    public async Task Vacant_floors_stand_beside_land_and_let_ones_do_not()
    {
        var zone = await Register.AskAsync<long>("select min(id) from registry.zone");
        var floor = await CreatedAsync("/api/floors", new { zoneId = zone, building = "3号楼", floor = "2层", areaSquareMetres = 2_000, heightMetres = 5, loadTonnes = 0.8, powerKva = 400, rentYuan = 12, vacantSince = "2026-02-01", source = "园区台账", reason = "清查" });
        var project = await EnterProjectAsync("轻资产项目", new { takesFloor = true, floorAreaMinSquareMetres = 1_500, floorAreaMaxSquareMetres = 2_500, heightMinMetres = 4.5, rentMaxYuan = 15, powerKva = 400 });

        var site = Assert.Single((await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches")).GetProperty("items").EnumerateArray());
        Assert.Equal(("floor", Key(floor)), (site.GetProperty("kind").GetString(), site.GetProperty("site").GetProperty("floorId").GetInt64()));
        Assert.Equal(Key(project), (await Client.GetJsonAsync($"/api/floors/{Key(floor)}/projects")).GetProperty("items")[0].GetProperty("projectId").GetInt64());

        using var let = await PutAsync($"/api/floors/{Key(floor)}", new { zoneId = zone, building = "3号楼", floor = "2层", areaSquareMetres = 2_000, source = "园区台账", reason = "已出租" }, floor);
        Assert.Equal(HttpStatusCode.OK, let.StatusCode);
        Assert.Empty((await Client.GetJsonAsync($"/api/projects/{Key(project)}/matches")).GetProperty("items").EnumerateArray());
        Assert.Single((await Client.GetJsonAsync("/api/floors?vacant=false")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_site_is_shortlisted_visited_offered_and_won_by_one_project_and_linked_to_a_tender_by_id()
    {
        await MakeReadyAsync();
        var (first, second) = (await EnterProjectAsync("甲项目"), await EnterProjectAsync("乙项目"));
        var one = await ShortlistAsync(first, new { parcelId = Parcel, reason = "面积合适" });
        var other = await ShortlistAsync(second, new { parcelId = Parcel, reason = "面积合适" });
        using (var twice = await Client.PostAsync($"/api/projects/{Key(first)}/sites", new { parcelId = Parcel, reason = "x" }, null))
        {
            await twice.AssertProblemAsync(HttpStatusCode.Conflict, "project-site-listed");
        }

        one = await StepAsync(one, new { to = "visited", reason = "现场踏勘" });
        one = await StepAsync(one, new { to = "offered", offerYuan = 2_600_000, reason = "报价" });
        using (var unknown = await Client.PostAsync($"/api/project-sites/{Key(one)}/step", new { to = "won", tenderId = 999, reason = "x" }, Tag(one)))
        {
            await unknown.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        var tender = await CreatedAsync($"/api/parcels/{Parcel}/tenders", new { method = "listing", plannedOn = "2026-04-01", reason = "年度计划" });
        one = await StepAsync(one, new { to = "won", tenderId = Key(tender), reason = "成交" });

        Assert.Equal(("won", 2_600_000m, Key(tender)), (one.GetProperty("step").GetString(), one.GetProperty("offerYuan").GetDecimal(), one.GetProperty("tenderId").GetInt64()));
        Assert.Equal(4, one.GetProperty("steps").GetArrayLength());
        Assert.All(one.GetProperty("steps").EnumerateArray(), step => Assert.Equal("tester", step.GetProperty("actor").GetString()));
        other = await StepAsync(other, new { to = "offered", reason = "报价" });
        using (var late = await Client.PostAsync($"/api/project-sites/{Key(other)}/step", new { to = "won", reason = "x" }, Tag(other)))
        {
            await late.AssertProblemAsync(HttpStatusCode.Conflict, "project-site-taken");
        }

        var projects = await Client.GetJsonAsync($"/api/parcels/{Parcel}/projects");
        Assert.Equal(("甲项目", 2), (projects.GetProperty("takenBy").GetString(), projects.GetProperty("courtships").GetArrayLength()));
        Assert.Empty((await Client.GetJsonAsync($"/api/projects/{Key(second)}/matches")).GetProperty("items").EnumerateArray());
        Assert.Single((await Client.GetJsonAsync($"/api/projects/{Key(first)}/sites")).GetProperty("items").EnumerateArray());
        Register.Clock.Advance(TimeSpan.FromDays(1));
        await StepAsync(one, new { to = "declined", reason = "未签合同" });
        await StepAsync(other, new { to = "won", reason = "递补" });
    }

    [Fact]
    public async Task Land_that_is_not_to_be_had_and_a_project_that_seeks_none_are_refused()
    {
        var project = await EnterProjectAsync("选址项目");
        using (var inUse = await Client.PostAsync($"/api/projects/{Key(project)}/sites", new { parcelId = Parcel, reason = "x" }, null))
        {
            await inUse.AssertProblemAsync(HttpStatusCode.Conflict, "project-site-not-offered");
        }

        await MakeReadyAsync();
        var running = await EnterProjectAsync("投产项目", stage: "producing");
        using var settled = await Client.PostAsync($"/api/projects/{Key(running)}/sites", new { parcelId = Parcel, reason = "x" }, null);
        await settled.AssertProblemAsync(HttpStatusCode.Conflict, "project-seeks-no-site");
    }

    /// <summary>Judges every parcel one by one, as a reader of the rule would.</summary>
    private async Task AssertEqualsSlowReadingAsync(List<JsonElement> found)
    {
        var needs = new ProjectNeeds { Area = new(8_000, 12_000), LandUseCodes = ["0601"], PricePerMuMaxYuan = 200_000, RoadMetresMax = 300, IndustryCode = "C3921" };
        await using var command = Register.Database.CreateCommand(
            """
            select p.id, p.area_square_metres, p.land_use_code,
                   (select min(distance_metres) from registry.infrastructure i where i.parcel_id = p.id), (select min(price_per_mu_yuan) from registry.supply_conditions c where c.parcel_id = p.id)
            from registry.parcel p where p.status = 'ready'
            """);
        var expected = new Dictionary<long, decimal>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var site = new OfferedSite
            {
                AreaSquareMetres = reader.GetFieldValue<decimal?>(1), LandUseCode = reader.GetFieldValue<string?>(2), RoadMetres = reader.GetFieldValue<decimal?>(3), PricePerMuYuan = reader.GetFieldValue<decimal?>(4),
            };
            if (site.AreaSquareMetres is null or (>= 6_400 and <= 36_000))
            {
                expected.Add(reader.GetInt64(0), Math.Round(MatchRule.Judge(needs, site).Certain, 1));
            }
        }

        Assert.Equal(expected.OrderBy(one => one.Key), found.ToDictionary(SiteId, one => one.GetProperty("match").GetProperty("certain").GetDecimal()).OrderBy(one => one.Key));
    }

    private async Task DoneWithoutTagAsync(string path, object body)
    {
        using var answer = await Client.PostAsync(path, body, null);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static long SiteId(JsonElement match) => match.GetProperty("site").GetProperty("parcelId").GetInt64();
}
