using System.Net;
using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

public sealed class PublicationTests : RegisterTest
{
    [Fact]
    public async Task The_public_view_is_off_until_it_is_switched_on_and_then_says_four_things_of_published_idle_land_only()
    {
        var zone = await Register.AddZoneAsync();
        var published = await Register.AddParcelAsync(zone, 0, "idle", "2025-03-01", name: "秘密名称");
        var secret = await Register.AddParcelAsync(zone, 1, "idle", "2025-03-01");
        var withdrawn = await Register.AddParcelAsync(zone, 2, "disposing");
        var closed = await Register.AddParcelAsync(zone, 3, "closed");
        await Register.AddHolderAsync(published, "公开企业");
        await Register.WriteAsync(
            "update registry.parcel set address = '公开路 1 号', idle_cause = 'holder', officer = '秘密责任人', remarks = '秘密备注' where id = $1", published);
        foreach (var parcel in new[] { published, withdrawn, closed })
        {
            await Register.WriteAsync("insert into registry.land_fact (parcel_id, kind, on_day, note, change_id) values ($1, 'publication', '2026-01-05', '秘密说明', 0)", parcel);
        }

        await Register.WriteAsync("insert into registry.land_fact (parcel_id, kind, on_day, change_id) values ($1, 'publication_withdrawn', '2026-03-01', 0)", withdrawn);
        using var stranger = Register.NewClient();
        using var off = await stranger.GetAsync(new Uri("/public/parcels", UriKind.Relative));
        using var offPage = await stranger.GetAsync(new Uri("/public", UriKind.Relative));
        using var switched = await Client.PutAsJsonAsync("/api/publication", new { isOn = true });
        using var on = await stranger.GetAsync(new Uri("/public/parcels", UriKind.Relative));
        var page = await stranger.GetStringAsync(new Uri("/public", UriKind.Relative));
        var text = await on.Content.ReadAsStringAsync();
        var item = (await on.JsonAsync()).GetProperty("items").EnumerateArray().Single();

        await off.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await offPage.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(["cause", "holder", "idleSince", "latitude", "location", "longitude", "number"], item.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("公开路 1 号", "公开企业", "2025-03-01"), (item.GetProperty("location").GetString(), item.GetProperty("holder").GetString(), item.GetProperty("idleSince").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, item.GetProperty("cause").ValueKind);
        Assert.All([text, page], words => Assert.DoesNotContain("秘密", words, StringComparison.Ordinal));
        Assert.DoesNotContain(Samples.County, text + page, StringComparison.Ordinal);
        _ = secret;
    }

    [Fact]
    public async Task The_cause_is_said_where_it_is_the_governments()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync(), 0, "idle");
        await Register.WriteAsync("update registry.parcel set idle_cause = 'government' where id = $1", parcel);
        await Register.WriteAsync("insert into registry.land_fact (parcel_id, kind, on_day, change_id) values ($1, 'publication', '2026-01-05', 0)", parcel);
        using var switched = await Client.PutAsJsonAsync("/api/publication", new { isOn = true });
        using var stranger = Register.NewClient();

        Assert.Equal("government", (await stranger.GetJsonAsync("/public/parcels")).GetProperty("items")[0].GetProperty("cause").GetString());
    }
}
