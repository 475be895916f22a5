using System.CommandLine;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Launch;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>backup</c>: makes a backup while the register is in use, and checks it by restoring it when asked.</summary>
internal static class BackupVerb
{
    private static readonly Option<string?> To = new("--to")
    {
        Description = "备份文件夹，默认为数据文件夹下的 backups · folder of backups; backups in the data folder when absent",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> Verify = new("--verify")
    {
        Description = "恢复到临时数据库并逐表比较 · restore it into a scratch database and compare every table",
    };

    public static Command Command { get; } = Verb.Of("backup", "备份登记库，可在使用中进行 · back the register up, while it is in use", RunAsync, To, Verify);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = RegistryOptions.Read(arguments);
        await using var database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, ConsoleHost.Progress, stop);
        var folder = await RegisterBackup.MakeAsync(
            database.ConnectionString, options.DataFolder, arguments.GetValue(To) ?? options.UpgradeBackupFolder, "asked", TimeProvider.System, ConsoleHost.Progress, stop);
        var manifest = (await RegisterRestore.LookAsync(folder, stop)).Manifest;
        await Console.Out.WriteLineAsync(folder);
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"{manifest.Tables.Count} 张表，{manifest.Rows} 行，{manifest.DumpBytes / 1024.0 / 1024:0.0} MiB，用时 {manifest.Seconds:0.0} 秒。{manifest.Tables.Count} tables, {manifest.Rows} rows, {manifest.DumpBytes / 1024.0 / 1024:0.0} MiB in {manifest.Seconds:0.0} s."));
        if (manifest.LeftOut.Count > 0)
        {
            AnsiConsole.WriteLine($"未包含的本地底图，请另行保存：{string.Join('、', manifest.LeftOut)}。Local basemaps that are not in it, to be kept elsewhere: {string.Join(", ", manifest.LeftOut)}.");
        }

        return arguments.GetValue(Verify) ? await VerifyAsync(database.ConnectionString, folder, stop) : ConsoleHost.Succeeded;
    }

    private static async Task<int> VerifyAsync(string connectionString, string folder, CancellationToken stop)
    {
        var check = await RegisterRestore.VerifyAsync(connectionString, folder, TimeProvider.System, ConsoleHost.Progress, stop);
        foreach (var fault in check.Faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        AnsiConsole.WriteLine(check.Faults.Count == 0
            ? FormattableString.Invariant($"已恢复并逐表比较，行数与摘要一致，用时 {check.Seconds:0.0} 秒。Restored and compared: every table has the same rows and digest, in {check.Seconds:0.0} s.")
            : $"恢复后有 {check.Faults.Count} 处不一致。{check.Faults.Count} differences after restoring.");
        return check.Faults.Count == 0 ? ConsoleHost.Succeeded : ConsoleHost.Failed;
    }
}
