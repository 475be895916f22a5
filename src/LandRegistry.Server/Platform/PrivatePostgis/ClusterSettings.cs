using System.Globalization;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>
/// The settings of the private cluster, worked out anew at each start for the machine it runs on. Sized for a register
/// of a million parcels (about half a gigabyte of rows and as much again of indexes) on an office PC.
/// </summary>
internal static class ClusterSettings
{
    private const long Megabyte = 1024 * 1024;
    private const long Gigabyte = 1024 * Megabyte;

    /// <summary>From this major version on pages in the write-ahead log can be compressed by LZ4, several times faster than before.</summary>
    private const int WithLz4 = 15;

    /// <summary>Below this, parallel queries run out of /dev/shm (containers commonly have 64 MB).</summary>
    private const long EnoughSharedMemory = 512 * Megabyte;

    /// <summary>Local sockets with a password only: no line for TCP, none for replication.</summary>
    public const string HostBasedAuthentication = """
        # TYPE  DATABASE  USER  METHOD
        local   all       all   scram-sha-256

        """;

    public static string For(MachineSize machine, int major, string socketFolder, bool durable)
    {
        var settings = new List<(string Name, string Value)>
        {
            ("listen_addresses", "''"),
            ("port", Number(ClusterFolder.Port)),
            ("unix_socket_directories", Quoted(socketFolder)),
            ("unix_socket_permissions", "0700"),
            ("password_encryption", "scram-sha-256"),
            ("max_connections", "100"),
            ("shared_buffers", Megabytes(machine.MemoryBytes / 8, 128 * Megabyte, 2 * Gigabyte)),
            ("effective_cache_size", Megabytes(machine.MemoryBytes / 2, 256 * Megabyte, 64 * Gigabyte)),
            ("maintenance_work_mem", Megabytes(machine.MemoryBytes / 32, 64 * Megabyte, Gigabyte)),
            ("work_mem", Megabytes(machine.MemoryBytes / 512, 8 * Megabyte, 64 * Megabyte)),
            ("max_wal_size", Megabytes(machine.FreeDiskBytes / 8, 256 * Megabyte, 4 * Gigabyte)),
            ("wal_compression", major >= WithLz4 ? "lz4" : "on"),
            ("checkpoint_timeout", "15min"),
            ("max_worker_processes", Number(machine.Cores + 8)),
            ("max_parallel_workers", Number(machine.Cores)),
            ("max_parallel_workers_per_gather", Number(Math.Clamp(machine.Cores / 2, 0, 4))),
            ("max_parallel_maintenance_workers", Number(Math.Clamp(machine.Cores / 2, 0, 4))),
            ("random_page_cost", "1.1"),
            ("effective_io_concurrency", "200"),
            ("jit", "off"),
            ("timezone", "'UTC'"),
            ("log_timezone", "'UTC'"),
            ("lc_messages", "'C'"),
            ("log_line_prefix", "'%m [%p] %q%u@%d '"),
            ("log_checkpoints", "off"),
            ("cluster_name", "'landregistry'"),
        };
        if (machine.SharedMemoryBytes < EnoughSharedMemory)
        {
            settings.Add(("dynamic_shared_memory_type", "sysv"));
        }

        if (!durable)
        {
            settings.AddRange([("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off"), ("autovacuum", "off")]);
        }

        return "# Written by LandRegistry at every start; put your own settings into postgresql.auto.conf (ALTER SYSTEM).\n"
            + string.Concat(settings.Select(setting => $"{setting.Name} = {setting.Value}\n"));
    }

    private static string Megabytes(long bytes, long least, long most) =>
        Number(Math.Clamp(bytes, least, most) / Megabyte) + "MB";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
