using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace LandRegistry.Server.Platform.Settings;

/// <summary>
/// How a server behaves, as its file and the environment say (docs/configuration.md). What is not said has the values of a register on
/// one's own PC; <see cref="SettingTable"/> has those of an office.
/// </summary>
public sealed record ServerSettings
{
    /// <summary>Where the server listens; empty for a register of one person, on loopback only.</summary>
    public IReadOnlyList<ListenAddress> Listen { get; init; } = [];

    /// <summary>Whether this is the server of an office: it listens where it was told to.</summary>
    public bool IsOffice => Listen.Count > 0;

    /// <summary>The address that people open, where a proxy stands before the server; null for the one that they asked.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>PEM file (with its chain) or PFX file of the HTTPS certificate.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>PEM file of the certificate's key, where that is a file of its own.</summary>
    public string? CertificateKeyPath { get; init; }

    /// <summary>File whose first line is the password of the PFX or of the key.</summary>
    public string? CertificatePasswordFile { get; init; }

    /// <summary>The certificate that the paths name; set once they were read.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>What else the certificate's file holds: the chain to be sent along.</summary>
    public X509Certificate2Collection? CertificateChain { get; init; }

    /// <summary>Proxies whose X-Forwarded headers are believed; nobody else's are.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Names by which the server may be asked; empty for any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Connection string of the database; null for the private cluster.</summary>
    public string? Database { get; init; }

    /// <summary>File whose first line is the database account's password.</summary>
    public string? DatabasePasswordFile { get; init; }

    /// <summary>Whether reads that are marked so may go to the standby servers of the connection string.</summary>
    public bool ReadFromStandbys { get; init; } = true;

    /// <summary>Folder of law files; null for the default.</summary>
    public string? Laws { get; init; }

    /// <summary>Whether the keys of the sign-in cookies lie in the database, where all servers of it find them; in the data folder otherwise.</summary>
    public bool KeysInDatabase { get; init; }

    /// <summary>Whether log lines are JSON.</summary>
    public bool LogAsJson { get; init; }

    /// <summary>Whether every request is logged: method, path without its query, status, time taken.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Where metrics are handed out, and nothing else; null for nowhere.</summary>
    public ListenAddress? Metrics { get; init; }

    /// <summary>Requests a minute of one person, or of one address where nobody is signed in; 0 for any number.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Attempts to sign in a minute from one address; 0 for any number.</summary>
    public int SignInsPerMinute { get; init; }

    /// <summary>Exports, uploads and the like that one person may have running; 0 for any number.</summary>
    public int HeavyAtOnce { get; init; }

    /// <summary>Connections at once; 0 for any number.</summary>
    public int Connections { get; init; }

    /// <summary>Longest run of one statement of an ordinary request.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest run of one statement of an export or another heavy request.</summary>
    public TimeSpan HeavyQueryTimeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Longest wait for a row that another holds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take nothing of what was sent to it before it is cut off.</summary>
    public TimeSpan ClientPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a server that stops says that it is not ready, and still answers, so that a proxy looks elsewhere.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;

    /// <summary>How long running requests may take to end when the server stops.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Where scheduled backups go; null for the folder <c>backups</c> of the data folder, which the private cluster alone has by default.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>Hours from one scheduled backup to the next; 0 for none.</summary>
    public int BackupEveryHours { get; init; } = 24;

    /// <summary>Days from one check of a backup, by restoring it, to the next; 0 for none.</summary>
    public int BackupCheckEveryDays { get; init; } = 7;

    /// <summary>Days for which every backup is kept.</summary>
    public int BackupKeepDays { get; init; } = 14;

    /// <summary>Months for which the first backup of each is kept.</summary>
    public int BackupKeepMonths { get; init; } = 12;
}
