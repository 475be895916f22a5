using System.Data;
using System.Diagnostics;
using System.Text.Json;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Backups;

/// <summary>A backup as it lies in its folder, with what can be said of it without restoring it.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Faults">Why it cannot be restored by this program, Chinese and English; empty when it can.</param>
public sealed record BackupLook(string Folder, BackupManifest Manifest, IReadOnlyList<string> Faults);

/// <summary>Restores backups into databases of their own, and compares what came of it, row by row.</summary>
public static class RegisterRestore
{
    /// <summary>Looks at a backup (its folder or its manifest) without writing anything: form, digest of the dump, schema.</summary>
    public static async Task<BackupLook> LookAsync(string backup, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(File.Exists(backup) ? Path.GetDirectoryName(Path.GetFullPath(backup))! : backup);
        var manifest = await BackupManifest.ReadAsync(folder, cancellation)
            ?? throw new BackupException($"{backup} 不是本程序的备份（缺少 {BackupManifest.FileName}）。\n{backup} is no backup of this program (no {BackupManifest.FileName}).");
        var faults = new List<string>();
        if (manifest.Form != 1)
        {
            faults.Add("备份的格式更新，请使用更新的程序。The form of the backup is newer; use a newer program.");
        }

        var dump = Path.Combine(folder, RegisterBackup.DumpName);
        if (!File.Exists(dump) || await RegisterBackup.Sha256Async(dump, cancellation) != manifest.DumpSha256)
        {
            faults.Add("备份文件缺失或已损坏（SHA-256 不符）。The dump is missing or damaged (its SHA-256 differs).");
        }

        if (manifest.Schema.Except(RegistryDatabase.KnownMigrations()).LastOrDefault() is { } unknown)
        {
            faults.Add($"备份来自更新的程序（结构 {unknown}），请先升级程序。The backup is of a newer program (schema {unknown}); upgrade the program first.");
        }

        return new(folder, manifest, faults);
    }

    /// <summary>Restores a backup into a scratch database beside the register, compares every table, and drops it again.</summary>
    public static async Task<BackupCheck> VerifyAsync(string connectionString, string backup, TimeProvider time, IProgress<string>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var look = await LookAsync(backup, cancellation);
        IReadOnlyList<string> faults = look.Faults;
        if (faults.Count == 0)
        {
            var scratch = $"landregistry_check_{Guid.NewGuid():n}";
            try
            {
                faults = await RestoreAsync(connectionString, look, scratch, progress, cancellation);
            }
            finally
            {
                await DropAsync(connectionString, scratch, CancellationToken.None);
            }
        }

        var check = new BackupCheck(time.GetUtcNow(), watch.Elapsed.TotalSeconds, faults);
        await File.WriteAllTextAsync(Path.Combine(look.Folder, BackupCheck.FileName), JsonSerializer.Serialize(check, BackupManifest.Json), cancellation);
        return check;
    }

    /// <summary>Restores a backup into a new database of this name and compares every table.</summary>
    /// <exception cref="BackupException">The database is there already, the backup cannot be restored, or what came of it differs.</exception>
    public static async Task IntoNewAsync(string connectionString, BackupLook look, string database, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (look.Faults.Count > 0)
        {
            throw new BackupException(string.Join('\n', look.Faults));
        }

        if (await ExistsAsync(connectionString, database, cancellation))
        {
            throw new BackupException(
                $"数据库 {database} 已存在，不会覆盖。请用 --into 另取名称，或加 --replace（原库改名保留）。\n" +
                $"There is a database {database} already, and it is not written over. Choose another name with --into, or say --replace (the present one is kept under another name).");
        }

        try
        {
            if (await RestoreAsync(connectionString, look, database, progress, cancellation) is { Count: > 0 } differences)
            {
                throw new BackupException("恢复的数据与备份不一致：\nWhat was restored differs from the backup:\n" + string.Join('\n', differences));
            }
        }
        catch
        {
            await DropAsync(connectionString, database, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Puts a restored database in the place of the present one, which is kept under another name (returned). Refused while somebody is
    /// connected to it.
    /// </summary>
    public static async Task<string> PutInPlaceAsync(string connectionString, string restored, string database, TimeProvider time, CancellationToken cancellation)
    {
        var kept = $"{database}_before_{time.GetUtcNow():yyyyMMddHHmmss}";
        await using var connection = await MaintenanceAsync(connectionString, cancellation);
        var users = await RegisterBackup.AskAsync<long>(
            connection, $"select count(*) from pg_stat_activity where datname = {Literal(database)} and pid <> pg_backend_pid()", cancellation);
        if (users > 0)
        {
            throw new BackupException(
                $"有 {users} 个连接正在使用数据库 {database}；请先停止程序和其他连接。\n{users} connections use the database {database}; stop the program and whoever else is connected first.");
        }

        await RegisterDigest.RunAsync(connection, $"alter database {Quoted(database)} rename to {Quoted(kept)}", cancellation);
        await RegisterDigest.RunAsync(connection, $"alter database {Quoted(restored)} rename to {Quoted(database)}", cancellation);
        return kept;
    }

    /// <summary>Whether a server has a database of this name.</summary>
    public static async Task<bool> ExistsAsync(string connectionString, string database, CancellationToken cancellation)
    {
        await using var connection = await MaintenanceAsync(connectionString, cancellation);
        return await RegisterBackup.AskAsync<bool>(connection, $"select exists (select from pg_database where datname = {Literal(database)})", cancellation);
    }

    private static async Task<IReadOnlyList<string>> RestoreAsync(
        string connectionString, BackupLook look, string database, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report($"正在恢复到 {database}。Restoring into {database}.");
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false };
        await using var source = RegistryDataSource.Create(settings.ConnectionString);
        await using var connection = await MakeDatabaseAsync(connectionString, look, database, source, cancellation);

        await PostgresTools.For(connection, settings.ConnectionString).RestoreAsync(database, Path.Combine(look.Folder, RegisterBackup.DumpName), cancellation);
        progress?.Report("正在逐表比较。Comparing the tables.");
        await RegisterDigest.RunAsync(connection, "analyze", cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return (await RegisterDigest.ReadAsync(connection, progress: null, cancellation)).DifferencesFrom(look.Manifest);
    }

    /// <summary>Makes an empty database with the extensions of a backup, and opens it.</summary>
    private static async Task<NpgsqlConnection> MakeDatabaseAsync(
        string connectionString, BackupLook look, string database, NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using (var maintenance = await MaintenanceAsync(connectionString, cancellation))
            {
                await RegisterDigest.RunAsync(maintenance, $"create database {Quoted(database)} encoding 'UTF8'", cancellation);
            }

            var connection = await source.OpenConnectionAsync(cancellation);
            foreach (var extension in look.Manifest.Extensions)
            {
                await RegisterDigest.RunAsync(connection, $"create extension if not exists {Quoted(extension)} schema public", cancellation);
            }

            return connection;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new BackupException(
                "数据库账户不能为恢复建立数据库。请以超级用户执行 ALTER ROLE 账户 CREATEDB; 并在数据库 template1 中执行 CREATE EXTENSION postgis; 不需要恢复检查的，把 backup.checkEveryDays 设为 0。\n" +
                "The database account may not make a database to restore into. As superuser run ALTER ROLE account CREATEDB; and in the database template1 CREATE EXTENSION postgis; or set backup.checkEveryDays to 0 to do without the check.",
                refused);
        }
    }

    private static async Task DropAsync(string connectionString, string database, CancellationToken cancellation)
    {
        await using var connection = await MaintenanceAsync(connectionString, cancellation);
        try
        {
            await RegisterDigest.RunAsync(connection, $"drop database if exists {Quoted(database)} with (force)", cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // An autovacuum worker is the superuser's, and nobody else may force it out; a plain drop asks it to leave and waits.
            await RegisterDigest.RunAsync(connection, $"drop database if exists {Quoted(database)}", cancellation);
        }
    }

    /// <summary>A connection to the server's own database, on the primary.</summary>
    private static async Task<NpgsqlConnection> MaintenanceAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var source = RegistryDataSource.Create(settings.ConnectionString);
        return await source.OpenConnectionAsync(cancellation);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
