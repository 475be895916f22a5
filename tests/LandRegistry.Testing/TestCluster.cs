using System.Security.Cryptography;
using System.Text;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Testing;

/// <summary>
/// One throw-away PostGIS cluster for all tests of a machine's user, with an empty migrated register as template, so
/// that a fresh database costs a file copy. The folder is always the same, so that a killed run's cluster is adopted.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<(PrivatePostgisLease Lease, string Template)>> Shared = new(StartAsync);

    /// <summary>Makes a database with the register's schema, empty, and returns its connection string.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var (lease, template) = await Shared.Value;
        return await CreateAsync(lease, template);
    }

    /// <summary>Makes a database without any schema but PostGIS.</summary>
    public static async Task<string> NewEmptyDatabaseAsync()
    {
        var (lease, _) = await Shared.Value;
        return await CreateAsync(lease, template: null);
    }

    /// <summary>Drops a database of <see cref="NewDatabaseAsync"/>, whoever is connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var (lease, _) = await Shared.Value;
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await using var connection = await OpenAsync(lease);
        await RunAsync(connection, $"drop database if exists \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" with (force)");
    }

    /// <summary>Cuts a database off from all who use it, or lets them in again.</summary>
    public static async Task SetReachableAsync(string database, bool reachable)
    {
        var (lease, _) = await Shared.Value;
        await using var connection = await OpenAsync(lease);
        await RunAsync(connection, $"alter database \"{database}\" allow_connections {reachable}");
        if (!reachable)
        {
            await RunAsync(connection, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
        }
    }

    private static async Task<(PrivatePostgisLease Lease, string Template)> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"landregistry-tests-{Environment.UserName}");
        var lease = await PrivatePostgisCluster.AcquireAsync(
            new PrivatePostgisOptions { DataFolder = folder, Durable = false }, progress: null, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => lease.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return (lease, await TemplateAsync(lease));
    }

    private static async Task<string> TemplateAsync(PrivatePostgisLease lease)
    {
        var template = "template_" + SchemaDigest();
        await using var connection = await OpenAsync(lease);
        await RunAsync(connection, "select pg_advisory_lock(4711)");
        await using var exists = new NpgsqlCommand("select count(*) from pg_database where datname = $1", connection) { Parameters = { new() { Value = template } } };
        if ((long)(await exists.ExecuteScalarAsync())! > 0)
        {
            return template;
        }

        var draft = await CreateAsync(lease, template: null);
        await RegistryDatabase.MigrateAsync(draft);
        NpgsqlConnection.ClearAllPools();
        await RunAsync(connection, $"alter database \"{new NpgsqlConnectionStringBuilder(draft).Database}\" rename to \"{template}\"");
        return template;
    }

    private static async Task<string> CreateAsync(PrivatePostgisLease lease, string? template)
    {
        var name = $"test_{Guid.NewGuid():n}";
        var owner = new NpgsqlConnectionStringBuilder(lease.ConnectionString);
        await using (var connection = await OpenAsync(lease))
        {
            await RunAsync(connection, $"create database \"{name}\" owner \"{owner.Username}\" template \"{template ?? "template0"}\" strategy file_copy");
        }

        if (template is null)
        {
            var admin = new NpgsqlConnectionStringBuilder(lease.SuperuserConnectionString) { Database = name, Pooling = false };
            await using var connection = new NpgsqlConnection(admin.ConnectionString);
            await connection.OpenAsync();
            await RunAsync(connection, "create extension postgis");
        }

        return new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Database = name, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;
    }

    private static string SchemaDigest()
    {
        var assembly = typeof(RegistryDatabase).Assembly;
        var text = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Store/Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            text.Append(EmbeddedSql.Read(name));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static async Task<NpgsqlConnection> OpenAsync(PrivatePostgisLease lease)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(lease.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
