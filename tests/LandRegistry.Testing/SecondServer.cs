using LandRegistry.Server;
using LandRegistry.Server.Platform.Settings;

namespace LandRegistry.Testing;

/// <summary>Another server process's worth of state over a register's database, with a signed-in client.</summary>
public sealed class SecondServer : IAsyncDisposable
{
    private readonly RegistryHost _host;
    private readonly string _folder;

    private SecondServer(RegistryHost host, string folder, HttpClient client)
    {
        _host = host;
        _folder = folder;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<SecondServer> StartAsync(TestRegister register, ServerSettings? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("landregistry-second-").FullName;
        var host = await RegistryHost.StartAsync(new RegistryHostOptions
        {
            ConnectionString = register.ConnectionString,
            DataFolder = folder,
            OwnerName = "second",
            LogToConsole = false,
            Log = register.Log,
            Time = register.Clock,
            Settings = settings ?? new(),
        });
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        using var answer = await client.GetAsync(new Uri(host.NewSignInLink()));
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return new(host, folder, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
