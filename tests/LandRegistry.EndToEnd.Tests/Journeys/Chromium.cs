using Microsoft.Playwright;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>One real Chromium for all journeys; each person in them has a browser context, hence cookies and storage, of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // No graphics card where tests run, and nothing of the browser's own may go out to the network.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Drawing in software on a busy machine takes its time; what is expected is still awaited, never slept for.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>The journeys follow one another in one browser: two at a time would only slow each other's drawing down.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>, ICollectionFixture<DemoRegister>
{
    public const string Name = "journeys";
}
