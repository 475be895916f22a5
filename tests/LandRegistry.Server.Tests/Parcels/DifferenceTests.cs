using System.Net;
using System.Text.Json;
using LandRegistry.Domain.Parcels;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>Two days of the register compared; the clock stands on 15 June 2026.</summary>
public sealed class DifferenceTests : RegisterTest
{
    [Fact]
    public async Task Parcels_that_entered_left_and_changed_status_are_counted_and_listed_with_before_and_after()
    {
        var zone = await Register.AddZoneAsync();
        var moved = await Register.AddParcelAsync(zone, 0, since: "2025-01-01");
        var entered = await Register.AddParcelAsync(zone, 1, since: "2025-06-01");
        var left = await Register.AddParcelAsync(zone, 2, since: "2025-01-01");
        await Register.AddParcelAsync(zone, 3, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-07-01' where id = $1", moved);
        await Register.WriteAsync("update registry.parcel set ended_on = '2025-08-01' where id = $1", left);

        var counts = await AskAsync("from=2025-03-01&to=2025-12-31");
        Assert.Equal("""{"entered":1,"left":1,"status":1,"deadline":0}""", counts.GetProperty("counts").ToString());
        Assert.Equal("""[{"from":"in_use","to":"suspected","count":1}]""", counts.GetProperty("statusMoves").ToString());
        Assert.Empty(counts.GetProperty("items").EnumerateArray());

        var status = Assert.Single(await ItemsAsync("from=2025-03-01&to=2025-12-31", "status"));
        Assert.Equal((moved, "in_use", "suspected"), (Id(status), Status(status, "before"), Status(status, "after")));
        var came = Assert.Single(await ItemsAsync("from=2025-03-01&to=2025-12-31", "entered"));
        Assert.Equal((entered, null, "in_use"), (Id(came), Status(came, "before"), Status(came, "after")));
        var gone = Assert.Single(await ItemsAsync("from=2025-03-01&to=2025-12-31", "left"));
        Assert.Equal((left, "in_use", null), (Id(gone), Status(gone, "before"), Status(gone, "after")));
    }

    [Fact]
    public async Task Under_a_filter_a_parcel_enters_and_leaves_the_filter_and_the_other_day_is_told_all_the_same()
    {
        var zone = await Register.AddZoneAsync();
        var parcel = await Register.AddParcelAsync(zone, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-07-01' where id = $1", parcel);

        var came = Assert.Single(await ItemsAsync("from=2025-06-30&status=suspected", "entered"));
        var gone = Assert.Single(await ItemsAsync("from=2025-06-30&status=in_use", "left"));

        Assert.Equal(("in_use", "suspected"), (Status(came, "before"), Status(came, "after")));
        Assert.Equal(("in_use", "suspected"), (Status(gone, "before"), Status(gone, "after")));
    }

    [Theory]
    [InlineData(1), InlineData(2)]
    public async Task A_difference_is_that_of_the_two_lists_under_every_filter_and_of_a_day_with_itself_is_empty(int seed)
    {
        var history = new DrawnHistory(Register, seed);
        await history.WriteAsync();
        var days = history.Days().Order().ToList();

        for (var i = 0; i < 12; i++)
        {
            var filter = DrawnHistory.Query(i == 0 ? ParcelFilter.Any : history.Filter());
            var (from, to) = (days[i % 4], days[4 + (i % (days.Count - 4))]);
            var before = await ListAsync(from, filter);
            var after = await ListAsync(to, filter);
            var query = $"from={DrawnHistory.Iso(from)}&to={DrawnHistory.Iso(to)}&{filter}";

            Assert.Equal(after.Keys.Except(before.Keys).Order(), (await ItemsAsync(query, "entered")).Select(Id).Order());
            Assert.Equal(before.Keys.Except(after.Keys).Order(), (await ItemsAsync(query, "left")).Select(Id).Order());
            Assert.Equal(
                before.Where(was => after.TryGetValue(was.Key, out var status) && status != was.Value).Select(was => was.Key).Order(),
                (await ItemsAsync(query, "status")).Select(Id).Order());
            Assert.Equal("""{"entered":0,"left":0,"status":0,"deadline":0}""", (await AskAsync($"from={DrawnHistory.Iso(to)}&to={DrawnHistory.Iso(to)}&{filter}")).GetProperty("counts").ToString());
        }
    }

    [Fact]
    public async Task A_deadline_that_the_clock_foresaw_otherwise_is_told_with_both_days()
    {
        var zone = await Register.AddZoneAsync();
        var moved = await Register.AddParcelAsync(zone, 0, since: "2024-01-01");
        var same = await Register.AddParcelAsync(zone, 1, since: "2024-01-01");
        await Register.WriteAsync("delete from registry.clock_segment");
        await Register.WriteAsync(
            """
            insert into registry.clock_segment (parcel_id, from_on, kind, powers, suspected_from, fee_from, recovery_from) values
                ($1, '-infinity', 'none', 0, '2025-01-01', '2025-01-01', '2026-01-01'), ($1, '2025-06-01', 'none', 0, '2026-12-31', '2026-12-31', '2027-12-31'),
                ($2, '-infinity', 'none', 0, '2025-01-01', '2025-01-01', '2026-01-01'), ($2, '2025-06-01', 'A', 1, '2025-01-01', '2025-01-01', '2026-01-01')
            """,
            moved, same);

        Assert.Equal(1, (await AskAsync("from=2025-05-31&to=2025-06-01")).GetProperty("counts").GetProperty("deadline").GetInt32());
        Assert.Equal(0, (await AskAsync("from=2025-06-01")).GetProperty("counts").GetProperty("deadline").GetInt32());
        Assert.Equal(0, (await AskAsync("from=2025-05-31&status=idle")).GetProperty("counts").GetProperty("deadline").GetInt32());
        var item = Assert.Single(await ItemsAsync("from=2025-05-31&to=2025-06-01", "deadline"));
        Assert.Equal(moved, Id(item));
        Assert.Equal(("2025-01-01", "2027-12-31"), (item.GetProperty("before").GetProperty("feeFrom").GetString(), item.GetProperty("after").GetProperty("recoveryFrom").GetString()));
    }

    [Fact]
    public async Task Pages_of_a_kind_hold_each_parcel_once()
    {
        var zone = await Register.AddZoneAsync();
        for (var place = 0; place < 5; place++)
        {
            await Register.AddParcelAsync(zone, place);
        }

        var first = await AskAsync("from=2024-12-31&kind=entered&limit=3");
        var second = await AskAsync($"from=2024-12-31&kind=entered&limit=3&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.Equal(5, first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(Id).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("counts").ValueKind);
    }

    [Theory]
    [InlineData("", "from"), InlineData("from=2026-06-16", "from"), InlineData("from=2026-01-01&to=2026-06-16", "to"), InlineData("from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("from=2026-01-01&kind=colour", "kind"), InlineData("from=2026-01-01&kind=left&cursor=x", "cursor")]
    public async Task A_question_that_is_none_is_malformed(string query, string field)
    {
        using var answer = await Client.GetAsync(new Uri($"/api/parcels/difference?{query}", UriKind.Relative));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(field, problem.GetProperty("faults")[0].GetProperty("field").GetString());
    }

    private Task<JsonElement> AskAsync(string query) => Client.GetJsonAsync($"/api/parcels/difference?{query}");

    private async Task<List<JsonElement>> ItemsAsync(string query, string kind) =>
        [.. (await AskAsync($"{query}&kind={kind}&limit=200")).GetProperty("items").EnumerateArray()];

    private async Task<Dictionary<long, string?>> ListAsync(DateOnly day, string filter) =>
        (await Client.GetJsonAsync($"/api/parcels?asOf={DrawnHistory.Iso(day)}&limit=200&{filter}")).GetProperty("items").EnumerateArray()
            .ToDictionary(Id, item => item.GetProperty("status").GetString());

    private static long Id(JsonElement item) => item.GetProperty("id").GetInt64();

    private static string? Status(JsonElement item, string day) =>
        item.GetProperty(day) is { ValueKind: JsonValueKind.Object } parcel ? parcel.GetProperty("status").GetString() : null;
}
