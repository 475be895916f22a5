using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Demo;

/// <summary>A parcel that shows a route of the law, and what the register has to say of it. Days are relative to the day of loading.</summary>
/// <param name="Name">The route, as the parcel's source record names it.</param>
/// <param name="Parcel">Name of the parcel in the zone that a new register starts with.</param>
/// <param name="Status">Its status.</param>
/// <param name="Kind">What the idle clock says.</param>
/// <param name="Since">The day from which the land counts, or will count, as idle.</param>
/// <param name="Fee">First day of the fee.</param>
/// <param name="Recovery">First day of recovery.</param>
/// <param name="Powers">What the law allows.</param>
/// <param name="IsReady">Whether it is ready for re-tender.</param>
/// <param name="Stage">Stage of its case; null where it has none.</param>
/// <param name="Forbidden">A measure or next stage that the law refuses, and the code of the refusal, as <c>fee: kind-b-not-fined</c>.</param>
public sealed record DemoRoute(
    string Name, string Parcel, string Status, string Kind, string? Since, string? Fee, string? Recovery, string Powers, bool IsReady, string? Stage, string? Forbidden);

/// <summary>The zone of a new register behind a running server; its tests change nothing.</summary>
public sealed class ServedZone : IAsyncLifetime
{
    public FirstZone Zone { get; } = new();

    public TestRegister Register { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Zone.InitializeAsync();
        Register = await TestRegister.StartAsync(Zone.Clock, Zone.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Zone.Database.DisposeAsync();
        await Register.DisposeAsync();
    }
}

public sealed class DemoRouteTests(ServedZone served) : IClassFixture<ServedZone>
{
    /// <summary>m: months, d: days from today; a later term counts from the day before it.</summary>
    private static readonly DemoRoute[] Routes =
    [
        new("type-a-13-months", "YW-03-26地块", "idle", "A", "-13m +1y", "-13m +1y", "-13m +2y", "investigate charge_fee", false, "determined", "free_recovery: recovery-too-early"),
        new("type-a-25-months", "YW-04-07地块", "idle", "A", "-25m +1y", "-25m +1y", "-25m +2y", "investigate charge_fee recover", false, "determined", "extend: holders-fault-not-negotiated"),
        new("type-b-14-months", "QH-10-53地块", "idle", "B", "-14m +1y", null, null, "investigate negotiate", false, "determined", "fee: kind-b-not-fined"),
        new("government-cause", "QH-10-24地块", "idle", "A", "-26m +1y", null, null, "investigate negotiate", false, "determined", "free_recovery: cause-not-the-holders"),
        new("unfiled", "QH-09-04地块", "idle", "A", "-22m +1y", null, null, "investigate", false, "determined", "extend: land-not-filed"),
        new("no-agreed-date", "FY-08-51地块", "idle", "A", "-20m +1y", "-20m +1y", "-20m +2y", "investigate charge_fee", false, "determined", "free_recovery: recovery-too-early"),
        new("clock-restarted", "QH-10-51地块", "awarded", "none", "-100d +1y", "-100d +1y", "-100d +2y", "", false, null, null),
        new("watched", "FY-11-20地块", "awarded", "none", "-11m +1y", "-11m +1y", "-11m +2y", "", false, "watched", null),
        new("start-untested", "CN-12-11地块", "suspected", "unknown", "-14m +1y", null, null, "investigate", false, "suspected", "investigating: case-document-missing"),
        new("last-blocker", "FY-08-55地块", "reserved", "none", null, null, null, "", false, null, null),
        new("ready", "BZ-07-31地块", "ready", "none", null, null, null, "", true, null, null),
        new("recovered", "FY-08-53地块", "reserved", "none", null, null, null, "", true, "reserved", null),
        new("retendered", "FY-11-03地块", "listed", "none", null, null, null, "", true, "retendered", null),
        new("extension", "QL-02-40地块", "disposing", "none", "+150d +1y", null, null, "", false, "disposing", "disposed: still-published"),
        new("temporary-use", "QL-02-26地块", "disposing", "A", "-32m +1y", null, null, "investigate negotiate", false, "disposing", "disposed: still-published"),
        new("swap", "BZ-07-13地块", "disposing", "A", "-34m +1y", null, null, "investigate negotiate", false, "disposing", "disposed: still-published"),
        new("fee", "CN-13-13地块", "disposing", "A", "-26m +1y", "-26m +1y", "-26m +2y", "investigate charge_fee recover", false, "disposing", "disposed: fee-unpaid"),
        new("free-recovery", "YW-03-37地块", "disposing", "A", "-36m +1y", "-36m +1y", "-36m +2y", "investigate charge_fee recover", false, "disposing", "disposed: right-not-cancelled"),
        new("agreed-recovery", "YW-03-29地块", "disposing", "B", "-895d +1y", null, null, "investigate negotiate", false, "disposing", "disposed: right-not-cancelled"),
        new("disposed", "QL-02-60地块", "disposing", "none", null, null, null, "", false, "disposed", null),
        new("started", "YW-01-01地块", "in_use", "none", null, null, null, "", false, "started", null),
        new("completed", "YW-01-08地块", "in_use", "none", null, null, null, "", false, "completed", null),
        new("at-capacity", "YW-01-27地块", "in_use", "none", null, null, null, "", false, "at_capacity", null),
        new("excluded", "QL-02-21地块", "in_use", "none", null, null, null, "", false, "not_idle", null),
        new("closed-out", "BZ-05-49地块", "closed", "none", null, null, null, "", false, "closed_out", null),
    ];

    public static TheoryData<string> Names { get; } = [.. Routes.Select(route => route.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_parcel_shows_its_route(string name)
    {
        var route = Routes.Single(one => one.Name == name);
        var id = await served.Register.AskAsync<long>("select id from registry.parcel where source_record ->> 'route' = $1", route.Name);
        var card = await GetAsync($"/api/parcels/{id}");
        var clock = await GetAsync($"/api/parcels/{id}/clock");
        var readiness = await GetAsync($"/api/parcels/{id}/readiness");
        var cases = (await GetAsync($"/api/parcels/{id}/cases")).GetProperty("items");

        Assert.Equal((route.Parcel, route.Status), (Text(card, "name"), Text(card, "status")));
        Assert.Equal(
            (route.Kind, Day(route.Since), Day(route.Fee), Day(route.Recovery), route.Powers),
            (Text(clock, "kind"), Text(clock, "suspectedFrom"), Text(clock, "feeFrom"), Text(clock, "recoveryFrom"), string.Join(' ', clock.GetProperty("powers").EnumerateArray())));
        Assert.Equal(route.IsReady, readiness.GetProperty("isReady").GetBoolean());
        Assert.Equal(route.Stage, cases.GetArrayLength() == 0 ? null : Text(cases[0], "stage"));
        if (route.Forbidden?.Split(": ") is [var step, var code])
        {
            var detail = await GetAsync($"/api/cases/{cases[0].GetProperty("id").GetInt64()}");
            var steps = detail.GetProperty("next").EnumerateArray().Select(next => (Step: Text(next, "stage"), next))
                .Concat(detail.GetProperty("measures").EnumerateArray().Select(measure => (Step: Text(measure, "measure"), measure)));
            Assert.Equal(code, Text(steps.Single(one => one.Step == step).Item2.GetProperty("refusal"), "code"));
        }
    }

    [Fact]
    public async Task Every_route_has_its_row() => Assert.Equal(
        await served.Register.AskAsync<string>("select string_agg(source_record ->> 'route', ' ' order by (source_record ->> 'route') collate \"C\") from registry.parcel where source_record ->> 'route' is not null"),
        string.Join(' ', Routes.Select(route => route.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Ripe_land_is_idle_and_some_idle_land_is_ripe()
    {
        var ids = await served.Register.AskAsync<long[]>("select array_agg(id order by id) from registry.parcel where status in ('idle', 'disposing', 'low_efficiency', 'suspected')");
        var ripe = 0;
        foreach (var id in ids)
        {
            var answer = await GetAsync($"/api/parcels/{id}/readiness");
            if (answer.GetProperty("ripeness").GetProperty("isRipe").GetBoolean())
            {
                ripe++;
                Assert.Contains(Text(await GetAsync($"/api/parcels/{id}/clock"), "kind"), new[] { "A", "B" });
            }
        }

        Assert.InRange(ripe, 1, ids.Length / 2);
    }

    private Task<JsonElement> GetAsync(string path) => served.Register.Client.GetJsonAsync(path);

    private static string? Text(JsonElement of, string property) => of.GetProperty(property).GetString();

    /// <summary>Reads <c>-13m +1y</c>.</summary>
    private string? Day(string? terms)
    {
        if (terms is null)
        {
            return null;
        }

        var day = served.Zone.Clock.Today;
        foreach (var term in terms.Split(' '))
        {
            var count = int.Parse(term[..^1], System.Globalization.CultureInfo.InvariantCulture);
            day = term[^1] switch { 'd' => day.AddDays(count), 'm' => day.AddMonths(count), _ => day.AddYears(count) };
        }

        return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
