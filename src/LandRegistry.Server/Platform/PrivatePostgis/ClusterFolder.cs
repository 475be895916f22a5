namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>The files of one private cluster inside the program's data folder.</summary>
/// <param name="Root">The data folder, free of symbolic links, so that all programs mean the same path.</param>
internal sealed record ClusterFolder(string Root)
{
    /// <summary>A socket address holds 107 bytes and a terminator on Linux.</summary>
    public const int LongestSocketPath = 107;

    public const int Port = 5432;

    public string Data => Path.Combine(Root, "postgres");

    /// <summary>Where a new cluster is made before it is renamed to <see cref="Data"/>, so that a killed initdb leaves no half cluster.</summary>
    public string Unfinished => Path.Combine(Root, "postgres.unfinished");

    public string VersionFile => Path.Combine(Data, "PG_VERSION");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public string SettingsFile => Path.Combine(Data, "landregistry.conf");

    /// <summary>In the cluster's own folder because the account that runs it must be able to write it.</summary>
    public string Log => Path.Combine(Data, "postgres.log");

    /// <summary>In pgpass format, so that <c>PGPASSFILE=... psql</c> works for whoever may read it.</summary>
    public string Passwords => Path.Combine(Root, "pgpass");

    /// <summary>Held exclusively while a program starts or stops the cluster.</summary>
    public string StartLock => Path.Combine(Root, "cluster-start.lock");

    /// <summary>Held shared by every program that uses the cluster.</summary>
    public string LeaseLock => Path.Combine(Root, "cluster-lease.lock");

    public string SocketFolder
    {
        get
        {
            var beside = Path.Combine(Root, "socket");
            return SocketPathLength(beside) <= LongestSocketPath ? beside : Path.Combine("/tmp", $"landregistry-{ShortHash(Root)}");
        }
    }

    private static int SocketPathLength(string folder) =>
        System.Text.Encoding.UTF8.GetByteCount(FormattableString.Invariant($"{folder}/.s.PGSQL.{Port}"));

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
}
