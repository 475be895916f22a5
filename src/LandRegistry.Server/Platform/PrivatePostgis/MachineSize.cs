namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>What the machine offers a database that shares it with a server, a browser and its user.</summary>
internal sealed record MachineSize(long MemoryBytes, int Cores, long FreeDiskBytes, long SharedMemoryBytes)
{
    public static MachineSize Measure(string folder) => new(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Environment.ProcessorCount,
        new DriveInfo(folder).AvailableFreeSpace,
        Directory.Exists("/dev/shm") ? new DriveInfo("/dev/shm").TotalSize : 0);
}
