using LandRegistry.Server.Demo;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Demo;

public sealed class DemoLoadTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>More than are replayed, so that all is as in a large zone.</summary>
    private const int EnoughInBulk = DemoZone.MostReplayed + 1_000;

    private readonly List<(string ConnectionString, NpgsqlDataSource Source)> _registers = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (connectionString, source) in _registers)
        {
            await source.DisposeAsync();
            await TestCluster.DropAsync(connectionString);
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_register_and_another_seed_another()
    {
        var first = await NewRegisterAsync();
        var second = await NewRegisterAsync();
        var other = await NewRegisterAsync();

        await DemoZone.LoadAsync(first, new DemoOptions(150, 7, Today));
        await DemoZone.LoadAsync(second, new DemoOptions(150, 7, Today));
        await DemoZone.LoadAsync(other, new DemoOptions(150, 8, Today));

        Assert.Equal(await DigestAsync(first), await DigestAsync(second));
        Assert.NotEqual(await DigestAsync(first), await DigestAsync(other));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(5_001)]
    public async Task A_zone_has_as_many_parcels_as_asked_for(int parcels)
    {
        var register = await NewRegisterAsync();

        var outcome = await DemoZone.LoadAsync(register, new DemoOptions(parcels, 3, Today));

        Assert.True(outcome.Loaded);
        Assert.Equal(parcels, await CountAsync(register, "registry.parcel"));
        Assert.Equal(parcels, await CountAsync(register, "(select distinct source_id from registry.parcel) s"));
        Assert.Equal(parcels, (int)await AskAsync<long>(register, "select sum(parcel_count) from registry.parcel_count_cell"));
    }

    [Fact]
    public async Task A_large_zone_puts_back_every_index_and_foreign_key()
    {
        const string Schema =
            """
            select string_agg(t, E'\n' order by t) from (
                select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'registry'::regnamespace
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'registry'::regnamespace
                union all
                select c.relname || ' ' || d.objsubid || ' ' || d.description from pg_description d join pg_class c on c.oid = d.objoid where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
            ) s (t)
            """;
        var register = await NewRegisterAsync();
        var before = await AskAsync<string>(register, Schema);

        await DemoZone.LoadAsync(register, InBulk(3));

        Assert.Equal(before, await AskAsync<string>(register, Schema));
        Assert.Equal(EnoughInBulk, await CountAsync(register, "registry.parcel_search"));
        Assert.Equal(0, await CountAsync(register, "registry.deferred_work"));
        Assert.Equal(0, await CountAsync(
            register,
            "registry.parcel a join registry.parcel b on a.id < b.id and a.boundary && b.boundary and st_relate(a.boundary, b.boundary, '2********')"));
    }

    [Fact]
    public async Task A_large_load_cut_short_after_its_commit_is_completed_by_the_next_start()
    {
        var register = await NewRegisterAsync();
        await DemoZone.LoadAsync(register, InBulk(3));
        var (words, cells) = (await CountAsync(register, "registry.parcel_search"), await CountAsync(register, "registry.parcel_count_cell"));
        await AskAsync<int>(
            register,
            """
            with taken as (select pg_get_indexdef('registry.parcel_by_area_ix'::regclass) as definition),
            words as (delete from registry.parcel_search where parcel_id % 3 = 0 returning 1),
            cells as (delete from registry.parcel_count_cell returning 1),
            left_over as (
                insert into registry.deferred_work (lane, statement)
                select * from (values ('search', 'select registry.refresh_search(null)'), ('lists', 'select registry.rebuild_map(1)'),
                    ('lists', 'drop index registry.parcel_by_area_ix'), ('lists', (select definition from taken))) as w
                returning 1
            )
            select count(*)::int from left_over
            """);

        // Two programs start at once.
        await Task.WhenAll(RegistryDatabase.MigrateAsync(register), RegistryDatabase.MigrateAsync(register));

        Assert.Equal(words, await CountAsync(register, "registry.parcel_search"));
        Assert.Equal(cells, await CountAsync(register, "registry.parcel_count_cell"));
        Assert.Equal(1, await CountAsync(register, "pg_indexes where schemaname = 'registry' and indexname = 'parcel_by_area_ix'"));
        Assert.Equal(0, await CountAsync(register, "registry.deferred_work"));
    }

    [Fact]
    public async Task A_large_register_is_written_with_what_the_triggers_would_have_derived()
    {
        var register = await NewRegisterAsync();
        await DemoZone.LoadAsync(register, InBulk(3));

        // The same boundaries once more, by way of the triggers.
        await using var connection = await register.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.BeginChangeAsync(new("tester", "Copy", null, DateTimeOffset.UnixEpoch), CancellationToken.None);
        await using var copy = new NpgsqlCommand(
            """
            insert into registry.parcel (zone_id, boundary, location, status, status_since, stated_area_square_metres, source, source_id)
            select zone_id, boundary, case when boundary is null then location end, status, status_since, stated_area_square_metres, 'copy', source_id
            from registry.parcel where source = 'demo' and (id % 10 = 0 or boundary is null)
            """,
            connection);
        var copied = await copy.ExecuteNonQueryAsync();
        await transaction.CommitAsync();

        Assert.True(copied > 500);
        Assert.Equal(copied, await CountAsync(
            register,
            """
            registry.parcel a join registry.parcel b on b.source = 'copy' and a.source = 'demo' and a.source_id = b.source_id
            and a.location::text = b.location::text and a.shape_mercator::text = b.shape_mercator::text and a.area_srid is not distinct from b.area_srid
            and a.measured_area_square_metres is not distinct from b.measured_area_square_metres and a.version = b.version
            join registry.parcel_status_mark m on m.parcel_id = a.id and m.from_status is null and m.to_status = a.status and m.effective_on = a.status_since and m.change_id = a.change_id
            """));
        Assert.Equal(0, await CountAsync(register, "pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'registry'::regnamespace and t.tgenabled = 'D'"));
    }

    [Fact]
    public async Task Words_made_beside_the_records_and_the_zones_of_enterprises_are_those_that_the_records_give()
    {
        const string Derived =
            """
            select md5(string_agg(t, '|' order by t)) from (
                select parcel_id || content from registry.parcel_search union all select word || spelling from registry.search_word
                union all select enterprise_id || ' ' || zone_id from registry.enterprise_zone) d (t)
            """;
        var register = await NewRegisterAsync();
        await DemoZone.LoadAsync(register, InBulk(3));
        await DemoZone.LoadAsync(register, InBulk(4, "DEMO2"));
        var made = await AskAsync<string>(register, Derived);

        await using var derive = register.CreateCommand("select registry.refresh_search(null), registry.refresh_enterprise_zones(null)");
        derive.CommandTimeout = 0;
        await derive.ExecuteNonQueryAsync();

        Assert.Equal(2 * EnoughInBulk, await CountAsync(register, "registry.parcel_search where content <> ''"));
        Assert.Equal(made, await AskAsync<string>(register, Derived));
    }

    [Fact]
    public async Task A_zone_that_stands_is_not_loaded_again()
    {
        var register = await NewRegisterAsync();
        await DemoZone.LoadAsync(register, new DemoOptions(20, 3, Today));

        var again = await DemoZone.LoadAsync(register, new DemoOptions(30, 4, Today));

        Assert.False(again.Loaded);
        Assert.Contains("--zone", again.TextEn, StringComparison.Ordinal);
        Assert.Equal(20, await CountAsync(register, "registry.parcel"));
    }

    [Fact]
    public async Task A_second_zone_of_another_code_stands_beside_the_first()
    {
        var register = await NewRegisterAsync();
        await DemoZone.LoadAsync(register, new DemoOptions(40, 3, Today));

        var second = await DemoZone.LoadAsync(register, new DemoOptions(40, 3, Today, "DEMO2"));

        Assert.True(second.Loaded);
        Assert.Equal(80, await CountAsync(register, "registry.parcel"));
        Assert.Equal(2, await CountAsync(register, "(select distinct county_code from registry.parcel) c"));
        Assert.Equal(0, await CountAsync(register, "registry.zone a join registry.zone b on a.code = 'DEMO' and b.code = 'DEMO2' and st_intersects(a.extent, b.extent)"));
    }

    [Fact]
    public async Task A_register_that_has_a_zone_gets_no_demo_zone_on_start()
    {
        await using var register = await TestRegister.StartAsync();
        await register.AddZoneAsync();

        var loaded = await DemoZone.LoadIfEmptyAsync(register.ConnectionString, register.Clock);

        Assert.False(loaded);
        Assert.Equal(0L, await register.AskAsync<long>("select count(*) from registry.parcel"));
    }

    [Fact]
    public async Task Two_starts_at_once_load_one_zone()
    {
        await NewRegisterAsync();
        var (connectionString, source) = _registers[^1];

        var loaded = await Task.WhenAll(
            DemoZone.LoadIfEmptyAsync(connectionString, TestClock.Noon()), DemoZone.LoadIfEmptyAsync(connectionString, TestClock.Noon()));

        Assert.Single(loaded, true);
        Assert.Equal(DemoOptions.FirstStartParcels, await CountAsync(source, "registry.parcel"));
    }

    [Theory]
    [InlineData(20), InlineData(EnoughInBulk)]
    public async Task A_load_that_fails_half_way_leaves_nothing(int parcels)
    {
        var register = await NewRegisterAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => DemoZone.LoadAsync(register, InBulk(3) with { Parcels = parcels }, new FailsNearTheEnd()));

        foreach (var table in new[] { "change", "zone", "enterprise", "parcel", "contract", "occupancy", "parcel_status_mark", "map_cell", "parcel_search", "search_word" })
        {
            Assert.Equal(0, await CountAsync(register, "registry." + table));
        }

        Assert.Equal(0, await CountAsync(register, "pg_class where relname in ('parcel_search_next', 'demo_row')"));
    }

    private static async Task<int> CountAsync(NpgsqlDataSource source, string from) => (int)await AskAsync<long>(source, "select count(*) from " + from);

    private static async Task<T> AskAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>All that a register says, but for keys that the database deals out.</summary>
    private static Task<string> DigestAsync(NpgsqlDataSource source) => AskAsync<string>(
        source,
        """
        select md5(string_agg(t, '|' order by t)) from (
            select md5((to_jsonb(p) - array['id', 'zone_id', 'change_id'])::text) from registry.parcel p
            union all select md5((to_jsonb(e) - array['id', 'change_id'])::text) from registry.enterprise e
            union all select md5((to_jsonb(z) - array['id', 'parent_id', 'change_id'])::text) from registry.zone z
            union all select md5(p.source_id || (to_jsonb(c) - array['id', 'parcel_id', 'change_id'])::text) from registry.contract c join registry.parcel p on p.id = c.parcel_id
            union all select md5(p.source_id || (to_jsonb(c) - array['id', 'parcel_id', 'change_id'])::text) from registry.encumbrance c join registry.parcel p on p.id = c.parcel_id
            union all select md5(p.source_id || e.source_id || o.role || o.from_on || coalesce(o.to_on::text, '')) from registry.occupancy o
                join registry.parcel p on p.id = o.parcel_id join registry.enterprise e on e.id = o.enterprise_id
            union all select md5(p.source_id || (to_jsonb(m) - array['id', 'parcel_id', 'change_id'])::text) from registry.parcel_status_mark m join registry.parcel p on p.id = m.parcel_id
            union all select md5(p.source_id || (to_jsonb(f) - array['id', 'parcel_id', 'change_id', 'document_id'])::text) from registry.land_fact f join registry.parcel p on p.id = f.parcel_id
            union all select md5(p.source_id || (to_jsonb(l) - array['id', 'parcel_id', 'change_id', 'document_id'])::text) from registry.money_line l join registry.parcel p on p.id = l.parcel_id
            union all select md5(p.source_id || (to_jsonb(c) - array['id', 'parcel_id', 'case_id', 'change_id'])::text) from registry.case_document c join registry.parcel p on p.id = c.parcel_id
            union all select md5(p.source_id || c.stage || e.stage || e.on_day) from registry.case_event e join registry.land_case c on c.id = e.case_id join registry.parcel p on p.id = c.parcel_id
            union all select md5((to_jsonb(c) - 'id')::text) from registry.change c
        ) s (t)
        """);

    private static DemoOptions InBulk(long seed, string zone = DemoOptions.FirstZoneCode) => new(EnoughInBulk, seed, Today, zone) { LeastInBulk = EnoughInBulk };

    private async Task<NpgsqlDataSource> NewRegisterAsync()
    {
        var connectionString = await TestCluster.NewDatabaseAsync();
        var source = RegistryDataSource.Create(connectionString);
        _registers.Add((connectionString, source));
        return source;
    }

    private sealed class FailsNearTheEnd : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (value.Done == value.Total - 1)
            {
                throw new InvalidOperationException("as the test wants it");
            }
        }
    }
}
