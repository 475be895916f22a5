using System.Net;
using System.Net.Http.Json;
using System.Text;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>Every role and zone against every route of the OpenAPI document. What is expected is written here once more, and found by looking at every row.</summary>
public sealed class RightsMatrixTests(TwoZones sample) : IClassFixture<TwoZones>, IDisposable
{
    public void Dispose() => Assert.True(sample.Register.Log.Complaints.Count == 0, string.Join('\n', sample.Register.Log.Complaints));

    private const long NoSuchId = 987_654_321;

    // What it would take to say so again by heart; a change of Domain/Rights has to be made here too.
    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["viewer"] = "sign_in read",
        ["officer"] = "sign_in read read_phones read_money export import mark draw keep_facts keep_enterprises report undo",
        ["planner"] = "sign_in read read_money export mark draw keep_strategies plan_supply keep_layers report undo",
        ["case_officer"] = "sign_in read read_phones read_money read_court export mark keep_facts keep_enterprises run_cases keep_strategies report undo",
        ["leader"] = "sign_in read read_phones read_money read_court export mark approve_strategies keep_strategies report",
        ["administrator"] = "sign_in manage_people read_audit publish run_server",
        ["auditor"] = "sign_in read read_phones read_money read_court export read_audit",
    };

    private static readonly string[] WholeRegister = ["administrator", "auditor"];

    // Ends the session that asks, or does not end at all.
    private static readonly string[] NotAsked = ["POST /api/sign-out", "GET /api/events"];

    [Fact]
    public async Task Every_role_is_let_in_by_every_route_that_the_table_says_and_by_no_other()
    {
        var routes = (await RegisterRoute.AllAsync(sample.Register.Client)).Where(route => route.Needs is not null && !NotAsked.Contains($"{route}")).ToList();
        Assert.True(routes.Count > 90, $"only {routes.Count} routes");
        var asked = 0;
        foreach (var (role, actions) in May)
        {
            using var person = await sample.Register.NewPersonAsync($"matrix-{role}", (role, WholeRegister.Contains(role) ? null : [sample.A.Zone]));
            foreach (var route in routes)
            {
                using var answer = await SendAsync(person, route, route.Record is { } record ? sample.A.IdOf(record) : NoSuchId);
                var allowed = actions.Split(' ').Contains(route.Needs);

                Assert.True(allowed == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role}, {route} needs {route.Needs}: {answer.StatusCode}");
                Assert.True((int)answer.StatusCode < 500, $"{role}, {route}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                asked++;
            }
        }

        Assert.True(asked > 600);
    }

    [Fact]
    public async Task A_record_of_another_zone_is_answered_like_one_that_is_not_there_by_every_route()
    {
        using var person = await EverythingInAsync("elsewhere", sample.A.Zone);
        var routes = (await RegisterRoute.AllAsync(sample.Register.Client)).Where(route => route.Record is not null).ToList();
        Assert.True(routes.Count > 40);
        foreach (var route in routes)
        {
            using var elsewhere = await SendAsync(person, route, sample.B.IdOf(route.Record!));
            using var nowhere = await SendAsync(person, route, NoSuchId);
            using var here = await SendAsync(person, route, sample.A.IdOf(route.Record!));

            Assert.Equal((nowhere.StatusCode, await nowhere.Content.ReadAsStringAsync()), (elsewhere.StatusCode, await elsewhere.Content.ReadAsStringAsync()));
            Assert.True(route.Method != "GET" || route.Path.EndsWith("/scan", StringComparison.Ordinal) || here.IsSuccessStatusCode, $"{route}: {here.StatusCode}");
        }
    }

    [Fact]
    public async Task No_route_that_reads_says_a_word_of_another_zone()
    {
        using var person = await EverythingInAsync("reader", sample.A.Zone);
        var routes = (await RegisterRoute.AllAsync(sample.Register.Client)).Where(route => route.Method == "GET" && !NotAsked.Contains($"{route}") && route.Needs is not null).ToList();
        var telling = 0;
        foreach (var route in routes.Where(route => May["officer"].Contains(route.Needs!, StringComparison.Ordinal)))
        {
            var id = route.Record is { } record ? sample.A.IdOf(record) : NoSuchId;
            using var whole = await SendAsync(sample.Register.Client, route, id);
            using var own = await SendAsync(person, route, id);
            var (all, seen) = (Read(await whole.Content.ReadAsByteArrayAsync()), Read(await own.Content.ReadAsByteArrayAsync()));

            Assert.False(seen.Contains(TwoZones.MarkOfB, StringComparison.Ordinal), $"{route} tells {At(seen)}");
            telling += all.Contains(TwoZones.MarkOfB, StringComparison.Ordinal) ? 1 : 0;
        }

        // The whole register's answers do have the other zone in them: the silence above is not that of empty lists.
        Assert.True(telling >= 12, $"only {telling} routes have anything to hide");
    }

    [Theory]
    [InlineData("/api/parcels", "items"), InlineData("/api/cases", "items"), InlineData("/api/tenders", "items"), InlineData("/api/enterprises", "items")]
    [InlineData("/api/assemblies", "items"), InlineData("/api/zones", ""), InlineData("/api/retender?section=blocked", "items")]
    public async Task A_list_is_that_of_the_whole_register_with_the_rows_of_other_zones_taken_out_one_by_one(string path, string member)
    {
        foreach (var (zone, mark, name) in new[] { (sample.A.Zone, TwoZones.MarkOfA, "a"), (sample.B.Zone, TwoZones.MarkOfB, "b") })
        {
            using var person = await EverythingInAsync($"list-{name}-{path.Length}-{member.Length}-{path[6]}", zone);
            var all = await RowsAsync(sample.Register.Client);
            var own = await RowsAsync(person);

            Assert.NotEmpty(own);
            Assert.Equal(all.Where(row => row.Text.Contains(mark, StringComparison.Ordinal)).Select(row => row.Id), own.Select(row => row.Id));
        }

        async Task<List<(long Id, string Text)>> RowsAsync(HttpClient client)
        {
            var answer = await client.GetJsonAsync(path);
            var rows = member.Length == 0 ? answer : answer.GetProperty(member);
            return [.. rows.EnumerateArray().Select(row => ((row.TryGetProperty("id", out var id) ? id : row.GetProperty("parcelId")).GetInt64(), row.ToString()))];
        }
    }

    [Theory]
    [InlineData("status"), InlineData("zone"), InlineData("use"), InlineData("officer"), InlineData("cause")]
    public async Task Counts_are_those_of_the_persons_zones(string by)
    {
        using var person = await EverythingInAsync($"counts-{by}", sample.A.Zone);

        Assert.Equal(2, (await person.GetJsonAsync($"/api/parcels/summary?by={by}")).GetProperty("total").GetProperty("count").GetInt64());
        Assert.Equal(2, (await person.GetJsonAsync($"/api/parcels/summary?by={by}&zone={sample.County}")).GetProperty("total").GetProperty("count").GetInt64());
        Assert.Equal(0, (await person.GetJsonAsync($"/api/parcels/summary?by={by}&zone={sample.B.Zone}")).GetProperty("total").GetProperty("count").GetInt64());
        Assert.Equal(2, (await person.GetJsonAsync($"/api/parcels/summary?by={by}&asOf=2026-06-14")).GetProperty("total").GetProperty("count").GetInt64());
    }

    [Theory]
    [InlineData(""), InlineData("minArea=0"), InlineData("q=1"), InlineData("asOf=2026-06-14")]
    public async Task The_choices_of_a_filter_are_those_of_the_persons_zones_whatever_zones_they_name(string filter)
    {
        using var person = await EverythingInAsync($"choices-{filter.Length}", sample.A.Zone);
        var below = await sample.Register.AskAsync<string>("select string_agg(distinct zone_id::text, ' ') from registry.parcel where zone_id = any (registry.zones_with_descendants(array[$1]))", sample.A.Zone);

        foreach (var (zones, shown) in new[] { ("", 2), ($"&zone={sample.County}", 2), ($"&zone={sample.B.Zone}", 0) })
        {
            var choices = await person.GetJsonAsync($"/api/parcels/choices?{filter}{zones}");
            Assert.Equal(shown, choices.GetProperty("total").GetProperty("count").GetInt64());
            var zone = Assert.Single(choices.GetProperty("zone").EnumerateArray());
            Assert.Equal(below, zone.GetProperty("key").GetString());
            Assert.Equal(2, zone.GetProperty("count").GetInt64());
        }
    }

    [Theory]
    [InlineData("/tiles/parcels/16/53530/26933"), InlineData("/tiles/parcels/13/6691/3366"), InlineData("/tiles/parcels/8/209/105"), InlineData("/tiles/parcels/14/13382/6733?asOf=2026-06-14")]
    public async Task Tiles_and_their_etags_are_those_of_the_persons_zones(string path)
    {
        using var whole = await sample.Register.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var inA = await (await EverythingInAsync($"tile-a-{path.Length}", sample.A.Zone)).GetAsync(new Uri(path, UriKind.Relative));
        using var inB = await (await EverythingInAsync($"tile-b-{path.Length}", sample.B.Zone)).GetAsync(new Uri(path, UriKind.Relative));
        using var again = await (await EverythingInAsync($"tile-c-{path.Length}", sample.A.Zone)).GetAsync(new Uri(path, UriKind.Relative));

        Assert.All([whole, inA, inB], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(3, new[] { whole, inA, inB }.Select(answer => answer.Headers.ETag!.Tag).Distinct().Count());
        Assert.Equal(await inA.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(await inA.Content.ReadAsByteArrayAsync(), await inB.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Ids_in_bodies_reach_no_other_zone_either()
    {
        using var person = await EverythingInAsync("bodies", sample.A.Zone);
        var mark = new { parcels = new[] { sample.A.Parcel, sample.B.Parcel }, note = "批量" };
        using var preview = await person.PostAsJsonAsync("/api/parcels/marks/preview", mark);
        using var merge = await person.PostAsJsonAsync("/api/parcels/merge/check", new { parcels = new[] { new { id = sample.A.Parcel, version = 1 }, new { id = sample.B.Parcel, version = 1 } } });
        using var site = await person.PostAsJsonAsync("/api/assemblies/preview", new { parcels = new[] { sample.A.Parcel, sample.B.Parcel } });
        using var presence = await person.PutAsJsonAsync("/api/presence/testwindow2", new { parcelId = sample.B.Parcel });
        using var copy = await person.PostAsJsonAsync($"/api/strategies/{sample.A.Strategy}/copy", new { enterpriseId = sample.B.Enterprise, endOn = "2026-12-31" });

        Assert.Equal("parcel-not-standing", (await preview.JsonAsync()).GetProperty("groups").EnumerateArray().Single().GetProperty("code").GetString());
        await merge.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(sample.A.Parcel, (await site.JsonAsync()).GetProperty("parcels").EnumerateArray().Single().GetProperty("id").GetInt64());
        await presence.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await copy.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_boundary_over_another_zones_land_is_told_that_and_nothing_else()
    {
        using var person = await EverythingInAsync("drawing", sample.A.Zone);
        // Place 2 of the sample grid is the other zone's.
        double[][][] ring = [[[114.0535, 30.5002], [114.0536, 30.5002], [114.0536, 30.5004], [114.0535, 30.5004], [114.0535, 30.5002]]];
        var body = new { boundary = new { type = "Polygon", coordinates = ring } };
        using var own = await person.PostAsJsonAsync("/api/boundaries/check", body);
        using var whole = await sample.Register.Client.PostAsJsonAsync("/api/boundaries/check", body);

        var text = await own.Content.ReadAsStringAsync();
        Assert.Contains("It overlaps land outside your zones.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.County, text, StringComparison.Ordinal);
        Assert.Contains($"{Samples.County}001001GB00003", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_fields_are_empty_for_whoever_has_no_right_to_them()
    {
        using var viewer = await sample.Register.NewPersonAsync("sensitive-viewer", ("viewer", [sample.A.Zone]));
        using var officer = await sample.Register.NewPersonAsync("sensitive-officer", ("officer", [sample.A.Zone]));

        Assert.DoesNotContain("12345", await viewer.GetStringAsync(new Uri($"/api/parcels/{sample.A.Parcel}/facts", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("12345", await officer.GetStringAsync(new Uri($"/api/parcels/{sample.A.Parcel}/facts", UriKind.Relative)), StringComparison.Ordinal);
    }

    private Task<HttpClient> EverythingInAsync(string name, long zone) => sample.Register.NewPersonAsync(
        "all-" + name, ("officer", [zone]), ("planner", [zone]), ("case_officer", [zone]), ("leader", [zone]));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, RegisterRoute route, long id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.AddressFor(id));
        if (route.Method is "POST" or "PUT")
        {
            request.Content = JsonContent.Create(new { });
        }

        // A route that does not answer is named.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            return await client.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{route} with {id} does not answer", late);
        }
    }

    private static string Read(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string At(string text) => text.IndexOf(TwoZones.MarkOfB, StringComparison.Ordinal) is >= 0 and var at ? text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 60)] : "";
}
