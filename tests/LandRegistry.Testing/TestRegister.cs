using System.Net;
using System.Net.Http.Json;
using LandRegistry.Server;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Testing;

/// <summary>A register of its own for a test: database, running server, signed-in client, standing clock.</summary>
public sealed class TestRegister : IAsyncDisposable
{
    private readonly RegistryHostOptions _options;
    private RegistryHost _host;
    private bool _dropsDatabase;

    private TestRegister(RegistryHostOptions options, RegistryHost host, TestClock clock, TestLog log)
    {
        _options = options;
        _host = host;
        Clock = clock;
        Log = log;
        Database = RegistryDataSource.Create(options.ConnectionString);
    }

    public string ConnectionString => _options.ConnectionString;

    public string DataFolder => _options.DataFolder;

    public TestClock Clock { get; }

    /// <summary>What the server logged.</summary>
    public TestLog Log { get; }

    public NpgsqlDataSource Database { get; }

    public Uri Address => _host.Address;

    /// <summary>A client that is signed in.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <param name="clock">The server's clock; one that stands at noon when null.</param>
    /// <param name="connectionString">A migrated database; a new empty one when null.</param>
    /// <param name="webRoot">The built client, for tests in a browser.</param>
    /// <param name="settings">How the server behaves; as for one person when null.</param>
    /// <param name="dropsDatabase">Whether the database goes with the register; false for one of another cluster.</param>
    /// <param name="backupFolder">Where it keeps backups; null for nowhere.</param>
    public static async Task<TestRegister> StartAsync(
        TestClock? clock = null, string? connectionString = null, string? webRoot = null, ServerSettings? settings = null, string? backupFolder = null, bool dropsDatabase = true)
    {
        clock ??= TestClock.Noon();
        connectionString ??= await TestCluster.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("landregistry-test-").FullName;
        var log = new TestLog();
        var options = new RegistryHostOptions
        {
            ConnectionString = connectionString,
            DataFolder = folder,
            WebRoot = webRoot,
            OwnerName = "tester",
            LogToConsole = false,
            Log = log,
            Time = clock,
            Settings = settings ?? new(),
            BackupFolder = backupFolder,
        };
        var register = new TestRegister(options, await RegistryHost.StartAsync(options), clock, log);
        register._dropsDatabase = dropsDatabase;
        register.Client = await register.SignInAsync();
        return register;
    }

    public string NewSignInLink() => _host.NewSignInLink();

    /// <summary>Stops the server and leaves the database; <see cref="StartServerAsync"/> starts it on the same port.</summary>
    public async Task StopServerAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    public async Task StartServerAsync() => _host = await RegistryHost.StartAsync(_options with { Port = Address.Port });

    /// <summary>Cuts the register's database off from its server, or lets the server in again.</summary>
    public async Task SetDatabaseReachableAsync(bool reachable)
    {
        await TestCluster.SetReachableAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Database!, reachable);
        // The test's own connections were cut too.
        Database.Clear();
    }

    /// <summary>Another client, signed in by a ticket of its own.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = NewClient();
        using var answer = await client.GetAsync(new Uri(_host.NewSignInLink()));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}. {string.Join('\n', Log.Complaints)}");
        }

        // The test's clock is not the cookie container's, which would hold the cookie for expired.
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    /// <summary>A client that is not signed in; it keeps no cookies and follows no redirect.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>Runs SQL inside a change, as the test's own hand.</summary>
    public Task WriteAsync(string sql, params object?[] values) => WriteAtAsync(Clock.GetUtcNow(), sql, values);

    /// <summary>As <see cref="WriteAsync"/>, recorded at another moment than now.</summary>
    public async Task WriteAtAsync(DateTimeOffset at, string sql, params object?[] values)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.BeginChangeAsync(new("tester", "Arrange", null, at), CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        AddAll(command, values);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> AskAsync<T>(string sql, params object?[] values)
    {
        await using var command = Database.CreateCommand(sql);
        AddAll(command, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<T?> GetAsync<T>(string path) => Client.GetFromJsonAsync<T>(path);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        await Database.DisposeAsync();
        if (_dropsDatabase)
        {
            await TestCluster.DropAsync(ConnectionString);
        }

        Directory.Delete(DataFolder, recursive: true);
    }

    private static void AddAll(NpgsqlCommand command, object?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
    }
}
