namespace LandRegistry.Desktop;

/// <summary>An installed browser of the Chromium family, which can show one page as a program's window.</summary>
internal static class Browser
{
    private static readonly string[] Names =
    [
        "microsoft-edge-stable", "microsoft-edge", "google-chrome-stable", "google-chrome", "chromium", "chromium-browser",
    ];

    /// <summary>
    /// Hosts that these browsers call by themselves (accounts, updates, safe browsing, suggestions). They resolve to
    /// nothing, because a register on a government network may call nobody it was not told to.
    /// </summary>
    private static readonly string[] VendorHosts =
    [
        "google.com", "googleapis.com", "gstatic.com", "gvt1.com", "gvt2.com", "google-analytics.com", "googleusercontent.com",
        "chromium.org", "chrome.com", "microsoft.com", "msn.com", "msn.cn", "bing.com", "bing.net",
        "msftconnecttest.com", "azureedge.net", "skype.com", "debian.org",
    ];

    /// <summary>Paths of the installed ones: Edge, Chrome, Chromium.</summary>
    public static IEnumerable<string> FindAll()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.Select(name => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)).OfType<string>();
    }

    public static IEnumerable<string> Arguments(string address, string profile)
    {
        yield return $"--app={address}";
        yield return $"--user-data-dir={profile}";
        yield return "--class=LandRegistry";
        yield return "--window-size=1440,900";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        yield return "--hide-crash-restore-bubble";
        yield return "--password-store=basic";
        yield return "--disable-background-mode";
        yield return "--disable-background-networking";
        yield return "--disable-breakpad";
        yield return "--disable-client-side-phishing-detection";
        yield return "--disable-component-update";
        yield return "--disable-default-apps";
        yield return "--disable-domain-reliability";
        yield return "--disable-extensions";
        yield return "--disable-quic";
        yield return "--disable-sync";
        yield return "--no-pings";
        yield return "--disable-features=AutofillServerCommunication,DialMediaRouteProvider,GlobalMediaControls,"
            + "InterestFeedContentSuggestions,MediaRouter,OptimizationHints,Translate";
        yield return "--host-resolver-rules=" + string.Join(", ", VendorHosts.SelectMany(host => (string[])[$"MAP {host} ~NOTFOUND", $"MAP *.{host} ~NOTFOUND"]));
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // Chromium refuses to run as root with its sandbox.
            yield return "--no-sandbox";
        }
    }
}
