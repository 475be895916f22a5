using System.CommandLine;
using LandRegistry.Server;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli;

/// <summary>
/// A server of this verb's own over the register, on the loopback interface, with its owner signed in: what the screen may do is
/// done here by the very same routes, rights and checks, whether the program is running or not.
/// </summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly OpenDatabase _database;
    private readonly RegistryHost _host;
    private readonly string _folder;

    private LocalServer(OpenDatabase database, RegistryHost host, string folder, HttpClient client) =>
        (_database, _host, _folder, Client) = (database, host, folder, client);

    /// <summary>Signed in; its addresses are relative.</summary>
    public HttpClient Client { get; }

    public static async Task<LocalServer> StartAsync(ParseResult arguments, CancellationToken stop)
    {
        var database = await Verb.OpenRegisterAsync(arguments, stop);
        // Not the register's own folder, whose server.json tells of the program that may be running on it.
        var folder = Directory.CreateTempSubdirectory("landregistry-verb-").FullName;
        try
        {
            var host = await RegistryHost.StartAsync(new() { ConnectionString = database.ConnectionString, DataFolder = folder, OwnerName = Environment.UserName, LogToConsole = false }, stop);
            var client = new HttpClient { BaseAddress = host.Address, Timeout = Timeout.InfiniteTimeSpan };
            using var signedIn = await client.GetAsync(new Uri(host.NewSignInLink()), stop);
            return new(database, host, folder, client);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }
}
