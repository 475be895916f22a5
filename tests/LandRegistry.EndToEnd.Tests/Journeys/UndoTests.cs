using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Changes taken back from the card's history.</summary>
public sealed class UndoTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_change_is_undone_from_the_history_by_a_new_one_with_its_reason()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "delivery", new { onDay = "2025-05-01", number = "D-1" });
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=history");

        await person.Entries("Fact recorded").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(person.Dialog).ToContainTextAsync("D-1");
        await person.EnterReasonAsync("Entered twice");
        await person.SendDialogAsync();

        await Expect(person.Entries("Entered twice")).ToContainTextAsync("Change undone");
        await Expect(person.Entries("Fact recorded")).ToContainTextAsync("undone by");
        await person.OpenCardTabAsync("Facts");
        await Expect(person.Entries("D-1")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_change_on_which_another_was_built_cannot_be_undone_and_the_other_is_named()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Suspected, "First");
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Investigating, "Second");
        await Expect(person.Dialog).ToHaveCountAsync(0);

        await person.OpenCardTabAsync("History");
        await person.Entries("First").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(person.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("MarkStatus, tester");
        await Expect(person.Dialog.Locator("button[type=submit]")).ToBeDisabledAsync();
    }
}
