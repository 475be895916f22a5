using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Zones;

/// <summary>A zone gets its extent from a file.</summary>
public sealed class ZoneExtentTests : RegisterTest
{
    private const string Two = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114,30.4],[114.06,30.4],[114.06,30.6],[114,30.6],[114,30.4]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114.05,30.4],[114.0512,30.4],[114.0512,30.6],[114.05,30.6],[114.05,30.4]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[114,30]}}]}
        """;

    [Fact]
    public async Task The_areas_of_a_file_become_the_extent_as_one_change_and_parcels_outside_are_counted()
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.AddParcelAsync(zone, 0);
        await Register.AddParcelAsync(zone, 20);

        using var answer = await PutAsync(zone, 1, Two);

        var extent = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, extent.ToString());
        Assert.Equal((1, 1, 2), (extent.GetProperty("parts").GetInt32(), extent.GetProperty("parcelsOutside").GetInt32(), extent.GetProperty("version").GetInt32()));
        Assert.InRange(extent.GetProperty("areaSquareMetres").GetDouble(), 127e6, 129e6);
        Assert.Equal("SetZoneExtent", await Register.AskAsync<string>("select c.command from registry.zone z join registry.change c on c.id = z.change_id"));
        var listed = (await Client.GetJsonAsync("/api/zones")).EnumerateArray().Single();
        Assert.True(listed.GetProperty("hasExtent").GetBoolean());
        Assert.Equal([114, 30.4, 114.06, 30.6], listed.GetProperty("bbox").EnumerateArray().Select(degrees => Math.Round(degrees.GetDouble(), 6)));
        Assert.Single((await Client.GetJsonAsync("/api/zones/outlines")).GetProperty("features").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[114,30]}""", "holds no area")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114,30],[114.0001,30],[114.0001,30.0001],[114,30]]]}""", "less than 1,000 m²")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114,85.5],[115,85.5],[115,86],[114,85.5]]]}""", "beyond longitudes and latitudes")]
    [InlineData("""{"type":"Polygon","coordinates":[[[-60,-60],[60,-60],[60,60],[-60,60],[-60,-60]]]}""", "larger than any country")]
    public async Task What_can_be_no_zone_is_refused(string geometry, string sentence)
    {
        var zone = await Register.AddZoneAsync("Z1");

        using var answer = await PutAsync(zone, 1, $$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""");

        await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "zone-file-refused", sentence);
    }

    [Theory]
    [InlineData("%PDF-1.7", "Send GeoJSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", "cannot be read")]
    [InlineData("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", "Send GeoJSON")]
    public async Task What_is_no_file_of_shapes_is_refused_in_words_of_ours(string content, string sentence)
    {
        var zone = await Register.AddZoneAsync("Z1");

        using var answer = await PutAsync(zone, 1, content);

        await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "zone-file-refused", sentence);
    }

    [Fact]
    public async Task It_has_to_share_ground_with_the_zone_above_and_to_change_what_the_caller_saw()
    {
        var above = await Register.AddZoneAsync("Z1");
        var below = await Register.AddZoneAsync("Z2", above);
        await Register.WriteAsync("update registry.zone set extent = st_multi(st_makeenvelope(120, 30, 121, 31, 4490)) where id = $1", above);

        using var elsewhere = await PutAsync(below, 1, Two);
        using var stale = await PutAsync(above, 1, Two);
        using var unknown = await PutAsync(99, 1, Two);
        using var blind = await Client.PutAsync(new Uri($"/api/zones/{above}/extent", UriKind.Relative), new StringContent(Two));

        await RefusedAsync(elsewhere, HttpStatusCode.Conflict, "zone-extent-elsewhere", "shares no ground");
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound, (HttpStatusCode)428), (stale.StatusCode, unknown.StatusCode, blind.StatusCode));
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string sentence)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PutAsync(long zone, int version, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/zones/{zone}/extent") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };
        request.Headers.IfMatch.Add(new($"\"z{zone}-v{version}\""));
        return await Client.SendAsync(request);
    }
}
