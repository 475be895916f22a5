using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>What officers enter is not lost: scans, facts that two correct at once, facts entered while the database is away.</summary>
public sealed class FactKeepingTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    // One transparent pixel.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_scan_uploaded_to_a_document_is_read_back_as_it_was()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "document", new { type = "map", number = "M-1" });
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=documents");
        await Expect(person.Entries("M-1")).ToContainTextAsync("No scan yet");

        await person.Entries("M-1").Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "map sheet.png", MimeType = "image/png", Buffer = Picture });

        var link = person.Entries("M-1").Locator(".scan-link");
        await Expect(link).ToContainTextAsync("map sheet.png");
        await person.Page.ReloadAsync();
        await Expect(link).ToContainTextAsync("map sheet.png");
        var answer = await person.Page.APIRequest.GetAsync(new Uri(Register.Address, await link.GetAttributeAsync("href")).AbsoluteUri);
        Assert.Equal(Picture, await answer.BodyAsync());
    }

    [Fact]
    public async Task Who_corrects_a_fact_second_sees_both_versions_and_loses_nothing()
    {
        Provoke("412");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "delivery", new { onDay = "2025-05-01", number = "D-1" });
        var first = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");
        var second = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");
        await StartCorrectionAsync(second, "D-1", "D-3", "Read from the map");
        await StartCorrectionAsync(first, "D-1", "D-2", "Read from the original");

        await first.SendDialogAsync();
        await Expect(second.Entries("D-2")).ToBeVisibleAsync();
        await second.SendDialogAsync();

        await Expect(second.Dialog).ToContainTextAsync("Someone else has just changed this fact");
        foreach (var number in new[] { "D-1", "D-2", "D-3" })
        {
            await Expect(second.Dialog.Locator(".conflict-table")).ToContainTextAsync(number);
        }

        await Expect(second.Dialog).ToContainTextAsync("Read from the original");
        await Expect(second.Dialog).ToContainTextAsync("Read from the map");

        await second.Dialog.Locator(".conflict-table td:last-child input").First.CheckAsync();
        await second.Dialog.GetByText("Send on the new version").ClickAsync();

        await Expect(second.Dialog).ToHaveCountAsync(0);
        await Expect(first.Entries("D-3")).ToBeVisibleAsync();
        Assert.Equal("D-1,D-2,D-3", await Register.AskAsync<string>(
            """
            select string_agg(number, ',' order by version) from (
                select facts ->> 'number' as number, version from registry.record_history where record_kind = 'land_fact'
                union all select number, version from registry.land_fact) v
            """));
    }

    [Fact]
    public async Task A_fact_entered_while_the_database_is_away_stays_over_a_reload_and_is_sent_again()
    {
        Provoke("503", "The database cannot be reached", "Live events wait for the database");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");
        await person.Card.GetByText("Record a fact").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delivery confirmed" }).ClickAsync();
        await person.EnterDayAsync("Day", "2026-03-01");
        await person.Dialog.GetByLabel("Number", new() { Exact = true }).FillAsync("D-7");

        await Register.SetDatabaseReachableAsync(false);
        await person.SendDialogAsync();

        await Expect(person.Unsent).ToHaveTextAsync("1 unsent");
        await person.Page.ReloadAsync();
        await Expect(person.Unsent).ToHaveTextAsync("1 unsent");
        await Register.SetDatabaseReachableAsync(true);
        await Expect(person.Banner).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await person.Unsent.ClickAsync();
        await person.Button("Send").ClickAsync();

        await Expect(person.Unsent).ToHaveTextAsync("0 unsent");
        Assert.Equal("D-7", await Register.AskAsync<string>("select number from registry.land_fact where parcel_id = $1", parcel));
    }

    private static async Task StartCorrectionAsync(Workbench person, string from, string to, string reason)
    {
        await person.Entries(from).GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await person.Dialog.GetByLabel("Number", new() { Exact = true }).FillAsync(to);
        await person.Dialog.GetByLabel("Reason", new() { Exact = true }).FillAsync(reason);
    }
}
