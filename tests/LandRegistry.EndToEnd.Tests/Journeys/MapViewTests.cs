using System.Globalization;
using System.Web;
using LandRegistry.Testing;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Map and table show one selection, and the table says what it holds.</summary>
public sealed class MapViewTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private const string FarView = "?map=16.5/114.20000/30.60000";

    [Fact]
    public async Task A_row_whose_parcel_is_out_of_sight_brings_the_map_to_it_and_one_in_sight_leaves_it()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.AddParcelAsync(Zone, 1, "idle", name: "South field");
        var person = await OpenAsync(FarView);

        await person.Rows("North field").ClickAsync();

        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.InUse));
        Assert.InRange(CameraOf(person)[1], 114.04, 114.06);
        var before = CameraOf(person)[0];
        await person.Rows("South field").ClickAsync();
        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("South field");
        await person.Map.WaitForColourAsync(GroundOf(1), await person.ColourOfAsync(Words.Idle));
        Assert.Equal(before, CameraOf(person)[0]);
    }

    [Fact]
    public async Task A_link_that_names_a_filter_and_no_place_opens_on_what_it_shows()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.AddParcelAsync(Zone, 1, "idle", name: "South field");

        var person = await OpenAsync("?status=idle");

        await person.Map.WaitForColourAsync(GroundOf(1), await person.ColourOfAsync(Words.Idle));
        Assert.True(CameraOf(person)[0] > 14);
    }

    [Fact]
    public async Task The_head_of_the_table_counts_what_the_table_holds()
    {
        await Register.AddParcelAsync(Zone, 0, name: "North field");
        await Register.AddParcelAsync(Zone, 1, name: "South field");
        var person = await OpenAsync(FarView);
        var head = person.Page.Locator(".table-pane__bar");
        await Expect(head).ToContainTextAsync("2 parcels");

        await head.Locator(".ant-switch").ClickAsync();

        await Expect(head).ToContainTextAsync("0 in view of 2");
        await Expect(person.Rows()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_parcel_that_the_register_does_not_hold_is_said_not_to_be_in_it()
    {
        Provoke("404");
        await Register.AddParcelAsync(Zone, 0, name: "North field");

        var person = await OpenAsync("?parcel=999999");

        await Expect(person.Card).ToContainTextAsync("Parcel 999999 is not in this register");
    }

    private static double[] CameraOf(Workbench person) =>
        [.. HttpUtility.ParseQueryString(new Uri(person.Page.Url).Query)["map"]!.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
}
