using LandRegistry.Domain.Law;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Launch;

/// <summary>What a person may choose when a register is opened on this machine.</summary>
public sealed record LaunchOptions
{
    /// <summary>The environment variable that stands for <c>--database</c>.</summary>
    public const string DatabaseVariable = "LANDREGISTRY_DATABASE";

    /// <summary>The environment variable that stands for <c>--laws</c>.</summary>
    public const string LawsVariable = "LANDREGISTRY_LAWS";

    /// <summary>Where cluster, sign-in secret and browser profile live.</summary>
    public string DataFolder { get; init; } = DefaultDataFolder;

    /// <summary>Connection string of a PostgreSQL + PostGIS server; null for the private cluster in <see cref="DataFolder"/>.</summary>
    public string? Database { get; init; } = DatabaseFromEnvironment;

    /// <summary>
    /// Folder of the law files that the register is to apply; null for <c>laws</c> in the data folder, which the private cluster's
    /// register alone heeds.
    /// </summary>
    public string? Laws { get; init; } = LawsFromEnvironment;

    /// <summary>The law files to take; null where the register keeps those it has.</summary>
    /// <exception cref="LaunchException">The folder named is not there.</exception>
    public IReadOnlyList<LawText>? ReadLaws() =>
        Laws is null ? Database is null ? LawFiles.InFolder(Path.Combine(DataFolder, "laws")) : null
        : LawFiles.InFolder(Laws) ?? throw new LaunchException(
            $"没有法规文件夹 {Laws}；请用 --laws 或 {LawsVariable} 指定已有的文件夹，或不指定。\n" +
            $"There is no folder of law files {Laws}; name one that is there with --laws or {LawsVariable}, or none.");

    /// <summary>How the server behaves.</summary>
    public ServerSettings Settings { get; init; } = new();

    /// <summary>Where this server's backups go; null when it makes none by itself: the private cluster's do by default.</summary>
    public string? BackupFolder => Settings.BackupFolder ?? (Database is null ? Path.Combine(DataFolder, "backups") : null);

    /// <summary>Where the backup before an upgrade goes, and one that was asked for without a folder.</summary>
    public string UpgradeBackupFolder => BackupFolder ?? Path.Combine(DataFolder, "backups");

    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Loads the demo zone into an empty private register, by its connection string, and says whether it did; null to leave it empty.</summary>
    public Func<string, CancellationToken, Task<bool>>? FirstContent { get; init; }

    public static string? DatabaseFromEnvironment =>
        Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } set ? set : null;

    public static string? LawsFromEnvironment =>
        Environment.GetEnvironmentVariable(LawsVariable) is { Length: > 0 } set ? set : null;

    /// <summary>Root has the machine's folder, a person the one of the XDG base directories.</summary>
    public static string DefaultDataFolder => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? "/var/lib/landregistry"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "landregistry");
}
