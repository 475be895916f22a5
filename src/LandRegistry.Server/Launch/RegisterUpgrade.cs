using LandRegistry.Server.Backups;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Launch;

/// <summary>
/// Brings a register to the schema of this program: a backup first, where there is something to lose; a register that a newer program has
/// been at is refused.
/// </summary>
public static class RegisterUpgrade
{
    /// <summary>Runs the migrations that are missing and returns their names.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(OpenDatabase database, LaunchOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (!database.IsPrivate && await SharedSessions.AreHandedOnAsync(database.ConnectionString, cancellation))
        {
            throw SessionsAreShared();
        }

        await using (var source = RegistryDataSource.Create(database.ConnectionString))
        {
            var state = await RegistryDatabase.StateAsync(source, cancellation);
            if (state.Unknown.Count > 0)
            {
                throw Newer(state);
            }

            if (state.Applied.Count > 0 && state.Pending.Count > 0)
            {
                await BackUpAsync(database, options, progress, cancellation);
            }
        }

        return await RegistryDatabase.MigrateAsync(database.ConnectionString, options.ReadLaws(), cancellation);
    }

    private static async Task BackUpAsync(OpenDatabase database, LaunchOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report("更新数据库结构前先备份。A backup is made before the schema is brought up to date.");
        var folder = await RegisterBackup.MakeAsync(
            database.ConnectionString, options.DataFolder, options.UpgradeBackupFolder, "upgrade", TimeProvider.System, progress, cancellation);
        progress?.Report($"备份在 {folder}。The backup is {folder}.");
    }

    private static LaunchException SessionsAreShared() => new(
        "程序与数据库之间的连接池（如 PgBouncer）把一个数据库会话交替给多个连接使用；本程序需要自己的会话。请改用会话模式（pool_mode = session），或直接连接数据库。\n" +
        "A pooler between the program and the database (such as PgBouncer) gives one session of the database to several connections; the program needs its own. Set pool_mode = session, or connect to the database itself.");

    private static LaunchException Newer(SchemaState state) => new(
        $"该登记库由更新的程序使用过（结构 {state.Unknown[^1]}），本程序不认识。请升级程序；如确需旧程序，请把升级前的备份恢复到新的数据库（landregistry restore）。\n" +
        $"A newer program has used this register (schema {state.Unknown[^1]}), which this one does not know. Upgrade the program; where the old one is needed, restore the backup from before the upgrade into a new database (landregistry restore).");
}
