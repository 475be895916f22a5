using System.Net;
using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>What a person limited to one zone might have learnt of another by trying, each found once on the running program.</summary>
public sealed class ForeignRecordTests(TwoZones sample) : IClassFixture<TwoZones>
{
    private const string Code = "91350200776049653A";

    [Fact]
    public async Task A_credit_code_that_is_taken_elsewhere_is_refused_without_a_name()
    {
        using var person = await EverythingInAAsync("credit");
        await sample.Register.WriteAsync("update registry.enterprise set credit_code = $2 where id = $1", sample.B.Enterprise, Code);
        var version = await sample.Register.AskAsync<int>("select version from registry.enterprise where id = $1", sample.A.Enterprise);
        var body = new { name = TwoZones.MarkOfA + "企业", creditCode = Code, reason = "补录" };

        using var own = await PutAsync(person);
        using var whole = await PutAsync(sample.Register.Client);

        Assert.DoesNotContain(TwoZones.MarkOfB, (await own.AssertProblemAsync(HttpStatusCode.Conflict, "credit-code-taken")).ToString(), StringComparison.Ordinal);
        Assert.Contains(TwoZones.MarkOfB, (await whole.AssertProblemAsync(HttpStatusCode.Conflict, "credit-code-taken")).ToString(), StringComparison.Ordinal);

        async Task<HttpResponseMessage> PutAsync(HttpClient client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/enterprises/{sample.A.Enterprise}") { Content = JsonContent.Create(body) };
            request.Headers.IfMatch.Add(new($"\"p{sample.A.Enterprise}-v{version}\""));
            return await client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Rules_on_industries_are_those_of_the_persons_zones()
    {
        using var person = await EverythingInAAsync("industry");
        foreach (var zone in new[] { sample.A.Zone, sample.B.Zone })
        {
            using var said = await sample.Register.Client.PostAsJsonAsync("/api/industry-rules", new { zoneId = zone, industryCode = "C26", rule = "barred", reason = "环评" });
            Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        }

        Assert.Equal([sample.A.Zone], await ZonesAsync(person));
        Assert.Equal([sample.A.Zone, sample.B.Zone], await ZonesAsync(sample.Register.Client));

        static async Task<List<long>> ZonesAsync(HttpClient client) =>
            [.. (await client.GetJsonAsync("/api/industry-rules")).GetProperty("items").EnumerateArray().Select(rule => rule.GetProperty("zoneId").GetInt64()).Order()];
    }

    [Fact]
    public async Task A_project_counts_the_sites_in_the_persons_zones()
    {
        using var person = await EverythingInAAsync("sites");
        using var made = await sample.Register.Client.PostAsJsonAsync("/api/projects", new
        {
            name = "两地选址", investor = "投资人", stage = "intention", stageSince = "2026-03-01", classes = Array.Empty<string>(), needs = new { takesLand = true, areaMinSquareMetres = 1000 }, reason = "招商",
        });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var project = (await made.JsonAsync()).GetProperty("id").GetInt64();
        foreach (var parcel in new[] { sample.A.OtherParcel, sample.B.OtherParcel })
        {
            using var site = await sample.Register.Client.PostAsJsonAsync($"/api/projects/{project}/sites", new { parcelId = parcel, reason = "选址" });
            Assert.True(site.IsSuccessStatusCode, await site.Content.ReadAsStringAsync());
        }

        Assert.Equal(1, (await person.GetJsonAsync($"/api/projects/{project}")).GetProperty("openSites").GetInt32());
        Assert.Equal(2, (await sample.Register.Client.GetJsonAsync($"/api/projects/{project}")).GetProperty("openSites").GetInt32());
    }

    [Fact]
    public async Task A_proposal_of_assembly_takes_no_parcel_that_is_elsewhere_or_nowhere()
    {
        using var person = await EverythingInAAsync("assembly");
        using var elsewhere = await person.PostAsJsonAsync("/api/assemblies", new { name = "并地", parcels = new[] { sample.A.Parcel, sample.B.Parcel } });
        using var nowhere = await person.PostAsJsonAsync("/api/assemblies", new { name = "并地", parcels = new[] { sample.A.Parcel, 987654321 } });
        using var all = await sample.Register.Client.PostAsJsonAsync("/api/assemblies", new { name = "并地", parcels = new[] { 987654321L } });

        await elsewhere.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await nowhere.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await all.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpClient> EverythingInAAsync(string name) => sample.Register.NewPersonAsync(
        "foreign-" + name, ("officer", [sample.A.Zone]), ("planner", [sample.A.Zone]), ("case_officer", [sample.A.Zone]), ("leader", [sample.A.Zone]));
}
