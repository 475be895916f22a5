using System.Net;
using System.Text.Json;
using LandRegistry.Server.Tests.Demo;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Overview;

public sealed class OverviewTests : RegisterTest
{
    [Fact]
    public async Task Flow_and_stays_are_told_by_the_days_from_which_statuses_hold()
    {
        var zone = await Register.AddZoneAsync();
        var parcel = await Register.AddParcelAsync(zone, 0, "in_use", "2026-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2026-03-01' where id = $1", parcel);
        await Register.WriteAsync("update registry.parcel set status = 'in_use', status_since = '2026-05-01' where id = $1", parcel);

        var overview = await Client.GetJsonAsync("/api/overview");

        Assert.Equal((1L, 0L), Flow(overview, "2026-03-01"));
        Assert.Equal((0L, 1L), Flow(overview, "2026-05-01"));
        Assert.Equal((0L, 0L), Flow(overview, "2026-04-01"));
        var stay = overview.GetProperty("stays").EnumerateArray().Single(one => one.GetProperty("status").GetString() == "suspected");
        Assert.Equal(2.0m, stay.GetProperty("averageMonths").GetDecimal());
        Assert.Equal(0, overview.GetProperty("released").GetProperty("parcels").GetInt64());
        Assert.Empty(overview.GetProperty("zones").EnumerateArray());
        Assert.Equal((1L, 0L), Flow(await Client.GetJsonAsync("/api/overview?asOf=2026-04-15"), "2026-03-01"));
        using var future = await Client.GetAsync(new Uri("/api/overview?asOf=2026-06-16", UriKind.Relative));
        await future.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    private static (long Entered, long Left) Flow(JsonElement overview, string from)
    {
        var month = overview.GetProperty("months").EnumerateArray().Single(one => one.GetProperty("from").GetString() == from);
        return (month.GetProperty("entered").GetInt64(), month.GetProperty("left").GetInt64());
    }
}

public sealed class OverviewDemoTests(ServedZone served) : IClassFixture<ServedZone>
{
    private static readonly string[] Stock = ["suspected", "investigating", "idle", "low_efficiency", "disposing", "reserved", "ready"];

    [Theory, InlineData(0), InlineData(90), InlineData(400)]
    public async Task Its_figures_equal_those_of_the_lists_that_they_lead_to(int daysAgo)
    {
        var client = served.Register.Client;
        var day = served.Register.Clock.Today.AddDays(-daysAgo).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var overview = await client.GetJsonAsync($"/api/overview?asOf={day}");
        var summary = await client.GetJsonAsync($"/api/parcels/summary?by=status&asOf={day}");
        var uses = await client.GetJsonAsync($"/api/parcels/summary?by=use&asOf={day}&{string.Join('&', Stock.Select(status => $"status={status}"))}");

        Assert.Equal(Groups(summary.GetProperty("groups")), Groups(overview.GetProperty("statuses")));
        Assert.Equal(Groups(uses.GetProperty("groups")), Groups(overview.GetProperty("uses")));
        var stock = overview.GetProperty("statuses").EnumerateArray().Where(one => Stock.Contains(one.GetProperty("key").GetString())).Sum(Count);
        foreach (var part in new[] { "zones", "uses", "ages" })
        {
            Assert.Equal(stock, overview.GetProperty(part).EnumerateArray().Sum(Count));
        }
    }

    [Theory, InlineData(0), InlineData(400)]
    public async Task Behind_every_figure_stand_as_many_rows_as_it_says(int daysAgo)
    {
        var client = served.Register.Client;
        var day = served.Register.Clock.Today.AddDays(-daysAgo).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var overview = await client.GetJsonAsync($"/api/overview?asOf={day}");

        foreach (var (of, part) in new[] { ("age", "ages"), ("use", "uses") })
        {
            foreach (var tally in overview.GetProperty(part).EnumerateArray())
            {
                var rows = await RowsAsync(of, tally.GetProperty("key").GetString());
                Assert.Equal((Count(tally), tally.GetProperty("areaSquareMetres").GetDecimal()), (rows.Count, Sum(rows, "areaSquareMetres")));
            }
        }

        foreach (var stay in overview.GetProperty("stays").EnumerateArray())
        {
            var rows = await RowsAsync("stay", stay.GetProperty("status").GetString());
            Assert.Equal(stay.GetProperty("left").GetInt64(), rows.Count);
            Assert.Equal(stay.GetProperty("averageMonths").GetDecimal(), Math.Round(Sum(rows, "days") / 30.4375m / rows.Count, 1));
        }

        var released = await RowsAsync("released", null);
        Assert.Equal((overview.GetProperty("released").GetProperty("parcels").GetInt64(), overview.GetProperty("released").GetProperty("areaSquareMetres").GetDecimal()), (released.Count, Sum(released, "areaSquareMetres")));
        foreach (var line in overview.GetProperty("money").EnumerateArray())
        {
            var rows = await RowsAsync("money", line.GetProperty("kind").GetString());
            Assert.Equal((line.GetProperty("lines").GetInt64(), line.GetProperty("yuan").GetDecimal()), (rows.Count, Sum(rows, "amountYuan")));
        }

        foreach (var officer in overview.GetProperty("officers").EnumerateArray())
        {
            var rows = await RowsAsync("load", officer.GetProperty("officer").GetString());
            Assert.Equal((officer.GetProperty("cases").GetInt64(), (decimal)officer.GetProperty("overdue").GetInt64()), (rows.Count, Sum(rows, "overdue")));
        }

        async Task<List<JsonElement>> RowsAsync(string of, string? key)
        {
            var (rows, cursor) = (new List<JsonElement>(), (string?)null);
            do
            {
                var page = await client.GetJsonAsync($"/api/overview/rows?of={of}&asOf={day}&limit=200{(key is null ? "" : $"&key={Uri.EscapeDataString(key)}")}{(cursor is null ? "" : $"&cursor={cursor}")}");
                rows.AddRange(page.GetProperty("items").EnumerateArray());
                cursor = page.GetProperty("nextCursor").GetString();
            }
            while (cursor is not null);
            return rows;
        }

        static decimal Sum(List<JsonElement> rows, string name) => rows.Sum(row => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : 0);
    }

    [Fact]
    public async Task Lines_of_the_ledger_are_shown_to_who_may_read_money_and_a_wrong_question_says_what_is_wrong()
    {
        using var viewer = await served.Register.NewPersonAsync("overview-viewer", ("viewer", null));

        using var lines = await viewer.GetAsync(new Uri("/api/overview/rows?of=money&key=price", UriKind.Relative));
        using var wrong = await viewer.GetAsync(new Uri("/api/overview/rows?of=luck&cursor=here", UriKind.Relative));

        await lines.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        Assert.Equal(2, (await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task What_entered_and_left_is_the_difference_of_the_stock()
    {
        var client = served.Register.Client;
        var overview = await client.GetJsonAsync("/api/overview");
        foreach (var month in overview.GetProperty("months").EnumerateArray())
        {
            var before = DateOnly.ParseExact(month.GetProperty("from").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(-1);
            var grown = await StockAsync(client, month.GetProperty("to").GetString()!) - await StockAsync(client, $"{before:yyyy-MM-dd}");

            // Parcels that were first recorded within the month entered the register, not the stock.
            Assert.Equal(grown - await BornAsync(before, month.GetProperty("to").GetString()!), month.GetProperty("entered").GetInt64() - month.GetProperty("left").GetInt64());
        }
    }

    private Task<long> BornAsync(DateOnly after, string to) => served.Register.AskAsync<long>(
        """
        select count(*) from (select parcel_id, min(from_on) as first_on from registry.parcel_period group by 1) b
        join registry.parcel_period q on q.parcel_id = b.parcel_id and q.from_on = b.first_on
        where b.first_on > $1 and b.first_on <= $2::text::date and q.status = any ($3)
        """, after, to, Stock);

    private static async Task<long> StockAsync(HttpClient client, string day) =>
        (await client.GetJsonAsync($"/api/overview?asOf={day}")).GetProperty("zones").EnumerateArray().Sum(Count);

    private static long Count(JsonElement tally) => tally.GetProperty("count").GetInt64();

    private static IEnumerable<string> Groups(JsonElement groups) => groups.EnumerateArray()
        .Select(group => $"{group.GetProperty("key").GetString()}: {group.GetProperty("count").GetInt64()}, {group.GetProperty("areaSquareMetres").GetDecimal():0.##}").Order(StringComparer.Ordinal);
}
