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

    /// <summary>
    /// Milliseconds from an act until the map has drawn the tiles that it fetched because of it. The tiles are fetched by the map's worker,
    /// whose timings the page does not see; the browser tells of them.
    /// </summary>
    public async Task<double> UntilDrawnAsync(Func<Task> act)
    {
        var (asked, answered, lastEnd) = (0, 0, 0d);
        page.Request += OnAsked;
        page.RequestFinished += OnAnswered;
        page.RequestFailed += OnAnswered;
        try
        {
            var began = lastEnd = await EpochAsync("performance.now()");
            await act();
            using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(LongEnough));
            while (true)
            {
                await Task.Delay(50, enough.Token);
                var drawn = await EpochAsync("(performance.getEntriesByName('landregistry:drawn').at(-1)?.startTime ?? 0)");
                var now = await EpochAsync("performance.now()");
                if (asked > 0 && answered >= asked && drawn > lastEnd && now - Math.Max(drawn, lastEnd) > 300)
                {
                    return drawn - began;
                }
            }
        }
        finally
        {
            page.Request -= OnAsked;
            page.RequestFinished -= OnAnswered;
            page.RequestFailed -= OnAnswered;
        }

        void OnAsked(object? sender, IRequest request) => asked += IsTile(request) ? 1 : 0;

        void OnAnswered(object? sender, IRequest request)
        {
            if (IsTile(request))
            {
                answered++;
                // Of an answer from its cache the browser tells no time; then it counts as ended when it is told.
                var end = request.Timing.StartTime > 0 && request.Timing.ResponseEnd > 0
                    ? request.Timing.StartTime + request.Timing.ResponseEnd : TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
                lastEnd = Math.Max(lastEnd, end);
            }
        }
    }

    private Task<double> EpochAsync(string moment) => page.EvaluateAsync<double>($"() => performance.timeOrigin + {moment}");

    private static bool IsTile(IRequest request) => request.Url.Contains("/tiles/parcels/", StringComparison.Ordinal);

    public Task ToggleIdleFilterAsync() => page.Locator(".filter-panel [role=checkbox], .filter-panel input[type=checkbox]").Nth(1).ClickAsync();

    /// <summary>Opens the dialog that puts the parcel of the card on hold, or releases it, and fills it in.</summary>
    public async Task PrepareHoldAsync()
    {
        await page.Locator(".parcel-card__actions button").Nth(1).ClickAsync();
        await page.Locator("[role=dialog] textarea").FillAsync("benchmark");
    }

    public Task SendAsync() => page.Locator("[role=dialog] button[type=submit]").ClickAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
