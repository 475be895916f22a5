using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Store;
using LandRegistry.Testing;
using Npgsql;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>What holds of every history, tried on histories and filters drawn from seeds.</summary>
public sealed class AsOfProperties : RegisterTest
{
    private const int Filters = 25;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task As_of_now_equals_now_in_every_column_under_every_filter(int seed)
    {
        var history = new DrawnHistory(Register, seed);
        await history.WriteAsync();

        for (var i = 0; i < Filters; i++)
        {
            var filter = i == 0 ? ParcelFilter.Any : history.Filter();

            Assert.Equal(0L, await DifferenceOfTodayAsync(filter, history.Today));
        }
    }

    [Theory]
    [InlineData(11), InlineData(12), InlineData(13)]
    public async Task Counts_as_of_a_day_are_those_of_the_list_of_that_day_under_every_filter(int seed)
    {
        var history = new DrawnHistory(Register, seed);
        await history.WriteAsync();

        foreach (var day in history.Days())
        {
            for (var i = 0; i < 4; i++)
            {
                var query = $"asOf={DrawnHistory.Iso(day)}&{DrawnHistory.Query(i == 0 ? ParcelFilter.Any : history.Filter())}";
                var items = (await Client.GetJsonAsync($"/api/parcels?limit=200&{query}")).GetProperty("items").EnumerateArray().ToList();
                foreach (var (by, member) in new[] { ("status", "status"), ("zone", "zoneId"), ("use", "landUseCode") })
                {
                    var summary = await Client.GetJsonAsync($"/api/parcels/summary?by={by}&{query}");
                    var groups = summary.GetProperty("groups").EnumerateArray().ToDictionary(
                        group => group.GetProperty("key").ToString(), group => group.GetProperty("count").GetInt32());

                    Assert.Equal(items.CountBy(item => item.GetProperty(member).ToString()).OrderBy(group => group.Key), groups.OrderBy(group => group.Key));
                    Assert.Equal(
                        items.Sum(item => item.GetProperty("areaSquareMetres") is { ValueKind: System.Text.Json.JsonValueKind.Number } area ? area.GetDecimal() : 0),
                        summary.GetProperty("total").GetProperty("areaSquareMetres").GetDecimal());
                }
            }
        }
    }

    [Theory]
    [InlineData(21), InlineData(22)]
    public async Task Periods_and_flows_kept_change_by_change_are_those_derived_at_once(int seed)
    {
        var history = new DrawnHistory(Register, seed);
        await history.WriteAsync();
        const string Periods = "select coalesce(string_agg(q::text, ';' order by parcel_id, from_on), '') from registry.parcel_period q";
        const string Counts = "select coalesce(string_agg(c::text, ';' order by c::text), '') from generate_series(date '2023-12-01', date '2026-06-15', interval '13 days') d, registry.counts_as_of(d::date) c";
        var (periods, counts) = (await Register.AskAsync<string>(Periods), await Register.AskAsync<string>(Counts));

        await Register.WriteAsync("select registry.compact_count_flow()");
        Assert.Equal(counts, await Register.AskAsync<string>(Counts));
        await Register.WriteAsync("select registry.rebuild_derived()");

        Assert.Equal(periods, await Register.AskAsync<string>(Periods));
        Assert.Equal(counts, await Register.AskAsync<string>(Counts));
    }

    [Theory]
    [InlineData(31), InlineData(32)]
    public async Task Two_histories_that_differ_only_in_order_of_recording_give_the_same_answer_as_of_every_day(int seed)
    {
        await using var other = await TestRegister.StartAsync(connectionString: await TestCluster.NewDatabaseAsync());
        var random = new Random(seed);
        var marks = Enumerable.Range(0, 6).SelectMany(place =>
        {
            var day = DrawnHistory.First;
            return Enumerable.Range(0, 5).Select(_ => (Place: place, Status: ParcelStatuses.Codes[random.Next(11)], Day: day = day.AddDays(random.Next(1, 150)))).ToList();
        }).ToList();

        // One office records every mark on its day; the other parcel by parcel, all on one day and the last parcel first.
        await RecordAsync(Register, marks.OrderBy(mark => mark.Day), mark => new DateTimeOffset(mark.Day, new(9, 0), TimeSpan.FromHours(8)));
        await RecordAsync(other, marks.OrderByDescending(mark => mark.Place).ThenBy(mark => mark.Day), _ => other.Clock.GetUtcNow());

        const string Answer =
            """
            select coalesce(string_agg(concat_ws(' ', d::date, p.source_id, p.status, p.status_since), ';' order by d, p.source_id), '')
            from generate_series(date '2023-12-25', date '2026-06-15', interval '7 days') d,
                 registry.parcels_matching_as_of(null, null, null, null, null, null, null, null, d::date) p
            """;
        var answer = await Register.AskAsync<string>(Answer);
        Assert.NotEqual("", answer);
        Assert.Equal(answer, await other.AskAsync<string>(Answer));
    }

    private static async Task RecordAsync(
        TestRegister register, IEnumerable<(int Place, string Status, DateOnly Day)> marks, Func<(int Place, string Status, DateOnly Day), DateTimeOffset> recorded)
    {
        var zone = await register.AddZoneAsync();
        foreach (var mark in marks)
        {
            await register.WriteAtAsync(
                recorded(mark),
                """
                with moved as (update registry.parcel set status = $2, status_since = $3 where source_id = 'p' || $1::integer returning id)
                insert into registry.parcel (zone_id, location, status, status_since, source, source_id)
                select $4, st_setsrid(st_makepoint(114 + $1::integer * 0.01, 30.5), 4490), $2, $3, 'officer', 'p' || $1::integer where not exists (select from moved)
                """,
                mark.Place, mark.Status, mark.Day, zone);
        }
    }

    /// <summary>How many parcels are in one of the two answers and not in the other, comparing all columns.</summary>
    private async Task<long> DifferenceOfTodayAsync(ParcelFilter filter, DateOnly today)
    {
        await using var command = Register.Database.CreateCommand(
            """
            with now as (select * from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)),
                 as_of as (select * from registry.parcels_matching_as_of($1, $2, $3, $4, $5, $6, $7, $8, $17, $9, $10, $11, $12, $13, $14, $15))
            select count(*) from ((select * from now except select * from as_of) union all (select * from as_of except select * from now)) d
            """);
        command.Parameters.AddRange(ParcelSet.Arguments(filter));
        command.Parameters.Add(new NpgsqlParameter { Value = today });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
