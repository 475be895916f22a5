using LandRegistry.Server.Demo;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Benchmarks;

/// <summary>
/// The register measured: the private cluster as shipped, durable, with the demo generator's parcels and a field
/// of smaller ones. Its folder under
/// the temporary folder is kept between runs, because a million parcels take minutes to make.
/// </summary>
internal sealed class BenchmarkRegister : IAsyncDisposable
{
    private const long Seed = 20;

    private readonly PrivatePostgisLease _lease;

    private BenchmarkRegister(string folder, PrivatePostgisLease lease, NpgsqlDataSource source)
    {
        DataFolder = folder;
        _lease = lease;
        Source = source;
    }

    public string DataFolder { get; }

    public string ConnectionString => _lease.ConnectionString;

    public NpgsqlDataSource Source { get; }

    /// <summary>What psql and pgbench need to reach the register.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(ConnectionString);
            return new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PGHOST"] = settings.Host!,
                ["PGPORT"] = FormattableString.Invariant($"{settings.Port}"),
                ["PGUSER"] = settings.Username!,
                ["PGPASSWORD"] = settings.Password!,
                ["PGDATABASE"] = settings.Database!,
                ["PGOPTIONS"] = "-c search_path=registry,public",
            };
        }
    }

    public static async Task<BenchmarkRegister> OpenAsync(int parcels)
    {
        var folder = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"landregistry-benchmarks-{parcels}"));
        var lease = await PrivatePostgisCluster.AcquireAsync(folder, new Lines(), CancellationToken.None);
        await RegistryDatabase.MigrateAsync(lease.ConnectionString);
        var register = new BenchmarkRegister(folder, lease, RegistryDataSource.Create(lease.ConnectionString));
        var options = new DemoOptions(parcels, Seed, new DateOnly(2026, 11, 21));
        await DemoZone.LoadAsync(register.Source, options);
        if (!await register.ReadAsync<bool>("select exists (select from registry.zone where code = 'DENSE')"))
        {
            await register.LoadFieldAsync();
            // What autovacuum would do within minutes; also writes the hint bits, so that no measure pays for them.
            await register.ExecuteAsync("vacuum analyze");
        }

        return register;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes an empty register beside this one, dropping what was there, and returns its connection string.</summary>
    public async Task<string> NewEmptyRegisterAsync(string name)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_lease.SuperuserConnectionString) { Pooling = false });
        await DropAsync(server, name);
        var owner = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, Pooling = false };
        await RunAsync(server, $"create database \"{name}\" owner \"{owner.Username}\" template template0");
        await using var inside = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_lease.SuperuserConnectionString) { Database = name, Pooling = false });
        await RunAsync(inside, "create extension postgis");
        await RegistryDatabase.MigrateAsync(owner.ConnectionString);
        return owner.ConnectionString;
    }

    public async Task DropRegisterAsync(string name)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_lease.SuperuserConnectionString) { Pooling = false });
        await DropAsync(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _lease.DisposeAsync();
    }

    private async Task LoadFieldAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sql", "dense.sql")), connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static Task DropAsync(NpgsqlDataSource server, string name) => RunAsync(server, $"drop database if exists \"{name}\" with (force)");

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
