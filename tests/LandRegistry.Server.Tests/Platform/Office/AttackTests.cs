using System.Net;
using System.Net.Sockets;
using System.Text;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

/// <summary>What strangers and broken programs send.</summary>
public sealed class AttackTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        using var large = new StringContent("{\"reason\":\"" + new string('x', 2 << 20) + "\"}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parcels/1/status") { Content = large };
        request.Headers.ExpectContinue = true;
        using var answer = await Client.SendAsync(request);

        await answer.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_at_the_limit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parcels/1/status") { Content = new EndlessContent() };
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await Client.SendAsync(request).WaitAsync(Patience);
            await answer.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        }
        catch (HttpRequestException)
        {
            // The server has closed the connection while the body was still being sent.
        }

        Assert.Equal("ok", (await Client.GetJsonAsync("/api/health")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("["), InlineData("{\"a\":")]
    public async Task A_body_that_nests_without_end_is_a_malformed_request(string opening)
    {
        using var deep = new StringContent(string.Concat(Enumerable.Repeat(opening, 100_000)), Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync(new Uri("/api/parcels/1/status", UriKind.Relative), deep);

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task A_client_that_dribbles_is_cut_off()
    {
        // Both at once: each takes as long as the server's patience with slow clients.
        var ends = await Task.WhenAll(
            CutOffAsync($"POST /api/parcels/1/status HTTP/1.1\r\nHost: x\r\nCookie: {Cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"),
            CutOffAsync("GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: "));

        Assert.All(ends, said => Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), said));
    }

    /// <summary>Sends a letter now and then after a beginning; returns what the server said when it cut that off.</summary>
    private async Task<string> CutOffAsync(string beginning)
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, Register.Address.Port);
        await using var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));

        using var patience = new CancellationTokenSource(Patience);
        var ended = ReadToEndAsync(stream, patience.Token);
        var dribble = DribbleAsync(stream, ended, patience.Token);
        var said = await ended;
        await dribble;
        return said;
    }

    [Fact]
    public async Task A_line_or_a_header_that_is_too_long_is_refused()
    {
        using var longLine = await Client.GetAsync(new Uri("/api/parcels?q=" + new string('x', 20_000), UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Add("X-Long", new string('x', 40_000));
        using var longHeader = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestUriTooLong, longLine.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, longHeader.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in?ticket=x%0d%0aSet-Cookie:%20evil=1"), InlineData("/api/parcels?q=a%0d%0aSet-Cookie:%20evil=1"), InlineData("/api/%0d%0aSet-Cookie:%20evil=1")]
    public async Task A_line_break_in_an_address_makes_no_header(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.DoesNotContain(answer.Headers.Concat(answer.Content.Headers), header => header.Value.Any(value => value.Contains("evil", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd"), InlineData("/%2e%2e/%2e%2e/etc/passwd"), InlineData("/assets/..%5c..%5cappsettings.json"), InlineData("//etc/passwd")]
    [InlineData("/assets/%00"), InlineData("/server.json"), InlineData("/LandRegistry.Server.dll"), InlineData("/wwwroot/../server.json")]
    public async Task No_path_leads_out_of_the_client(string path)
    {
        var (status, body) = await RawGetAsync(path);

        Assert.True(status is "400" or "404" or "401", $"{path}: {status}");
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
        Assert.DoesNotContain("OwnerSecret", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden), InlineData("same-site", HttpStatusCode.Forbidden), InlineData("same-origin", HttpStatusCode.NotFound), InlineData("none", HttpStatusCode.NotFound)]
    public async Task A_write_that_the_browser_says_comes_from_elsewhere_is_refused(string site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parcels/1/status")
        {
            Content = new StringContent("""{"to":"suspected","reason":"x"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.IfMatch.Add(new("\"p1-v1\""));
        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task An_answer_never_shows_the_insides_of_the_program()
    {
        foreach (var path in new[] { "/api/parcels/99999999999999999999", "/api/parcels?cursor=%F0%28%8C%28", "/tiles/parcels/x/y/z", "/api/parcels?q=%00", "/api/zones?%00=1" })
        {
            var (status, body) = await RawGetAsync(path);

            Assert.True(status is "400" or "404", $"{path}: {status} {body}");
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Npgsql", body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Register.Log.Complaints, line => line.Contains("Unhandled fault", StringComparison.Ordinal));
    }

    private string Cookie => Client.DefaultRequestHeaders.GetValues("Cookie").Single();

    /// <summary>As a hostile program writes it: no client tidies the path first.</summary>
    private async Task<(string Status, string Body)> RawGetAsync(string path)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, Register.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{Register.Address.Port}\r\nCookie: {Cookie}\r\nConnection: close\r\n\r\n"));
        using var patience = new CancellationTokenSource(Patience);
        var answer = await ReadToEndAsync(stream, patience.Token);
        return (answer.Split(' ', 3)[1], answer);
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var said = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                said.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Cut off without a word.
        }

        return said.ToString();
    }

    private static async Task DribbleAsync(NetworkStream stream, Task ended, CancellationToken cancellation)
    {
        try
        {
            while (!ended.IsCompleted)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellation);
                await Task.WhenAny(ended, Task.Delay(500, cancellation));
            }
        }
        catch (IOException)
        {
            // Cut off.
        }
    }

    private sealed class EndlessContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = Encoding.ASCII.GetBytes(new string(' ', 64 << 10));
            while (true)
            {
                await stream.WriteAsync(part);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
