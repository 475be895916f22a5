using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Many parcels selected and marked in one step.</summary>
public sealed class MarkManyTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private const int Many = 500;

    [Fact]
    public async Task All_500_of_the_filter_are_marked_but_the_3_that_a_rule_refuses_and_one_undo_puts_them_back()
    {
        await AddManyAsync();
        var person = await OpenAsync();
        var colleague = await OpenAsync();
        await Expect(person.Filters).ToContainTextAsync("500 of 500");

        await person.Page.GetByLabel("Select all 500 of the filter").CheckAsync();
        await Expect(person.Page.Locator(".selection-bar")).ToContainTextAsync("500 selected");
        await person.Page.Locator(".selection-bar").GetByRole(AriaRole.Button, new() { Name = "Mark status" }).ClickAsync();
        await person.Dialog.GetByLabel("Mark as").ClickAsync();
        await person.Page.Locator(".ant-select-item-option", new() { HasText = Words.Suspected }).ClickAsync();
        await person.Dialog.GetByLabel("Reason").FillAsync("Yearly survey");
        await person.Button("Preview").ClickAsync();

        await Expect(person.Dialog.Locator(".mark-answer__counts")).ToContainTextAsync("497");
        await Expect(person.Dialog.Locator(".refused-groups details")).ToHaveCountAsync(2);
        await Expect(person.Dialog.Locator(".refused-groups")).ToContainTextAsync("Plot 101");
        await Expect(person.Dialog.Locator(".refused-groups")).ToContainTextAsync("Order 53 Article 5");
        await person.Button("Mark the other 497, leave 3").ClickAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await ExpectCountAsync(person, Words.Suspected, 497);
        await ExpectCountAsync(colleague, Words.Suspected, 497);
        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.change where command = 'MarkParcels'"));

        await person.Page.Locator(".ant-notification").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await person.EnterReasonAsync("The wrong filter");
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await ExpectCountAsync(person, Words.InUse, 498);
        await ExpectCountAsync(colleague, Words.InUse, 498);
        await ExpectCountAsync(person, Words.Suspected, 0);
    }

    [Fact]
    public async Task Parcels_are_selected_by_Shift_by_a_box_by_a_polygon_and_from_the_table_by_keyboard()
    {
        for (var place = 0; place < 4; place++)
        {
            await Register.AddParcelAsync(Zone, place, name: $"Field {place + 1}");
        }

        var person = await OpenAsync(NearView);
        var bar = person.Page.Locator(".selection-bar strong");
        await person.Map.WaitForColourAsync(GroundOf(1), await person.ColourOfAsync(Words.InUse));

        // One by one with Shift; a second time lets go.
        await person.Page.Keyboard.DownAsync("Shift");
        await person.Map.ClickAsync(GroundOf(0).Middle);
        await Expect(bar).ToHaveTextAsync("1 selected");
        await person.Map.ClickAsync(GroundOf(1).Middle);
        await Expect(bar).ToHaveTextAsync("2 selected");
        await person.Map.ClickAsync(GroundOf(1).Middle);
        await person.Page.Keyboard.UpAsync("Shift");
        await Expect(bar).ToHaveTextAsync("1 selected");

        // A drag with Shift adds what its box holds.
        await DragAsync(person, (114.0514, 30.5012), (114.0542, 30.4998), withShift: true);
        await Expect(bar).ToHaveTextAsync("3 selected");

        // A polygon by clicks replaces; the table shows the same.
        await person.Button("Select by polygon").ClickAsync();
        foreach (var corner in new[] { (114.0499, 30.5012), (114.0512, 30.5012), (114.0512, 30.4998), (114.0499, 30.4998) })
        {
            await person.Map.ClickAsync(corner);
        }

        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(bar).ToHaveTextAsync("1 selected");
        await Expect(person.Rows("Field 1").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        // By keyboard alone; a capital letter is what Caps Lock makes of it.
        await person.Table.FocusAsync();
        await person.Page.Keyboard.PressAsync("Control+A");
        await Expect(bar).ToHaveTextAsync("4 selected");
        await person.Button("Clear selection").ClickAsync();
        await person.Table.FocusAsync();
        await person.Page.Keyboard.PressAsync("Home");
        await person.Page.Keyboard.PressAsync("Space");
        await person.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await person.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(bar).ToHaveTextAsync("3 selected");

        // Officer and note for all of them at once.
        await person.Page.Locator(".selection-bar").GetByRole(AriaRole.Button, new() { Name = "Assign officer" }).ClickAsync();
        await person.Dialog.GetByLabel("Officer").FillAsync("Li Lei");
        await person.Dialog.GetByLabel("Attach a note as well").FillAsync("Survey of June");
        await person.Dialog.GetByLabel("Reason").FillAsync("Division of work");
        await person.Button("Preview").ClickAsync();
        await person.Button("Mark 3").ClickAsync();

        await Expect(person.Rows("Li Lei")).ToHaveCountAsync(3);
        await Expect(person.Card).ToContainTextAsync("Survey of June");
        await person.Filters.GetByRole(AriaRole.Checkbox, new() { Name = "Li Lei" }).ClickAsync();
        await Expect(person.Filters).ToContainTextAsync("3 of 4");
    }

    private static Task ExpectCountAsync(Workbench person, string status, int count) =>
        Expect(person.StatusChoice(status).Locator(".choice__count")).ToHaveTextAsync($"{count}", new() { Timeout = 20_000 });

    private static async Task DragAsync(Workbench person, (double Lon, double Lat) from, (double Lon, double Lat) to, bool withShift)
    {
        var (start, end) = (await person.Map.PlaceOfAsync(from), await person.Map.PlaceOfAsync(to));
        if (withShift)
        {
            await person.Page.Keyboard.DownAsync("Shift");
        }

        await person.Page.Mouse.MoveAsync(start.X, start.Y);
        await person.Page.Mouse.DownAsync();
        await person.Page.Mouse.MoveAsync((start.X + end.X) / 2, (start.Y + end.Y) / 2, new() { Steps = 4 });
        await person.Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 4 });
        await person.Page.Mouse.UpAsync();
        if (withShift)
        {
            await person.Page.Keyboard.UpAsync("Shift");
        }
    }

    /// <summary>A field of small parcels; two are in a status from which nothing becomes suspected, one has an open case.</summary>
    private async Task AddManyAsync()
    {
        await Register.WriteAsync(
            """
            insert into registry.parcel (code, name, zone_id, boundary, location, status, status_since, source, shape_mercator, updated_at, change_id)
            select '990101001001GB' || lpad(i::text, 5, '0'), 'Plot ' || i, $1,
                   st_multi(st_makeenvelope(x, y, x + 0.0008, y + 0.0008, 4490)), null,
                   case when i in (101, 201) then 'ready' else 'in_use' end, '2025-01-01', 'officer', null, now(), 0
            from (select i, 114.05 + (i % 25) * 0.001 as x, 30.5 + (i / 25) * 0.001 as y from generate_series(1, $2) i) s
            """,
            Zone, Many);
        await Register.WriteAsync(
            "insert into registry.land_case (parcel_id, stage, stage_since, opened_on, change_id) select id, 'watched', '2026-01-01', '2026-01-01', 0 from registry.parcel where name = 'Plot 8'");
        await Register.WriteAsync(
            "insert into registry.case_event (case_id, parcel_id, stage, on_day, change_id) select id, parcel_id, 'watched', '2026-01-01', 0 from registry.land_case");
    }
}
