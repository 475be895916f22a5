using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Backups;

/// <summary>What a register holds: rows and digests of its tables, number of its objects.</summary>
/// <param name="Tables">By name.</param>
/// <param name="Objects">By kind.</param>
internal sealed record RegisterDigest(IReadOnlyList<TableDigest> Tables, IReadOnlyDictionary<string, long> Objects)
{
    /// <summary>Reads all of it in the running transaction, so that it is of one snapshot.</summary>
    public static async Task<RegisterDigest> ReadAsync(NpgsqlConnection connection, IProgress<string>? progress, CancellationToken cancellation)
    {
        // The text of a row must not depend on how the session likes its dates and numbers.
        await RunAsync(connection, "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1", cancellation);
        var questions = new List<(string Table, string Sql)>();
        await using (var command = Command(connection, EmbeddedSql.Read("Backups/table_questions.sql")))
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                questions.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        var tables = new List<TableDigest>();
        foreach (var (table, sql) in questions)
        {
            progress?.Report(table);
            await using var command = Command(connection, sql);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            tables.Add(new(table, row.GetInt64(0), row.GetString(1)));
        }

        return new(tables, await ObjectsAsync(connection, cancellation));
    }

    /// <summary>What differs from what a backup said of itself.</summary>
    public IReadOnlyList<string> DifferencesFrom(BackupManifest manifest)
    {
        var here = Tables.ToDictionary(table => table.Table);
        var there = manifest.Tables.ToDictionary(table => table.Table);
        return
        [
            .. there.Keys.Except(here.Keys).Select(name => $"{name}: 缺少此表 · the table is missing"),
            .. here.Keys.Except(there.Keys).Select(name => $"{name}: 多出此表 · the table is not of the backup"),
            .. from table in manifest.Tables
               where here.TryGetValue(table.Table, out var found) && found != table
               let found = here[table.Table]
               select $"{table.Table}: {table.Rows} → {found.Rows} 行 rows" + (found.Rows == table.Rows ? "，内容不同 · the content differs" : ""),
            .. from kind in manifest.Objects
               where Objects.GetValueOrDefault(kind.Key) != kind.Value
               select $"{kind.Key}: {kind.Value} → {Objects.GetValueOrDefault(kind.Key)}",
        ];
    }

    internal static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

#pragma warning disable CA2100 // Statements of this program, and such as the catalogue itself quoted.
    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100

    private static async Task<Dictionary<string, long>> ObjectsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var objects = new Dictionary<string, long>();
        await using var command = Command(connection, EmbeddedSql.Read("Backups/objects.sql"));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            objects[rows.GetString(0)] = rows.GetInt64(1);
        }

        return objects;
    }
}
