using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A planner and the project pool: a site found, shown on the map and shortlisted; an entry that nobody looked at.</summary>
public sealed class ProjectTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_project_is_matched_a_site_compared_shown_on_the_map_and_shortlisted()
    {
        var parcel = await Register.AddReadyParcelAsync(Zone, "North field");
        await Register.EnterFactAsync(parcel, "supply_conditions", new { onDay = "2026-03-01", pricePerMuYuan = 180_000 });
        await EnterAsync("Precision gears", new { takesLand = true, areaMinSquareMetres = 8_000, areaMaxSquareMetres = 12_000, landUseCodes = new[] { "0601" }, pricePerMuMaxYuan = 200_000, powerKva = 800 });
        var person = await OpenAsync("?page=projects");

        await person.Page.Locator(".office-table__row").Filter(new() { HasText = "Precision gears" }).ClickAsync();
        var card = person.Page.GetByRole(AriaRole.Complementary, new() { Name = "Project" });
        await card.GetByRole(AriaRole.Tab, new() { Name = "Matches" }).ClickAsync();
        var match = card.Locator(".match-line");
        await Expect(match).ToHaveCountAsync(1);
        await Expect(match).ToContainTextAsync("North field");
        await Expect(match).ToContainTextAsync("100 points");
        await match.GetByRole(AriaRole.Button, new() { Name = "Criterion by criterion" }).ClickAsync();
        await Expect(match.GetByRole(AriaRole.Row).Filter(new() { HasText = "Power" })).ToContainTextAsync("≥ 800 kVA");
        await Expect(match.GetByRole(AriaRole.Row).Filter(new() { HasText = "Price" })).ToContainTextAsync("100");

        await match.GetByRole(AriaRole.Button, new() { Name = "Shortlist" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Fits, power to be asked");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(match).ToContainTextAsync("Shortlisted");
        await card.GetByRole(AriaRole.Tab, new() { Name = "Sites" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Record visit" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Seen with the investor");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(card.Locator(".match-line")).ToContainTextAsync("Visited");

        await card.GetByRole(AriaRole.Button, new() { Name = "Parcel", Exact = true }).ClickAsync();
        await Expect(person.Card).ToContainTextAsync("Projects that fit");
        await Expect(person.Card).ToContainTextAsync("Precision gears");
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Close" }).First.ClickAsync();
        await card.GetByRole(AriaRole.Tab, new() { Name = "Matches" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Mark on the map" }).ClickAsync();
        await Expect(person.Page.Locator(".selection-bar")).ToContainTextAsync("1");
    }

    [Fact]
    public async Task A_project_that_nobody_looked_at_is_shouted_until_it_is_reviewed()
    {
        await EnterAsync("Precision gears", new { takesLand = true });
        await EnterAsync("Forgotten mill", new { takesLand = true });
        await Register.WriteAsync("update registry.project set reviewed_on = $1 where name = 'Forgotten mill'", Register.Clock.Today.AddDays(-200));
        var person = await OpenAsync("?page=projects");

        await Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 project is stale");
        await person.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        var rows = person.Page.Locator(".office-table__row");
        await Expect(rows).ToHaveCountAsync(1);
        await rows.FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        var card = person.Page.GetByRole(AriaRole.Complementary, new() { Name = "Project" });
        await Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody has looked at this entry");
        await card.GetByRole(AriaRole.Button, new() { Name = "Review", Exact = true }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Called the investor, still in talks");
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(card.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(rows).ToHaveCountAsync(0);
    }

    private async Task EnterAsync(string name, object needs)
    {
        using var answer = await Register.Client.PostAsJsonAsync(new Uri("/api/projects", UriKind.Relative), new { name, investor = "Example Holding", stage = "talks", needs, reason = "Enquiry" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
