using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Demo;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Demo;

/// <summary>The zone that a new register starts with: 600 parcels, loaded once for all tests of this class.</summary>
public sealed class FirstZone : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Database { get; private set; } = null!;

    public TestClock Clock { get; } = TestClock.Noon();

    public async Task InitializeAsync()
    {
        ConnectionString = await TestCluster.NewDatabaseAsync();
        Database = RegistryDataSource.Create(ConnectionString);
        Assert.True(await DemoZone.LoadIfEmptyAsync(ConnectionString, Clock));
    }

    public async Task<int> CountAsync(string from)
    {
        await using var command = Database.CreateCommand("select count(*)::integer from " + from);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await TestCluster.DropAsync(ConnectionString);
    }
}

public sealed class DemoZoneTests(FirstZone zone) : IClassFixture<FirstZone>
{
    [Fact]
    public async Task A_new_register_starts_with_six_hundred_parcels()
    {
        Assert.Equal(600, await CountAsync("registry.parcel where source = 'demo'"));
        Assert.Equal(600, await CountAsync("registry.parcel_search"));
    }

    [Fact]
    public async Task No_two_boundaries_overlap() =>
        Assert.Equal(0, await CountAsync(
            "registry.parcel a join registry.parcel b on a.id < b.id and a.boundary && b.boundary and st_relate(a.boundary, b.boundary, '2********')"));

    [Fact]
    public async Task Neighbours_share_whole_edges() =>
        Assert.True(await CountAsync(
            "registry.parcel a join registry.parcel b on a.id < b.id and a.boundary && b.boundary and st_relate(a.boundary, b.boundary, 'FF*F1****')") > 400);

    [Fact]
    public async Task All_eleven_statuses_are_there()
    {
        var statuses = await ListAsync<string>("select distinct status from registry.parcel order by 1");

        Assert.Equal(ParcelStatuses.All.Select(ParcelStatuses.Code).Order(StringComparer.Ordinal), statuses);
    }

    [Fact]
    public async Task Both_kinds_of_idleness_and_all_causes_are_there() =>
        Assert.Equal(
            ["A force_majeure", "A government", "A holder", "B force_majeure", "B government", "B holder"],
            await ListAsync<string>("select distinct idle_kind || ' ' || idle_cause from registry.parcel where status = 'idle' order by 1"));

    [Fact]
    public async Task Codes_of_parcels_are_well_formed_and_of_the_invented_county()
    {
        var codes = await ListAsync<string>("select code from registry.parcel where code is not null");

        Assert.True(codes.Count > 570);
        Assert.All(codes, text => Assert.True(ParcelCode.TryParse(text, out var code) && code.CountyCode == "990127", text));
    }

    [Fact]
    public async Task Check_digits_of_credit_codes_hold()
    {
        var codes = await ListAsync<string>("select credit_code from registry.enterprise where credit_code is not null");

        Assert.True(codes.Count > 400);
        Assert.All(codes, text => Assert.True(CreditCode.TryParse(text, out var code) && code.CheckHolds && code.Value[2..8] == "990127", text));
    }

    [Fact]
    public async Task The_county_is_marked_as_invented_and_no_province_has_its_first_digits()
    {
        Assert.Equal(0, await CountAsync("registry.zone where not county_is_invented or county_code is null"));
        // GB/T 2260: provinces are 11 to 82.
        Assert.Equal(0, await CountAsync("registry.zone where left(county_code, 2)::integer between 11 and 82"));
    }

    [Fact]
    public async Task Land_in_somebodys_hands_has_a_holder_and_land_in_the_reserve_has_none()
    {
        const string HeldNow = "exists (select from registry.occupancy o where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null)";

        Assert.Equal(0, await CountAsync($"registry.parcel p where (status in ('reserved', 'ready', 'listed')) = {HeldNow}"));
    }

    [Fact]
    public async Task Stated_areas_differ_by_more_than_one_percent_only_where_the_remark_says_so() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.parcel where abs(stated_area_square_metres / measured_area_square_metres - 1) > 0.01
            and coalesce(remarks, '') not like '%证载面积与实测面积不符%'
            """));

    [Fact]
    public async Task Some_parcels_have_holes_and_some_are_points_only()
    {
        Assert.True(await CountAsync("registry.parcel where st_numinteriorrings(st_geometryn(boundary, 1)) > 0") >= 3);
        Assert.InRange(await CountAsync("registry.parcel where boundary is null"), 5, 40);
        Assert.Equal(0, await CountAsync(
            "registry.parcel a join registry.parcel b on a.boundary is null and b.boundary is not null and st_intersects(a.location, b.boundary)"));
    }

    [Fact]
    public async Task Idle_land_of_kind_a_is_a_year_past_its_latest_agreed_commencement() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.parcel p
            cross join lateral (select coalesce(agreed_commencement_on, agreed_delivery_on + interval '1 year')::date as due_on
                                from registry.contract c where c.parcel_id = p.id order by signed_on desc limit 1) c
            where p.status = 'idle' and p.idle_kind = 'A' and c.due_on + interval '1 year' > p.status_since
            """));

    [Fact]
    public async Task Ready_land_fulfils_what_the_move_to_ready_asks_for() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.parcel p where status in ('ready', 'listed') and (boundary is null or land_use_code is null
            or exists (select from registry.encumbrance e where e.parcel_id = p.id and e.released_on is null))
            """));

    [Fact]
    public async Task Land_marked_ready_is_ready_by_its_facts_and_some_land_in_the_reserve_is_blocked()
    {
        const string Today = "lateral (select s.* from registry.readiness_segment s where s.parcel_id = p.id and s.from_on <= @now::date order by s.from_on desc limit 1) r";

        Assert.Equal(0, await CountAsync($"registry.parcel p, {Today} where p.status in ('ready', 'listed') and not r.is_ready"));
        Assert.True(await CountAsync($"registry.parcel p, {Today} where p.status = 'reserved' and not r.is_ready") > 5);
        Assert.Equal(600, await CountAsync($"registry.parcel p, {Today}"));
    }

    [Fact]
    public async Task Land_marked_idle_is_idle_of_that_kind_by_the_clock() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.parcel p, lateral (select s.* from registry.clock_segment s where s.parcel_id = p.id and s.from_on <= @now::date order by s.from_on desc limit 1) c
            where p.status = 'idle' and c.kind <> p.idle_kind
            """));

    [Fact]
    public async Task Every_move_in_the_status_histories_is_legal_and_none_goes_back_in_time()
    {
        var moves = await ListAsync<string>("select distinct from_status || ' ' || to_status from registry.parcel_status_mark where from_status is not null");

        Assert.True(moves.Count >= 10);
        Assert.All(moves, move => Assert.NotNull(StatusMoves.RuleOf(Status(move.Split(' ')[0]), Status(move.Split(' ')[1]))));
        Assert.Equal(0, await CountAsync(
            """
            (select m.effective_on - lag(m.effective_on) over w as days, m.from_status is distinct from lag(m.to_status) over w as broken
             from registry.parcel_status_mark m window w as (partition by parcel_id order by id)) s where days < 0 or broken and days is not null
            """));
    }

    [Fact]
    public async Task Histories_reach_back_for_years_and_nothing_is_dated_ahead()
    {
        Assert.True(await CountAsync("(select distinct date_trunc('year', recorded_at) from registry.change) y") >= 5);
        Assert.Equal(0, await CountAsync("registry.change where recorded_at > @now"));
        Assert.Equal(0, await CountAsync("registry.parcel where status_since > @now::date or last_checked_on > @now::date"));
        Assert.True(await CountAsync("registry.parcel_history") > 600);
    }

    [Fact]
    public async Task No_enterprise_bears_the_name_of_a_known_firm()
    {
        string[] known =
        [
            "华为", "腾讯", "阿里", "百度", "京东", "小米", "联想", "海尔", "美的", "格力", "比亚迪", "宁德", "中兴", "三一", "徐工", "中联", "茅台",
            "五粮液", "伊利", "蒙牛", "恒瑞", "白药", "同仁堂", "万科", "恒大", "顺丰", "中通", "圆通", "申通", "韵达", "娃哈哈", "农夫", "双汇", "吉利",
        ];

        var names = await ListAsync<string>("select name from registry.enterprise");

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.DoesNotContain(known, firm => name.Contains(firm, StringComparison.Ordinal)));
    }

    private static ParcelStatus Status(string code) => ParcelStatuses.All.Single(status => ParcelStatuses.Code(status) == code);

    private async Task<int> CountAsync(string from)
    {
        await using var command = zone.Database.CreateCommand("select count(*)::integer from " + from);
        if (from.Contains("@now", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("now", zone.Clock.GetUtcNow());
        }

        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        await using var command = zone.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }

        return rows;
    }
}
