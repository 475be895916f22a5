using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys.Maps;

/// <summary>The register goes through its months, and two days are compared on the map.</summary>
public sealed class TimeSliderTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private static readonly Colour ChangedStatus = new(0x8c, 0x77, 0xcf);

    [Fact]
    public async Task The_map_plays_through_the_months_by_itself_and_stops_at_now()
    {
        var months = await MarkIdleAsync();
        var person = await OpenAsync($"{NearView}&lang=en");
        await person.Button("Time slider").ClickAsync();
        var bar = person.Page.Locator(".time-bar");
        var slider = bar.GetByRole(AriaRole.Slider);
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Now");

        await slider.PressAsync("Home");
        await Expect(person.Page.Locator(".as-of-banner")).ToBeVisibleAsync();
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.InUse));
        await Expect(person.Rows(Words.InUse)).ToHaveCountAsync(1);
        await bar.GetByLabel("Speed").SelectOptionAsync("fast");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();

        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Now", new() { Timeout = 60_000 });
        await Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        Assert.Equal(months.ToString(System.Globalization.CultureInfo.InvariantCulture), await slider.GetAttributeAsync("max"));
        await Expect(person.Page.Locator(".as-of-banner")).ToHaveCountAsync(0);
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Idle));
    }

    [Fact]
    public async Task Two_days_compared_colour_what_changed_and_list_it_and_the_link_says_so()
    {
        await MarkIdleAsync();
        await Register.AddParcelAsync(Zone, 1, since: Iso(Register.Clock.Today.AddMonths(-3)), name: "Quiet field");
        var earlier = Iso(Register.Clock.Today.AddMonths(-2));
        var person = await OpenAsync($"{NearView}&lang=en&compare={earlier}");

        await Expect(person.Page.Locator(".compared li").Nth(2)).ToContainTextAsync("1");
        await person.Map.WaitForColourAsync(GroundOf(0), ChangedStatus);
        var row = person.Page.Locator(".changes-pane .office-table__row");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("Marked field");
        await Expect(row).ToContainTextAsync(Words.Idle);

        await row.PressAsync("Enter");
        await Expect(person.Card.Locator("h2")).ToHaveTextAsync("Marked field");
        await person.Page.Locator(".time-bar button", new() { HasText = "Compare" }).ClickAsync();

        await Expect(person.Rows("Quiet field")).ToHaveCountAsync(1);
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Idle));
    }

    /// <summary>A parcel in use for a few months and idle since a month ago; returns the stops that the slider has before now.</summary>
    private async Task<int> MarkIdleAsync()
    {
        var today = Register.Clock.Today;
        var since = today.AddMonths(-3);
        var parcel = await Register.AddParcelAsync(Zone, 0, since: Iso(since), name: "Marked field");
        await Register.WriteAsync("update registry.parcel set status = 'idle', status_since = $2 where id = $1", parcel, today.AddMonths(-1));
        return ((today.Year - since.Year) * 12) + today.Month - since.Month;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
