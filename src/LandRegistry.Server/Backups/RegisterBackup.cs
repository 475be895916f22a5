using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Backups;

/// <summary>
/// Makes a backup of a register while it is in use: a folder with <c>register.dump</c> (pg_dump, compressed), the small files of the data
/// folder, and a manifest with the rows and digest of every table, all of one snapshot. It appears under its name when it is complete.
/// </summary>
public static class RegisterBackup
{
    internal const string DumpName = "register.dump";
    internal const string FilesName = "files";
    internal const string Unfinished = ".unfinished";

    private static readonly string[] SmallFiles = ["basemaps.json"];
    private static readonly string[] SmallFolders = ["laws"];

    /// <summary>Makes a backup below <paramref name="into"/> and returns its folder.</summary>
    /// <param name="connectionString">The register's database.</param>
    /// <param name="dataFolder">The program's data folder; null to leave its files out.</param>
    /// <param name="into">The folder of backups.</param>
    /// <param name="occasion">Why: <c>asked</c>, <c>scheduled</c> or <c>upgrade</c>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work and leaves nothing.</param>
    public static async Task<string> MakeAsync(
        string connectionString, string? dataFolder, string into, string occasion, TimeProvider time, IProgress<string>? progress, CancellationToken cancellation)
    {
        var madeAt = time.GetUtcNow();
        var name = "landregistry-" + madeAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Path.GetFullPath(into), name);
        var draft = folder + Unfinished;
        MakePrivate(Path.GetFullPath(into));
        if (Directory.Exists(folder))
        {
            throw new BackupException($"备份 {folder} 已经存在。\nThe backup {folder} is there already.");
        }

        MakePrivate(draft);
        try
        {
            var watch = Stopwatch.StartNew();
            var manifest = await DumpAsync(connectionString, draft, occasion, madeAt, progress, cancellation);
            manifest = manifest with
            {
                Files = dataFolder is null ? [] : CopyFiles(dataFolder, Path.Combine(draft, FilesName)),
                LeftOut = dataFolder is null ? [] : LargeFiles(dataFolder),
                Seconds = watch.Elapsed.TotalSeconds,
            };
            await File.WriteAllTextAsync(Path.Combine(draft, BackupManifest.FileName), JsonSerializer.Serialize(manifest, BackupManifest.Json), cancellation);
            Directory.Move(draft, folder);
            return folder;
        }
        catch
        {
            Directory.Delete(draft, recursive: true);
            throw;
        }
    }

    private static async Task<BackupManifest> DumpAsync(
        string connectionString, string draft, string occasion, DateTimeOffset madeAt, IProgress<string>? progress, CancellationToken cancellation)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        var state = await RegistryDatabase.StateAsync(source, cancellation);
        if (state.Applied.Count == 0)
        {
            throw new BackupException("该数据库中没有登记库。\nThere is no register in this database.");
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var snapshot = (await AskAsync<string>(connection, "select pg_export_snapshot()", cancellation))!;
        var register = await AskAsync<Guid>(connection, "select id from registry.register", cancellation);
        var extensions = (await AskAsync<string[]>(connection, "select array_agg(extname::text order by extname) from pg_extension where extname <> 'plpgsql'", cancellation))!;
        var file = Path.Combine(draft, DumpName);
        progress?.Report("正在导出数据库。Dumping the database.");
        await PostgresTools.For(connection, connectionString).DumpAsync(snapshot, file, cancellation);
        progress?.Report("正在计算各表摘要。Computing the digests of the tables.");
        var digest = await RegisterDigest.ReadAsync(connection, progress: null, cancellation);
        return new()
        {
            Occasion = occasion,
            MadeAt = madeAt,
            Program = ProgramVersion,
            Postgres = connection.PostgreSqlVersion.ToString(),
            Register = register,
            Schema = state.Applied,
            Extensions = extensions,
            Tables = digest.Tables,
            Objects = digest.Objects,
            DumpSha256 = await Sha256Async(file, cancellation),
            DumpBytes = new FileInfo(file).Length,
            Files = [],
            LeftOut = [],
        };
    }

    internal static string ProgramVersion => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    internal static async Task<string> Sha256Async(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    internal static async Task<T?> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = RegisterDigest.Command(connection, sql);
        return (T?)await command.ExecuteScalarAsync(cancellation);
    }

    private static List<string> CopyFiles(string dataFolder, string into)
    {
        var copied = new List<string>();
        var files = SmallFiles.Select(name => Path.Combine(dataFolder, name)).Where(File.Exists)
            .Concat(SmallFolders.Select(name => Path.Combine(dataFolder, name)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(dataFolder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(into, path))!);
            File.Copy(file, Path.Combine(into, path));
            copied.Add(path);
        }

        return copied;
    }

    private static List<string> LargeFiles(string dataFolder) =>
        Path.Combine(dataFolder, "basemaps") is var folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(dataFolder, file)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>A backup holds all that the register holds: nobody else is to read it.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
