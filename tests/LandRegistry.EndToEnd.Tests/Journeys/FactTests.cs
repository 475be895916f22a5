using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Facts entered, corrected and withdrawn on the card, and what the law makes of them.</summary>
public sealed class FactTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_mortgage_recorded_on_a_ready_parcel_takes_it_out_of_ready_with_the_reason()
    {
        var parcel = await Register.AddReadyParcelAsync(Zone, "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=rights");
        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync(Words.Ready);

        await person.Card.GetByText("Register", new() { Exact = true }).ClickAsync();
        await person.Dialog.GetByLabel("Type", new() { Exact = true }).ClickAsync();
        await person.Page.Locator(".ant-select-item-option", new() { HasText = "Mortgage" }).ClickAsync();
        await person.Dialog.GetByLabel("Holder", new() { Exact = true }).FillAsync("Example Bank");
        await person.EnterDayAsync("Registered on", "2026-04-01");
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(person.Entries("Example Bank")).ToContainTextAsync("In force");
        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync(Words.OfStatus["reserved"]);
        await Expect(person.Rows("North field", Words.OfStatus["reserved"])).ToBeVisibleAsync();
        await person.OpenCardTabAsync("Readiness");
        await Expect(person.Entries("A mortgage stands")).ToContainTextAsync("Order 53 Article 21(1)");
    }

    [Fact]
    public async Task Settling_the_last_item_from_the_checklist_lets_the_parcel_be_marked_ready()
    {
        var parcel = await Register.AddAlmostReadyParcelAsync(Zone, "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=readiness");
        await Expect(person.Card.Locator(".ready-verdict")).ToContainTextAsync("9 of 10 items hold");

        await person.Entries("The compensation ledger was not looked into").GetByText("Record: Compensation ledger checked").ClickAsync();
        await person.EnterDayAsync("Day", "2026-03-01");
        await person.SendDialogAsync();

        await Expect(person.Card.Locator(".ready-verdict")).ToContainTextAsync("Every item holds");
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Ready, "All items of Article 21 hold", "2026-04-01");
        await Expect(person.Card.Locator(".parcel-card__bar")).ToContainTextAsync(Words.Ready);
    }

    [Fact]
    public async Task The_clock_explains_itself_in_both_languages_with_its_articles()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "contract", new { type = "contract", number = "2023-7", signedOn = "2023-01-10", agreedCommencementOn = "2024-01-10" });
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=clock");
        var steps = person.Card.Locator(".clock-steps");

        await Expect(person.Card.Locator(".verdict")).ToContainTextAsync("Idle, never started (kind A)");
        await Expect(steps).ToContainTextAsync("The agreed commencement date is 2024-01-10.");
        await Expect(steps).ToContainTextAsync("Order 53 Article 2 ¶1");
        await Expect(steps).ToContainTextAsync("Contract 2023-7");

        await person.Header.GetByText("中文", new() { Exact = true }).ClickAsync();

        await Expect(person.Card.Locator(".verdict")).ToContainTextAsync("未动工闲置（A 类）");
        await Expect(steps).ToContainTextAsync("约定动工日期为 2024-01-10。");
        await Expect(steps).ToContainTextAsync("《闲置土地处置办法》第二条第一款");
    }

    [Fact]
    public async Task A_fact_is_corrected_and_withdrawn_with_a_reason_and_both_are_in_the_history()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "delivery", new { onDay = "2025-05-01", number = "D-1" });
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");

        await person.Entries("D-1").GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await person.Dialog.GetByLabel("Number", new() { Exact = true }).FillAsync("D-2");
        await person.Dialog.GetByLabel("Reason", new() { Exact = true }).FillAsync("Misread");
        await person.SendDialogAsync();
        await Expect(person.Entries("D-2")).ToBeVisibleAsync();

        await person.Entries("D-2").GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await person.EnterReasonAsync("Of another parcel");
        await person.SendDialogAsync();
        await Expect(person.Entries("D-2")).ToHaveCountAsync(0);

        await person.OpenCardTabAsync("History");
        await Expect(person.Entries("Of another parcel")).ToContainTextAsync("Fact withdrawn");
        await Expect(person.Entries("Misread")).ToContainTextAsync("Fact corrected");
    }

    [Fact]
    public async Task A_fact_that_lacks_a_day_is_said_at_its_field_and_nothing_is_sent()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");

        await person.Card.GetByText("Record a fact").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delivery confirmed" }).ClickAsync();
        await person.SendDialogAsync();

        await Expect(person.Dialog.Locator(".ant-form-item-explain-error")).ToHaveTextAsync("Fill in: Day");
        Assert.Equal(0L, await Register.AskAsync<long>("select count(*) from registry.land_fact where parcel_id = $1", parcel));
    }
}
