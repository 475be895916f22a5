using System.CommandLine;
using System.Globalization;
using LandRegistry.Server.Backups;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.PrivatePostgis;
using Npgsql;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>restore</c>: looks at a backup, or restores it into a new database, or in the place of the present one, which is kept.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<string> Backup = new("backup") { Description = "备份文件夹 · the backup's folder", HelpName = "BACKUP" };

    private static readonly Option<string?> Into = new("--into")
    {
        Description = "恢复到此名称的新数据库；不写则为登记库本身的名称 · name of the new database; the register's own when absent",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Look = new("--look") { Description = "只看，不写入 · look only, write nothing" };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "替换同名数据库，原库改名保留 · take the place of a database of that name, which is kept under another",
    };

    public static Command Command { get; } =
        Verb.Of("restore", "查看或恢复备份 · look at a backup or restore it", RunAsync, Backup, Into, Look, Replace);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = RegistryOptions.Read(arguments);
        var look = await RegisterRestore.LookAsync(arguments.GetRequiredValue(Backup), stop);
        Show(look);
        if (arguments.GetValue(Look) && options.Database is null && !PrivatePostgisCluster.ExistsIn(options.DataFolder))
        {
            AnsiConsole.WriteLine($"{options.DataFolder} 中还没有数据库，恢复时创建。There is no database in {options.DataFolder} yet; restoring makes one.");
            return look.Faults.Count == 0 ? ConsoleHost.Succeeded : ConsoleHost.Failed;
        }

        await using var database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, ConsoleHost.Progress, stop);
        var name = arguments.GetValue(Into) ?? new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        var exists = await RegisterRestore.ExistsAsync(database.ConnectionString, name, stop);
        if (arguments.GetValue(Look))
        {
            AnsiConsole.WriteLine(!exists
                ? $"将恢复到新的数据库 {name}。It would be restored into the new database {name}."
                : $"数据库 {name} 已存在：须加 --replace，原库改名保留。There is a database {name}: it takes --replace, and the present one is kept under another name.");
            return look.Faults.Count == 0 ? ConsoleHost.Succeeded : ConsoleHost.Failed;
        }

        if (exists && arguments.GetValue(Replace))
        {
            await ReplaceAsync(database.ConnectionString, look, name, stop);
        }
        else
        {
            await RegisterRestore.IntoNewAsync(database.ConnectionString, look, name, ConsoleHost.Progress, stop);
        }

        AnsiConsole.WriteLine($"已恢复到数据库 {name}，逐表一致。Restored into the database {name}; every table has the rows of the backup.");
        if (look.Manifest.Files.Count > 0)
        {
            AnsiConsole.WriteLine($"数据文件夹的文件在 {Path.Combine(look.Folder, "files")}，请按需复制。Files of the data folder lie there; copy what you need.");
        }

        return ConsoleHost.Succeeded;
    }

    private static async Task ReplaceAsync(string connectionString, BackupLook look, string name, CancellationToken stop)
    {
        var beside = $"{name}_restored_{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}";
        await RegisterRestore.IntoNewAsync(connectionString, look, beside, ConsoleHost.Progress, stop);
        NpgsqlConnection.ClearAllPools();
        try
        {
            var kept = await RegisterRestore.PutInPlaceAsync(connectionString, beside, name, TimeProvider.System, stop);
            AnsiConsole.WriteLine($"原数据库保留为 {kept}。The former database is kept as {kept}.");
        }
        catch (BackupException)
        {
            AnsiConsole.WriteLine($"恢复的数据在 {beside}，尚未替换。What was restored lies in {beside}, and has not taken the place yet.");
            throw;
        }
    }

    private static void Show(BackupLook look)
    {
        var manifest = look.Manifest;
        var table = new Table().RoundedBorder().AddColumns("项目 Item", "内容 Content");
        table.AddRow("备份 Backup", look.Folder.EscapeMarkup());
        table.AddRow("时间 Made at", manifest.MadeAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        table.AddRow("程序 Program", $"{manifest.Program}, PostgreSQL {manifest.Postgres}".EscapeMarkup());
        table.AddRow("结构 Schema", manifest.Schema[^1].EscapeMarkup());
        table.AddRow("表与行 Tables, rows", FormattableString.Invariant($"{manifest.Tables.Count}, {manifest.Rows}"));
        foreach (var large in manifest.Tables.OrderByDescending(one => one.Rows).Take(8))
        {
            table.AddRow("", FormattableString.Invariant($"{large.Table}: {large.Rows}").EscapeMarkup());
        }

        table.AddRow("能否恢复 Can be restored", (look.Faults.Count == 0 ? "能 yes" : string.Join('\n', look.Faults)).EscapeMarkup());
        AnsiConsole.Write(table);
    }
}
