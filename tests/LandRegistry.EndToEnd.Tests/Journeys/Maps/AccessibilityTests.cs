using System.Text.Json;
using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys.Maps;

/// <summary>What everybody needs: axe finds nothing on any page, what is focused is seen, a larger letter breaks nothing.</summary>
public sealed class AccessibilityTests(Chromium chromium, DemoRegister demo) : JourneyTest(chromium)
{
    private static readonly string[] Pages = ["", "?page=today", "?page=cases", "?page=enterprises", "?page=evaluation", "?page=difference", "?compare=2025-12-31", "?asOf=2025-12-31"];

    protected override TestRegister Register => demo.Register;

    [Theory]
    [InlineData("zh-CN", "light"), InlineData("zh-CN", "dark"), InlineData("en-US", "light"), InlineData("en-US", "dark")]
    public async Task Axe_finds_no_fault_on_any_page(string language, string scheme)
    {
        var axe = await File.ReadAllTextAsync(Repository.PathOf("src", "LandRegistry.Web", "node_modules", "axe-core", "axe.min.js"));
        var parcel = await Register.AskAsync<long>("select min(id) from registry.parcel where ended_on is null");
        var person = await OpenAsync("", new Desk(language));
        await person.Page.EvaluateAsync("scheme => localStorage.setItem('landregistry.scheme', scheme)", scheme);
        var faults = new List<string>();

        foreach (var view in Pages.Append($"?parcel={parcel}"))
        {
            await person.OpenAsync(view);
            await Expect(person.Page.Locator(".ant-skeleton:visible")).ToHaveCountAsync(0);
            faults.AddRange(await FaultsAsync(person, axe, view));
        }

        foreach (var tool in new[] { "t", "m", "l", "p", "?" })
        {
            await person.OpenAsync();
            // The keys act once the map is there.
            await Expect(person.Page.Locator(".map-toolbar")).ToBeVisibleAsync();
            await person.Page.Keyboard.PressAsync(tool);
            await Expect(person.Page.Locator(".time-bar, .map-panel, .print-dialog__preview canvas, .shortcuts").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
            faults.AddRange(await FaultsAsync(person, axe, $"key {tool}"));
        }

        Assert.Equal("", string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task At_twice_the_size_everything_can_still_be_reached()
    {
        // 200 % on a screen of 1440 x 900 leaves 720 x 450 CSS pixels.
        var person = await OpenAsync("?lang=en", new Desk(Width: 720, Height: 450));

        foreach (var name in new[] { "Time slider", "Print the map", "Help and appearance" })
        {
            await person.Button(name).ScrollIntoViewIfNeededAsync();
            var box = await person.Button(name).BoundingBoxAsync();
            Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + box.Width <= 720 && box.Y + box.Height <= 450, $"{name} is out of sight: {box?.X}, {box?.Y}");
        }

        Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await CoveredAsync(person, ".map-toolbar, .map-controls, .shape-tools, .map-legend, .filter-toggle, .table-pane__bar"));

        var parcel = await Register.AskAsync<long>("select min(id) from registry.parcel where ended_on is null");
        await person.OpenAsync($"?lang=en&parcel={parcel}");
        await Expect(person.Card.Locator("h2")).ToBeVisibleAsync();
        Assert.Empty(await CoveredAsync(person, ".parcel-card__head, .parcel-card__actions"));
    }

    [Fact]
    public async Task Every_button_is_large_enough_and_the_keyboard_sees_where_it_is()
    {
        var person = await OpenAsync("?lang=en");

        var small = await person.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("button, select, input[type=range], a[href], [role=checkbox]")]
              .filter(node => node.offsetParent !== null)
              // What stands in a label is hit by hitting the label.
              .map(node => [node, (node.closest("label") ?? node).getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
              .map(([node, box]) => `${node.outerHTML.slice(0, 160)} ${box.width} x ${box.height}`)
            """);
        Assert.Empty(small);

        for (var i = 0; i < 40; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var unseen = await person.Page.EvaluateAsync<string?>(
                """
                () => {
                  const node = document.activeElement;
                  if (node === null || node === document.body) return null;
                  const marks = [node, node.parentElement, node.closest(".ant-input-affix-wrapper, .ant-picker, .ant-segmented, .choice, label")].filter(part => part !== null).map(part => getComputedStyle(part));
                  const isSeen = marks.some(style => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none");
                  return isSeen ? null : node.outerHTML.slice(0, 200);
                }
                """);
            Assert.Null(unseen);
        }
    }

    [Fact]
    public async Task The_dark_screen_follows_the_system_until_it_is_chosen_and_is_then_remembered()
    {
        var person = await OpenAsync("?lang=en");
        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");

        await person.Button("Help and appearance").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Light" }).ClickAsync();
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "light");
        await person.Page.ReloadAsync();

        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "light");
    }

    [Fact]
    public async Task The_tour_is_offered_once_and_leads_from_stop_to_stop_by_keyboard()
    {
        var person = await OpenAsync("?lang=en");
        await person.Page.EvaluateAsync("localStorage.setItem('landregistry.tour', 'new')");
        await person.Page.ReloadAsync();
        await person.Button("Start the tour").ClickAsync();
        var stop = person.Page.Locator(".ant-tour");

        foreach (var title in new[] { "The map", "Filters", "The table", "Search", "Map tools", "Other pages", "Help" })
        {
            await Expect(stop).ToContainTextAsync(title);
            await stop.Locator(".ant-btn-primary").ClickAsync();
        }

        await Expect(stop).ToHaveCountAsync(0);
        await person.Page.ReloadAsync();
        await person.ExpectLiveAsync();
        await Expect(person.Button("Start the tour")).ToHaveCountAsync(0);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Workbench person, string axe, string where)
    {
        await person.Page.EvaluateAsync(axe);
        var result = await person.Page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 220)} :: ${failureSummary.slice(0, 260)}`) })))");
        return result.EnumerateArray().Select(fault => $"{where}: {fault.GetProperty("id").GetString()}: {string.Join(" | ", fault.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()))}");
    }

    /// <summary>Names of the buttons in sight, within some parts of the page, that something else lies on.</summary>
    private static Task<string[]> CoveredAsync(Workbench person, string parts) => person.Page.EvaluateAsync<string[]>(
        """
        parts => [...document.querySelectorAll(`:is(${parts}) button`)]
          .filter((button) => {
            const { left, top, width, height } = button.getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            const seen = document.elementFromPoint(x, y);
            return width > 0 && seen !== null && !button.contains(seen);
          })
          .map((button) => button.getAttribute("aria-label") ?? button.textContent)
        """,
        parts);
}
