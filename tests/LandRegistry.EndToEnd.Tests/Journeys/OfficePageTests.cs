using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>The pages beside the map: navigation, strategies, the register of a past day, the difference of two.</summary>
public sealed class OfficePageTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private static readonly string[] Pages = ["Today", "Overview", "Re-tender", "Cases", "Enterprises", "Evaluation", "Difference"];

    [Fact]
    public async Task The_pages_are_reached_by_keyboard_and_back_leads_back()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync();

        foreach (var page in Pages)
        {
            await person.Header.GetByRole(AriaRole.Link, new() { Name = page, Exact = true }).PressAsync("Enter");
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = page, Exact = true })).ToBeVisibleAsync();
        }

        await person.Page.GoBackAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Evaluation", Exact = true })).ToBeVisibleAsync();
        await person.Header.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true }).ClickAsync();
        await Expect(person.Rows("North field")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_strategy_is_drafted_refused_for_an_empty_slot_and_approved()
    {
        Provoke("409");
        var parcel = await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await Register.AddHolderAsync(parcel, "Example Works Ltd");
        var person = await OpenAsync("?page=enterprises&list=gaps");

        await person.Page.Locator(".office-table__row", new() { HasText = "Example Works Ltd" }).ClickAsync();
        await person.Button("Draft a strategy").ClickAsync();
        await ChooseAsync(person, "Type", "Merger");
        await person.Dialog.GetByLabel("To be done by").FillAsync("2027-06-30");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Dialog.GetByLabel("Leader").FillAsync("Chen");
        await person.Dialog.GetByLabel("Officer").FillAsync("Wang Min");
        await person.Dialog.GetByLabel("Step 1").FillAsync("Find a buyer");
        await person.Dialog.GetByLabel("Days 1").FillAsync("30");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(person.Page.Locator(".plan-steps")).ToContainTextAsync("begin by 1 Jun 2027");

        await person.Button("Approve").ClickAsync();
        await person.SendDialogAsync();
        await Expect(person.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("plan document");
        await person.Dialog.Locator(".dialog-actions button").First.ClickAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);

        await person.Button("Edit draft").ClickAsync();
        await person.Dialog.GetByLabel("Plan document, number").FillAsync("P-7");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.Button("Approve").ClickAsync();
        await person.SendDialogAsync();

        await Expect(person.Page.Locator(".strategy__title .stage-mark")).ToHaveTextAsync("current");
        await Expect(person.Page.Locator(".office-table__row", new() { HasText = "Example Works Ltd" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_past_day_is_shown_without_marking_and_one_click_leads_back_to_now()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await MarkAsync(parcel, "suspected");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await Expect(person.Rows("North field", Words.Suspected)).ToBeVisibleAsync();

        var input = person.Header.Locator(".as-of input");
        await input.FillAsync(Register.DaysAgo(60));
        await input.PressAsync("Enter");

        await Expect(person.Page.Locator(".as-of-banner")).ToBeVisibleAsync();
        await Expect(person.Rows("North field", Words.InUse)).ToBeVisibleAsync();
        await Expect(person.Card).ToContainTextAsync(Words.InUse);
        await Expect(person.Card.Locator(".parcel-card__actions")).ToHaveCountAsync(0);

        await person.Button("Back to now").ClickAsync();

        await Expect(person.Rows("North field", Words.Suspected)).ToBeVisibleAsync();
        await Expect(person.Card.Locator(".parcel-card__actions")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_difference_of_two_days_names_the_parcels_whose_status_moved()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.AddParcelAsync(Zone, 1, name: "South field");
        await MarkAsync(parcel, "suspected");

        var person = await OpenAsync($"?page=difference&from={Register.DaysAgo(60)}");

        var rows = person.Page.Locator(".office-table__row");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("North field");
        await Expect(person.Page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToContainTextAsync("1");
        await Expect(person.Page.Locator(".matrix tbody td")).ToHaveTextAsync(["1"]);
    }

    /// <summary>Marks a parcel from thirty days ago on.</summary>
    private async Task MarkAsync(long parcel, string status)
    {
        var person = await OpenAsync($"?parcel={parcel}");
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.OfStatus[status], "Seen on a round", Register.DaysAgo(30));
        await Expect(person.Dialog).ToHaveCountAsync(0);
    }

    private static async Task ChooseAsync(Workbench person, string field, string choice)
    {
        await person.Dialog.GetByLabel(field, new() { Exact = true }).ClickAsync();
        await person.Page.Locator(".ant-select-item-option", new() { HasText = choice }).ClickAsync();
    }
}
