using System.Diagnostics;
using System.Globalization;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>A screen in memory (Xvfb) and the hands and eyes of a person before it (xdotool).</summary>
public sealed class Screen : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly Process _server;

    private Screen(Process server, string display)
    {
        _server = server;
        Display = display;
    }

    /// <summary>What DISPLAY has to be.</summary>
    public string Display { get; }

    public static async Task<Screen> OpenAsync()
    {
        // Xvfb takes a free number itself and writes it to the descriptor it is given.
        var server = Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        return new Screen(server, ":" + (await server.StandardOutput.ReadLineAsync())!.Trim());
    }

    /// <summary>Waits for the registry's windows and returns them.</summary>
    public async Task<IReadOnlyList<ScreenWindow>> WindowsAsync(int atLeast = 1)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var ids = (await XdotoolAsync("search", "--onlyvisible", "--class", "LandRegistry"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (ids.Length >= atLeast)
            {
                return [.. await Task.WhenAll(ids.Select(async id => new ScreenWindow(
                    id, (await XdotoolAsync("getwindowpid", id)).Trim(), (await XdotoolAsync("getwindowname", id)).Trim())))];
            }

            Assert.True(waited.Elapsed < LongEnough, "No window of the registry came up.");
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until a window of the registry has this title.</summary>
    public async Task TitleAsync(string title)
    {
        var waited = Stopwatch.StartNew();
        var seen = await WindowsAsync();
        while (seen.All(window => window.Title != title))
        {
            Assert.True(waited.Elapsed < LongEnough, $"The titles are {string.Join(", ", seen)}.");
            await Task.Delay(100);
            seen = await WindowsAsync();
        }
    }

    /// <summary>Closes a window from the keyboard; presses again while it stays, as a person would: one just opened may not listen yet.</summary>
    public async Task CloseAsync(ScreenWindow window)
    {
        var waited = Stopwatch.StartNew();
        while (await IsOpenAsync(window))
        {
            Assert.True(waited.Elapsed < LongEnough, $"{window} does not close.");
            await XdotoolAsync("windowfocus", window.Id);
            await XdotoolAsync("key", "ctrl+w");
            await Task.Delay(500);
        }
    }

    /// <summary>Waits until a window is gone.</summary>
    public async Task UntilGoneAsync(ScreenWindow window)
    {
        var waited = Stopwatch.StartNew();
        while (await IsOpenAsync(window))
        {
            Assert.True(waited.Elapsed < LongEnough, $"{window} stays.");
            await Task.Delay(50);
        }
    }

    // The screen gives the id of a window that is gone to the next one; the process behind it tells them apart.
    private async Task<bool> IsOpenAsync(ScreenWindow window) =>
        (await WindowsAsync(atLeast: 0)).Any(open => open.Id == window.Id && open.ProcessId == window.ProcessId);

    public async ValueTask DisposeAsync()
    {
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private async Task<string> XdotoolAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("xdotool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DISPLAY"] = Display;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await said;
        await process.WaitForExitAsync();
        return answer;
    }
}

/// <summary>A window of the registry on the screen, with the process that it belongs to.</summary>
public sealed record ScreenWindow(string Id, string ProcessId, string Title);
