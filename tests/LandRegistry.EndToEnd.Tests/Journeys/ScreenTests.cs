using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Pictures of the screen for a person to look at, in tests/.results/screens; only what a machine can see is asserted.</summary>
public sealed class ScreenTests(Chromium chromium, DemoRegister demo) : JourneyTest(chromium)
{
    protected override TestRegister Register => demo.Register;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task Nothing_of_the_workbench_is_cut_off(string language)
    {
        var parcel = await Register.AskAsync<long>(
            """
            select p.id from registry.parcel p
            where p.status = 'idle' and p.boundary is not null and p.hold_reason is null
              and exists (select from registry.contract c where c.parcel_id = p.id)
            order by p.code limit 1
            """);
        var person = await OpenAsync("", new Desk(language, 1920, 1080));
        await Expect(person.Rows().First).ToBeVisibleAsync();
        await ShootAsync(person, "1-workbench");
        await person.Page.SetViewportSizeAsync(1440, 900);
        await person.OpenAsync();
        await ShootAsync(person, "1-workbench");

        await person.Filters.GetByRole(AriaRole.Checkbox).Nth(3).ClickAsync();
        await Expect(person.Filters.Locator(".filter-mark")).ToBeVisibleAsync();
        await ShootAsync(person, "2-filtered");

        await person.OpenAsync($"?parcel={parcel}");
        await person.Card.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(person.Card.Locator("h2")).ToBeVisibleAsync();
        await ShootAsync(person, "3-card");
        await person.Card.Locator(".parcel-card__actions button").First.ClickAsync();
        await person.Dialog.Locator("[aria-expanded]").First.ClickAsync();
        await ShootAsync(person, "4-mark");
        await person.Dialog.Locator(".dialog-actions button").First.ClickAsync();
        await person.Card.GetByRole(AriaRole.Tab).Last.ClickAsync();
        await Expect(person.Card.Locator(".timeline li").First).ToBeVisibleAsync();
        await ShootAsync(person, "5-history");
        await person.Card.GetByRole(AriaRole.Tab).Nth(1).ClickAsync();
        await ShootAsync(person, "6-contract");
        await person.Page.SetViewportSizeAsync(1920, 1080);
        await ShootAsync(person, "6-contract");
    }

    /// <summary>Waits until the picture stands still, keeps it, and asserts that the page needs no scrolling sideways.</summary>
    private static async Task ShootAsync(Workbench person, string name)
    {
        // The pointer would leave its mark on whatever it lies upon.
        await person.Page.Mouse.MoveAsync(0, 0);
        await person.Map.WaitUntilDrawnAsync();
        var size = person.Page.ViewportSize!;
        var language = await person.Page.EvaluateAsync<string>("document.documentElement.lang");
        await Screens.KeepAsync($"{size.Width}-{language}-{name}", await StandingAsync(person.Page));
        Assert.Empty(await person.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("body, .app-header, .app-header *, .filter-panel, .parcel-card, .table-pane, [role=dialog]")]
              .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().bottom > innerHeight + 1)
              .map((node) => node.className || node.tagName)
            """));
    }

    private static async Task<byte[]> StandingAsync(IPage page)
    {
        var before = await page.ScreenshotAsync();
        for (var attempts = 0; attempts < 20; attempts++)
        {
            var now = await page.ScreenshotAsync();
            if (now.AsSpan().SequenceEqual(before))
            {
                break;
            }

            before = now;
        }

        return before;
    }
}
