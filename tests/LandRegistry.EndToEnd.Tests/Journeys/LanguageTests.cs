using System.Text.RegularExpressions;
using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Both languages are complete: with data in one script, no word of the other stands on the screen.</summary>
public sealed partial class LanguageTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    // The switch names each language in itself; the product, the user and citations of standards keep their letters.
    private static readonly string[] AllowedInEnglish = ["中文"];
    // Arrange is the command under which the test itself has written.
    private static readonly string[] AllowedInChinese = ["LandRegistry", "tester", "WebGL", "GB/T", "Arrange"];

    [Fact]
    public async Task The_English_screen_has_no_Chinese_but_the_name_of_the_language()
    {
        var parcel = await FillAsync("North field", "Example Works Ltd", "Rezoning");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&lang=en");

        var seen = await WalkAsync(person);

        var foreign = seen.Where(text => Chinese().IsMatch(Without(text, AllowedInEnglish))).ToList();
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task The_Chinese_screen_has_no_English_but_names()
    {
        var parcel = await FillAsync("北地块", "示例制造有限公司", "规划调整");
        var person = await OpenAsync($"{NearView}&parcel={parcel}&lang=zh");

        var seen = await WalkAsync(person);

        var foreign = seen.Where(text => EnglishWord().IsMatch(Without(text, AllowedInChinese))).ToList();
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task The_language_is_the_browsers_until_it_is_switched_and_then_stays()
    {
        await FillAsync("北地块", "示例制造有限公司", "规划调整");
        var person = await OpenAsync("", new Desk("zh-CN"));
        await Expect(person.Filters).ToContainTextAsync("正常利用");

        await person.Header.GetByText("EN", new() { Exact = true }).ClickAsync();
        await Expect(person.Filters).ToContainTextAsync("In use");
        await person.Page.ReloadAsync();

        await Expect(person.Filters).ToContainTextAsync("In use");
        Assert.Equal("en", await person.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    /// <summary>Two parcels with a holder, one of them on hold and marked, in words of one script.</summary>
    private async Task<long> FillAsync(string name, string holder, string reason)
    {
        var parcel = await Register.AddParcelAsync(Zone, 0, "idle", name: name, stated: 9000);
        await Register.AddHolderAsync(parcel, holder);
        await Register.AddParcelAsync(Zone, 1, "reserved", surveyed: false, name: name + " 2", use: null);
        using var client = await Register.SignInAsync();
        client.DefaultRequestHeaders.Add("If-Match", $"\"p{parcel}-v{await Register.AskAsync<int>("select version from registry.parcel where id = $1", parcel)}\"");
        using var held = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            client, new Uri($"/api/parcels/{parcel}/hold", UriKind.Relative), new { reason });
        held.EnsureSuccessStatusCode();
        return parcel;
    }

    /// <summary>Goes through everything that can be opened and gathers what can be read.</summary>
    private static async Task<HashSet<string>> WalkAsync(Workbench person)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Expect(person.Card.Locator(".hold-note")).ToBeVisibleAsync();
        foreach (var tab in await person.Card.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            await Expect(person.Card.Locator(".ant-skeleton")).ToHaveCountAsync(0);
            seen.UnionWith(await person.TextsAsync());
        }

        await person.Card.Locator(".parcel-card__actions button").First.ClickAsync();
        await person.Dialog.Locator("[aria-expanded]").First.ClickAsync();
        await Expect(person.Dialog.Locator(".move-choice__refused li").First).ToBeVisibleAsync();
        await person.Dialog.Locator("button[type=submit]").ClickAsync();
        await Expect(person.Dialog.Locator(".ant-form-item-explain-error").First).ToBeVisibleAsync();
        await person.Dialog.Locator(".ant-picker input").ClickAsync();
        await Expect(person.Page.Locator(".ant-picker-dropdown")).ToBeVisibleAsync();
        seen.UnionWith(await person.TextsAsync());
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Dialog.Locator(".dialog-actions button").First.ClickAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);

        await person.Card.Locator(".parcel-card__actions button").Nth(1).ClickAsync();
        await Expect(person.Dialog.Locator("textarea")).ToBeVisibleAsync();
        seen.UnionWith(await person.TextsAsync());
        await person.Dialog.Locator(".dialog-actions button").First.ClickAsync();
        await Expect(person.Dialog).ToHaveCountAsync(0);

        await person.Map.ClickAsync(GroundOf(0).Middle, MouseButton.Right);
        await person.Menu.Locator("[aria-expanded]").ClickAsync();
        await Expect(person.Menu.Locator("[aria-disabled]").First).ToBeVisibleAsync();
        seen.UnionWith(await person.TextsAsync());
        await person.Page.Keyboard.PressAsync("Escape");

        await person.Page.Keyboard.PressAsync("/");
        await person.Page.Keyboard.TypeAsync("-7-");
        await person.Page.Locator(".found--filter").ClickAsync();
        await Expect(person.Page.Locator(".map-notice")).ToBeVisibleAsync();
        seen.UnionWith(await person.TextsAsync());

        foreach (var page in new[] { "today", "cases", "enterprises", "difference" })
        {
            await person.GoToAsync(page);
            await Expect(person.Page.Locator(".office-head")).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".office-body .ant-skeleton")).ToHaveCountAsync(0);
            seen.UnionWith(await person.TextsAsync());
        }

        return seen;
    }

    private static string Without(string text, string[] allowed) =>
        allowed.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}　-〿！-～]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    /// <summary>Three small letters in a row are a word; codes, units and keys are shorter or in capitals.</summary>
    [GeneratedRegex("[a-z]{3,}", RegexOptions.None, 1000)]
    private static partial Regex EnglishWord();
}
