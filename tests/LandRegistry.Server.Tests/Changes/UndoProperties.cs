using System.Globalization;
using LandRegistry.Server.Tests.Parcels;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Changes;

/// <summary>What holds of every undo, tried on drawn histories and changes.</summary>
public sealed class UndoProperties : RegisterTest
{
    // Every column of every row that counts, but version, moment and change.
    private const string State =
        """
        select string_agg(line, chr(10) order by line)
        from (
            select (to_jsonb(p) - array['version', 'updated_at', 'change_id'])::text || md5(coalesce(st_asbinary(p.boundary), '')) || md5(st_asbinary(p.location)) || md5(st_asbinary(p.shape_mercator)) as line
            from registry.parcel p where exists (select from registry.parcel_period q where q.parcel_id = p.id)
            union all
            select r.record_kind || (r.facts - array['version', 'change_id'])::text
            from registry.record r where not coalesce((r.facts ->> 'withdrawn')::boolean, false) and r.facts ->> 'ended_on' is null
        ) t
        """;

    private const string Past =
        """
        select string_agg(concat_ws(' ', d::date, p.id, p.status, p.status_since, p.idle_kind, p.name, p.zone_id, p.on_hold, p.area_square_metres, md5(st_asbinary(p.shape_mercator))), ';' order by d, p.id)
        from generate_series(date '2023-12-25', date '2026-06-15', interval '10 days') d,
             registry.parcels_matching_as_of(null, null, null, null, null, null, null, null, d::date) p
        """;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task An_undo_restores_exactly_now_and_as_of_every_day_and_so_does_the_undo_of_an_undo(int seed)
    {
        var history = new DrawnHistory(Register, seed);
        await history.WriteAsync();
        await Register.AddHolderAsync(history.Ids[0], "示例企业");
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind) select id, 'lease' from registry.parcel");
        // What is put back to ready without being so falls out of it.
        await Register.WriteAsync("update registry.parcel set status = 'reserved' where status = 'ready'");
        Register.Clock.Advance(TimeSpan.FromDays(30));
        var random = new Random(seed);

        for (var round = 0; round < 6; round++)
        {
            // The cookie of the day before has expired.
            using var client = await Register.SignInAsync();
            var before = await StateAsync();
            await ChangeAsync(random, history.Ids[random.Next(history.Ids.Count)]);
            var after = await StateAsync();
            var change = await Register.AskAsync<long>("select max(id) from registry.change");

            var undo = await UndoAsync(client, change);
            Assert.Equal(before, await StateAsync());
            var undoOfUndo = await UndoAsync(client, undo);
            Assert.Equal(after, await StateAsync());
            await UndoAsync(client, undoOfUndo);
            Assert.Equal(before, await StateAsync());
            Register.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private Task ChangeAsync(Random random, long parcel) => random.Next(6) switch
    {
        0 => Register.WriteAsync("update registry.parcel set status = 'disposing', status_since = status_since + 3, idle_kind = 'B', hold_reason = 'x', hold_until = '2027-01-01' where id <= $1", parcel),
        1 => Register.WriteAsync("update registry.parcel set boundary = st_multi(st_makeenvelope(114.3123456789123, 30.5, 114.4, 30.6, 4490)), location = null, source_record = '{\"a\": [1, null]}' where id = $1", parcel),
        2 => Register.WriteAsync("with a as (update registry.parcel set name = null, stated_area_square_metres = 12.34 where id = $1), b as (update registry.encumbrance set withdrawn = true where parcel_id = $1) insert into registry.contract (parcel_id, kind, price_yuan) values ($1, 'contract', 1234567.89)", parcel),
        3 => Register.WriteAsync("update registry.enterprise set name = '改名', former_names = array['示例企业', '又名'] where $1 > 0", parcel),
        4 => Register.WriteAsync("insert into registry.parcel (zone_id, location, status, status_since, source) select zone_id, location, 'idle', '2025-02-02', 'officer' from registry.parcel where id = $1", parcel),
        _ => Register.WriteAsync("update registry.parcel set ended_on = '2026-01-01' where id >= $1 and ended_on is null", parcel),
    };

    private async Task<(string State, string Past)> StateAsync() => (await Register.AskAsync<string>(State), await Register.AskAsync<string>(Past));

    private static async Task<long> UndoAsync(HttpClient client, long change)
    {
        using var answer = await client.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/api/changes/{change}/undo"), new { reason = "试撤销" }, null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetInt64();
    }
}
