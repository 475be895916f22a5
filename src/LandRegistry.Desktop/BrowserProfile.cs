using System.Diagnostics;
using System.Globalization;

namespace LandRegistry.Desktop;

/// <summary>
/// The browser profile of a data folder. One browser process owns it at a time and writes its id into a link in the
/// profile; a browser started meanwhile hands its page over to that one and ends.
/// </summary>
internal sealed class BrowserProfile(string folder)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

    public string Folder => folder;

    /// <summary>Makes the folder, for nobody else to read: it holds the sign-in cookie.</summary>
    public void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The living browser that owns the profile, or null.</summary>
    public int? Owner
    {
        get
        {
            // A link "HOST-PROCESS" that leads nowhere.
            var written = new FileInfo(Path.Combine(folder, "SingletonLock")).LinkTarget?.Split('-')[^1];
            return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && IsBrowserOfThisProfile(id) ? id : null;
        }
    }

    /// <summary>Asks the owner to close and waits until it has, so that its windows are written away properly.</summary>
    public async Task CloseOwnerAsync(CancellationToken cancellation)
    {
        if (Owner is not { } id)
        {
            return;
        }

        using (var terminate = Process.Start("kill", ["-TERM", id.ToString(CultureInfo.InvariantCulture)]))
        {
            await terminate.WaitForExitAsync(cancellation);
        }

        await WaitForOwnerToEndAsync(cancellation);
    }

    public async Task WaitForOwnerToEndAsync(CancellationToken cancellation)
    {
        while (Owner is not null)
        {
            await Task.Delay(LookAgainAfter, cancellation);
        }
    }

    /// <summary>A process id may have gone to another program since; the browser's command line names the profile.</summary>
    private bool IsBrowserOfThisProfile(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
