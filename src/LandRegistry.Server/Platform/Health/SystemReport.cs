using LandRegistry.Server.Platform.Standbys;

namespace LandRegistry.Server.Platform.Health;

/// <summary>How the server that answers is, for whoever runs it.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Runtime">What it runs on.</param>
/// <param name="IsOffice">Whether it is the server of an office.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Status">As /api/health/ready has it: <c>ok</c>, <c>unavailable</c>, or <c>stopping</c>.</param>
/// <param name="MemoryBytes">Memory that the program holds.</param>
/// <param name="Database">Its database.</param>
/// <param name="Hosts">The database servers that the connection string names; empty where it names one.</param>
/// <param name="Disks">Free space where the server writes.</param>
public sealed record SystemReport(
    string Version, string Runtime, bool IsOffice, DateTimeOffset StartedAt, string Status, long MemoryBytes,
    DatabaseReport Database, IReadOnlyList<DatabaseHost> Hosts, IReadOnlyList<DiskReport> Disks);

/// <summary>The database that the register is in.</summary>
/// <param name="Status"><c>ok</c>, <c>unreachable</c>, or <c>other-schema</c>.</param>
/// <param name="Schema">The last migration that this program knows.</param>
/// <param name="Postgres">Version of PostgreSQL; null when it cannot be reached.</param>
/// <param name="Postgis">Version of PostGIS.</param>
/// <param name="Bytes">Size of the register's database.</param>
/// <param name="Connections">Connections to it, all programs together.</param>
/// <param name="ConnectionsAllowed">Connections that the database server takes.</param>
public sealed record DatabaseReport(
    string Status, string Schema, string? Postgres = null, string? Postgis = null, long? Bytes = null, int? Connections = null, int? ConnectionsAllowed = null);

/// <summary>Free space of a disk.</summary>
/// <param name="Holds">What lies on it: <c>data</c> (the data folder, where uploads and the private database go) or <c>backups</c>.</param>
/// <param name="Folder">The folder.</param>
/// <param name="FreeBytes">Bytes that may still be written.</param>
/// <param name="TotalBytes">Size of the disk.</param>
/// <param name="IsLow">Whether somebody should make room.</param>
public sealed record DiskReport(string Holds, string Folder, long FreeBytes, long TotalBytes, bool IsLow)
{
    private const long Little = 5L << 30;

    /// <summary>Looks at the disk of a folder that need not be there yet.</summary>
    internal static DiskReport Of(string holds, string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var disk = new DriveInfo(existing);
        return new(holds, folder, disk.AvailableFreeSpace, disk.TotalSize, disk.AvailableFreeSpace < Little);
    }
}
