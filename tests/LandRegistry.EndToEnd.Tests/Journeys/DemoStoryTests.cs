using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Demo;
using LandRegistry.Testing;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>What the demo zone's named parcels are there to show, in a demo zone of its own.</summary>
public sealed class DemoStoryTests(Chromium chromium) : JourneyTest(chromium)
{
    private TestRegister? _register;

    protected override TestRegister Register => _register!;

    public override async Task InitializeAsync()
    {
        var clock = TestClock.Running();
        var database = await TestCluster.NewDatabaseAsync();
        await DemoZone.LoadIfEmptyAsync(database, clock);
        _register = await TestRegister.StartAsync(clock, database, BuiltClient.Folder);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            await Register.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_last_blocker_settled_makes_the_named_parcel_ready_and_a_mortgage_ends_it()
    {
        var parcel = await Register.AskAsync<long>("select id from registry.parcel where source_record ->> 'route' = 'last-blocker'");
        var person = await OpenAsync($"?parcel={parcel}&tab=readiness");
        await Expect(person.Card.Locator(".ready-verdict")).ToContainTextAsync("items hold");
        var money = await GetAsync($"/api/parcels/{parcel}/money");
        var open = money.GetProperty("balances").GetProperty("compensation").GetProperty("openYuan").GetDecimal();
        Assert.True(open > 0m);

        // Another officer pays the deferred compensation out; the checklist follows by itself.
        await Register.EnterFactAsync(parcel, "money", new { type = "compensation_settled", onDay = Today(), amountYuan = open });
        await Expect(person.Card.Locator(".ready-verdict")).ToContainTextAsync("Every item holds");
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Ready, "The last compensation is paid");
        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync(Words.Ready);

        await Register.EnterFactAsync(parcel, "encumbrance", new { type = "mortgage", holder = "Example Bank", registeredOn = Today() });

        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync(Words.OfStatus["reserved"]);
        await Expect(person.Entries("A mortgage stands")).ToContainTextAsync("Order 53 Article 21(1)");
    }

    [Fact]
    public async Task The_register_as_of_last_year_end_and_its_difference_to_today_are_those_of_the_server()
    {
        var yearEnd = string.Create(CultureInfo.InvariantCulture, $"{Register.Clock.Today.Year - 1}-12-31");
        var then = await GetAsync($"/api/parcels/summary?by=status&asOf={yearEnd}");
        var difference = await GetAsync($"/api/parcels/difference?from={yearEnd}&kind=status");
        var moved = difference.GetProperty("counts").GetProperty("status").GetInt32();

        var past = await OpenAsync($"?asOf={yearEnd}");
        await Expect(past.Page.Locator(".as-of-banner")).ToBeVisibleAsync();
        foreach (var group in then.GetProperty("groups").EnumerateArray())
        {
            var choice = past.StatusChoice(Words.OfStatus[group.GetProperty("key").GetString()!]);
            await Expect(choice.Locator(".choice__count")).ToHaveTextAsync(group.GetProperty("count").GetInt32().ToString("N0", CultureInfo.InvariantCulture));
        }

        var compared = await OpenAsync("?page=difference");
        Assert.True(moved > 0);
        await Expect(compared.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Selected = true })).ToContainTextAsync(moved.ToString("N0", CultureInfo.InvariantCulture));
    }

    private string Today() => Register.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<JsonElement> GetAsync(string path) => Register.Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
