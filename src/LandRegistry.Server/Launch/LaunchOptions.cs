namespace LandRegistry.Server.Launch;

/// <summary>What a person may choose when a register is opened on this machine.</summary>
public sealed record LaunchOptions
{
    /// <summary>The environment variable that stands for <c>--database</c>.</summary>
    public const string DatabaseVariable = "LANDREGISTRY_DATABASE";

    /// <summary>Where cluster, sign-in secret and browser profile live.</summary>
    public string DataFolder { get; init; } = DefaultDataFolder;

    /// <summary>Connection string of a PostgreSQL + PostGIS server; null for the private cluster in <see cref="DataFolder"/>.</summary>
    public string? Database { get; init; } = DatabaseFromEnvironment;

    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Loads the demo zone into an empty private register, by its connection string, and says whether it did; null to leave it empty.</summary>
    public Func<string, CancellationToken, Task<bool>>? FirstContent { get; init; }

    public static string? DatabaseFromEnvironment =>
        Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } set ? set : null;

    /// <summary>Root has the machine's folder, a person the one of the XDG base directories.</summary>
    public static string DefaultDataFolder => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? "/var/lib/landregistry"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "landregistry");
}
