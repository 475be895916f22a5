using System.Collections.Concurrent;
using System.Reflection;

namespace LandRegistry.Server.Store;

/// <summary>Reads the <c>.sql</c> files that travel inside the assembly, named by their path below the project.</summary>
public static class EmbeddedSql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file such as <c>Tiles/parcel_tile.sql</c>.</summary>
    /// <exception cref="FileNotFoundException">No such file was built in.</exception>
    public static string Read(string path) => Texts.GetOrAdd(path, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("No SQL file of this name is built in.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
