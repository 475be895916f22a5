using System.Net;
using System.Text;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>SQL in every text field, filter and path that the OpenAPI document knows: it is text, or it is refused.</summary>
public sealed class SqlInjectionTests(TwoZones sample) : IClassFixture<TwoZones>
{
    private const string Everything =
        "select md5(string_agg(row, ';' order by row)) from (select p::text as row from registry.parcel p union all select z::text from registry.zone z union all select e::text from registry.enterprise e union all select c::text from registry.change c) rows";

    private static readonly string[] Texts =
    [
        "x'); create table registry.pwned (); --",
        "' or '1'='1",
        "$$\\'\"); update registry.parcel set name = 'pwned' where '%' like '_%'; create table registry.pwned (); --",
        // What the database has no letter for.
        "a\0b",
    ];

    /// <summary>Stands for one half of a pair of code units, which is no letter.</summary>
    private const string HalfLetter = "half-a-letter";

    private static readonly string[] NotAsked = ["POST /api/sign-out", "GET /api/events", "POST /api/backups"];

    [Fact]
    public async Task No_filter_and_no_path_makes_a_statement_of_its_own()
    {
        var document = await sample.Register.Client.GetJsonAsync("/openapi/v1.json");
        var before = await sample.Register.AskAsync<string>(Everything);
        var asked = 0;
        foreach (var route in (await RoutesAsync()).Where(route => route.Method == "GET"))
        {
            var address = route.AddressFor(route.Record is { } record ? sample.A.IdOf(record) : 1);
            foreach (var text in Texts.Except([Texts[2]]).Select(Uri.EscapeDataString))
            {
                string[] addresses =
                [
                    .. RouteFields.Of(document, route).Query.Select(name => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={text}"),
                    .. route.Path.Contains('{', StringComparison.Ordinal) ? [System.Text.RegularExpressions.Regex.Replace(route.Path, @"\{\w+\}", text)] : Array.Empty<string>(),
                ];
                foreach (var hostile in addresses)
                {
                    using var answer = await sample.Register.Client.GetAsync(new Uri(hostile, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                    Assert.True((int)answer.StatusCode < 500, $"GET {hostile}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 900, $"only {asked} requests");
        Assert.Equal(before, await sample.Register.AskAsync<string>(Everything));
        Assert.Equal(0, (await sample.Register.Client.GetJsonAsync("/api/parcels?q=" + Uri.EscapeDataString(Texts[1]))).GetProperty("items").GetArrayLength());
        await AssertUnharmedAsync();
    }

    [Fact]
    public async Task No_field_of_a_body_makes_a_statement_of_its_own()
    {
        var document = await sample.Register.Client.GetJsonAsync("/openapi/v1.json");
        var asked = 0;
        foreach (var route in (await RoutesAsync()).Where(route => route.Method is "POST" or "PUT"))
        {
            var address = route.AddressFor(route.Record is { } record ? sample.A.IdOf(record) : 1);
            var version = await VersionAsync(address);
            foreach (var body in new[] { Texts[2], Texts[3], HalfLetter }.SelectMany(text => RouteFields.Of(document, route).Bodies(text)))
            {
                var sent = body.ToJsonString().Replace(HalfLetter, "\\ud800", StringComparison.Ordinal);
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), address) { Content = new StringContent(sent, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", version ?? "\"x\"");
                using var answer = await sample.Register.Client.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{route} {sent}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                version = answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.PreconditionFailed ? await VersionAsync(address) : version;
                asked++;
            }
        }

        Assert.True(asked > 1000, $"only {asked} requests");
        // Some did get as far as the database, where they stand as the words they are.
        var kept = await sample.Register.AskAsync<long>("select count(*) from registry.change where reason = $1", Texts[2]);
        Assert.True(kept > 4, $"{kept} texts came as far as the database");
        await AssertUnharmedAsync();
    }

    private async Task<IEnumerable<RegisterRoute>> RoutesAsync() =>
        (await RegisterRoute.AllAsync(sample.Register.Client)).Where(route => route.Needs is not null && !NotAsked.Contains($"{route}"));

    /// <summary>The version that a command on a record must name: that of the nearest address above that has one.</summary>
    private async Task<string?> VersionAsync(string address)
    {
        for (var path = address.Split('?')[0]; path.Count(letter => letter == '/') > 2; path = path[..path.LastIndexOf('/')])
        {
            using var answer = await sample.Register.Client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer is { StatusCode: HttpStatusCode.OK, Headers.ETag: { } tag })
            {
                return tag.ToString();
            }
        }

        return null;
    }

    private async Task AssertUnharmedAsync()
    {
        Assert.True(await sample.Register.AskAsync<bool>("select to_regclass('registry.pwned') is null"));
        Assert.Equal(0, await sample.Register.AskAsync<long>("select count(*) from registry.parcel where name = 'pwned'"));
        Assert.Equal("", string.Join('\n', sample.Register.Log.Complaints));
    }
}
