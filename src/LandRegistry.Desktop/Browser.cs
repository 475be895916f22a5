namespace LandRegistry.Desktop;

/// <summary>How a browser of the Chromium family is told to show one page as a program's window.</summary>
internal static class Browser
{
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

    public static IEnumerable<string> Arguments(string address, string profile)
    {
        yield return $"--app={address}";
        yield return $"--user-data-dir={profile}";
        yield return "--class=LandRegistry";

        // Without a graphics card the map is drawn by the processor; the page is the program's own.
        yield return "--enable-unsafe-swiftshader";

        // Otherwise a bar across the window warns of some of these options.
        yield return "--test-type";
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
