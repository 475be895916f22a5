using System.Net.Http.Json;
using System.Text.Json;

namespace LandRegistry.Benchmarks;

/// <summary>An officer of the register that is measured, with a password of their own; every sign-in is another session.</summary>
internal sealed class BenchmarkPerson
{
    private const string Own = "benchmark of rights in turns";

    private readonly ServerUnderTest _server;
    private readonly string _userName = "bench-" + Guid.NewGuid().ToString("N")[..8];

    private BenchmarkPerson(ServerUnderTest server) => _server = server;

    /// <summary>Makes the account.</summary>
    /// <param name="server">The server measured.</param>
    /// <param name="zones">Zones that the rights are limited to; null for every zone.</param>
    public static async Task<BenchmarkPerson> AddAsync(ServerUnderTest server, long[]? zones)
    {
        var person = new BenchmarkPerson(server);
        using var made = await server.Http.PostAsJsonAsync("/api/people", new { userName = person._userName, name = person._userName, grants = new[] { new { role = "officer", zones } } });
        var password = (await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("password").GetString()!;
        using var change = new HttpRequestMessage(HttpMethod.Post, "/api/me/password") { Content = JsonContent.Create(new { old = password, @new = Own }) };
        using var visitor = person.Visitor();
        change.Headers.Add("Cookie", await person.CookieAsync(visitor, password));
        (await visitor.SendAsync(change)).EnsureSuccessStatusCode();
        return person;
    }

    /// <summary>Signs in; one connection, as a browser's tab in use has.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        using var visitor = Visitor();
        return new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = 1 })
        {
            BaseAddress = _server.Address,
            DefaultRequestHeaders = { { "Cookie", await CookieAsync(visitor, Own) }, { "Accept-Encoding", "gzip" } },
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    private HttpClient Visitor() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _server.Address };

    private async Task<string> CookieAsync(HttpClient visitor, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = _userName, ["password"] = password });
        using var answer = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
