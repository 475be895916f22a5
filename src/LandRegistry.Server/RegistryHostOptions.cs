namespace LandRegistry.Server;

/// <summary>How a server is started.</summary>
public sealed record RegistryHostOptions
{
    /// <summary>Npgsql connection string of the register's database, already migrated.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Loopback port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>How it behaves; as for one person on one's own PC when not said.</summary>
    public Platform.Settings.ServerSettings Settings { get; init; } = new();

    /// <summary>Where backups go; null when the server keeps none.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>Where keys and <c>server.json</c> are kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The built client; the folder <c>wwwroot</c> beside the program when null.</summary>
    public string? WebRoot { get; init; }

    /// <summary>Name under which the owner's changes are recorded.</summary>
    public required string OwnerName { get; init; }

    /// <summary>Whether warnings and errors go to the console's error stream; they always reach <see cref="Log"/>.</summary>
    public bool LogToConsole { get; init; } = true;

    /// <summary>Where log lines go besides the console; null for nowhere.</summary>
    public Microsoft.Extensions.Logging.ILoggerProvider? Log { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
