using System.Net;
using System.Text;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Faults;

/// <summary>The network breaks in the middle, the connections run out, the clock goes back.</summary>
public sealed class NetworkFaultTests : RegisterTest
{
    [Fact]
    public async Task A_mark_cut_off_on_its_way_is_done_once_or_not_at_all()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        await using var network = new CutProxy(Register.Address);
        var (lost, done, version) = (0, 0, 1);
        for (var round = 0; round < FaultRounds.Rounds * 8; round++)
        {
            // Odd rounds lose the answer, even ones the request, at another byte each time.
            network.ToServer = round % 2 == 0 ? 100 + (round * 37 % 500) : int.MaxValue;
            network.ToClient = round % 2 == 0 ? int.MaxValue : round * 53 % 600;
            var isHeard = await TryMarkAsync(network.Address, parcel, version);
            var now = await Register.AskAsync<int>("select version from registry.parcel where id = $1", parcel);

            Assert.InRange(now, version, version + 1);
            Assert.True(!isHeard || now == version + 1, "an answer of success was a lie");
            (lost, done) = now == version ? (lost + 1, done) : (lost, done + 1);
            // Sent again as a person would: done now, or told that it had been done.
            using var again = await MarkAsync(Client, parcel, version);
            Assert.Equal(now == version ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed, again.StatusCode);
            version++;
        }

        FaultRounds.Say($"network cut in a mark: {FaultRounds.Rounds * 8} rounds: {lost} not done, {done} done though the answer was lost, 0 done twice");
    }

    [Theory]
    [InlineData("/api/context-layers?name=cut&source=County&colour=%23112233", "context_layer"), InlineData("/api/imports?fileName=cut.geojson", "import")]
    public async Task A_file_cut_off_on_its_way_is_not_kept_and_can_be_sent_again(string path, string table)
    {
        var kept = "select count(*) from registry." + table;
        var before = await Register.AskAsync<long>(kept);
        await using var network = new CutProxy(Register.Address);
        var body = Encoding.UTF8.GetBytes("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $$$"""{"type":"Feature","properties":{"n":{{{i}}}},"geometry":{"type":"Point","coordinates":[114.05,30.5]}}""")) + "]}");
        for (var round = 0; round < FaultRounds.Rounds; round++)
        {
            network.ToServer = body.Length / (round + 2);
            using var cut = Through(network.Address);
            Assert.False(await TryUploadAsync(cut, path, body));
        }

        // The client is not told when the server has cleared up.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Register.AskAsync<long>(kept) != before)
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.True(await TryUploadAsync(Client, path, body));
        Assert.Equal(before + 1, await Register.AskAsync<long>(kept));
        FaultRounds.Say($"network cut in an upload ({table}): {FaultRounds.Rounds} rounds: nothing kept of any, the whole one kept");
    }

    [Fact]
    public async Task A_server_out_of_connections_says_try_again_and_recovers()
    {
        var connection = new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync()) { MaxPoolSize = 4, Timeout = 1 }.ConnectionString;
        await using var register = await TestRegister.StartAsync(connectionString: connection);
        var parcel = await register.AddParcelAsync(await register.AddZoneAsync());
        await using var other = await register.Database.OpenConnectionAsync();
        var holding = await other.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select 1 from registry.parcel for update", other))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var waiting = Enumerable.Range(0, 8).Select(_ => MarkAsync(register.Client, parcel, 1)).ToList();
        var refused = await FirstRefusedAsync(register.Client);
        await holding.RollbackAsync();
        var marks = await Task.WhenAll(waiting);
        using var after = await register.Client.GetAsync(new Uri("/api/parcels", UriKind.Relative));

        await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "database-unreachable");
        Assert.Equal(1, marks.Count(mark => mark.StatusCode == HttpStatusCode.OK));
        Assert.All(marks, mark => Assert.Contains(mark.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.ServiceUnavailable }));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_clock_that_goes_back_neither_loses_a_mark_nor_the_order_of_versions()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        using var before = await MarkAsync(Client, parcel, 1);
        Register.Clock.Advance(TimeSpan.FromHours(-30));
        using var earlier = await Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "in_use", reason = "clock went back" }, $"\"p{parcel}-v2\"");
        Register.Clock.Advance(TimeSpan.FromHours(31));
        using var after = await Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "in_use", reason = "clock is right" }, $"\"p{parcel}-v{await Register.AskAsync<int>("select version from registry.parcel where id = $1", parcel)}\"");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        // A status from a day before the present one's is refused with its rule; nothing is written over either way.
        Assert.True(earlier.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, earlier.StatusCode.ToString());
        Assert.True(after.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, after.StatusCode.ToString());
        Assert.DoesNotContain(Register.Log.Complaints, line => line.Contains("Unhandled", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(new Uri($"/api/parcels/{parcel}/history", UriKind.Relative))).StatusCode);
    }

    private static async Task<HttpResponseMessage> FirstRefusedAsync(HttpClient client)
    {
        while (true)
        {
            var answer = await client.GetAsync(new Uri("/api/parcels", UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
        }
    }

    private async Task<bool> TryMarkAsync(Uri through, long parcel, int version)
    {
        using var client = Through(through);
        try
        {
            using var answer = await MarkAsync(client, parcel, version);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<bool> TryUploadAsync(HttpClient client, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/octet-stream");
        try
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            return answer.IsSuccessStatusCode ? true : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private HttpClient Through(Uri network)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = network };
        client.DefaultRequestHeaders.Add("Cookie", Client.DefaultRequestHeaders.GetValues("Cookie"));
        return client;
    }

    private static Task<HttpResponseMessage> MarkAsync(HttpClient client, long parcel, int version) => client.PostAsync(
        $"/api/parcels/{parcel}/status", new { to = version % 2 == 1 ? "suspected" : "in_use", reason = "x" }, $"\"p{parcel}-v{version}\"");
}
