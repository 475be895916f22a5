using System.Net;
using System.Net.Http.Json;
using LandRegistry.Server;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Testing;

/// <summary>A register of its own for a test: database, running server, signed-in client, standing clock.</summary>
public sealed class TestRegister : IAsyncDisposable
{
    private readonly RegistryHost _host;

    private TestRegister(string connectionString, RegistryHost host, TestClock clock, TestLog log, string dataFolder)
    {
        ConnectionString = connectionString;
        _host = host;
        Clock = clock;
        Log = log;
        DataFolder = dataFolder;
        Database = RegistryDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public string DataFolder { get; }

    public TestClock Clock { get; }

    /// <summary>What the server logged.</summary>
    public TestLog Log { get; }

    public NpgsqlDataSource Database { get; }

    public Uri Address => _host.Address;

    /// <summary>A client that is signed in.</summary>
    public HttpClient Client { get; private set; } = null!;

    public static async Task<TestRegister> StartAsync(TestClock? clock = null, string? connectionString = null)
    {
        clock ??= TestClock.Noon();
        connectionString ??= await TestCluster.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("landregistry-test-").FullName;
        var log = new TestLog();
        var host = await RegistryHost.StartAsync(new RegistryHostOptions
        {
            ConnectionString = connectionString,
            DataFolder = folder,
            OwnerName = "tester",
            LogToConsole = false,
            Log = log,
            Time = clock,
        });
        var register = new TestRegister(connectionString, host, clock, log, folder);
        register.Client = await register.SignInAsync();
        return register;
    }

    public string NewSignInLink() => _host.NewSignInLink();

    /// <summary>Another client, signed in by a ticket of its own.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = NewClient();
        using var answer = await client.GetAsync(new Uri(_host.NewSignInLink()));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
        }

        // The test's clock is not the cookie container's, which would hold the cookie for expired.
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    /// <summary>A client that is not signed in; it keeps no cookies and follows no redirect.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>Runs SQL inside a change, as the test's own hand.</summary>
    public async Task WriteAsync(string sql, params object?[] values)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.BeginChangeAsync(new("tester", "Arrange", null, Clock.GetUtcNow()), CancellationToken.None);
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
        await TestCluster.DropAsync(ConnectionString);
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
