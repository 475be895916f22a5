namespace LandRegistry.Server.Launch;

/// <summary>Programs of this machine that the registry uses, found on the search path.</summary>
public static class InstalledPrograms
{
    private static readonly string[] Browsers =
    [
        "microsoft-edge-stable", "microsoft-edge", "google-chrome-stable", "google-chrome", "chromium", "chromium-browser",
    ];

    /// <summary>Paths of the browsers that can show a page as a program's window: Edge, Chrome, Chromium.</summary>
    public static IEnumerable<string> FindBrowsers() => Browsers.Select(Find).OfType<string>();

    /// <summary>The path of a program, or null.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
