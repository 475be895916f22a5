using System.Net;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

public sealed class ParcelListTests : RegisterTest
{
    [Theory]
    [InlineData("code"), InlineData("-code"), InlineData("area"), InlineData("-area")]
    [InlineData("updated"), InlineData("-updated"), InlineData("status"), InlineData("-status")]
    public async Task Pages_in_every_order_hold_each_parcel_once(string sort)
    {
        var zone = await Register.AddZoneAsync();
        string[] statuses = ["in_use", "idle", "ready"];
        for (var place = 0; place < 7; place++)
        {
            await Register.AddParcelAsync(zone, place, statuses[place % 3], surveyed: place % 2 == 0, stated: place == 1 ? 500 : null);
        }

        var ids = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Client.GetJsonAsync($"/api/parcels?sort={sort}&limit=2" + (cursor is null ? "" : $"&cursor={cursor}"));
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(7, ids.Count);
        Assert.Equal(7, ids.Distinct().Count());
    }

    [Fact]
    public async Task Parcels_whose_code_is_not_known_come_last()
    {
        var zone = await Register.AddZoneAsync();
        var unknown = await Register.AddParcelAsync(zone);
        await Register.AddParcelAsync(zone, 1);
        await Register.WriteAsync("update registry.parcel set code = null where id = $1", unknown);

        var page = await Client.GetJsonAsync("/api/parcels?sort=code");

        Assert.Equal(unknown, page.GetProperty("items")[1].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Each_filter_keeps_what_it_names_and_list_and_summary_agree()
    {
        var county = await Register.AddZoneAsync("C1");
        var park = await Register.AddZoneAsync("P1", county);
        var other = await Register.AddZoneAsync("C2");
        var idle = await Register.AddParcelAsync(park, 0, "idle", name: "东一地块");
        await Register.AddHolderAsync(idle, "恒星测试纺织有限公司");
        await Register.AddParcelAsync(county, 1, "in_use", use: "0604", surveyed: false, stated: 300);
        await Register.AddParcelAsync(other, 2, "ready", use: null, surveyed: false);

        foreach (var (filter, count) in new[]
        {
            ("status=idle", 1), ("status=idle&status=ready", 2), ($"zone={county}", 2), ($"zone={park}", 1), ($"zone={other}&zone={park}", 2),
            ("use=0604", 1), ("minArea=301", 1), ("maxArea=300", 1), ("minArea=0", 2), ("onHold=false", 3), ("onHold=true", 0),
            ("q=测试纺织", 1), ("q=东一 恒星", 1), ("q=东一 不存在", 0), ("q=gb00002", 1), ("q=%25", 0), ("q=_", 0),
            ("bbox=114.05,30.5,114.0505,30.5005", 1), ("bbox=114.05,30.5,114.06,30.51", 3), ("bbox=0,0,1,1", 0), ($"status=idle&zone={county}&use=0601", 1),
        })
        {
            var list = await Client.GetJsonAsync($"/api/parcels?{filter}");
            var byStatus = await Client.GetJsonAsync($"/api/parcels/summary?by=status&{filter}");
            var byZone = await Client.GetJsonAsync($"/api/parcels/summary?by=zone&{filter}");
            var byUse = await Client.GetJsonAsync($"/api/parcels/summary?by=use&{filter}");

            Assert.True(count == list.GetProperty("items").GetArrayLength(), filter);
            Assert.Equal(count, byStatus.GetProperty("total").GetProperty("count").GetInt32());
            Assert.Equal(count, byZone.GetProperty("total").GetProperty("count").GetInt32());
            Assert.Equal(count, byUse.GetProperty("total").GetProperty("count").GetInt32());
        }
    }

    [Theory]
    [InlineData("code"), InlineData("-code"), InlineData("area"), InlineData("-area"), InlineData("updated"), InlineData("-status")]
    public async Task Pages_of_several_statuses_lose_and_repeat_nothing_and_keep_to_the_other_filters(string sort)
    {
        var (zone, other) = (await Register.AddZoneAsync(), await Register.AddZoneAsync("Z2"));
        string[] statuses = ["idle", "suspected", "in_use"];
        for (var place = 0; place < 9; place++)
        {
            await Register.AddParcelAsync(place == 4 ? other : zone, place, statuses[place % 3], surveyed: false, stated: 100 + (place * 37 % 50));
        }

        var all = (await Client.GetJsonAsync($"/api/parcels?sort={sort}")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("status").GetString() != "in_use" && item.GetProperty("zoneId").GetInt64() == zone).Select(item => item.GetProperty("id").GetInt64()).ToList();
        Register.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var day in new[] { "", "&asOf=2026-06-15" })
        {
            var paged = new List<long>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await Client.GetJsonAsync($"/api/parcels?status=idle&status=suspected&status=idle&zone={zone}&sort={sort}&limit=2{day}{cursor}");
                paged.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
                cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
            }

            Assert.Equal(5, all.Count);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task Kept_counts_equal_counts_of_the_parcels()
    {
        var zone = await Register.AddZoneAsync();
        for (var place = 0; place < 5; place++)
        {
            await Register.AddParcelAsync(zone, place, place < 3 ? "idle" : "ready");
        }

        var kept = await Client.GetJsonAsync("/api/parcels/summary?by=status");
        var counted = await Client.GetJsonAsync("/api/parcels/summary?by=status&minArea=0");

        Assert.Equal(counted.ToString(), kept.ToString());
    }

    [Fact]
    public async Task All_faults_of_a_query_are_answered_at_once()
    {
        using var answer = await Client.GetAsync(new Uri(
            "/api/parcels?status=sleeping&zone=x&minArea=-1&onHold=maybe&bbox=1,2,3&sort=colour&limit=0&cursor=!!&colour=red", UriKind.Relative));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        var fields = problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).Order();
        Assert.Equal(["bbox", "colour", "cursor", "limit", "minArea", "onHold", "sort", "status", "zone"], fields);
    }

    [Theory]
    [InlineData("NaN,0,1,1"), InlineData("0,0,Infinity,1"), InlineData("2,0,1,1"), InlineData("0,95,1,96"), InlineData("-200,0,1,1"), InlineData("0,0,1,1e400")]
    public async Task A_box_that_is_none_is_refused(string box)
    {
        using var answer = await Client.GetAsync(new Uri($"/api/parcels?bbox={box}", UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_forged_is_refused()
    {
        var zone = await Register.AddZoneAsync();
        await Register.AddParcelAsync(zone);
        await Register.AddParcelAsync(zone, 1);
        var cursor = (await Client.GetJsonAsync("/api/parcels?sort=area&limit=1")).GetProperty("nextCursor").GetString();

        using var otherOrder = await Client.GetAsync(new Uri($"/api/parcels?sort=code&cursor={cursor}", UriKind.Relative));
        using var forged = await Client.GetAsync(new Uri("/api/parcels?sort=area&cursor=eyJTb3J0IjoiYXJlYSIsIktleSI6IngiLCJJZCI6MX0", UriKind.Relative));

        await otherOrder.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await forged.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Theory]
    [InlineData("/api/parcels/0"), InlineData("/api/parcels/abc"), InlineData("/api/parcels/99999999999999999999"), InlineData("/api/parcels/-1/history")]
    public async Task An_id_that_is_none_is_malformed(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task A_parcel_that_is_not_there_is_not_found()
    {
        using var answer = await Client.GetAsync(new Uri("/api/parcels/4711", UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }
}
