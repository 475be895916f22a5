using System.Globalization;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>One installed PostgreSQL major version that has PostGIS.</summary>
public sealed record PostgresInstallation(int Major, string BinFolder)
{
    internal string Postgres => Path.Combine(BinFolder, "postgres");

    internal string PgCtl => Path.Combine(BinFolder, "pg_ctl");

    internal string InitDb => Path.Combine(BinFolder, "initdb");

    /// <summary>All usable versions under Debian's layout, newest first.</summary>
    public static IReadOnlyList<PostgresInstallation> FindAll(string root)
    {
        var versions = Path.Combine(root, "lib", "postgresql");
        if (!Directory.Exists(versions))
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories(versions)
            .Select(folder => (Folder: folder, Known: int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var major), Major: major))
            .Where(version => version.Known)
            .Select(version => new PostgresInstallation(version.Major, Path.Combine(version.Folder, "bin")))
            .Where(found => File.Exists(found.InitDb) && File.Exists(found.Postgres) && HasPostgis(root, found.Major))
            .OrderByDescending(found => found.Major)];
    }

    /// <summary>The version that made the data folder, or the newest one where there is no cluster yet.</summary>
    internal static PostgresInstallation Choose(string root, ClusterFolder folder)
    {
        var installed = FindAll(root);
        if (installed.Count == 0)
        {
            throw ClusterFaults.NotInstalled(root);
        }

        if (!File.Exists(folder.VersionFile))
        {
            return Directory.Exists(folder.Data) && Directory.EnumerateFileSystemEntries(folder.Data).Any()
                ? throw ClusterFaults.NotACluster(folder.Data)
                : installed[0];
        }

        var text = File.ReadAllText(folder.VersionFile).Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var made))
        {
            throw ClusterFaults.NotACluster(folder.Data);
        }

        return installed.FirstOrDefault(version => version.Major == made)
            ?? throw ClusterFaults.OtherMajorVersion(folder.Data, made, installed.Select(version => version.Major));
    }

    private static bool HasPostgis(string root, int major) => File.Exists(Path.Combine(
        root, "share", "postgresql", major.ToString(CultureInfo.InvariantCulture), "extension", "postgis.control"));
}
