using System.Text.Json;
using LandRegistry.Testing;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Marking the status of a parcel, from wherever one comes to it.</summary>
public sealed class MarkStatusTests(Chromium chromium, ITestOutputHelper output) : SampleJourneyTest(chromium)
{
    private const string RememberWhenSeen =
        """
        (words) => {
          const look = () => {
            if (document.querySelector("[role=grid]").innerText.includes(words)) window.seenAt = Date.now();
            else setTimeout(look, 20);
          };
          look();
        }
        """;

    private const string RememberOwnMark =
        """
        () => new MutationObserver(() => { window.sawOwnMark ||= document.querySelector(".own-mark") !== null; }).observe(document.querySelector(".map-host"), { childList: true, subtree: true })
        """;

    [Fact]
    public async Task A_click_on_a_parcel_of_the_map_opens_its_card()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        var wanted = await Register.AddParcelAsync(Zone, 1, "idle", name: "South field");
        var person = await OpenAsync(NearView);
        await person.Map.WaitForColourAsync(GroundOf(1), await person.ColourOfAsync(Words.Idle));

        await person.Map.ClickAsync(GroundOf(1).Middle);

        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("South field");
        Assert.Contains($"parcel={wanted}", person.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_from_the_card_is_in_list_map_history_and_a_second_browser_without_reload()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        var colleague = await OpenAsync($"{NearView}&parcel={parcel}");
        await Expect(colleague.Rows("North field", Words.InUse)).ToBeVisibleAsync();
        await colleague.Page.EvaluateAsync("window.neverReloaded = true");
        var suspected = await person.ColourOfAsync(Words.Suspected);

        await person.StartMarkAsync();
        await person.FillDialogAsync(Words.Suspected, "No works seen on the round of inspection", "2026-03-01");
        await person.Page.EvaluateAsync("addEventListener('click', () => { window.clickedAt = Date.now(); }, true)");
        await person.Page.EvaluateAsync(RememberOwnMark);
        await colleague.Page.EvaluateAsync(RememberWhenSeen, Words.Suspected);
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(colleague.Rows("North field", Words.Suspected)).ToBeVisibleAsync();
        var clicked = await person.Page.EvaluateAsync<double>("window.clickedAt");
        output.WriteLine($"The second browser's list shows the mark {await colleague.Page.EvaluateAsync<double>("window.seenAt") - clicked} ms after the click that sends it.");
        await Expect(colleague.Card).ToContainTextAsync(Words.Suspected);
        await Expect(colleague.Page.Locator(".change-toast")).ToContainTextAsync("tester: ");
        await colleague.Map.WaitForColourAsync(GroundOf(0), suspected);
        Assert.True(await colleague.Page.EvaluateAsync<bool>("window.neverReloaded === true"));

        await Expect(person.Rows("North field", Words.Suspected)).ToBeVisibleAsync();
        await person.Map.WaitForColourAsync(GroundOf(0), suspected);
        Assert.True(await person.Page.EvaluateAsync<bool>("window.sawOwnMark === true"), "The sign of the mark was not put on the map.");
        await Expect(person.Page.Locator(".own-mark")).ToHaveCountAsync(0);
        await person.OpenCardTabAsync("History");
        await Expect(person.Card.Locator(".timeline li").First).ToContainTextAsync("No works seen on the round of inspection");
        await Expect(person.Card.Locator(".timeline li").First).ToContainTextAsync("1 Mar 2026");
    }

    [Fact]
    public async Task A_mark_from_the_maps_context_menu_is_on_the_map_and_there_again_tomorrow()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "investigating", name: "North field");
        var person = await OpenAsync(NearView);
        var idle = await person.ColourOfAsync(Words.Idle);
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Investigating));

        await person.Map.ClickAsync(GroundOf(0).Middle, MouseButton.Right);
        await person.Menu.GetByRole(AriaRole.Menuitem, new() { Name = Words.Idle, Exact = true }).ClickAsync();
        await Expect(person.Dialog.Locator(".move-choice__item.is-chosen")).ToContainTextAsync(Words.Idle);
        await person.Dialog.GetByText("Type A").ClickAsync();
        await person.Dialog.GetByText("Government side").ClickAsync();
        await person.EnterReasonAsync("Determination No. 3");
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.Map.WaitForColourAsync(GroundOf(0), idle);

        await person.OpenAsync($"{NearView}&parcel={parcel}");
        await person.Map.WaitForColourAsync(GroundOf(0), idle);
        await Expect(person.Card).ToContainTextAsync("Government side");
        await Expect(person.Card).ToContainTextAsync("Type A");
    }

    [Fact]
    public async Task A_move_that_the_law_forbids_is_shown_with_its_rule_and_cannot_be_chosen()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "reserved", surveyed: false, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");

        await person.StartMarkAsync();
        await person.Dialog.GetByText("Not possible").ClickAsync();

        var refused = person.ChoiceOf(person.Dialog.Locator(".move-choice__refused li"), Words.Ready);
        await Expect(refused).ToContainTextAsync("boundary");
        await Expect(refused).ToContainTextAsync("Order 53 Article 21");
        await Expect(refused.Locator("input")).ToHaveCountAsync(0);
        await Expect(person.Dialog.GetByRole(AriaRole.Radio)).ToHaveCountAsync(1);

        await person.Dialog.GetByText("Cancel").ClickAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
        await person.Map.ClickAsync(GroundOf(0).Middle, MouseButton.Right);
        await person.Menu.GetByText("Not possible").ClickAsync();
        var item = person.ChoiceOf(person.Menu.Locator("[role=menuitem][aria-disabled=true]"), Words.Ready);
        await Expect(item).ToContainTextAsync("Order 53 Article 21");
    }

    [Fact]
    public async Task A_mark_needs_a_reason_and_a_day_that_is_not_in_the_future()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");

        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Suspected, " ");

        await Expect(person.Dialog).ToContainTextAsync("Give a reason");
        await Expect(person.Dialog).ToBeVisibleAsync();
        Assert.Equal("in_use", await Register.AskAsync<string>("select status from registry.parcel where id = $1", parcel));
    }

    [Theory]
    [InlineData("2099-01-31", "Enter", "31 Jan 2099", "cannot lie in the future")]
    [InlineData("2099-01-31", "Tab", "31 Jan 2099", "cannot lie in the future")]
    [InlineData("2026-02-30", "Enter", "2026-02-30", "Not a date")]
    public async Task A_typed_day_that_cannot_be_stays_to_be_seen_says_why_and_is_never_sent_as_another(string typed, string key, string seen, string why)
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await person.StartMarkAsync();
        await person.FillDialogAsync(Words.Suspected, "Seen from the road");

        await person.TypeDateAsync(typed, key);
        await Expect(person.Dialog.Locator(".ant-form-item-explain-error")).ToContainTextAsync(why);
        await person.SendDialogAsync();

        await Expect(person.Dialog.Locator(".ant-form-item-explain-error")).ToContainTextAsync(why);
        await Expect(person.Dialog.Locator(".ant-picker input")).ToHaveValueAsync(seen);
        Assert.Equal("in_use", await Register.AskAsync<string>("select status from registry.parcel where id = $1", parcel));

        await person.TypeDateAsync("2026-03-01", "Enter");
        await Expect(person.Dialog.Locator(".ant-form-item-explain-error")).ToHaveCountAsync(0);
        await Expect(person.Dialog).ToBeVisibleAsync();
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        Assert.Equal("2026-03-01", await Register.AskAsync<string>("select status_since::text from registry.parcel where id = $1", parcel));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task A_hold_does_not_end_in_the_past_nor_without_end_instead(string key)
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await person.StartHoldAsync();
        await person.EnterReasonAsync("Rezoning under way");

        await person.TypeDateAsync("2020-01-31", key);
        await Expect(person.Dialog.Locator(".ant-form-item-explain-error")).ToContainTextAsync("cannot end before today");
        await person.SendDialogAsync();

        await Expect(person.Dialog.Locator(".ant-picker input")).ToHaveValueAsync("31 Jan 2020");
        Assert.True(await Register.AskAsync<bool>("select hold_reason is null from registry.parcel where id = $1", parcel));
    }

    [Fact]
    public async Task A_typed_reason_is_not_thrown_away_unasked()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await person.StartMarkAsync();
        await person.FillDialogAsync(Words.Suspected, "Seen from the road");

        await person.Page.Keyboard.PressAsync("Escape");
        await person.Button("Keep entering").ClickAsync();

        await Expect(person.Button("Keep entering")).ToHaveCountAsync(0);
        await Expect(person.Dialog.Locator("textarea")).ToHaveValueAsync("Seen from the road");
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Button("Discard").ClickAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_day_before_the_present_status_is_refused_by_the_server_and_said_in_the_dialog()
    {
        Provoke("409");
        var parcel = await Register.AddParcelAsync(Zone, 0, since: "2026-05-01", name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");

        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Suspected, "Backdated", "2026-02-01");

        await Expect(person.Dialog.Locator("[role=alert]")).ToContainTextAsync("Refused by a rule, nothing was changed");
        await Expect(person.Dialog.Locator("[role=alert]")).ToContainTextAsync("2026-05-01");
        await Expect(person.Unsent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_marks_second_sees_the_first_ones_change_and_sends_on_it()
    {
        Provoke("412");
        var parcel = await Register.AddParcelAsync(Zone, 0, "disposing", name: "North field");
        var first = await OpenAsync($"{NearView}&parcel={parcel}");
        var second = await OpenAsync($"{NearView}&parcel={parcel}");
        await second.StartMarkAsync();
        await first.StartMarkAsync();

        await first.MarkInDialogAsync(Words.LowEfficiency, "The strategy failed");
        await Expect(second.Rows("North field", Words.LowEfficiency)).ToBeVisibleAsync();
        await second.MarkInDialogAsync(Words.InUse, "Works have resumed");

        await Expect(second.Dialog).ToContainTextAsync("Someone else has just changed this parcel");
        await Expect(second.Dialog).ToContainTextAsync("The strategy failed");
        await Expect(second.Dialog).ToContainTextAsync("Works have resumed");

        await second.Dialog.GetByText("Send on the new version").ClickAsync();

        await Expect(second.Dialog).ToHaveCountAsync(0);
        await Expect(second.Unsent).ToHaveCountAsync(0);
        await Expect(first.Rows("North field", Words.InUse)).ToBeVisibleAsync();
        var history = await Register.GetAsync<JsonElement>($"/api/parcels/{parcel}/history");
        Assert.Equal(
            ["Works have resumed", "The strategy failed"],
            history.GetProperty("items").EnumerateArray().Take(2).Select(item => item.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_parcel_is_put_on_hold_and_released()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await Register.AddParcelAsync(Zone, 1, "idle", name: "South field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");

        await person.StartHoldAsync();
        await person.EnterReasonAsync("Rezoning under way", "2031-01-31");
        await person.SendDialogAsync();

        await Expect(person.Card.Locator(".hold-note")).ToContainTextAsync("31 Jan 2031");
        await Expect(person.Card.Locator(".hold-note")).ToContainTextAsync("Rezoning under way");
        await Expect(person.Rows("North field", "On hold")).ToBeVisibleAsync();
        await person.Filters.Locator(".ant-segmented-item", new() { HasText = "On hold" }).ClickAsync();
        await Expect(person.Rows()).ToHaveCountAsync(1);

        await person.StartHoldAsync();
        await person.EnterReasonAsync("The plan is adopted");
        await person.SendDialogAsync();

        await Expect(person.Card.Locator(".hold-note")).ToHaveCountAsync(0);
        await Expect(person.Rows()).ToHaveCountAsync(0);
        await Expect(person.Page.Locator(".map-notice")).ToContainTextAsync("No parcel matches the filters");
    }
}
