using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Backups;

/// <summary>The refusals that making and checking a backup are answered with.</summary>
public static class BackupRefusals
{
    public static Refusal NotKept() => new(
        "backups-not-kept",
        new("本服务器不保存备份", "This server keeps no backups"),
        new("未配置备份文件夹；请设置 backup.folder。", "No folder is set; set backup.folder in the configuration."));

    public static Refusal Running() => new(
        "backup-running",
        new("备份正在进行", "A backup is being made or checked"),
        new("请等它完成后再试。", "Wait until it is done."));

    /// <param name="reason">What went wrong, in both languages as far as it is known.</param>
    public static Refusal Failed(string reason) => new(
        "backup-failed",
        new("备份未完成", "The backup did not succeed"),
        new($"原因：{reason}", $"The reason: {reason}"));
}
