using System.Diagnostics;
using LandRegistry.Server.Launch;

namespace LandRegistry.Desktop;

/// <summary>The program's window: a browser of its own profile showing one page, or else the user's default browser.</summary>
internal sealed class AppWindow(string dataFolder, IProgress<string> progress)
{
    private static readonly TimeSpan SurelyUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(50);

    private readonly BrowserProfile _profile = new(Path.Combine(Path.GetFullPath(dataFolder), "browser"));

    private string BrowserLog => Path.Combine(_profile.Folder, "browser.log");

    /// <summary>Opens a page.</summary>
    /// <param name="address">The page.</param>
    /// <param name="alone">True when no window of this data folder can be open for good reason: one that a killed program left is closed first.</param>
    /// <param name="cancellation">Stops waiting for the window.</param>
    /// <returns>The window whose closing can be waited for; null where the page went to the default browser or nowhere.</returns>
    public async Task<OpenWindow?> OpenAsync(string address, bool alone, CancellationToken cancellation)
    {
        if (!HasScreen)
        {
            progress.Report("本会话没有图形界面，请用浏览器打开下面的链接。This session has no screen; open the link below in a browser.");
            return null;
        }

        _profile.Make();
        File.Delete(BrowserLog);
        if (alone)
        {
            await _profile.CloseOwnerAsync(cancellation);
        }

        foreach (var browser in InstalledPrograms.FindBrowsers())
        {
            if (await TryOpenAsync(browser, address, cancellation) is { } open)
            {
                return open;
            }

            progress.Report($"{browser} 没有打开窗口，改用下一个浏览器。{browser} opened no window; trying the next browser.");
        }

        progress.Report(await TryDefaultBrowserAsync(address, cancellation)
            ? "已在默认浏览器中打开；按 Ctrl-C 结束程序。Opened in the default browser; press Ctrl-C to end the program."
            : "没有可用的浏览器；请用浏览器打开下面的链接。No browser could be opened; open the link below in one.");
        return null;
    }

    private static bool HasScreen => !OperatingSystem.IsLinux()
        || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };

    /// <summary>Starts a browser and waits until it owns the profile, has handed the page to the owner, or has failed.</summary>
    private async Task<OpenWindow?> TryOpenAsync(string browser, string address, CancellationToken cancellation)
    {
        using var process = Start(browser, Browser.Arguments(address, _profile.Folder));
        var started = Stopwatch.StartNew();
        while (!process.HasExited && _profile.Owner != process.Id && started.Elapsed < SurelyUp)
        {
            await Task.Delay(LookAgainAfter, cancellation);
        }

        return process.HasExited && process.ExitCode != 0 ? null : new OpenWindow(_profile);
    }

    private async Task<bool> TryDefaultBrowserAsync(string address, CancellationToken cancellation)
    {
        try
        {
            using var process = Start("xdg-open", [address]);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Through a shell, because what browsers print must reach neither stdout nor a pipe that ends with this program.</summary>
    private Process Start(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", """exec "$@" >>"$0" 2>&1 </dev/null""", BrowserLog, file, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _profile.Folder,
        };
        return Process.Start(start)!;
    }
}

/// <summary>A window of the program's own profile.</summary>
internal sealed class OpenWindow(BrowserProfile profile)
{
    public Task WaitForCloseAsync(CancellationToken cancellation) => profile.WaitForOwnerToEndAsync(cancellation);

    public async Task CloseAsync()
    {
        using var longEnough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await profile.CloseOwnerAsync(longEnough.Token);
        }
        catch (OperationCanceledException)
        {
            // A browser that does not listen is left to its user.
        }
    }
}
