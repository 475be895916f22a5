using LandRegistry.Testing;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>The program as a person starts it: its own process, its own cluster, the demo zone of a first start.</summary>
[Collection(OneBrowser.Name)]
public sealed class DesktopJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_fresh_start_shows_the_demo_zone_and_a_mark_is_there_after_the_next_start()
    {
        await using var folder = await DataFolder.WithClusterAsync();
        await using (var program = BuiltProgram.Desktop("--headless", "--data-dir", folder.Path))
        {
            var page = await chromium.Browser.NewPageAsync(new() { Locale = "en-US" });
            page.SetDefaultTimeout(20_000);
            await page.GotoAsync((await program.SignInLinkAsync()).AbsoluteUri);
            await Expect(page.Locator(".filter-head__count")).ToContainTextAsync("600 of 600 shown", new() { Timeout = 20_000 });
            await page.Locator(".filter-panel [role=checkbox]", new() { HasText = Words.LowEfficiency }).ClickAsync();
            await page.Locator(".parcel-table__row", new() { HasText = Words.LowEfficiency }).First.ClickAsync();
            await page.Locator(".parcel-card__actions button").First.ClickAsync();
            await page.Locator(".move-choice__item", new() { HasText = Words.InUse }).ClickAsync();
            await page.Locator("textarea").FillAsync("Left the list on evaluation");
            await page.Locator("[role=dialog] button[type=submit]").ClickAsync();
            await Expect(page.Locator(".parcel-card .status-tag").First).ToContainTextAsync(Words.InUse);
            await page.Context.CloseAsync();
            Assert.Equal(0, await program.StopAsync());
        }

        await using var next = BuiltProgram.Desktop("--headless", "--data-dir", folder.Path);
        var again = await chromium.Browser.NewPageAsync(new() { Locale = "en-US" });
        var link = await next.SignInLinkAsync();
        await again.GotoAsync(link.AbsoluteUri);
        await again.GotoAsync(new Uri(link, "/?sort=-updated").AbsoluteUri);
        await again.Locator(".parcel-table__row", new() { HasText = Words.InUse }).First.ClickAsync();
        await again.GetByText("History", new() { Exact = true }).ClickAsync();

        await Expect(again.Locator(".timeline")).ToContainTextAsync("Left the list on evaluation");
        await again.Context.CloseAsync();
        Assert.Equal(0, await next.StopAsync());
    }
}
