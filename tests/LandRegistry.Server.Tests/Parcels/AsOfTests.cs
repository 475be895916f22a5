using System.Globalization;
using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

/// <summary>The register as of a past day; the clock stands on 15 June 2026.</summary>
public sealed class AsOfTests : RegisterTest
{
    private long _zone;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
    }

    [Fact]
    public async Task A_parcel_is_there_from_the_day_of_its_first_status_until_the_day_it_ended()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-03-01");
        await Register.WriteAsync("update registry.parcel set ended_on = '2026-02-01' where id = $1", parcel);

        Assert.Equal([0, 1, 1, 0], await CountsAsync("", "2025-02-28", "2025-03-01", "2026-01-31", "2026-02-01"));
        using var before = await Client.GetAsync(new Uri($"/api/parcels/{parcel}?asOf=2025-02-28", UriKind.Relative));
        await before.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal("in_use", (await CardAsync(parcel, "2026-01-31")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_status_is_answered_by_the_day_from_which_it_holds_and_not_by_the_day_it_was_recorded()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-09-01' where id = $1", parcel);

        Assert.Equal([1, 0], await CountsAsync("status=in_use", "2025-08-31", "2025-09-01"));
        Assert.Equal([0, 1], await CountsAsync("status=suspected", "2025-08-31", "2025-09-01"));
        Assert.Equal("2025-01-01", (await CardAsync(parcel, "2025-08-31")).GetProperty("statusSince").GetString());
    }

    [Fact]
    public async Task Kind_and_cause_of_idleness_hold_from_the_day_of_the_determination_however_late_they_were_recorded()
    {
        var parcel = await Register.AddParcelAsync(_zone, status: "investigating", since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'idle', status_since = '2025-06-01' where id = $1", parcel);
        await Register.WriteAsync("update registry.parcel set idle_kind = 'A', idle_cause = 'holder' where id = $1", parcel);

        Assert.Equal("A", (await CardAsync(parcel, "2025-06-01")).GetProperty("idleKind").GetString());
        Assert.Equal(JsonValueKind.Null, (await CardAsync(parcel, "2025-05-31")).GetProperty("idleKind").ValueKind);
    }

    [Fact]
    public async Task A_mark_recorded_later_for_an_earlier_day_replaces_what_was_marked_for_later_days()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01");
        await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2025-09-01' where id = $1", parcel);
        await Register.WriteAsync("update registry.parcel set status = 'low_efficiency', status_since = '2025-06-01' where id = $1", parcel);

        Assert.Equal([0, 1, 1, 1], await CountsAsync("status=low_efficiency", "2025-05-31", "2025-06-01", "2025-09-01", "2026-06-14"));
    }

    [Fact]
    public async Task What_has_no_day_of_its_own_is_of_the_version_recorded_at_the_end_of_the_day_in_China_else_of_the_earliest()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2025-01-01", name: "旧名");
        var lastMinute = new DateTimeOffset(2026, 6, 20, 23, 59, 0, TimeSpan.FromHours(8));
        await Register.WriteAtAsync(lastMinute.AddDays(-1), "update registry.parcel set name = '次名' where id = $1", parcel);
        await Register.WriteAtAsync(lastMinute, "update registry.parcel set name = '新名', hold_reason = '规划' where id = $1", parcel);
        Register.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal("旧名", (await CardAsync(parcel, "2025-01-01")).GetProperty("name").GetString());
        Assert.Equal("旧名", (await CardAsync(parcel, "2026-06-18")).GetProperty("name").GetString());
        Assert.Equal("次名", (await CardAsync(parcel, "2026-06-19")).GetProperty("name").GetString());
        Assert.Equal("新名", (await CardAsync(parcel, "2026-06-20")).GetProperty("name").GetString());
        Assert.Equal([0, 1], await CountsAsync("onHold=true", "2026-06-19", "2026-06-20"));
    }

    [Fact]
    public async Task The_card_of_a_past_day_has_the_boundary_contracts_encumbrances_and_users_of_that_day_and_no_moves()
    {
        var parcel = await Register.AddParcelAsync(_zone, since: "2024-01-01");
        var holder = await Register.AddHolderAsync(parcel, "示例企业甲");
        await Register.WriteAsync("update registry.occupancy set from_on = '2025-07-01' where enterprise_id = $1", holder);
        await Register.WriteAsync("insert into registry.occupancy (enterprise_id, parcel_id, role, from_on, to_on) values ($1, $2, 'lessee', '2024-02-01', '2024-12-31')", holder, parcel);
        await Register.WriteAsync("insert into registry.contract (parcel_id, kind, number, signed_on) values ($1, 'contract', '一号', '2024-01-01'), ($1, 'supplementary', '二号', '2025-05-01')", parcel);
        await Register.WriteAsync("insert into registry.encumbrance (parcel_id, kind, registered_on, released_on) values ($1, 'mortgage', '2024-03-01', '2025-03-01'), ($1, 'seizure', '2025-06-01', null)", parcel);
        await Register.WriteAtAsync(Register.Clock.GetUtcNow().AddDays(1), "update registry.parcel set boundary = null where id = $1", parcel);
        Register.Clock.Advance(TimeSpan.FromDays(2));

        var then = await CardAsync(parcel, "2024-12-31");
        var later = await CardAsync(parcel, "2025-07-01");

        Assert.Equal("2024-12-31", then.GetProperty("asOf").GetString());
        Assert.Equal("MultiPolygon", then.GetProperty("boundary").GetProperty("type").GetString());
        Assert.True(then.GetProperty("measuredAreaSquareMetres").GetDecimal() > 0);
        Assert.Equal(JsonValueKind.Null, (await CardAsync(parcel, "2026-06-16")).GetProperty("boundary").ValueKind);
        Assert.Equal(["一号"], Texts(then, "contracts", "number"));
        Assert.Equal(["一号", "二号"], Texts(later, "contracts", "number"));
        Assert.Equal(["mortgage"], Texts(then, "encumbrances", "kind"));
        Assert.Equal(["seizure"], Texts(later, "encumbrances", "kind"));
        Assert.Equal(["lessee"], Texts(then, "occupancies", "role"));
        Assert.Equal("示例企业甲", later.GetProperty("holder").GetString());
        Assert.Empty(then.GetProperty("moves").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await Client.GetJsonAsync("/api/parcels?asOf=2024-12-31")).GetProperty("items")[0].GetProperty("holder").ValueKind);
    }

    [Fact]
    public async Task As_of_today_is_now_and_what_lies_ahead_is_not_known()
    {
        var parcel = await Register.AddParcelAsync(_zone, status: "idle");

        foreach (var path in new[] { "/api/parcels", "/api/parcels/summary", $"/api/parcels/{parcel}" })
        {
            Assert.Equal((await Client.GetJsonAsync(path)).ToString(), (await Client.GetJsonAsync($"{path}?asOf=2026-06-15")).ToString());
            foreach (var day in new[] { "2026-06-16", "2026-02-30", "yesterday" })
            {
                using var answer = await Client.GetAsync(new Uri($"{path}?asOf={day}", UriKind.Relative));
                var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
                Assert.Equal("asOf", problem.GetProperty("faults")[0].GetProperty("field").GetString());
            }
        }
    }

    [Theory]
    [InlineData("code"), InlineData("-code"), InlineData("area"), InlineData("-area")]
    [InlineData("updated"), InlineData("-updated"), InlineData("status"), InlineData("-status")]
    public async Task Pages_of_a_past_day_hold_each_parcel_once_in_every_order(string sort)
    {
        string[] statuses = ["in_use", "idle", "ready"];
        for (var place = 0; place < 7; place++)
        {
            var parcel = await Register.AddParcelAsync(_zone, place, statuses[place % 3], surveyed: place % 2 == 0, stated: place == 1 ? 500 : null);
            await Register.WriteAsync("update registry.parcel set status = 'suspected', status_since = '2026-01-01' where id = $1 and status = 'in_use'", parcel);
        }

        var ids = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Client.GetJsonAsync($"/api/parcels?asOf=2025-12-31&sort={sort}&limit=2" + (cursor is null ? "" : $"&cursor={cursor}"));
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(7, ids.Count);
        Assert.Equal(7, ids.Distinct().Count());
    }

    private static IEnumerable<string?> Texts(JsonElement card, string list, string member) =>
        card.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).GetString());

    private Task<JsonElement> CardAsync(long parcel, string day) =>
        Client.GetJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/parcels/{parcel}?asOf={day}"));

    /// <summary>How many parcels list and summary have on each day; the two must agree.</summary>
    private async Task<IEnumerable<int>> CountsAsync(string filter, params string[] days)
    {
        var counts = new List<int>();
        foreach (var day in days)
        {
            var list = (await Client.GetJsonAsync($"/api/parcels?asOf={day}&{filter}")).GetProperty("items").GetArrayLength();
            var kept = await Client.GetJsonAsync($"/api/parcels/summary?asOf={day}&{filter}");
            var counted = await Client.GetJsonAsync($"/api/parcels/summary?by=use&asOf={day}&{filter}");
            Assert.Equal(list, kept.GetProperty("total").GetProperty("count").GetInt32());
            Assert.Equal(list, counted.GetProperty("total").GetProperty("count").GetInt32());
            counts.Add(list);
        }

        return counts;
    }
}
