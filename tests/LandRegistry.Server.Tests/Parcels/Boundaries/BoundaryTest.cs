using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Boundaries;

/// <summary>A register with a zone, and the means to draw in it.</summary>
public abstract class BoundaryTest : RegisterTest
{
    protected long Zone { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Zone = await Register.AddZoneAsync();
    }

    /// <summary>A rectangle as GeoJSON; degrees.</summary>
    protected static object Box(double west, double south, double east, double north) =>
        new { type = "Polygon", coordinates = new[] { new[] { new[] { west, south }, [east, south], [east, north], [west, north], [west, south] } } };

    /// <summary>The ground of a sample parcel, widened to the east by a share of its width.</summary>
    protected static object Place(int place, double widened = 0)
    {
        var west = 114.05 + (place * 0.0015);
        return Box(west, 30.5, west + 0.001 + (0.001 * widened), 30.501);
    }

    protected Task<HttpResponseMessage> DrawAsync(object boundary, string? code = null, decimal? stated = null, bool accept = false) => Client.PostAsync(
        "/api/parcels", new { boundary, zoneId = Zone, code, name = "新地块", statedAreaSquareMetres = stated, reason = "实测", accept }, ifMatch: null);

    protected Task<HttpResponseMessage> SetAsync(long parcel, object boundary, string tag, bool accept = false) =>
        Client.PostAsync($"/api/parcels/{parcel}/boundary", new { boundary, reason = "重测", accept }, tag);

    protected static async Task<JsonElement> DoneAsync(Task<HttpResponseMessage> command)
    {
        using var answer = await command;
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    protected async Task<string> TagAsync(long parcel)
    {
        using var answer = await Client.GetAsync(new Uri($"/api/parcels/{parcel}", UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    protected static long IdOf(JsonElement row) => row.GetProperty("id").GetInt64();

    protected async Task<int> CountAsync(string query = "") =>
        (await Client.GetJsonAsync($"/api/parcels/summary{query}")).GetProperty("total").GetProperty("count").GetInt32();
}
