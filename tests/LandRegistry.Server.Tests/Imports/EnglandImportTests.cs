using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Tests.Imports;

public sealed class EnglandImportTests : ImportTest
{
    [Fact]
    public async Task The_sample_ends_in_three_lists_that_add_up()
    {
        var result = await ImportAsync(EnglandSample, "england-brownfield");

        Assert.Empty(result.FileFaults);
        Assert.Equal(98, result.Rows);
        Assert.Equal(result.Rows, result.Loaded + result.LoadedWithRemarks + result.Refused);
        Assert.Equal(0, result.Refused);
        Assert.Equal(98, await CountAsync());
        Assert.Equal("windows-1252", result.Encoding);
        Assert.Superset(
            new HashSet<string> { IssueType.Crs, IssueType.Truncated, IssueType.Listed, IssueType.Missing, IssueType.Date, IssueType.Minimum, IssueType.Default },
            result.Issues.Select(i => i.Type).ToHashSet());
    }

    [Fact]
    public async Task Every_imported_parcel_has_the_answers_that_a_recomputation_of_all_gives()
    {
        const string Segments = """
            select (select string_agg(s::text, ';' order by s.parcel_id, s.from_on) from registry.clock_segment s)
                || (select string_agg(s::text, ';' order by s.parcel_id, s.from_on) from registry.readiness_segment s)
            """;
        await ImportAsync(EnglandSample, "england-brownfield");
        var imported = await Register.AskAsync<string>(Segments);

        await LandRegistry.Server.Store.Recomputation.RunAsync(Register.Database, Register.Clock.GetUtcNow(), null, CancellationToken.None);

        Assert.Equal(98, await Register.AskAsync<long>("select count(distinct parcel_id) from registry.clock_segment where from_on = '-infinity'"));
        Assert.Equal(98, await Register.AskAsync<long>("select count(distinct parcel_id) from registry.readiness_segment where from_on = '-infinity'"));
        Assert.Equal(await Register.AskAsync<string>(Segments), imported);
    }

    [Fact]
    public async Task Every_site_lands_in_its_borough()
    {
        await ImportAsync(EnglandSample, "england-brownfield");

        foreach (var zone in Builtin("england-brownfield").Zones.Children)
        {
            var outside = await Register.AskAsync<long>(
                """
                select count(*) from registry.parcel p join registry.zone z on z.id = p.zone_id
                where z.code = $1 and not st_intersects(p.location, st_makeenvelope($2, $3, $4, $5, 4490))
                """,
                "ENG-" + zone.Code, zone.Extent![0], zone.Extent[1], zone.Extent[2], zone.Extent[3]);
            Assert.True(outside == 0, $"{zone.En}: {outside} outside");
        }
        Assert.Equal(19, await Register.AskAsync<long>("select count(*) from registry.zone"));
        Assert.Equal(18, await Register.AskAsync<long>(
            "select count(*) from registry.zone where parent_id = (select id from registry.zone where code = 'ENG')"));
    }

    [Fact]
    public async Task Earth_centred_numbers_give_the_place_back_on_whole_metres_of_the_grid()
    {
        await ImportAsync(EnglandSample, "england-brownfield");

        // The council wrote whole metres: seen from the first site, all others lie whole metres away, within what the
        // datum shift varies over a borough.
        var worst = await Register.AskAsync<double>(
            """
            with grid as (
                select st_transform(st_setsrid(location, 4326), 27700) as at from registry.parcel
                where source_id like 'islington/%' and location_is_estimated)
            select max(greatest(abs(d.e - round(d.e)), abs(d.n - round(d.n))))
            from grid a, lateral (select at from grid limit 1) f,
                 lateral (select st_x(a.at) - st_x(f.at) as e, st_y(a.at) - st_y(f.at) as n) d
            """);
        Assert.InRange(worst, 0, 0.1);
        Assert.True(await Register.AskAsync<long>("select count(*) from registry.parcel where source_id like 'islington/%' and location_is_estimated") >= 3);
    }

    [Theory]
    [InlineData("lambeth/BLR006", -0.129232, 51.452703, "minus")]
    [InlineData("lambeth/BLR025", -0.086676, 51.420577, "minus")]
    public async Task A_longitude_that_lost_its_minus_is_mended_and_said_so(string key, double longitude, double latitude, string word)
    {
        var result = await ImportAsync(EnglandSample, "england-brownfield");

        Assert.Equal(longitude, await Register.AskAsync<double>("select st_x(location) from registry.parcel where source_id = $1", key), 6);
        Assert.Equal(latitude, await Register.AskAsync<double>("select st_y(location) from registry.parcel where source_id = $1", key), 6);
        Assert.Contains(result.Issues, i => i.Type == IssueType.Crs && i.Text.En.Contains(word, StringComparison.Ordinal)
            && i.Value.StartsWith(longitude.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture)[1..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_row_is_kept_as_it_was()
    {
        await ImportAsync(EnglandSample, "england-brownfield");

        var written = File.ReadAllText(EnglandSample, Windows1252);
        Assert.Contains("OSGB36\n", written, StringComparison.Ordinal);
        Assert.True(await Register.AskAsync<bool>(
            "select bool_and((select count(*) from jsonb_object_keys(source_record)) = 28) from registry.parcel"));
        Assert.True(await Register.AskAsync<long>("select count(*) from registry.parcel where source_record->>'CoordinateReferenceSystem' = E'OSGB36\\n'") > 0);
        Assert.True(await Register.AskAsync<long>("select count(*) from registry.parcel where source_record->>'PermissionType' = 'full planning permis'") > 0);
    }

    [Fact]
    public async Task Planning_words_become_ours_and_never_the_legal_idle()
    {
        await ImportAsync(EnglandSample, "england-brownfield");

        Assert.Equal("disposing,low_efficiency", await Register.AskAsync<string>("select string_agg(distinct status, ',') from registry.parcel"));
        Assert.Equal(0, await Register.AskAsync<long>(
            "select count(*) from registry.parcel where lower(source_record->>'PlanningStatus') = 'permissioned' and status <> 'disposing'"));
        Assert.Equal("state", await Register.AskAsync<string>(
            "select ownership from registry.parcel where source_record->>'OwnershipStatus' = 'Onwed by a public authorty'"));
        Assert.Equal(0, await Register.AskAsync<long>("select count(*) from registry.parcel where stated_area_square_metres = 0"));
    }
}
