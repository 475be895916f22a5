using LandRegistry.Testing;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>What a person sees and keeps while the database or the server is away.</summary>
public sealed class ConnectionTests(Chromium chromium) : SampleJourneyTest(chromium)
{
    private static readonly string[] LineIsCut =
        ["ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE"];

    [Fact]
    public async Task With_the_database_gone_the_banner_says_so_and_a_mark_waits_over_a_reload_until_it_can_be_sent()
    {
        Provoke("503", "The database cannot be reached", "Live events wait for the database");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await Expect(person.Card).ToContainTextAsync("North field");
        await Register.SetDatabaseReachableAsync(false);

        await Expect(person.Banner).ToContainTextAsync("The server runs, but its database cannot be reached");
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Suspected, "Seen from the road");
        await Expect(person.Unsent).ToHaveTextAsync("1 unsent");
        await person.Page.ReloadAsync();
        await Expect(person.Unsent).ToHaveTextAsync("1 unsent");
        await Expect(person.Banner).ToBeVisibleAsync();
        await Expect(person.Table).ToContainTextAsync("The list is not available");

        await Register.SetDatabaseReachableAsync(true);
        await Expect(person.Banner).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(person.Header).ToContainTextAsync("Sample park");
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.InUse));
        await Expect(person.Rows("North field", Words.InUse)).ToBeVisibleAsync();
        await person.Unsent.ClickAsync();
        await Expect(person.Page.Locator(".tray__item")).ToContainTextAsync("Last attempt");
        await Expect(person.Page.Locator(".tray-problem")).ToHaveCountAsync(0);
        await person.Button("Send").ClickAsync();

        await Expect(person.Rows("North field", Words.Suspected)).ToBeVisibleAsync();
        await Expect(person.Unsent).ToHaveTextAsync("0 unsent");
        Assert.Equal("suspected", await Register.AskAsync<string>("select status from registry.parcel where id = $1", parcel));
    }

    [Fact]
    public async Task With_the_server_gone_the_banner_says_so_and_goes_by_itself_when_it_is_back()
    {
        Provoke(LineIsCut);
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync($"{NearView}&parcel={parcel}");
        await Expect(person.Card).ToContainTextAsync("North field");
        await Register.StopServerAsync();

        await Expect(person.Banner).ToBeVisibleAsync();
        await person.StartMarkAsync();
        await person.MarkInDialogAsync(Words.Suspected, "Seen from the road");
        await Expect(person.Unsent).ToHaveTextAsync("1 unsent");

        await Register.StartServerAsync();
        await Expect(person.Banner).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await person.ExpectLiveAsync();
        await person.Page.ReloadAsync();
        await person.Unsent.ClickAsync();
        await person.Button("Send").ClickAsync();

        await Expect(person.Rows("North field", Words.Suspected)).ToBeVisibleAsync();
        await Expect(person.Unsent).ToHaveTextAsync("0 unsent");
    }

    [Fact]
    public async Task What_was_changed_while_the_server_was_away_is_on_the_screen_when_it_is_back()
    {
        Provoke(LineIsCut);
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await OpenAsync(NearView);
        await Expect(person.Rows("North field", Words.InUse)).ToBeVisibleAsync();
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.InUse));
        await Register.StopServerAsync();
        await Expect(person.Banner).ToBeVisibleAsync();

        await Register.WriteAsync("update registry.parcel set status = 'idle', status_since = '2026-01-01' where id = $1", parcel);
        await Register.StartServerAsync();

        await Expect(person.Rows("North field", Words.Idle)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Idle));
    }

    [Fact]
    public async Task Tiles_that_could_not_be_had_come_with_the_next_change()
    {
        Provoke("ERR_FAILED");
        var parcel = await Register.AddParcelAsync(Zone, 0, name: "North field");
        var person = await StrangerAsync();
        await person.SignInAsync();
        await person.Page.RouteAsync("**/tiles/**", route => route.AbortAsync());
        await person.OpenAsync(NearView);
        await Expect(person.Page.Locator(".map-notice")).ToContainTextAsync("Map data is not available");

        await person.Page.UnrouteAllAsync();
        await Register.WriteAsync("update registry.parcel set status = 'idle', status_since = '2026-01-01' where id = $1", parcel);

        await person.Map.WaitForColourAsync(GroundOf(0), await person.ColourOfAsync(Words.Idle));
        await Expect(person.Page.Locator(".map-notice")).ToHaveCountAsync(0);
    }
}
