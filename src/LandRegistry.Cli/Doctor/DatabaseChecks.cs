using LandRegistry.Server;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Cli.Doctor;

/// <summary>Whether the database opens, has PostGIS and the program's schema, and whether a server runs on it.</summary>
internal static class DatabaseChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(LaunchOptions options, CancellationToken cancellation)
    {
        const string Subject = "数据库 Database";
        if (options.Database is null && !PrivatePostgisCluster.ExistsIn(options.DataFolder))
        {
            return [Finding.Warning(Subject, $"{options.DataFolder} 中还没有数据库 · no database in {options.DataFolder} yet", "首次启动时创建 · made at the first start")];
        }

        try
        {
            await using var database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, progress: null, cancellation);
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            return
            [
                Finding.Fine(Subject, await AskAsync(source, "select 'PostgreSQL ' || current_setting('server_version')", cancellation)
                    + (database.IsPrivate ? $", {options.DataFolder}" : "")),
                await PostgisAsync(source, cancellation),
                await SchemaAsync(database.ConnectionString, cancellation),
                await ServerAsync(options.DataFolder, cancellation),
                await BackupChecks.RunAsync(options, cancellation),
            ];
        }
        catch (Exception problem) when (LaunchFaults.Explain(problem) is not null)
        {
            return [Finding.Fault(Subject, LaunchFaults.Explain(problem)!)];
        }
    }

    private static async Task<Finding> PostgisAsync(NpgsqlDataSource source, CancellationToken cancellation) =>
        await AskAsync(source, "select extversion from pg_extension where extname = 'postgis'", cancellation) is { Length: > 0 } version
            ? Finding.Fine("PostGIS", version)
            : Finding.Fault("PostGIS", "数据库中没有 PostGIS · not in this database", "CREATE EXTENSION postgis");

    private static async Task<Finding> SchemaAsync(string connectionString, CancellationToken cancellation)
    {
        var pending = await RegistryDatabase.PendingAsync(connectionString, cancellation);
        return pending.Count == 0
            ? Finding.Fine("数据库结构 Schema", "最新 · up to date")
            : Finding.Warning("数据库结构 Schema", string.Join(", ", pending), "landregistry migrate；程序启动时也会自动执行 · the program does it at its next start");
    }

    private static async Task<Finding> ServerAsync(string folder, CancellationToken cancellation) =>
        await SignInLinkRequest.TryAskAsync(folder, cancellation) is not null
            ? Finding.Fine("服务器 Server", $"正在运行 · running: {new ServerFile(folder).Read()?.Address}")
            : Finding.Fine("服务器 Server", "没有运行 · not running");

    private static async Task<string> AskAsync(NpgsqlDataSource source, string sql, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation) as string ?? "";
    }
}
