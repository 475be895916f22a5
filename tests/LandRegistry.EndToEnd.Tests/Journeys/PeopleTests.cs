using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>People and rights on screen.</summary>
public sealed class PeopleTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private const string OwnPassword = "corret pferd batterie klammer";

    [Fact]
    public async Task An_officer_limited_to_one_zone_sets_a_password_and_sees_that_zone_alone_on_map_table_and_counts()
    {
        var other = await Register.AddZoneAsync("Z2");
        var own = await Register.AddParcelAsync(Zone, 0, "idle", name: "Own field");
        await Register.AddParcelAsync(other, 1, "reserved", name: "Other field");
        Provoke("401");
        var administrator = await OpenAsync("?page=admin");

        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "New person" }).ClickAsync();
        await administrator.Dialog.GetByLabel("User name").FillAsync("wang");
        await administrator.Dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Wang Min");
        await administrator.Dialog.GetByLabel("Zones").ClickAsync();
        await administrator.Page.Locator(".ant-select-tree-node-content-wrapper", new() { HasText = "Sample park Z1" }).ClickAsync();
        await administrator.Page.Keyboard.PressAsync("Escape");
        await administrator.SendDialogAsync();
        var password = await administrator.Page.GetByTestId("handed-on").InnerTextAsync();
        await administrator.Button("Noted").ClickAsync();
        await Expect(administrator.Page.Locator(".office-table__row", new() { HasText = "Wang Min" })).ToContainTextAsync("Sample park Z1");

        var officer = await StrangerAsync();
        await officer.Page.GotoAsync(new Uri(Register.Address, NearView).AbsoluteUri);
        await officer.Page.FillAsync("#name", "wang");
        await officer.Page.FillAsync("#password", password.Trim());
        await officer.Page.Locator("form button").ClickAsync();
        await officer.Page.GetByLabel("Present password").FillAsync(password.Trim());
        await officer.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(OwnPassword);
        await officer.Page.GetByLabel("New password once more").FillAsync(OwnPassword);
        await officer.Button("Change password").ClickAsync();
        await officer.ExpectLiveAsync();

        await Expect(officer.Rows("Own field")).ToBeVisibleAsync();
        await Expect(officer.Rows("Other field")).ToHaveCountAsync(0);
        Assert.Equal(1, await officer.CountOfAsync(officer.StatusChoice("Determined idle")));
        Assert.Equal(0, await officer.CountOfAsync(officer.StatusChoice("In land reserve")));
        await officer.Rows("Own field").ClickAsync();
        await Expect(officer.Card.Locator(".parcel-card__actions")).ToBeVisibleAsync();
        await Expect(officer.Header.GetByRole(AriaRole.Link, new() { Name = "Administration" })).ToHaveCountAsync(0);
        var shown = await officer.Page.EvaluateAsync<string>("fetch('/tiles/parcels/16/53530/26933').then(tile => tile.text())");
        Assert.Contains("Own field", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Other field", shown, StringComparison.Ordinal);
        _ = own;
    }

    [Fact]
    public async Task A_trail_that_was_altered_by_hand_shows_on_screen()
    {
        for (var place = 0; place < 6; place++)
        {
            await Register.AddParcelAsync(Zone, place, name: $"Field {place}");
        }

        var person = await OpenAsync("?page=admin&section=audit");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(person.Page.Locator(".audit-verdict")).ToContainTextAsync("The trail is whole");

        await using (var command = Register.Database.CreateCommand(
            """
            alter table registry.audit_line disable trigger user;
            update registry.audit_line set person = 'x' where link = 1;
            delete from registry.audit_line where link in (3, 4);
            alter table registry.audit_line enable trigger user
            """))
        {
            await command.ExecuteNonQueryAsync();
        }

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(person.Page.Locator(".audit-verdict")).ToContainTextAsync("The trail breaks at 2 places");
        var broken = person.Page.Locator(".office-table__row.is-broken");
        await Expect(broken).ToHaveCountAsync(2);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Lines 3 to 4 were removed" }).ClickAsync();
        await Expect(person.Page.Locator(".office-table__row.is-selected")).ToContainTextAsync("2 lines missing before");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Line 1 was altered" }).ClickAsync();
        var altered = person.Page.Locator(".office-table__row.is-selected");
        await Expect(altered).ToContainTextAsync("Altered");
        await Expect(altered.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("x");
        await Screens.KeepAsync("audit-broken-en", await person.Page.ScreenshotAsync());
    }
}
