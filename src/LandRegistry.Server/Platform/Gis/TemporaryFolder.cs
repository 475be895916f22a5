namespace LandRegistry.Server.Platform.Gis;

/// <summary>A folder for files that must be whole before they are sent; gone with all in it when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("landregistry-export-").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
