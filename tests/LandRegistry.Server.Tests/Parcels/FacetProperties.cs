using System.Text.Json;
using LandRegistry.Domain.Parcels;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>What the filter panel counts, against a count that takes every parcel in hand.</summary>
public sealed class FacetProperties : RegisterTest
{
    private static readonly string[] Keys = ["status", "zone", "use", "officer", "cause"];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task The_counts_of_every_choice_are_those_of_a_slow_count_whatever_the_other_filters(int seed)
    {
        var drawn = new DrawnHistory(Register, seed);
        await drawn.WriteAsync();
        var parcels = await ReadAsync();
        var counted = 0L;

        for (var i = 0; i < 25; i++)
        {
            var filter = drawn.Filter() with { Box = null };
            var choices = await Client.GetJsonAsync($"/api/parcels/choices?{DrawnHistory.Query(filter)}");
            var shown = parcels.Where(parcel => parcel.Fits(filter)).GroupBy(parcel => parcel.Status).ToDictionary(group => group.Key, group => group.LongCount());
            Assert.Equal(Ordered(shown), Ordered(Counts(choices.GetProperty("shown"))));
            Assert.Equal(shown.Values.Sum(), choices.GetProperty("total").GetProperty("count").GetInt64());
            foreach (var key in Keys)
            {
                var besides = Besides(filter, key);
                var slow = parcels.Where(parcel => parcel.Fits(besides)).GroupBy(parcel => parcel.Key(key) ?? "").ToDictionary(group => group.Key, group => group.LongCount());
                var summary = await Client.GetJsonAsync($"/api/parcels/summary?by={key}&{DrawnHistory.Query(besides)}");

                Assert.Equal(Ordered(slow), Ordered(Counts(summary.GetProperty("groups"))));
                Assert.Equal(Ordered(slow), Ordered(Counts(choices.GetProperty(key))));
                Assert.Equal(slow.Values.Sum(), summary.GetProperty("total").GetProperty("count").GetInt64());
                counted += slow.Values.Sum();
            }
        }

        Assert.NotEqual(0, counted);
    }

    [Fact]
    public async Task Adding_up_the_tally_or_counting_anew_changes_no_sum()
    {
        await new DrawnHistory(Register, seed: 4).WriteAsync();
        var before = await SumsAsync();

        foreach (var again in new[] { "compact_tally", "compact_tally", "rebuild_tally" })
        {
            var lines = await Register.AskAsync<long>("select count(*) from registry.parcel_tally");
            await Register.AskAsync<object>($"select 1 from registry.{again}()");

            Assert.Equal(before, await SumsAsync());
            Assert.InRange(await Register.AskAsync<long>("select count(*) from registry.parcel_tally"), before.Count, lines);
        }

        async Task<List<string>> SumsAsync() => [.. await Register.AskAsync<string[]>(
            """
            select array_agg(s::text order by s::text) from (
                select zone_id, status, on_hold, land_use_code, officer, idle_cause, sum(parcel_count), sum(area_square_metres)
                from registry.parcel_tally group by 1, 2, 3, 4, 5, 6 having sum(parcel_count) <> 0) s
            """)];
    }

    private static IEnumerable<KeyValuePair<string, long>> Ordered(Dictionary<string, long> counts) => counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static Dictionary<string, long> Counts(JsonElement groups) =>
        groups.EnumerateArray().ToDictionary(group => group.GetProperty("key").GetString() ?? "", group => group.GetProperty("count").GetInt64());

    private static ParcelFilter Besides(ParcelFilter filter, string key) => key switch
    {
        "status" => filter with { Statuses = null },
        "zone" => filter with { Zones = null },
        "use" => filter with { LandUseCodes = null },
        "officer" => filter with { Officers = null },
        _ => filter with { IdleCauses = null },
    };

    private async Task<List<Row>> ReadAsync()
    {
        await using var command = Register.Database.CreateCommand(
            """
            select p.status, p.zone_id, z.parent_id, p.land_use_code, p.sort_area, p.on_hold, p.officer, p.idle_cause, s.content
            from registry.parcel p join registry.zone z on z.id = p.zone_id join registry.parcel_search s on s.parcel_id = p.id
            where p.ended_on is null
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            rows.Add(new(
                reader.GetString(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), Text(3), reader.GetDecimal(4), reader.GetBoolean(5), Text(6), Text(7), reader.GetString(8)));
        }

        return rows;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private sealed record Row(string Status, long Zone, long? ParentZone, string? Use, decimal Area, bool OnHold, string? Officer, string? Cause, string Content)
    {
        public string? Key(string key) => key switch
        {
            "status" => Status,
            "zone" => Zone.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "use" => Use,
            "officer" => Officer,
            _ => Cause,
        };

        public bool Fits(ParcelFilter filter) =>
            filter.Statuses?.Any(status => status.Code() == Status) != false
            && filter.Zones?.Any(zone => zone == Zone || zone == ParentZone) != false
            && filter.LandUseCodes?.Contains(Use) != false
            && (filter.MinAreaSquareMetres is not { } least || (Area >= 0 && Area >= least))
            && (filter.MaxAreaSquareMetres is not { } most || (Area >= 0 && Area <= most))
            && (filter.OnHold is not { } held || OnHold == held)
            && filter.Officers?.Contains(Officer ?? "") != false
            && filter.IdleCauses?.Contains(Cause ?? "") != false
            && (filter.Words is not { } words || Content.Contains(words, StringComparison.Ordinal));
    }
}
