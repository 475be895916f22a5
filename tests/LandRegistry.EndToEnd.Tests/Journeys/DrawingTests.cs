using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Boundaries drawn on the map, typed, split and merged.</summary>
public sealed class DrawingTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private const string Sound = "No rule is broken";

    [Fact]
    public async Task A_parcel_drawn_into_a_gap_is_caught_by_its_neighbours_vertices_with_every_digit()
    {
        await Register.AddParcelAsync(Zone, 0, name: "West field");
        await Register.AddParcelAsync(Zone, 1, name: "East field");
        var person = await StartDrawingAsync();

        // Each click lies some pixels beside the corner.
        await DrawAsync(person, (114.05103, 30.50003), (114.05147, 30.50002), (114.05148, 30.50097), (114.05102, 30.50098));
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(Panel(person)).ToContainTextAsync(Sound);
        await Expect(Panel(person).Locator(".draw-measures")).ToContainTextAsync("mu");
        await SaveAsync(person, "Middle field");

        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("Middle field");
        Assert.Equal(4L, await Register.AskAsync<long>(
            """
            select count(distinct v.geom) from registry.parcel m, lateral st_dumppoints(m.boundary) v
            where m.name = 'Middle field' and exists (
                select from registry.parcel n, lateral st_dumppoints(n.boundary) w where n.id <> m.id and st_x(w.geom) = st_x(v.geom) and st_y(w.geom) = st_y(v.geom))
            """));
    }

    [Fact]
    public async Task Ground_of_a_neighbour_is_refused_and_its_place_is_shown_on_the_map()
    {
        Provoke("409");
        await Register.AddParcelAsync(Zone, 1, name: "East field");
        var person = await StartDrawingAsync();
        await Panel(person).GetByLabel("Snap to neighbours").UncheckAsync();

        await DrawAsync(person, (114.0511, 30.5002), (114.0519, 30.5002), (114.0519, 30.5008), (114.0511, 30.5008));
        await person.Page.Keyboard.PressAsync("Enter");

        var finding = Panel(person).Locator(".draw-finding--bad");
        await Expect(finding).ToContainTextAsync("overlaps East field (990101001001GB00002)");
        await Expect(finding.GetByRole(AriaRole.Button, new() { Name = "Show the place" })).ToBeVisibleAsync();
        await person.Map.WaitForAsync("the ground in common in red", picture =>
            // To the right of the panel, which has the same red.
            Enumerable.Range(420, picture.Width - 480).Any(x => Enumerable.Range(60, picture.Height - 120).Any(y => picture[x, y] is { Red: > 150, Green: < 70, Blue: < 70 })));
        await SaveAsync(person, "Greedy field");
        await Expect(Panel(person)).ToContainTextAsync("The register did not take it");
        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.parcel"));
    }

    [Fact]
    public async Task Coordinates_pasted_the_wrong_way_round_are_noticed_and_the_rest_is_done_by_keyboard()
    {
        var person = await StartDrawingAsync();
        await Expect(Panel(person)).ToBeFocusedAsync();

        var coordinates = Panel(person).GetByLabel("Coordinates");
        await coordinates.FillAsync("30.5 114.0510\n30.5 114.0520\n30.501 114.0520\n30.501 114.0510");
        await coordinates.PressAsync("Enter");
        await Expect(Panel(person).Locator(".draw-note")).ToContainTextAsync("the axes were the other way round");
        var vertices = Panel(person).Locator(".draw-vertex");
        await Expect(vertices).ToHaveCountAsync(4);
        await vertices.Last.FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await vertices.First.FocusAsync();
        await person.Page.Keyboard.PressAsync("Tab");
        await Expect(vertices.Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(vertices.Nth(1)).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("ArrowRight");
        await person.Page.Keyboard.PressAsync("ArrowRight");
        await SaveAsync(person, "Typed field");

        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("Typed field");
        // Two steps of half a metre to the east.
        Assert.Equal(1, await Register.AskAsync<double>(
            "select st_distance(st_pointn(st_exteriorring(st_geometryn(boundary, 1)), 2)::geography, st_setsrid(st_makepoint(114.052, 30.5), 4490)::geography) from registry.parcel where name = 'Typed field'"), 0.01);
    }

    [Fact]
    public async Task A_parcel_is_split_by_a_line_its_parts_are_merged_again_and_the_merge_is_undone_on_the_card()
    {
        // The news that the merged parcel has ended may come before the answer that leads to its parents.
        Provoke("404");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "Whole field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await BoundaryAsync(person, "Split the parcel");

        var coordinates = Panel(person).GetByLabel("Coordinates");
        await coordinates.FillAsync("114.0504 30.4999\n114.0504 30.5011");
        await coordinates.PressAsync("Enter");
        await Expect(Panel(person).Locator(".draw-parts li")).ToHaveCountAsync(2);
        await Panel(person).GetByLabel("Reason").FillAsync("Sold in two");
        await Panel(person).Locator("button[type=submit]").ClickAsync();

        await Expect(Panel(person)).ToHaveCountAsync(0);
        await Expect(person.Rows("Whole field-1")).ToHaveCountAsync(1);
        await Expect(person.Rows("Whole field-2")).ToHaveCountAsync(1);
        await person.OpenCardTabAsync("Around");
        await Expect(person.Card).ToContainTextAsync("990101001001GB00001");
        await person.Button("Assemble with neighbours…").ClickAsync();
        await Panel(person).GetByRole(AriaRole.Button, new() { Name = "Take in Whole field-2" }).ClickAsync();
        await Expect(Panel(person)).ToContainTextAsync("one shape");
        await person.Button("Merge into one parcel…").ClickAsync();
        await Panel(person).GetByLabel("Reason").FillAsync("Bought back");
        await Panel(person).Locator("button[type=submit]").ClickAsync();

        await Expect(person.Rows()).ToHaveCountAsync(1);
        await person.OpenCardTabAsync("History");
        await Expect(person.Entries("Bought back")).ToContainTextAsync("Parcels merged");
        await person.OpenCardTabAsync("Around");
        await person.Card.GetByRole(AriaRole.Button, new() { Name = "Undo the merge" }).ClickAsync();
        await person.Dialog.Locator("textarea").FillAsync("Not bought after all");
        await person.Dialog.Locator("button[type=submit]").ClickAsync();

        await Expect(person.Rows()).ToHaveCountAsync(2);
        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("Whole field-1");
    }

    [Fact]
    public async Task A_conflict_of_boundaries_shows_all_three_and_loses_nothing()
    {
        Provoke("412");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "Field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await BoundaryAsync(person, "Change the boundary");
        await Expect(Panel(person).Locator(".draw-vertex")).ToHaveCountAsync(4);
        await Panel(person).Locator(".draw-vertex").First.FocusAsync();
        await person.Page.Keyboard.PressAsync("ArrowUp");
        await Register.WriteAsync("update registry.parcel set boundary = st_multi(st_makeenvelope(114.05, 30.5, 114.0508, 30.501, 4490)) where id = $1", parcel);
        await Panel(person).GetByLabel("Reason").FillAsync("Measured anew");
        await Panel(person).Locator("button[type=submit]").ClickAsync();

        await Expect(Panel(person)).ToContainTextAsync("Somebody else has changed the parcel");
        await Expect(Panel(person)).ToContainTextAsync("Theirs");
        await Expect(person.Button("Go on with mine")).ToBeInViewportAsync();
        await person.Button("Go on with mine").ClickAsync();
        await Panel(person).Locator("button[type=submit]").ClickAsync();

        await Expect(Panel(person)).ToHaveCountAsync(0);
        Assert.Equal(3, await Register.AskAsync<int>("select version from registry.parcel where id = $1", parcel));
        Assert.Equal(114.051, await Register.AskAsync<double>("select st_xmax(boundary) from registry.parcel where id = $1", parcel), 1e-9);
    }

    [Fact]
    public async Task A_proposal_of_land_assembly_is_kept_reopened_and_deleted()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "Field");
        // The parcel lies to the right of the middle: the panel covers the left.
        var person = await OpenAsync($"?map=16.5/114.04950/30.50050&parcel={parcel}&tab=ground");
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.InUse));
        await person.Button("Land assembly").ClickAsync();
        await Expect(Panel(person)).ToBeVisibleAsync();
        await person.Map.ClickAsync(GroundOf(0).Middle);
        await Panel(person).GetByLabel("Name of the proposal").FillAsync("Riverside");
        await person.Button("Keep").ClickAsync();
        await Expect(person.Page.GetByText("Proposal kept")).ToBeVisibleAsync();
        await Panel(person).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await person.Button("Land assembly").ClickAsync();
        await Panel(person).GetByLabel("Kept proposals").FocusAsync();
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Locator(".ant-select-item-option").Filter(new() { HasText = "Riverside (1)" }).ClickAsync();
        await Expect(Panel(person).Locator(".assembly-parcel")).ToContainTextAsync("Field");
        await person.Button("Delete").ClickAsync();
        await person.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(person.Page.GetByText("Proposal deleted")).ToBeVisibleAsync();
        Assert.Equal(0L, await Register.AskAsync<long>("select count(*) from registry.assembly where not withdrawn"));
    }

    private static ILocator Panel(Workbench person) => person.Page.Locator(".draw-panel");

    private async Task<Workbench> StartDrawingAsync()
    {
        var person = await OpenAsync(NearView);
        // The neighbours to be caught by are there.
        await person.Page.RunAndWaitForResponseAsync(() => person.Button("Draw a parcel").ClickAsync(), answer => answer.Url.Contains("/api/boundaries?", StringComparison.Ordinal));
        await Expect(Panel(person)).ToBeVisibleAsync();
        return person;
    }

    private static async Task BoundaryAsync(Workbench person, string choice)
    {
        await person.Button("Boundary").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = choice }).ClickAsync();
        await Expect(Panel(person)).ToBeVisibleAsync();
    }

    /// <summary>Clicks a ring onto the map; each vertex is on the list before the next is clicked.</summary>
    private static async Task DrawAsync(Workbench person, params (double Lon, double Lat)[] corners)
    {
        for (var i = 0; i < corners.Length; i++)
        {
            var (x, y) = await person.Map.PlaceOfAsync(corners[i]);
            await person.Page.Mouse.MoveAsync(x, y);
            await person.Page.Mouse.ClickAsync(x, y);
            await Expect(Panel(person).Locator(".draw-vertex")).ToHaveCountAsync(i + 1);
        }
    }

    private static async Task SaveAsync(Workbench person, string name)
    {
        var panel = Panel(person);
        await panel.GetByLabel("Zone").FocusAsync();
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Locator(".ant-select-item-option").First.ClickAsync();
        await panel.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await panel.GetByLabel("Reason").FillAsync("Surveyed");
        await panel.Locator("button[type=submit]").ClickAsync();
    }
}
