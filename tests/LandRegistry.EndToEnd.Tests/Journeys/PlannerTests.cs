using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A planner's morning: what can be re-tendered, why another parcel cannot, what a scenario would bring, and a tender begun.</summary>
public sealed class PlannerTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task What_is_ready_is_listed_counted_and_handed_out_and_what_is_not_says_why()
    {
        await Register.AddReadyParcelAsync(Zone, "North field");
        var mortgaged = await Register.AddReadyParcelAsync(Zone, "South field", place: 1);
        await Register.EnterFactAsync(mortgaged, "encumbrance", new { type = "mortgage", holder = "Example Bank", registeredOn = "2026-04-01" });
        var person = await OpenAsync("?page=retender");
        var rows = person.Page.Locator(".retender-list .office-table__row");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("North field");
        await Expect(Part(person, "Ready").Locator(".figure-card__value")).ToHaveTextAsync("1");

        await Part(person, "Not ready yet").ClickAsync();
        await Expect(rows).ToContainTextAsync("South field");
        await Expect(rows).ToContainTextAsync("Clear right");
        await Expect(rows).ToContainTextAsync("Example Bank");
        await rows.ClickAsync();
        await Expect(person.Card).ToContainTextAsync("A mortgage stands");

        await person.OpenAsync("?page=retender&settled=clear-right");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Filter(new() { HasText = "South field" })).ToContainTextAsync("if so");

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await person.Page.GetByLabel("Neighbours").CheckAsync();
        await Expect(person.Page.Locator(".office-table__head")).ToContainTextAsync("Neighbours");
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).HoverAsync();
        var file = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.GetByText("Excel workbook (.xlsx)").ClickAsync());
        Assert.StartsWith("retender-ready-", file.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tender_is_planned_and_announced_and_list_and_card_follow()
    {
        var parcel = await Register.AddReadyParcelAsync(Zone, "North field");
        var person = await OpenAsync($"?page=retender&parcel={parcel}&tab=tender");

        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Plan a tender" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Supply plan of the year");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "To “Announced”" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Published on the land market's site");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);

        await Expect(person.Card.Locator(".case-head .stage-mark")).ToHaveTextAsync("Announced");
        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync("In tender");
        await Expect(person.Card).ToContainTextAsync("Order 39 Article 8");
        await Expect(Part(person, "Ready").Locator(".figure-card__value")).ToHaveTextAsync("0");
        await Part(person, "In tender").ClickAsync();
        var row = person.Page.Locator(".retender-list .office-table__row");
        await Expect(row).ToContainTextAsync("North field");
        await Expect(row).ToContainTextAsync("Announced");
        await Expect(row).ToContainTextAsync("Listing · round 1");
        await Expect(row).ToContainTextAsync("begin bidding");

        // Any figure of the overview leads to its rows.
        await person.GoToAsync("overview");
        await person.Page.Locator(".overview-panel").Filter(new() { HasText = "Average stay" }).GetByRole(AriaRole.Link).Filter(new() { HasText = "Ready" }).ClickAsync();
        await Expect(person.Page.Locator(".overview-rows .office-table__row")).ToContainTextAsync("North field");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the overview" }).ClickAsync();
        await Expect(person.Page.Locator(".overview-panel").First).ToBeVisibleAsync();
    }

    private static ILocator Part(Workbench person, string name) => person.Page.GetByRole(AriaRole.Tab).Filter(new() { HasText = name }).First;
}
