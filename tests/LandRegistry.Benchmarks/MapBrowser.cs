using Microsoft.Playwright;

namespace LandRegistry.Benchmarks;

/// <summary>A Chromium without a graphics card, as on office PCs, signed in to the server under test.</summary>
internal sealed class MapBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ServerUnderTest _server;

    private MapBrowser(IPlaywright playwright, IBrowser browser, ServerUnderTest server) => (_playwright, _browser, _server) = (playwright, browser, server);

    public static async Task<MapBrowser> StartAsync(ServerUnderTest server)
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments }), server);
    }

    /// <summary>A page of its own, its cache empty. Blank: the same page, but no zone and no parcel reaches its map.</summary>
    public async Task<MapPage> OpenAsync(string view, bool isBlank)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        var cookie = _server.Cookie.Split('=', 2);
        await context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = _server.Address.AbsoluteUri }]);
        await context.AddInitScriptAsync("if (location.protocol.startsWith('http')) localStorage.setItem('landregistry.tour', 'seen')");
        if (isBlank)
        {
            await context.RouteAsync("**/tiles/**", route => route.FulfillAsync(new() { Status = 204 }));
            await context.RouteAsync("**/api/zones/outlines", route => route.FulfillAsync(new() { ContentType = "application/geo+json", Body = """{"type":"FeatureCollection","features":[]}""" }));
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_server.Address, view).AbsoluteUri);
        return new(context, page);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>The workbench on a page; the map tells when it has drawn by the mark <c>landregistry:drawn</c> (User Timing).</summary>
internal sealed class MapPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const float LongEnough = 120_000;

    /// <summary>Milliseconds from the start of the navigation to the first complete picture.</summary>
    public async Task<double> FirstPictureAsync()
    {
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('landregistry:drawn').length > 0", null, new() { Timeout = LongEnough });
        return await page.EvaluateAsync<double>("() => performance.getEntriesByName('landregistry:drawn')[0].startTime");
    }

    /// <summary>Frames a second while the map is dragged to and fro for three seconds.</summary>
    public async Task<double> FramesWhilePanningAsync()
    {
        var box = await page.Locator(".map-host").BoundingBoxAsync() ?? throw new InvalidOperationException("There is no map.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("() => { const count = () => { if (window.isCounting) { window.frames_ += 1; requestAnimationFrame(count); } }; window.frames_ = 0; window.isCounting = true; window.began = performance.now(); requestAnimationFrame(count); }");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var step = 0; System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds < 3; step++)
        {
            await page.Mouse.MoveAsync(x + (float)(120 * Math.Sin(step / 6.0)), y + (float)(60 * Math.Sin(step / 9.0)));
        }

        var frames = await page.EvaluateAsync<double>("() => { window.isCounting = false; return window.frames_ / (performance.now() - window.began) * 1000; }");
        await page.Mouse.UpAsync();
        return frames;
    }

    /// <summary>Milliseconds from a click until the map tells of a moment.</summary>
    private Task<double> FromClickAsync(string selector, int place, string moment) => page.EvaluateAsync<double>(
        $$"""async ([selector, place, moment]) => { {{Until}} const target = document.querySelectorAll(selector)[place]; const began = performance.now(); target.click(); return await until(moment, began) - began; }""",
        new object[] { selector, place, moment });

    /// <summary>Milliseconds from an act elsewhere until the map shows what it left of the parcels, its answer included.</summary>
    public async Task<double> FromElsewhereAsync(Func<Task> act)
    {
        var began = await page.EvaluateAsync<double>("() => performance.now()");
        await act();
        return await page.EvaluateAsync<double>($$"""async (began) => { {{Until}} return await until('parcels-drawn', began) - began; }""", began);
    }

    private const string Until =
        """
        const until = async (moment, began) => {
            for (const end = began + 60000; performance.now() < end;) {
                const [told] = performance.getEntriesByName(`landregistry:${moment}`);
                if (told !== undefined && told.startTime > began) return told.startTime;
                await new Promise((resolve) => setTimeout(resolve, 5));
            }
            throw new Error(`The map has not told of ${moment}.`);
        };
        """;

    /// <summary>An officer looks at what came before the next step.</summary>
    public static Task LookAsync() => Task.Delay(1500);

    public Task<double> ToggleIdleFilterAsync() => FromClickAsync(".filter-panel [role=checkbox], .filter-panel input[type=checkbox]", 1, "parcels-drawn");

    /// <summary>Opens the dialog that puts the parcel of the card on hold, or releases it, and fills it in.</summary>
    public async Task PrepareHoldAsync()
    {
        await page.Locator(".parcel-card__actions button").Nth(1).ClickAsync();
        await page.Locator("[role=dialog] textarea").FillAsync("benchmark");
    }

    /// <summary>Sends it. <paramref name="moment"/>: what is waited for, the sign of the mark or its tile.</summary>
    public Task<double> SendAsync(string moment) => FromClickAsync("[role=dialog] button[type=submit]", 0, moment);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
