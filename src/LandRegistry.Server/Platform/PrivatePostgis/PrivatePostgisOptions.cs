namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>Where the private cluster lives and how it is run.</summary>
public sealed record PrivatePostgisOptions
{
    /// <summary>The program's data folder; the cluster is made in its sub-folder <c>postgres</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>False for throw-away clusters of tests: nothing is flushed to disk, and a power cut loses the cluster.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The prefix under which <c>lib/postgresql/MAJOR/bin</c> and <c>share/postgresql/MAJOR</c> stand.</summary>
    public string InstallationRoot { get; init; } = "/usr";

    /// <summary>How long a start may take, crash recovery of a large register included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a holder looks whether the cluster is still alive.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
