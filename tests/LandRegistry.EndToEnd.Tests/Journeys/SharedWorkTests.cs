using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Several people at one register: views they share, who edits what, two who change the same.</summary>
public sealed class SharedWorkTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task A_saved_view_opens_by_its_link_and_by_pinyin_what_it_filters_is_found()
    {
        await Register.AddParcelAsync(Zone, 0, name: "东湖园区一号地块");
        await Register.AddParcelAsync(Zone, 1, status: "idle", name: "東湖園區二號地塊");
        await Register.AddParcelAsync(Zone, 2, status: "idle", name: "西山");
        var person = await OpenAsync("?q=dhyq");
        await Expect(person.Filters).ToContainTextAsync("2 of 3");
        await person.StatusChoice(Words.Idle).ClickAsync();
        await Expect(person.Rows("東湖園區二號地塊")).ToBeVisibleAsync();

        await person.Button("Saved views").ClickAsync();
        await person.Page.GetByLabel("Name for the present view").FillAsync("East lake");
        await person.Button("Save").ClickAsync();
        await Expect(person.Button("East lake")).ToBeVisibleAsync();
        var id = await Register.AskAsync<long>("select id from registry.saved_view");

        var elsewhere = await OpenAsync($"?view={id}");
        await Expect(elsewhere.Filters).ToContainTextAsync("1 of 3");
        await Expect(elsewhere.Button("East lake")).ToBeVisibleAsync();
        await Expect(elsewhere.Rows("東湖園區二號地塊")).ToBeVisibleAsync();

        await elsewhere.Button("Clear all").ClickAsync();
        await Expect(elsewhere.Filters).ToContainTextAsync("3 of 3");
        await Expect(elsewhere.Button("East lake (changed)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_edits_is_seen_and_two_who_correct_one_fact_both_keep_what_only_they_changed()
    {
        Provoke("412");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.EnterFactAsync(parcel, "delivery", new { onDay = "2025-05-01", number = "D-1", note = "First" });
        var first = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");
        var second = await OpenAsync($"{NearView}&parcel={parcel}&tab=facts");

        await StartCorrectingAsync(first);
        await Expect(second.Card.Locator(".editing-note")).ToContainTextAsync("Another window of yours is editing this parcel");
        await Register.AskAsync<long>(
            "insert into registry.presence (session, person, parcel_id, since, seen_at) values ('elsewhere1', '李工', $1, now(), now()) returning parcel_id", parcel);
        await Expect(second.Card.Locator(".editing-note")).ToContainTextAsync("李工 is editing this parcel");

        await StartCorrectingAsync(second);
        await first.Dialog.GetByLabel("Number", new() { Exact = true }).FillAsync("D-2");
        await first.Dialog.GetByLabel("Reason", new() { Exact = true }).FillAsync("Misread");
        await first.SendDialogAsync();
        await Expect(first.Dialog).ToHaveCountAsync(0);
        await second.Dialog.GetByLabel("Remarks", new() { Exact = true }).FillAsync("Second");
        await second.Dialog.GetByLabel("Reason", new() { Exact = true }).FillAsync("More is known");
        await second.SendDialogAsync();

        var number = second.Dialog.Locator("tr", new() { HasText = "D-2" });
        await Expect(number).ToContainTextAsync("D-1");
        await Expect(number.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await Expect(second.Dialog.Locator("tr", new() { HasText = "Second" }).GetByRole(AriaRole.Radio).Last).ToBeCheckedAsync();
        await second.Button("Send on the new version").ClickAsync();

        await Expect(second.Dialog).ToHaveCountAsync(0);
        await Expect(first.Entries("D-2")).ToBeVisibleAsync();
        Assert.Equal("D-2 Second", await Register.AskAsync<string>("select number || ' ' || note from registry.land_fact where parcel_id = $1", parcel));
    }

    private static async Task StartCorrectingAsync(Workbench person)
    {
        await person.Entries("D-1").GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        await Expect(person.Dialog.GetByLabel("Number", new() { Exact = true })).ToHaveValueAsync("D-1");
    }
}
