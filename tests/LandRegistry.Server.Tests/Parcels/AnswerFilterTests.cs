using System.Globalization;
using System.Net;
using LandRegistry.Domain.Readiness;
using LandRegistry.Server.Store;
using LandRegistry.Server.Tests.Demo;
using LandRegistry.Server.Tests.Tiles;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>The filter by deadlines and readiness, against a reading that takes every parcel of the demo zone in hand.</summary>
public sealed class AnswerFilterTests(ServedZone served) : IClassFixture<ServedZone>
{
    private HttpClient Client => served.Register.Client;

    private static readonly string[] Filters =
    [
        "readiness=ready", "readiness=blocked", "readiness=unknown", "readiness=ready&readiness=unknown&status=reserved", "blocker=soil-survey&blocker=clear-right",
        "readiness=blocked&blocker=compensation-settled", "due=overdue", "due=week", "due=quarter&readiness=blocked", "dueTo=DAY-30", "dueFrom=DAY-60&dueTo=DAY+60&onHold=false",
    ];

    [Fact]
    public async Task List_counts_and_selection_are_those_of_a_slow_reading_now_and_as_of_a_past_day()
    {
        var today = DateOnly.FromDateTime(served.Register.Clock.GetLocalNow().DateTime);
        foreach (var day in new[] { today, today.AddDays(-200) })
        {
            var stands = await ReadAsync(day);
            var asOf = day == today ? "" : $"&asOf={day:yyyy-MM-dd}";
            foreach (var filter in Filters.Select(filter => Dated(filter, day)))
            {
                var expected = stands.Where(stand => stand.Fits(filter, day)).Select(stand => stand.Id).Order().ToList();

                Assert.Equal(expected, (await ListedAsync(filter + asOf)).Select(row => row.Id).Order());
                Assert.Equal(expected.Count, (await Client.GetJsonAsync($"/api/parcels/summary?{filter}{asOf}")).GetProperty("total").GetProperty("count").GetInt32());
                if (day == today)
                {
                    using var preview = await Client.PostAsync($"/api/parcels/marks/preview?{filter}", new { note = "x" }, null);
                    Assert.Equal(expected.Count, (await preview.JsonAsync()).GetProperty("selected").GetInt32());
                }
            }

            Assert.All(["ready", "blocked"], state => Assert.Contains(stands, stand => stand.Readiness == state));
            Assert.Contains(stands, stand => stand.Due.Any(on => on < day));
        }
    }

    [Fact]
    public async Task Every_choice_is_counted_as_it_would_filter()
    {
        foreach (var (by, name) in new[] { ("readiness", "readiness"), ("blocker", "blocker"), ("due", "due") })
        {
            var summary = await Client.GetJsonAsync($"/api/parcels/summary?by={by}&onHold=false");
            Assert.NotEmpty(summary.GetProperty("groups").EnumerateArray());
            foreach (var group in summary.GetProperty("groups").EnumerateArray())
            {
                var filtered = await Client.GetJsonAsync($"/api/parcels/summary?onHold=false&{name}={group.GetProperty("key").GetString()}");
                Assert.Equal(filtered.GetProperty("total").GetProperty("count").GetInt64(), group.GetProperty("count").GetInt64());
            }
        }
    }

    [Fact]
    public async Task The_map_draws_what_the_list_lists_near_and_far()
    {
        var point = await served.Register.AskAsync<double[]>(
            "select array[st_x(p.location), st_y(p.location)] from registry.readiness_segment r join registry.parcel p on p.id = r.parcel_id where r.is_ready and r.to_on = 'infinity' and p.boundary is not null order by p.id limit 1");
        foreach (var zoom in new[] { 8, 16 })
        {
            var (column, row) = Place(point, zoom);
            using var ready = await Client.GetAsync(new Uri($"/tiles/parcels/{zoom}/{column}/{row}?readiness=ready", UriKind.Relative));
            using var all = await Client.GetAsync(new Uri($"/tiles/parcels/{zoom}/{column}/{row}", UriKind.Relative));
            var (shown, parcels) = (VectorTile.Read(await ready.Content.ReadAsByteArrayAsync()), VectorTile.Read(await all.Content.ReadAsByteArrayAsync()));

            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.InRange(Count(shown), 1, Count(parcels) - 1);
        }

        static long Count(VectorTile tile) => tile.Layers.Sum(layer =>
            layer.Key == "cells" ? layer.Value.Sum(cell => Convert.ToInt64(cell.Attributes["count"], CultureInfo.InvariantCulture)) : layer.Value.Count);
    }

    [Fact]
    public async Task Days_in_the_wrong_order_or_beside_a_distance_are_refused()
    {
        using var order = await Client.GetAsync(new Uri("/api/parcels?dueFrom=2026-07-02&dueTo=2026-07-01", UriKind.Relative));
        using var both = await Client.GetAsync(new Uri("/api/parcels?due=week&dueTo=2026-07-01", UriKind.Relative));
        using var unknown = await Client.GetAsync(new Uri("/api/parcels?due=soon&readiness=perhaps&blocker=rain", UriKind.Relative));

        Assert.Equal(["dueFrom"], await FaultsAsync(order));
        Assert.Equal(["due"], await FaultsAsync(both));
        Assert.Equal(["due", "readiness", "blocker"], await FaultsAsync(unknown));
    }

    private static async Task<IEnumerable<string?>> FaultsAsync(HttpResponseMessage answer) =>
        (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString());

    private static string Dated(string filter, DateOnly day) => string.Join('&', filter.Split('&').Select(part =>
        part.Split("DAY") is [var name, var days] ? $"{name}{day.AddDays(int.Parse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)):yyyy-MM-dd}" : part));

    private static (int Column, int Row) Place(double[] point, int zoom)
    {
        var latitude = point[1] * Math.PI / 180;
        return ((int)((point[0] + 180) / 360 * (1 << zoom)), (int)((1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2 * (1 << zoom)));
    }

    private async Task<List<(long Id, string Status, bool OnHold)>> ListedAsync(string query)
    {
        var rows = new List<(long, string, bool)>();
        string? cursor = null;
        do
        {
            var page = await Client.GetJsonAsync($"/api/parcels?{query}&limit=200{(cursor is null ? "" : $"&cursor={cursor}")}");
            rows.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetInt64(), item.GetProperty("status").GetString()!, item.GetProperty("onHold").GetBoolean())));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        return rows;
    }

    /// <summary>Every parcel of a day with its explained readiness, and the days by which something is due by cases, tenders and strategies.</summary>
    private async Task<List<Stand>> ReadAsync(DateOnly day)
    {
        var due = new Dictionary<long, List<DateOnly>>();
        await using (var command = served.Register.Database.CreateCommand(
            """
            select d.parcel_id, d.due_on, d.started_on, d.done_on, c.closed_on, c.withdrawn, null::date, null::date, null::date, null::date
            from registry.case_deadline d join registry.land_case c on c.id = d.case_id
            union all
            select d.parcel_id, d.due_on, d.started_on, d.done_on, null, false, null, null, null, null from registry.tender_deadline d
            union all
            select o.parcel_id, t.due_on, '-infinity', t.done_on, null, s.withdrawn or t.withdrawn or o.withdrawn or o.role <> 'holder', s.approved_on, s.replaced_on, o.from_on, o.to_on
            from registry.strategy s join registry.strategy_step t on t.strategy_id = s.id join registry.occupancy o on o.enterprise_id = s.enterprise_id
            where s.approved_on is not null
            """))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                var isOpen = !row.GetBoolean(5) && row.GetFieldValue<DateOnly>(2) <= day && !(Day(3) <= day) && !(Day(4) <= day)
                    && !(Day(6) > day) && !(Day(7) <= day) && !(Day(8) > day) && !(Day(9) < day);
                if (isOpen)
                {
                    (due.TryGetValue(row.GetInt64(0), out var days) ? days : due[row.GetInt64(0)] = []).Add(row.GetFieldValue<DateOnly>(1));
                }

                DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
            }
        }

        var rows = (await ListedAsync($"asOf={day:yyyy-MM-dd}")).ToDictionary(row => row.Id);
        var (answers, stands) = (RegisterLaw.National.NewAnswers(), new List<Stand>());
        await using var connection = await served.Register.Database.OpenConnectionAsync();
        await StoredAnswers.ReadRecordsAsync(connection, [.. rows.Keys.Order()], record =>
        {
            var items = answers.AssessReadiness(record, day).Items;
            stands.Add(new(
                record.ParcelId, rows[record.ParcelId].Status, rows[record.ParcelId].OnHold,
                items.All(item => item.State == ItemState.Holds) ? "ready" : items.Any(item => item.State == ItemState.Blocked) ? "blocked" : "unknown",
                [.. items.Where(item => item.State != ItemState.Holds).Select(item => item.Code)], due.GetValueOrDefault(record.ParcelId) ?? []));
        }, CancellationToken.None);
        return stands;
    }

    private sealed record Stand(long Id, string Status, bool OnHold, string Readiness, IReadOnlyList<string> Blocking, IReadOnlyList<DateOnly> Due)
    {
        public bool Fits(string query, DateOnly day)
        {
            var asked = query.Split('&').Select(part => part.Split('=')).ToLookup(part => part[0], part => part[1]);
            var from = asked["dueFrom"].Select(text => DateOnly.Parse(text, CultureInfo.InvariantCulture)).FirstOrDefault(DateOnly.MinValue);
            var to = asked["dueTo"].Select(text => DateOnly.Parse(text, CultureInfo.InvariantCulture)).FirstOrDefault(DateOnly.MaxValue);
            (from, to) = asked["due"].FirstOrDefault() switch
            {
                "overdue" => (DateOnly.MinValue, day.AddDays(-1)),
                "week" => (day, day.AddDays(7)),
                "month" => (day, day.AddDays(30)),
                "quarter" => (day, day.AddDays(90)),
                _ => (from, to),
            };
            return (!asked.Contains("status") || asked["status"].Contains(Status))
                && (!asked.Contains("onHold") || asked["onHold"].Single() == (OnHold ? "true" : "false"))
                && (!asked.Contains("readiness") || asked["readiness"].Contains(Readiness))
                && (!asked.Contains("blocker") || asked["blocker"].Intersect(Blocking).Any())
                && ((!asked.Contains("due") && !asked.Contains("dueFrom") && !asked.Contains("dueTo")) || Due.Any(on => on >= from && on <= to));
        }
    }
}
