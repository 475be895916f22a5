using System.Net;
using System.Net.Http.Json;
using LandRegistry.Server.Tests.Imports;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Zones;

/// <summary>Zones made by people; a new register has none.</summary>
public sealed class NewZoneTests : ImportJourneyTest
{
    [Fact]
    public async Task The_first_zone_of_a_register_is_made_and_takes_an_import()
    {
        using var county = await AddAsync(Client, new { code = "ZHX", nameZh = "中河县", kind = "county", countyCode = "990101" });
        using var park = await AddAsync(Client, new { code = "DHY", nameZh = "东湖园", nameEn = "East Lake Park", kind = "park", parentId = (await county.JsonAsync()).GetProperty("id").GetInt64() });

        var zones = (await Client.GetJsonAsync("/api/zones")).EnumerateArray().ToList();
        Assert.Equal(["ZHX 中河县 county 990101", "DHY East Lake Park park 990101"], zones.Select(zone => string.Join(' ', new[] { "code", "nameEn", "kind", "countyCode" }.Select(member => zone.GetProperty(member).GetString()))));
        Assert.Equal((1, 0, 0, 0, 0), Counts(await ImportAsync(Csv(("A1", "一号", "", "闲置", 114.05)), "DHY")));
        Assert.Equal(["AddZone", "AddZone", "ImportRegister"], (await Register.AskAsync<string>("select string_agg(command, ',' order by id) from registry.change where id > 0")).Split(','));
    }

    [Fact]
    public async Task A_zone_whose_code_is_taken_or_that_says_what_no_zone_can_be_is_refused()
    {
        await Register.AddZoneAsync("Z1");

        using var taken = await AddAsync(Client, new { code = "Z1", nameZh = "又一个", kind = "park" });
        using var wrong = await AddAsync(Client, new { code = "a b", kind = "village", countyCode = "12", parentId = 99 });

        await taken.AssertProblemAsync(HttpStatusCode.Conflict, "zone-code-taken");
        var problem = await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(["nameZh", "code", "kind", "countyCode", "parentId"], problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Whoever_is_limited_to_zones_makes_one_below_them_and_sees_it_and_none_beside_them()
    {
        var own = await Register.AddZoneAsync("OWN");
        var other = await Register.AddZoneAsync("OTHER");
        using var officer = await Register.NewPersonAsync("officer", ("officer", [own]));

        using var below = await AddAsync(officer, new { code = "OWN-1", nameZh = "片区一", kind = "area", parentId = own });
        using var top = await AddAsync(officer, new { code = "TOP", nameZh = "顶", kind = "county" });
        using var beside = await AddAsync(officer, new { code = "SIDE", nameZh = "旁", kind = "area", parentId = other });

        Assert.Equal(HttpStatusCode.Created, below.StatusCode);
        await top.AssertProblemAsync(HttpStatusCode.Conflict, "zone-top-for-all");
        await beside.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(["OWN", "OWN-1"], (await officer.GetJsonAsync("/api/zones")).EnumerateArray().Select(zone => zone.GetProperty("code").GetString()));
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, object zone) => client.PostAsJsonAsync(new Uri("/api/zones", UriKind.Relative), zone);
}
