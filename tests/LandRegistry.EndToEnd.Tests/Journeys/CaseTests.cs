using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A case of idle land on the parcel's card, and the list of the day that leads to it.</summary>
public sealed class CaseTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_case_goes_from_suspicion_to_determination_with_its_documents()
    {
        Provoke("409");
        var parcel = await Register.AddNeverStartedAsync(Zone, "North field");
        var person = await OpenAsync($"?page=cases&parcel={parcel}&tab=case");

        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Open a case" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("No works seen on a round");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(person.Card).ToContainTextAsync("An official document is missing");
        await RecordPaperAsync(person);
        await GoOnAsync(person, "Under investigation");
        await RecordPaperAsync(person);
        await Expect(person.Card).ToContainTextAsync("The land is not idle as determined");
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Record the determination" }).ClickAsync();
        await person.Dialog.GetByText("Holder's own", new() { Exact = true }).ClickAsync();
        await person.SendDialogAsync();
        await GoOnAsync(person, "Determined");

        await Expect(person.Card.Locator(".stepper .is-present")).ToContainTextAsync("Determined");
        await Expect(person.Card.Locator(".parcel-card__head")).ToContainTextAsync(Words.Idle);
        await Expect(person.Page.Locator(".office-table__row")).ToContainTextAsync("Determined");
        await Expect(person.Card.Locator(".fee")).ToContainTextAsync("2 million yuan");
    }

    [Fact]
    public async Task Land_that_was_started_shows_that_no_fee_may_be_charged_and_why()
    {
        var parcel = await Register.AddStoppedAsync(Zone, "South field");
        var file = await Register.OpenCaseAsync(parcel, 20, "Wang Min");
        await Register.CaseAsync(file, "determination", new { kind = "B", cause = "holder", on = Register.DaysAgo(5) });

        var person = await OpenAsync($"?parcel={parcel}&tab=case");

        await Expect(person.Card.Locator(".fee")).ToContainTextAsync("No fee may be charged");
        await Expect(person.Card.Locator(".fee")).ToContainTextAsync("Order 53 Article 12");
    }

    [Fact]
    public async Task Today_shows_an_overdue_answer_and_leads_to_its_case()
    {
        var parcel = await Register.AddNeverStartedAsync(Zone, "North field");
        var file = await Register.OpenCaseAsync(parcel, 60, "Wang Min");
        await Register.CaseAsync(file, "documents", new { kind = "investigation-notice", issuedOn = Register.DaysAgo(50), servedOn = Register.DaysAgo(45), proofOfService = "S-1" });
        await Register.CaseAsync(file, "move", new { to = "investigating", on = Register.DaysAgo(45), reason = "Served" });
        var person = await OpenAsync("?page=today&kind=case_deadline");
        var overdue = person.Page.Locator(".today__group--overdue .today-item", new() { HasText = "North field" });
        await Expect(overdue).ToContainTextAsync("15 days overdue");
        await Expect(overdue).ToContainTextAsync("Wang Min");

        await overdue.ClickAsync();

        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("North field");
        await Expect(person.Card.Locator(".deadline").First).ToContainTextAsync("15 days overdue");
    }

    /// <summary>Records the paper that the refusal asks for.</summary>
    private static async Task RecordPaperAsync(Workbench person)
    {
        await person.Card.Locator(".next-steps__refused").GetByRole(AriaRole.Button, new() { Name = "Record a document" }).ClickAsync();
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
    }

    private static async Task GoOnAsync(Workbench person, string stage)
    {
        await person.Card.Locator(".next-steps__allowed").GetByRole(AriaRole.Button, new() { Name = stage }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("The papers are there");
        await person.SendDialogAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(person.Card.Locator(".case-head .stage-mark")).ToHaveTextAsync(stage);
    }
}
