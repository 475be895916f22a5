using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Boundaries;

public sealed class AssemblyTests : BoundaryTest
{
    private long _west;
    private long _east;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _west = IdOf(await DoneAsync(DrawAsync(Box(114.05, 30.5, 114.0505, 30.501), "990101001001GB00001")));
        _east = IdOf(await DoneAsync(DrawAsync(Box(114.0505, 30.5, 114.051, 30.501), "990101001001GB00002")));
        await Register.AddHolderAsync(_west, "甲公司");
        await Register.AddHolderAsync(_east, "乙公司");
        await Register.WriteAsync("insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, change_id) values ($1, 'compensation_due', '2026-01-01', 500000, 0), ($1, 'compensation_settled', '2026-02-01', 200000, 0)", _east);
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, change_id) values ($1, 'mortgage', 0)", _east);
    }

    [Fact]
    public async Task Neighbours_chosen_are_shown_as_one_site_with_holders_burdens_money_and_what_stands_against_their_merge()
    {
        using var answer = await Client.PostAsync("/api/assemblies/preview", new { parcels = new[] { _west, _east } }, null);

        var site = await answer.JsonAsync();
        Assert.True(site.GetProperty("isOneShape").GetBoolean());
        Assert.Equal(10_642.48, site.GetProperty("areaSquareMetres").GetDouble(), 0.05);
        Assert.Equal(1, site.GetProperty("boundary").GetProperty("coordinates").GetArrayLength());
        var east = site.GetProperty("parcels")[1];
        Assert.Equal("乙公司", east.GetProperty("holders")[0].GetString());
        Assert.Equal("mortgage", east.GetProperty("burdens")[0].GetString());
        Assert.Equal(300_000, east.GetProperty("compensationOpenYuan").GetDecimal());
        Assert.Equal(JsonValueKind.Null, site.GetProperty("parcels")[0].GetProperty("compensationOpenYuan").ValueKind);
        var against = Assert.Single(site.GetProperty("against").EnumerateArray());
        Assert.Equal("merge-differs", against.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Parcels_apart_are_a_site_of_several_shapes()
    {
        var apart = await Register.AddParcelAsync(Zone, 5);

        using var answer = await Client.PostAsync("/api/assemblies/preview", new { parcels = new[] { _west, apart } }, null);

        var site = await answer.JsonAsync();
        Assert.False(site.GetProperty("isOneShape").GetBoolean());
        Assert.Contains("merge-not-adjacent", site.GetProperty("against").EnumerateArray().Select(rule => rule.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_proposal_is_kept_reopened_written_anew_and_deleted()
    {
        var kept = await DoneAsync(Client.PostAsync("/api/assemblies", new { name = "东片并地", parcels = new[] { _west } }, null));
        using var rewritten = await SendAsync(HttpMethod.Put, kept, "\"p1-v1\"", new { name = "东片并地", note = "含乙公司", parcels = new[] { _west, _east } });
        using var stale = await SendAsync(HttpMethod.Put, kept, "\"p1-v1\"", new { name = "旧", parcels = new[] { _west } });

        Assert.Equal(HttpStatusCode.OK, rewritten.StatusCode);
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        var listed = Assert.Single((await Client.GetJsonAsync("/api/assemblies")).GetProperty("items").EnumerateArray());
        Assert.Equal([_west, _east], listed.GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
        using var deleted = await SendAsync(HttpMethod.Delete, kept, "\"p1-v2\"", null);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty((await Client.GetJsonAsync("/api/assemblies")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_proposal_without_name_or_parcels_is_malformed_and_both_are_said()
    {
        using var answer = await Client.PostAsync("/api/assemblies", new { name = " ", parcels = Array.Empty<long>() }, null);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(["name", "parcels"], problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, JsonElement assembly, string tag, object? body)
    {
        var request = new HttpRequestMessage(method, $"/api/assemblies/{IdOf(assembly)}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        return Client.SendAsync(request);
    }
}
