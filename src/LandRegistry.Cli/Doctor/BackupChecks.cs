using System.Globalization;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli.Doctor;

/// <summary>When the register was last backed up, and whether that backup was ever restored.</summary>
internal static class BackupChecks
{
    private const string Subject = "备份 Backup";
    private static readonly TimeSpan Old = TimeSpan.FromDays(3);

    public static async Task<Finding> RunAsync(LaunchOptions options, CancellationToken cancellation)
    {
        var shelf = new BackupShelf(options.UpgradeBackupFolder);
        var backups = await shelf.ListAsync(cancellation);
        if (await shelf.FailureAsync(cancellation) is { } failure)
        {
            return Finding.Warning(Subject, $"自动备份失败 · the scheduled backup failed: {failure.Reason}", "landregistry backup");
        }

        if (backups.Count == 0)
        {
            return Finding.Warning(Subject, $"{shelf.Folder}: 还没有备份 · none yet", "landregistry backup --verify");
        }

        var newest = backups[0];
        var seen = string.Create(CultureInfo.InvariantCulture, $"{newest.Name}, {newest.Manifest.Rows} 行 rows; ") + Checked(backups);
        return TimeProvider.System.GetUtcNow() - newest.Manifest.MadeAt > Old ? Finding.Warning(Subject, seen, "landregistry backup --verify")
            : backups.Any(backup => backup.Check is { Faults.Count: > 0 }) ? Finding.Warning(Subject, seen, "有备份恢复检查不符，请重新备份 · a backup failed its check, make another")
            : Finding.Fine(Subject, seen);
    }

    private static string Checked(IReadOnlyList<ShelvedBackup> backups) =>
        backups.FirstOrDefault(backup => backup.Check is { Faults.Count: 0 }) is { } good
            ? string.Create(CultureInfo.InvariantCulture, $"{good.Check!.At:yyyy-MM-dd} 恢复检查通过 · restored and compared ({good.Name})")
            : "从未做过恢复检查 · never restored to check";
}
