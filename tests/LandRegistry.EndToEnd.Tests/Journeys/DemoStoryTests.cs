using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Demo;
using LandRegistry.Testing;
using Microsoft.Playwright;
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
        await Expect(compared.Page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToContainTextAsync(moved.ToString("N0", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_planners_morning_from_what_became_ready_to_a_tender_that_map_and_overview_follow()
    {
        var ready = (await GetAsync("/api/retender?section=ready&limit=200")).GetProperty("items").EnumerateArray().ToList();
        var since = ready.Max(row => row.GetProperty("readyOn").GetString())!;
        var person = await OpenAsync("?page=retender");
        var rows = person.Page.Locator(".retender-list .office-table__row");
        await Expect(Part(person, "Ready").Locator(".figure-card__value")).ToHaveTextAsync($"{ready.Count}");

        // What became ready, and what blocks another.
        await person.Page.GetByLabel("Ready since").FillAsync(since);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(ready.Count(row => row.GetProperty("readyOn").GetString() == since));
        await Part(person, "Not ready yet").ClickAsync();
        await person.Page.GetByLabel("Name, code, address").FillAsync("FY-08-55");
        await Expect(rows.Filter(new() { HasText = "FY-08-55" })).ToContainTextAsync("Compensation");
        await Expect(rows).ToHaveCountAsync(1);
        await rows.ClickAsync();
        await Expect(person.Card.Locator(".ready-verdict")).ToContainTextAsync("items hold");

        // For whom: a project of the pool, its best site shortlisted, the dossier of the shortlist handed out.
        var project = await ProjectThatFitsAsync();
        await person.OpenAsync($"?page=projects&project={project}&part=matches");
        var card = person.Page.GetByRole(AriaRole.Complementary, new() { Name = "Project" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Shortlist" }).First.ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("The best of those that fit");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await card.GetByRole(AriaRole.Tab, new() { Name = "Sites" }).ClickAsync();
        var file = await person.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "Dossier" }).ClickAsync(), new() { Timeout = 60_000 });
        Assert.EndsWith(".pdf", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo((await file.PathAsync())!).Length > 20_000);

        // A tender of the parcel that is ready; the list, the map and the overview follow.
        var parcel = await Register.AskAsync<long>("select id from registry.parcel where source_record ->> 'route' = 'ready'");
        var listed = await CountAsync("listed");
        await person.OpenAsync($"?page=retender&parcel={parcel}&tab=tender");
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Plan a tender" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Supply plan of the year");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "To “Announced”" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Published on the land market's site");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(Part(person, "Ready").Locator(".figure-card__value")).ToHaveTextAsync($"{ready.Count - 1}");
        await person.GoToAsync("overview");
        await Expect(person.Page.Locator(".bar-list li").Filter(new() { HasText = Words.OfStatus["listed"] }).First.Locator(".bar-list__value")).ToHaveTextAsync($"{listed + 1}");
        await person.Header.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true }).ClickAsync();
        await Expect(person.StatusChoice(Words.OfStatus["listed"]).Locator(".choice__count")).ToHaveTextAsync($"{listed + 1}");
    }

    private static ILocator Part(Workbench person, string name) => person.Page.GetByRole(AriaRole.Tab).Filter(new() { HasText = name }).First;

    /// <summary>The first project that looks for land and of which the best match is not courted yet.</summary>
    private async Task<long> ProjectThatFitsAsync()
    {
        var projects = await Register.AskAsync<long[]>("select array(select id from registry.project where takes_land and stage in ('talks', 'intention') order by id)");
        foreach (var project in projects)
        {
            var matches = (await GetAsync($"/api/projects/{project}/matches?kind=land")).GetProperty("items").EnumerateArray().ToList();
            if (matches.Count > 0 && matches[0].GetProperty("courtship").ValueKind == JsonValueKind.Null)
            {
                return project;
            }
        }

        throw new InvalidOperationException("No project of the demo zone has a site.");
    }

    private async Task<long> CountAsync(string status) =>
        (await GetAsync("/api/overview")).GetProperty("statuses").EnumerateArray().Single(tally => tally.GetProperty("key").GetString() == status).GetProperty("count").GetInt64();

    private string Today() => Register.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<JsonElement> GetAsync(string path) => Register.Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
