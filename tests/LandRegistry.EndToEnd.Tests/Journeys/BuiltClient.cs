using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>The client as it was built: what a person's browser is given.</summary>
internal static class BuiltClient
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = Repository.PathOf("src", "LandRegistry.Web", "dist");
        return File.Exists(Path.Combine(folder, "index.html"))
            ? folder
            : throw new DirectoryNotFoundException("The client is not built: run npm run build in src/LandRegistry.Web, or tests/run.sh.");
    }
}
