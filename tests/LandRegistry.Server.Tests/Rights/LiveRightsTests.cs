using System.Net.Http.Json;
using LandRegistry.Server.Tests.Events;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>Streams of live events live for hours: they follow the rights of their person, and tell nothing of other zones.</summary>
public sealed class LiveRightsTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    [Fact]
    public async Task A_stream_ends_with_its_session_whichever_server_ended_it()
    {
        using var officer = await Register.NewPersonAsync("stream-officer", ("officer", null));
        using var stream = await EventStream.OpenAsync(officer);

        // What another server does; this one hears of it from the database.
        await EndSessionsAsync("stream-officer");

        await stream.EndAsync();
        using var after = await officer.GetAsync(new Uri("/api/events", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_stream_ends_when_the_person_is_disabled_and_those_of_others_go_on()
    {
        using var gone = await Register.NewPersonAsync("stream-gone", ("officer", null));
        using var stays = await Register.NewPersonAsync("stream-stays", ("officer", null));
        using var ended = await EventStream.OpenAsync(gone);
        using var open = await EventStream.OpenAsync(stays);

        await Register.AskAsync<long>("update registry.account set is_disabled = true where user_name = 'stream-gone' returning id");

        await ended.EndAsync();
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync("stays"), 1);
        await open.NextAsync("change", change => change.GetProperty("parcels").EnumerateArray().Any(id => id.GetInt64() == parcel));
    }

    [Fact]
    public async Task A_stream_follows_the_zones_of_its_person()
    {
        var (before, after) = (await Register.AddZoneAsync("before"), await Register.AddZoneAsync("after"));
        var (left, entered) = (await Register.AddParcelAsync(before, 2), await Register.AddParcelAsync(after, 3));
        using var officer = await Register.NewPersonAsync("stream-mover", ("officer", [before]));
        using var stream = await EventStream.OpenAsync(officer);

        await Register.AskAsync<long>(
            "update registry.role_grant g set zone_ids = array[$1::bigint] from registry.account a where a.id = g.account_id and a.user_name = 'stream-mover' returning a.id", after);
        await stream.NextAsync("change", change => change.GetProperty("many").GetBoolean());
        using var foreign = await HoldAsync(left);
        using var own = await HoldAsync(entered);

        var told = await stream.NextAsync("change", change => change.GetProperty("parcels").GetArrayLength() > 0);
        Assert.Equal([entered], told.GetProperty("parcels").EnumerateArray().Select(id => id.GetInt64()));
    }

    [Fact]
    public async Task Neither_many_changes_nor_editing_in_another_zone_reach_a_limited_persons_stream()
    {
        var (own, other) = (await Register.AddZoneAsync("own"), await Register.AddZoneAsync("other"));
        var (seen, foreign) = (await Register.AddParcelAsync(own, 5), await Register.AddParcelAsync(other, 6));
        using var officer = await Register.NewPersonAsync("stream-limited", ("officer", [own]));
        using var stream = await EventStream.OpenAsync(officer);

        await Register.WriteAsync(
            """
            insert into registry.parcel (zone_id, location, status, status_since, source, shape_mercator, updated_at, change_id)
            select $1, st_setsrid(st_makepoint(114.4 + i * 0.001, 30.6), 4490), 'in_use', '2025-01-01', 'officer', null, now(), 0
            from generate_series(1, 300) i
            """,
            other);
        using var editing = await Client.PutAsJsonAsync(new Uri("/api/presence/foreignwindow", UriKind.Relative), new { parcelId = foreign });
        using var hold = await HoldAsync(seen);
        var before = await stream.KindsBeforeAsync("change", change => change.GetProperty("parcels").EnumerateArray().Any(id => id.GetInt64() == seen));
        using var here = await Client.PutAsJsonAsync(new Uri("/api/presence/ownwindow1", UriKind.Relative), new { parcelId = seen });

        Assert.True(editing.IsSuccessStatusCode && hold.IsSuccessStatusCode && here.IsSuccessStatusCode);
        Assert.Empty(before);
        await stream.NextAsync("presence", _ => true);
    }

    [Fact]
    public async Task A_stream_alone_does_not_keep_a_session_from_growing_old()
    {
        using var officer = await Register.NewPersonAsync("stream-idle", ("officer", null));
        using var stream = await EventStream.OpenAsync(officer);
        var seen = await Register.AskAsync<DateTime>("select max(s.seen_at) from registry.session s join registry.account a on a.id = s.account_id where a.user_name = 'stream-idle'");

        Register.Clock.Advance(TimeSpan.FromHours(2));
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync("idle"), 7);
        await stream.NextAsync("change", change => change.GetProperty("parcels").EnumerateArray().Any(id => id.GetInt64() == parcel));

        Assert.Equal(seen, await Register.AskAsync<DateTime>("select max(s.seen_at) from registry.session s join registry.account a on a.id = s.account_id where a.user_name = 'stream-idle'"));
    }

    private Task<HttpResponseMessage> HoldAsync(long parcel) => Client.PostAsync($"/api/parcels/{parcel}/hold", new { reason = "核实" }, $"\"p{parcel}-v1\"");

    private Task<long> EndSessionsAsync(string userName) => Register.AskAsync<long>(
        "update registry.session s set ended_at = now() from registry.account a where a.id = s.account_id and a.user_name = $1 and s.ended_at is null returning s.id", userName);
}
