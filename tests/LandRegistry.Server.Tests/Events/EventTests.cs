using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Events;

public sealed class EventTests : RegisterTest
{
    [Fact]
    public async Task A_mark_reaches_the_open_streams_of_every_server_within_a_second()
    {
        await using var other = await SecondServer.StartAsync(Register);
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        using var here = await EventStream.OpenAsync(Client);
        using var there = await EventStream.OpenAsync(other.Client);

        using var answer = await Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "未动工" }, $"\"p{parcel}-v1\"");

        foreach (var stream in new[] { here, there })
        {
            var change = await stream.NextAsync("change", change => change.TryGetProperty("command", out var command) && command.GetString() == "MarkStatus");
            Assert.Equal([parcel], change.GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
            Assert.Equal("tester", change.GetProperty("actor").GetString());
            Assert.False(change.GetProperty("many").GetBoolean());
            Assert.InRange(change.GetProperty("bbox")[0].GetDouble(), 114.04, 114.06);
            Assert.InRange(change.GetProperty("bbox")[1].GetDouble(), 30.49, 30.51);
        }
    }

    [Fact]
    public async Task A_fact_entered_and_one_withdrawn_reach_the_open_streams_of_every_server()
    {
        await using var other = await SecondServer.StartAsync(Register);
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        using var there = await EventStream.OpenAsync(other.Client);

        using var entered = await Client.PostAsync($"/api/parcels/{parcel}/facts/delivery", new { onDay = "2026-01-01" }, null);
        var fact = await entered.JsonAsync();
        using var withdrawn = await Client.PostAsync($"/api/facts/delivery/{fact.GetProperty("id").GetInt64()}/withdraw", new { reason = "误录" }, $"\"p{fact.GetProperty("id").GetInt64()}-v1\"");

        foreach (var command in new[] { "EnterFact", "WithdrawFact" })
        {
            var change = await there.NextAsync("change", change => change.TryGetProperty("command", out var told) && told.GetString() == command);
            Assert.Equal([parcel], change.GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
            Assert.InRange(change.GetProperty("bbox")[0].GetDouble(), 114.04, 114.06);
        }
    }

    [Fact]
    public async Task A_write_that_is_rolled_back_is_not_told()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        using var stream = await EventStream.OpenAsync(Client);

        var arranged = await Register.AskAsync<long>("select change_id from registry.parcel where id = $1", parcel);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            Register.WriteAsync($"do 'begin update registry.parcel set name = ''x'' where id = {parcel}; perform 1 / 0; end'"));
        using var marked = await Client.PostAsync($"/api/parcels/{parcel}/status", new { to = "suspected", reason = "y" }, $"\"p{parcel}-v1\"");

        // Word of the arranged parcel may still come; of what was done after it only the mark's may.
        var first = await stream.NextAsync("change", change => change.GetProperty("changeId").ValueKind == JsonValueKind.Number && change.GetProperty("changeId").GetInt64() > arranged);
        Assert.Equal("MarkStatus", first.GetProperty("command").GetString());
    }

    [Fact]
    public async Task A_change_of_very_many_parcels_asks_to_read_everything_anew()
    {
        var zone = await Register.AddZoneAsync();
        using var stream = await EventStream.OpenAsync(Client);

        await Register.WriteAsync(
            """
            insert into registry.parcel (zone_id, location, status, status_since, source, shape_mercator, updated_at, change_id)
            select $1, st_setsrid(st_makepoint(114 + i * 0.001, 30.5), 4490), 'in_use', '2025-01-01', 'officer', null, now(), 0
            from generate_series(1, 300) i
            """,
            zone);

        var change = await stream.NextAsync("change", change => change.GetProperty("changeId").ValueKind == JsonValueKind.Number);
        Assert.True(change.GetProperty("many").GetBoolean());
        Assert.Equal(0, change.GetProperty("parcels").GetArrayLength());
    }
}
