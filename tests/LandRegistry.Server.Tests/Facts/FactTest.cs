using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Facts;

/// <summary>A register with one parcel and the means to record facts of it.</summary>
public abstract class FactTest : RegisterTest
{
    protected long Parcel { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Parcel = await Register.AddParcelAsync(await Register.AddZoneAsync(), name: "示例地块");
    }

    /// <summary>Enters a fact and returns it as answered.</summary>
    protected async Task<JsonElement> EnterAsync(string kind, object fields, long? parcel = null)
    {
        using var answer = await TryEnterAsync(kind, fields, parcel);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{kind}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }

    protected Task<HttpResponseMessage> TryEnterAsync(string kind, object fields, long? parcel = null) =>
        Client.PostAsync($"/api/parcels/{parcel ?? Parcel}/facts/{kind}", fields, null);

    protected async Task<HttpResponseMessage> CorrectAsync(JsonElement fact, object fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/facts/{Kind(fact)}/{Id(fact)}") { Content = JsonContent.Create(fields) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(Tag(fact)));
        return await Client.SendAsync(request);
    }

    protected Task<HttpResponseMessage> WithdrawAsync(JsonElement fact, string reason = "误录") =>
        Client.PostAsync($"/api/facts/{Kind(fact)}/{Id(fact)}/withdraw", new { reason }, Tag(fact));

    /// <summary>Enters all that makes the parcel ready, and marks it so.</summary>
    protected async Task MakeReadyAsync(bool mark = true)
    {
        await Register.WriteAsync("update registry.parcel set status = 'reserved', status_since = '2026-01-01' where id = $1", Parcel);
        foreach (var kind in new[] { "right_registered", "title_search", "compensation_search", "planning_conditions", "survey_updated", "soil_survey" })
        {
            await EnterAsync(kind, new { onDay = "2026-02-01" });
        }

        foreach (var item in new[] { "road", "water", "power", "level_ground" })
        {
            await EnterAsync("infrastructure", new { item, onDay = "2026-03-01" });
        }

        if (mark)
        {
            using var marked = await Client.PostAsync($"/api/parcels/{Parcel}/status", new { to = "ready", reason = "净地", effectiveDate = "2026-04-01" }, await ParcelTagAsync());
            Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        }
    }

    protected async Task<string> ParcelTagAsync()
    {
        using var answer = await Client.GetAsync(new Uri($"/api/parcels/{Parcel}", UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    protected async Task<string> StatusAsync() => (await Client.GetJsonAsync($"/api/parcels/{Parcel}")).GetProperty("status").GetString()!;

    protected async Task<List<string>> BlockingAsync(string? asOf = null) =>
        [.. (await Client.GetJsonAsync($"/api/parcels/{Parcel}/readiness{(asOf is null ? "" : $"?asOf={asOf}")}")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("state").GetString() != "holds").Select(item => item.GetProperty("code").GetString()!)];

    /// <summary>Both segment tables of the register as text, to compare.</summary>
    protected async Task<string> SegmentsAsync() =>
        await Register.AskAsync<string>("select coalesce(string_agg(s::text, ';' order by s.parcel_id, s.from_on), '') from registry.clock_segment s")
        + await Register.AskAsync<string>("select coalesce(string_agg(s::text, ';' order by s.parcel_id, s.from_on), '') from registry.readiness_segment s");

    protected static long Id(JsonElement fact) => fact.GetProperty("id").GetInt64();

    private static string Kind(JsonElement fact) => fact.GetProperty("kind").GetString()!;

    private static string Tag(JsonElement fact) => $"\"p{Id(fact)}-v{fact.GetProperty("version").GetInt32()}\"";
}
