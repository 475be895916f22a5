using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Looking at the demo zone: sign-in, map, counts, filters, search.</summary>
public sealed class DemoZoneTests(Chromium chromium, DemoRegister demo, ITestOutputHelper output) : JourneyTest(chromium)
{
    protected override TestRegister Register => demo.Register;

    [Fact]
    public async Task The_one_time_link_signs_in_and_shows_the_zone_on_the_map()
    {
        var person = await StrangerAsync();
        var link = Register.NewSignInLink();
        var watch = Stopwatch.StartNew();

        await person.Page.GotoAsync(link, new() { WaitUntil = WaitUntilState.Commit });

        await person.Map.WaitUntilDrawnAsync();
        output.WriteLine($"First picture of the demo zone {watch.Elapsed.TotalSeconds:0.00} s after the sign-in link was opened.");
        await Expect(person.Header).ToContainTextAsync("Demo data");
        await Expect(person.Header).ToContainTextAsync("tester");
        await person.ExpectLiveAsync();
    }

    [Fact]
    public async Task A_link_that_was_used_signs_nobody_in_again()
    {
        Provoke("401");
        var link = Register.NewSignInLink();
        var first = await StrangerAsync();
        await first.Page.GotoAsync(link);
        await first.ExpectLiveAsync();

        var second = await StrangerAsync();
        var answer = await second.Page.GotoAsync(link);

        Assert.Equal(401, answer!.Status);
        await Expect(second.Page.Locator(".workbench")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_due_and_what_blocks_filter_map_table_counts_and_address_alike()
    {
        var person = await OpenAsync();
        var due = (await SummaryAsync("by=due")).GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("key").GetString() == "overdue").GetProperty("count").GetInt32();
        var both = (await SummaryAsync("by=status&due=overdue&blocker=soil-survey")).GetProperty("total").GetProperty("count").GetInt32();

        await person.Filters.GetByRole(AriaRole.Button, new() { Name = "Deadlines", Exact = true }).ClickAsync();
        await Expect(person.Filters.GetByRole(AriaRole.Checkbox, new() { Name = "Overdue" })).ToContainTextAsync($"{due}");
        await person.Filters.GetByRole(AriaRole.Checkbox, new() { Name = "Overdue" }).ClickAsync();
        await Expect(person.Filters.GetByRole(AriaRole.Status)).ToContainTextAsync($"{due} of");
        await person.Filters.GetByRole(AriaRole.Button, new() { Name = "What blocks", Exact = true }).ClickAsync();
        await person.Filters.GetByRole(AriaRole.Checkbox, new() { Name = "Soil survey" }).ClickAsync();

        await Expect(person.Filters.GetByRole(AriaRole.Status)).ToContainTextAsync($"{both} of");
        await Expect(person.Page.Locator(".table-pane__bar")).ToContainTextAsync($"{both} ");
        Assert.Contains("due=overdue", person.Page.Url, StringComparison.Ordinal);
        Assert.Contains("blocked=soil-survey", person.Page.Url, StringComparison.Ordinal);
        await person.Filters.GetByRole(AriaRole.Button, new() { Name = "Clear filter: Overdue" }).ClickAsync();
        await Expect(person.Filters.GetByRole(AriaRole.Button, new() { Name = "Clear filter: Overdue" })).ToHaveCountAsync(0);
        Assert.DoesNotContain("due=", person.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counts_of_the_filter_panel_are_those_of_the_summary()
    {
        var person = await OpenAsync();
        var summary = await SummaryAsync("by=status");

        foreach (var group in summary.GetProperty("groups").EnumerateArray())
        {
            var name = Words.OfStatus[group.GetProperty("key").GetString()!];
            await Expect(person.StatusChoice(name)).ToBeVisibleAsync();
            Assert.Equal(group.GetProperty("count").GetInt32(), await person.CountOfAsync(person.StatusChoice(name)));
        }

        await Expect(person.Filters).ToContainTextAsync($"{TotalOf(summary)} of {TotalOf(summary)} shown");
    }

    [Fact]
    public async Task A_status_filter_changes_map_table_and_counts_and_one_click_takes_it_off()
    {
        var person = await OpenAsync();
        var idle = await person.ColourOfAsync(Words.Idle);
        var inUse = await person.ColourOfAsync(Words.InUse);
        var before = 0.0;
        await person.Map.WaitForAsync("land in use", picture => (before = picture.ShareOf(inUse)) > 0.01);
        var total = TotalOf(await SummaryAsync("by=status"));
        var shown = TotalOf(await SummaryAsync("by=status&status=idle"));

        await person.StatusChoice(Words.Idle).ClickAsync();

        await Expect(person.Filters).ToContainTextAsync($"{shown} of {total} shown");
        await Expect(person.Rows(Words.InUse)).ToHaveCountAsync(0);
        await Expect(person.Rows(Words.Idle).First).ToBeVisibleAsync();
        await person.Map.WaitForAsync("idle land alone", picture => picture.ShareOf(inUse) < before / 4 && picture.ShareOf(idle) > 0.001);

        await person.Button("Clear all").ClickAsync();

        await Expect(person.Filters).ToContainTextAsync($"{total} of {total} shown");
        await person.Map.WaitForAsync("land in use again", picture => picture.ShareOf(inUse) > before / 2);
    }

    [Fact]
    public async Task The_address_keeps_the_view_over_reload_and_back()
    {
        var person = await OpenAsync();
        await person.StatusChoice(Words.Idle).ClickAsync();
        await person.StatusChoice(Words.Suspected).ClickAsync();
        await person.Rows(Words.Suspected).First.ClickAsync();
        await Expect(person.Card).ToBeVisibleAsync();
        var title = await person.Card.Locator("h2").InnerTextAsync();

        await person.Page.ReloadAsync();

        await Expect(person.StatusChoice(Words.Idle)).ToBeCheckedAsync();
        await Expect(person.StatusChoice(Words.Suspected)).ToBeCheckedAsync();
        await Expect(person.Card.Locator("h2")).ToHaveTextAsync(title);

        await person.Page.GoBackAsync();
        await Expect(person.Card).ToHaveCountAsync(0);
        await person.Page.GoBackAsync();

        await Expect(person.StatusChoice(Words.Suspected)).Not.ToBeCheckedAsync();
        await Expect(person.StatusChoice(Words.Idle)).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("code")]
    [InlineData("name")]
    [InlineData("holder")]
    public async Task A_parcel_is_found_by_its_code_its_name_and_its_enterprise(string by)
    {
        var page = await Register.GetAsync<JsonElement>("/api/parcels?limit=200&status=idle");
        var wanted = page.GetProperty("items").EnumerateArray().First(row =>
            new[] { "code", "name", "holder" }.All(name => row.GetProperty(name).ValueKind == JsonValueKind.String));
        var person = await OpenAsync();

        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync(wanted.GetProperty(by).GetString()!);
        var found = person.Page.Locator(".found:not(.found--filter)", new() { HasText = wanted.GetProperty("code").GetString() });
        await found.ClickAsync();

        await Expect(person.Card).ToContainTextAsync(wanted.GetProperty("code").GetString()!);
        await Expect(person.Card).ToContainTextAsync(wanted.GetProperty("holder").GetString()!);
    }

    [Fact]
    public async Task A_word_becomes_a_filter_of_everything()
    {
        var holder = (await Register.GetAsync<JsonElement>("/api/parcels?limit=200&status=idle")).GetProperty("items").EnumerateArray()
            .Select(row => row.GetProperty("holder").GetString()).First(name => name is not null)!;
        var shown = TotalOf(await SummaryAsync($"by=status&q={Uri.EscapeDataString(holder)}"));
        var person = await OpenAsync();

        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync(holder);
        await person.Page.Locator(".found--filter").ClickAsync();

        await Expect(person.Filters).ToContainTextAsync($"{shown} of ");
        await Expect(person.Rows()).ToHaveCountAsync(shown);
        await Expect(person.Rows(holder).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_table_and_opens_a_card()
    {
        var person = await OpenAsync();
        await Expect(person.Rows().First).ToBeVisibleAsync();
        var first = await person.Rows().First.Locator("[role=gridcell]").Nth(3).InnerTextAsync();

        for (var steps = 0; steps < 200 && !await HasFocusAsync(person.Table); steps++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
        }

        await person.Page.Keyboard.PressAsync("Enter");

        await Expect(person.Card.Locator("h2")).ToHaveTextAsync(first);
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(person.Card.Locator("h2")).Not.ToHaveTextAsync(first);
    }

    private static int TotalOf(JsonElement summary) => summary.GetProperty("total").GetProperty("count").GetInt32();

    private static Task<bool> HasFocusAsync(ILocator place) => place.EvaluateAsync<bool>("node => node === document.activeElement");

    private async Task<JsonElement> SummaryAsync(string query) =>
        await Register.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/parcels/summary?" + query, UriKind.Relative));
}
