using System.Net;
using System.Net.Security;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

/// <summary>A server as an office runs it: HTTPS, proxies, names, limits, metrics, several at once, a graceful stop.</summary>
public sealed class OfficeServerTests(OfficeRegister office) : IClassFixture<OfficeRegister>
{
    private TestRegister Register => office.Register;

    [Fact]
    public async Task The_server_speaks_https_with_the_given_certificate_and_says_so_to_browsers()
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Subject == "CN=land.example" },
            UseCookies = false, AllowAutoRedirect = false,
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{office.HttpsPort}") };

        using var health = await client.GetAsync(new Uri("/api/health", UriKind.Relative));
        using var head = await client.SendAsync(new(HttpMethod.Head, "/api/health") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact });
        var ticket = new Uri(Register.NewSignInLink()).Query;
        using var signIn = await client.GetAsync(new Uri("/sign-in" + ticket, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, head.StatusCode);
        Assert.StartsWith("max-age=", health.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var cookie = string.Join(';', signIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_a_trusted_proxy_is_believed_who_the_caller_is()
    {
        // The proxy says that the page was https: only then is its origin the register's own.
        await using var behindProxy = await TestRegister.StartAsync(settings: new() { TrustedProxies = [new(IPAddress.Loopback, 32)] });
        var trusted = await OriginAnswerAsync(behindProxy);
        var stranger = await OriginAnswerAsync(Register);

        Assert.NotEqual(HttpStatusCode.Forbidden, trusted);
        Assert.Equal(HttpStatusCode.Forbidden, stranger);
    }

    [Fact]
    public async Task A_name_that_is_not_the_servers_is_refused()
    {
        using var client = Register.NewClient();

        Assert.Equal(HttpStatusCode.OK, await HealthByNameAsync(client, "land.example"));
        Assert.Equal(HttpStatusCode.BadRequest, await HealthByNameAsync(client, "evil.example"));
    }

    [Fact]
    public async Task Metrics_answer_on_their_own_port_and_nothing_else_does_there()
    {
        await Register.Client.GetJsonAsync("/api/zones");
        using var scraper = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{office.MetricsPort}") };

        var figures = await scraper.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        using var other = await scraper.GetAsync(new Uri("/api/health", UriKind.Relative));
        using var elsewhere = await Register.Client.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("http_server_request_duration_seconds_count", figures, StringComparison.Ordinal);
        Assert.Contains("db_client_", figures, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc_", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("tester", figures, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_link_of_an_office_servers_own_machine_is_noted_with_what_is_read_by_it_and_ends_with_the_day()
    {
        await using var register = await TestRegister.StartAsync(settings: office.Read("""{"listen": ["http://127.0.0.1:0"]}"""));
        var parcel = await register.AddParcelAsync(await register.AddZoneAsync());
        await register.WriteAsync("insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, change_id) values ($1, 'payment', '2026-02-01', 12345, 0)", parcel);
        await register.Client.GetJsonAsync($"/api/parcels/{parcel}/facts");
        await register.Client.GetJsonAsync("/api/audit/verify");
        var lines = (await register.Client.GetJsonAsync("/api/audit?action=sign_in&action=read")).GetProperty("items").EnumerateArray().ToList();

        register.Clock.Advance(TimeSpan.FromHours(9));
        using var later = await register.Client.GetAsync(new Uri("/api/me", UriKind.Relative));

        Assert.Equal([("read", $"/api/parcels/{parcel}/facts"), ("sign_in", "ticket")], lines.Select(line => (line.GetProperty("action").GetString()!, line.GetProperty("what").GetString()!)));
        await later.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task Two_servers_of_one_database_take_each_others_sign_ins()
    {
        var settings = office.Read("""{"listen": ["http://127.0.0.1:0"]}""");
        await using var second = await SecondServer.StartAsync(Register, settings);
        using var wanderer = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = second.Client.BaseAddress };
        wanderer.DefaultRequestHeaders.Add("Cookie", Register.Client.DefaultRequestHeaders.GetValues("Cookie"));

        Assert.Equal("tester", (await wanderer.GetJsonAsync("/api/me")).GetProperty("name").GetString());
        Assert.True(await Register.AskAsync<long>("select count(*) from registry.data_protection_key") > 0);
    }

    [Fact]
    public async Task Too_many_attempts_to_sign_in_and_too_many_requests_of_a_person_are_refused_and_nobody_else_is_kept_out()
    {
        await using var register = await TestRegister.StartAsync(settings: new() { SignInsPerMinute = 5, RequestsPerMinute = 20 });
        using var client = register.NewClient();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await client.GetAsync(new Uri("/sign-in?ticket=guess", UriKind.Relative)));
        }

        await answers[^1].AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.True(answers[^1].Headers.RetryAfter!.Delta > TimeSpan.Zero);
        answers.ForEach(answer => answer.Dispose());

        var own = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            using var answer = await register.Client.GetAsync(new Uri("/api/me", UriKind.Relative));
            own.Add(answer.StatusCode);
        }

        using var stranger = register.NewClient();
        using var health = await stranger.GetAsync(new Uri("/api/health", UriKind.Relative));

        Assert.Equal(5, own.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_server_that_stops_says_first_that_it_is_not_ready_and_still_answers()
    {
        await using var register = await TestRegister.StartAsync(settings: new() { Drain = TimeSpan.FromSeconds(2) });
        using var client = register.NewClient();
        using var before = await client.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
        using var live = await Events.EventStream.OpenAsync(register.Client);

        var stopping = register.StopServerAsync();
        using var during = await client.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
        using var work = await register.Client.GetAsync(new Uri("/api/zones", UriKind.Relative));
        await stopping;

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("stopping", (await during.JsonAsync()).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, during.StatusCode);
        Assert.Equal(HttpStatusCode.OK, work.StatusCode);
        await live.EndAsync();
        await register.StartServerAsync();
    }

    [Fact]
    public async Task A_statement_that_runs_too_long_is_given_up_and_the_caller_told_to_narrow_it()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        await using var other = await Register.Database.OpenConnectionAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using var hold = new Npgsql.NpgsqlCommand("select 1 from registry.parcel for update", other);
        await hold.ExecuteNonQueryAsync();

        using var answer = await Register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");

        await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "took-too-long");
    }

    private static async Task<HttpStatusCode> HealthByNameAsync(HttpClient client, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> OriginAnswerAsync(TestRegister register)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parcels/1/status") { Content = new StringContent("{}") };
        request.Headers.Add("Origin", "https://land.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "land.example");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await register.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
