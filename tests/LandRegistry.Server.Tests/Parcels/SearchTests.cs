using LandRegistry.Server.Store;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>Text search: by any part, by sound, in either script.</summary>
public sealed class SearchTests : RegisterTest
{
    private long _zone;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
        var lake = await Register.AddParcelAsync(_zone, 0, name: "东湖园区12号地块");
        await Register.AddHolderAsync(lake, "重庆长江纺织有限公司");
        var west = await Register.AddParcelAsync(_zone, 1, name: "西山工業園區");
        await Register.AddHolderAsync(west, "绿源科技ＡＢＣ");
        await Register.AddParcelAsync(_zone, 2, name: "Donghu Road");
        await Register.AddParcelAsync(_zone, 3, name: "大河园区仓库");
        await Register.AddParcelAsync(_zone, 4, name: "經(jīng)開區(qū)（北）标准厂房");
    }

    [Theory]
    // Any part, both scripts, full width.
    [InlineData("湖园", "东湖园区12号地块")]
    [InlineData("東湖園區", "东湖园区12号地块")]
    [InlineData("工业园区", "西山工業園區")]
    [InlineData("工業", "西山工業園區")]
    [InlineData("abc", "西山工業園區")]
    // By initials, anywhere in a run of letters.
    [InlineData("dhyq", "东湖园区12号地块", "大河园区仓库")]
    [InlineData("hdk", "东湖园区12号地块")]
    [InlineData("xsgyyq", "西山工業園區")]
    // In full, the last sound in part, both readings of a letter, v for ü; Latin words as they stand.
    [InlineData("donghu", "Donghu Road", "东湖园区12号地块")]
    [InlineData("dongh", "Donghu Road", "东湖园区12号地块")]
    [InlineData("chongqing", "东湖园区12号地块")]
    [InlineData("zhongqing", "东湖园区12号地块")]
    [InlineData("changjiang", "东湖园区12号地块")]
    [InlineData("lvyuan", "西山工業園區")]
    [InlineData("luyuan", "西山工業園區")]
    [InlineData("cjfz", "东湖园区12号地块")]
    // The sound that a web page puts in brackets behind a letter is no part of the name; other brackets are.
    [InlineData("经开区", "經(jīng)開區(qū)（北）标准厂房")]
    [InlineData("經開區", "經(jīng)開區(qū)（北）标准厂房")]
    [InlineData("經(jīng)開區", "經(jīng)開區(qū)（北）标准厂房")]
    [InlineData("jkq", "經(jīng)開區(qū)（北）标准厂房")]
    [InlineData("(北)标准", "經(jīng)開區(qū)（北）标准厂房")]
    // All words at once; letters that straddle two sounds are no match.
    [InlineData("dhyq 重庆", "东湖园区12号地块")]
    [InlineData("dhyq xsgy")]
    [InlineData("onghu", "Donghu Road")]
    [InlineData("dh%q")]
    public async Task Words_are_found_however_they_are_written(string words, params string[] names)
    {
        var found = (await Client.GetJsonAsync($"/api/parcels?q={Uri.EscapeDataString(words)}")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()!);

        Assert.Equal(names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_parcel_is_still_found_by_the_name_it_had()
    {
        var parcel = await Register.AddParcelAsync(_zone, 5, name: "老纺织厂");
        await Register.WriteAsync("update registry.parcel set name = '文创园' where id = $1", parcel);
        await Register.WriteAsync("select registry.rebuild_derived()");

        foreach (var words in new[] { "老纺织厂", "lfzc", "文创", "wcy" })
        {
            Assert.Single((await Client.GetJsonAsync($"/api/parcels?q={words}")).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task List_counts_and_selection_obey_the_same_words()
    {
        var summary = await Client.GetJsonAsync("/api/parcels/summary?by=status&q=dhyq");
        using var preview = await Client.PostAsync("/api/parcels/marks/preview?q=dhyq", new { note = "x" }, null);

        Assert.Equal(2, summary.GetProperty("total").GetProperty("count").GetInt64());
        Assert.Equal(2, (await preview.JsonAsync()).GetProperty("selected").GetInt32());
    }

    [Fact]
    public async Task Very_many_runs_of_one_sound_are_searched_by_the_letters_at_each_place()
    {
        await Register.WriteAsync(
            """
            insert into registry.parcel (name, zone_id, location, status, status_since, source, shape_mercator, updated_at, change_id)
            select string_agg(letter, '') || i, $1, st_setsrid(st_makepoint(114, 30.5), 4490), 'in_use', '2025-01-01', 'officer', null, now(), 0
            from generate_series(1, 400) i
            cross join lateral (
                select letter from (select letter, row_number() over (order by letter) as n from registry.han where spelling like 'd%' and folded = letter) d
                where n in (i % 19 + 1, i % 23 + 30)
            ) l
            group by i
            """,
            _zone);

        Assert.True((await Register.Database.SpelledAsync(new() { Words = "dd" }, CancellationToken.None)).Spelled![0].SoundsLike.Count > 300);
        Assert.Equal(400, (await Client.GetJsonAsync("/api/parcels/summary?q=dd")).GetProperty("total").GetProperty("count").GetInt64());
    }
}
