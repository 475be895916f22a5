using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Faults;

/// <summary>One primary and one standby: reads of the standby, and the primary's death.</summary>
public sealed class FailoverTests : IAsyncLifetime
{
    private const int Writers = 8;

    private FailoverPair _pair = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _pair = await FailoverPair.StartAsync();
        await RegistryDatabase.MigrateAsync(_pair.ConnectionString);
        _register = await TestRegister.StartAsync(connectionString: _pair.ConnectionString, dropsDatabase: false);
    }

    public async Task DisposeAsync()
    {
        await _register.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _pair.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_shown_an_older_state_than_their_own_last_write_or_than_an_announced_one()
    {
        var zone = await _register.AddZoneAsync();
        var parcel = await _register.AddParcelAsync(zone);
        var fromStandby = await WaitForStandbyReadAsync();
        await _pair.SetReplayAsync(goesOn: false);

        using var mark = await _register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "x" }, $"\"p{parcel}-v1\"");
        using var asWriter = new HttpRequestMessage(HttpMethod.Get, "/api/parcels/summary");
        asWriter.Headers.Add("Cookie", $"{Cookie}; {mark.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}");
        var mine = await CountAsync(asWriter);
        using var asOther = new HttpRequestMessage(HttpMethod.Get, "/api/parcels/summary");
        asOther.Headers.Add("Cookie", Cookie);
        var others = await CountAsync(asOther);
        var hosts = (await _register.Client.GetJsonAsync("/api/system")).GetProperty("hosts").EnumerateArray().ToDictionary(host => host.GetProperty("role").GetString()!);
        await _pair.SetReplayAsync(goesOn: true);
        var later = await WaitForStandbyReadAsync();

        Assert.True(fromStandby > 0 && later > fromStandby);
        Assert.Equal(1, mine);
        Assert.Equal(1, others);
        Assert.Equal(["primary", "standby"], hosts.Keys.Order());
        Assert.True(hosts["standby"].GetProperty("lagBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task When_the_primary_is_killed_during_writes_clients_recover_by_themselves_and_no_acknowledged_write_is_lost()
    {
        var zone = await _register.AddZoneAsync();
        var parcels = new List<long>();
        for (var i = 0; i < Writers; i++)
        {
            parcels.Add(await _register.AddParcelAsync(zone, i));
        }

        var acknowledged = new ConcurrentQueue<(string Reason, long At)>();
        var refused = new ConcurrentDictionary<HttpStatusCode, int>();
        using var stop = new CancellationTokenSource();
        var writers = parcels.Select(parcel => WriteAsync(parcel, acknowledged, refused, stop.Token)).ToList();
        await UntilAsync(() => acknowledged.Count > 100);

        var killed = Stopwatch.GetTimestamp();
        await _pair.KillPrimaryAsync();
        await _pair.PromoteAsync();
        var promoted = Stopwatch.GetTimestamp();
        await UntilAsync(() => acknowledged.Count(one => one.At > promoted) > 100);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        _register.Database.Clear();
        var kept = await _register.AskAsync<string[]>("select array_agg(reason) from registry.change where command <> 'Arrange'");
        var lost = acknowledged.Select(one => one.Reason).Except(kept).ToList();
        var (before, after) = (acknowledged.Count(one => one.At <= killed), acknowledged.Count(one => one.At > killed));
        var first = acknowledged.Where(one => one.At > killed).Min(one => one.At);
        FaultRounds.Say($"failover: {Writers} writers, {before} writes acknowledged before the primary was killed and {after} after, {lost.Count} lost; "
            + $"promoted after {Stopwatch.GetElapsedTime(killed, promoted).TotalMilliseconds:0} ms, first write after {Stopwatch.GetElapsedTime(killed, first).TotalMilliseconds:0} ms; meanwhile "
            + string.Join(", ", refused.Select(pair => $"{pair.Value} × {(int)pair.Key}")));
        Assert.Empty(lost);
        Assert.All(refused.Keys, status => Assert.Contains(status, new[] { HttpStatusCode.ServiceUnavailable, HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict }));
        Assert.DoesNotContain(_register.Log.Complaints, line => line.Contains("Unhandled fault", StringComparison.Ordinal));
    }

    private string Cookie => _register.Client.DefaultRequestHeaders.GetValues("Cookie").Single();

    /// <summary>Reads the overview until the standby answers one; how many statements it has answered.</summary>
    private async Task<long> WaitForStandbyReadAsync()
    {
        var began = await StandbyReadsAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            await _register.Client.GetJsonAsync("/api/parcels/summary");
            if (await StandbyReadsAsync() is var now && now > began)
            {
                return now;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Sequential and index scans of the tally on the standby.</summary>
    private async Task<long> StandbyReadsAsync()
    {
        await using var source = NpgsqlDataSource.Create(RegistryDataSource.EachHost(_pair.ConnectionString).Last());
        await using var command = source.CreateCommand("select sum(coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::bigint from pg_stat_user_tables where relname = 'parcel_tally'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> CountAsync(HttpRequestMessage request)
    {
        using var client = _register.NewClient();
        using var answer = await client.SendAsync(request);
        return (await answer.JsonAsync()).GetProperty("groups").EnumerateArray()
            .Where(group => group.GetProperty("key").GetString() == "suspected").Sum(group => group.GetProperty("count").GetInt64());
    }

    private async Task WriteAsync(long parcel, ConcurrentQueue<(string Reason, long At)> acknowledged, ConcurrentDictionary<HttpStatusCode, int> refused, CancellationToken stop)
    {
        for (var (version, n) = (1, 0); !stop.IsCancellationRequested; n++)
        {
            var reason = $"write {parcel}-{n}";
            using var answer = await _register.Client.PostAsync($"/api/parcels/{parcel}/status", new { to = version % 2 == 1 ? "suspected" : "in_use", reason }, $"\"p{parcel}-v{version}\"");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                acknowledged.Enqueue((reason, Stopwatch.GetTimestamp()));
                version++;
                continue;
            }

            refused.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (answer.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                // Done after all before the answer was lost: go on from there, as the screen does.
                version = (await answer.JsonAsync()).GetProperty("current").GetProperty("version").GetInt32();
            }
            else
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
