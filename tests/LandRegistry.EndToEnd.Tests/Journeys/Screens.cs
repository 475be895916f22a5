using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Pictures for a person to look at, outside version control.</summary>
internal static class Screens
{
    /// <summary>Keeps a picture under a name, over that of an earlier run; returns the file.</summary>
    public static async Task<string> KeepAsync(string name, byte[] png)
    {
        var file = Path.Combine(Directory.CreateDirectory(Repository.PathOf("tests", ".results", "screens")).FullName, name + ".png");
        await File.WriteAllBytesAsync(file, png);
        return file;
    }
}
