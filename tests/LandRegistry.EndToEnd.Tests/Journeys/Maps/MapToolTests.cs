using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys.Maps;

/// <summary>Measuring, links, basemaps and the views that were.</summary>
public sealed class MapToolTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    [Fact]
    public async Task Length_and_area_are_measured_by_mouse_and_by_keyboard_and_no_parcel_is_selected()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&lang=en");
        await person.Map.WaitUntilDrawnAsync();
        await person.Button("Measure").ClickAsync();
        var panel = person.Page.Locator(".measure");
        var ground = GroundOf(0);

        await person.Map.ClickAsync((ground.West, ground.South));
        await person.Map.ClickAsync((ground.East, ground.South));
        // By the plane of EPSG:4547 the south side is 96.0 m, give or take a pixel of the screen.
        await Expect(panel).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"9[4-8](\.\d)? m"));
        await person.Map.ClickAsync((ground.East, ground.North));
        await person.Page.Keyboard.PressAsync("Enter");

        await Expect(panel).ToContainTextAsync("Area");
        await Expect(panel).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"[78]\.\d\d mu"));
        await Expect(person.Card).ToHaveCountAsync(0);

        await panel.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        var canvas = person.Page.Locator(".map-host canvas");
        await canvas.FocusAsync();
        await canvas.PressAsync(" ");
        var before = person.Page.Url;
        await canvas.PressAsync("ArrowRight");
        await Expect(person.Page).Not.ToHaveURLAsync(before);
        await canvas.PressAsync(" ");
        await Expect(panel.Locator("dd").First).Not.ToHaveTextAsync("0 m");
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_copied_link_shows_another_the_same_filter_day_parcel_layers_and_place()
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await Register.AddParcelAsync(Zone, 1, name: "South field");
        var person = await OpenAsync($"{NearView}&status=idle&lang=en&layers=graticule&parcel={parcel}&asOf={Register.Clock.Today.AddDays(-1):yyyy-MM-dd}");
        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("North field");
        await person.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await person.Button("Copy a link to this view").ClickAsync();
        await Expect(person.Page.GetByText("Link copied")).ToBeVisibleAsync();
        var link = await person.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var other = await OpenAsync(new Uri(link).Query);

        await Expect(other.Card.Locator("h2")).ToHaveTextAsync("North field");
        await Expect(other.Page.Locator(".as-of-banner")).ToBeVisibleAsync();
        await Expect(other.Rows()).ToHaveCountAsync(1);
        await other.Map.WaitForColourAsync(GroundOf(0), await other.ColourOfAsync(Words.Idle));
        await Expect(other.Page).ToHaveURLAsync(link);
    }

    [Fact]
    public async Task A_basemap_from_a_file_lies_under_the_parcels_and_can_be_taken_away()
    {
        await Register.AddParcelAsync(Zone, 0, "idle", name: "North field");
        await TileFixture.WriteMbtilesAsync(Path.Combine(Register.BasemapFolder(), "orange.mbtiles"), 114.0515, 30.5005, 12);
        await Register.ConfigureBasemapsAsync(new { key = "orange", nameZh = "橙色", nameEn = "Orange ground", kind = "mbtiles", file = "orange.mbtiles", attribution = "Made by the test" });
        var person = await OpenAsync($"{NearView}&lang=en");
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Idle));

        await person.Button("Basemap and layers").ClickAsync();
        await person.Page.GetByRole(AriaRole.Radio, new() { Name = "Orange ground" }).CheckAsync();

        // #ff8800 at three quarters over the map's ground.
        var under = new Colour(0xfb, 0xa2, 0x3c);
        await person.Map.WaitForAsync("the basemap", picture => picture.ShareOf(under) > 0.3);
        await Expect(person.Page.Locator(".map-attribution")).ToHaveTextAsync("Made by the test");
        Assert.Contains("base=orange", person.Page.Url, StringComparison.Ordinal);
        await person.Page.GetByRole(AriaRole.Radio, new() { Name = "No basemap" }).CheckAsync();
        await person.Map.WaitForAsync("no basemap", picture => picture.ShareOf(under) < 0.05);
    }

    [Fact]
    public async Task The_way_back_and_forth_leads_through_the_views_and_coordinates_are_written_as_chosen()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&lang=en");
        var back = person.Button("Previous view");
        await Expect(back).ToBeDisabledAsync();

        await person.Button("Zoom in").ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"map=17\.50/"));
        await back.ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"map=16\.50/"));
        await person.Button("Next view").ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"map=17\.50/"));

        var readout = person.Page.Locator(".pointer-readout");
        await readout.GetByLabel("Format of coordinates").SelectOptionAsync("gauss-kruger");
        await Expect(readout).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"N 33755\d\d\.\d\d  E 385049\d\d\.\d\d"));
        await person.Page.ReloadAsync();
        await Expect(readout).ToContainTextAsync("E 385");
    }

    [Fact]
    public async Task A_file_chosen_in_the_dialog_becomes_a_layer_that_lies_on_the_map()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&lang=en");
        await person.Button("Basemap and layers").ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Add a layer" }).ClickAsync();
        await person.Dialog.GetByLabel("File").SetInputFilesAsync(new FilePayload
        {
            Name = "roads.geojson",
            MimeType = "application/geo+json",
            Buffer = """{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114.0515,30.5],[114.0525,30.5],[114.0525,30.501],[114.0515,30.501],[114.0515,30.5]]]}}"""u8.ToArray(),
        });
        await Expect(person.Dialog.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("roads");
        await person.Dialog.GetByLabel("Source").FillAsync("Made by the test");
        await person.SendDialogAsync();

        await Expect(person.Dialog).ToHaveCountAsync(0);
        await Expect(person.Page.GetByRole(AriaRole.Checkbox, new() { Name = "roads" })).ToBeCheckedAsync();
        Assert.Contains("layers=", person.Page.Url, StringComparison.Ordinal);
    }
}
