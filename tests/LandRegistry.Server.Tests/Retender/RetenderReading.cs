using System.Text.Json;

namespace LandRegistry.Server.Tests.Retender;

/// <summary>
/// The re-tender list read slowly and by other means: card after card with its explained readiness, put together here by the words
/// of the rules, without the stored answers and the SQL that the list is read by.
/// </summary>
internal sealed class RetenderReading(HttpClient client)
{
    public sealed record Stand(long Id, string? Section, long Zone, string? Use, decimal? Area, IReadOnlyList<string> Blocking);

    /// <summary>Where each parcel stands on a day, with items taken as settled.</summary>
    public async Task<List<Stand>> ReadAsync(IEnumerable<long> parcels, string? day = null, params string[] settled)
    {
        var stands = new List<Stand>();
        foreach (var id in parcels)
        {
            var card = await client.GetJsonAsync($"/api/parcels/{id}");
            var readiness = await client.GetJsonAsync($"/api/parcels/{id}/readiness{(day is null ? "" : $"?asOf={day}")}");
            List<string> blocking = [.. readiness.GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("state").GetString() != "holds")
                .Select(item => item.GetProperty("code").GetString()!).Except(settled)];
            var section = card.GetProperty("status").GetString() switch
            {
                "listed" => "in_tender",
                "awarded" => "sold",
                "reserved" or "ready" => card.GetProperty("onHold").GetBoolean() ? "held" : blocking.Count == 0 ? "ready" : "blocked",
                _ => null,
            };
            var area = card.GetProperty("areaSquareMetres");
            stands.Add(new(
                id, section, card.GetProperty("zoneId").GetInt64(), card.GetProperty("landUseCode").GetString(),
                area.ValueKind == JsonValueKind.Null ? null : area.GetDecimal(), blocking));
        }

        return stands;
    }

    /// <summary>All rows of the list, page after page.</summary>
    public async Task<List<JsonElement>> RowsAsync(string query, int limit = 200)
    {
        var rows = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await client.GetJsonAsync($"/api/retender?{query}&limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            rows.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        return rows;
    }

    /// <summary>Asserts that list and totals of every part say what the slow reading says.</summary>
    public async Task AssertSameAsync(IReadOnlyList<Stand> stands, string scenario = "")
    {
        foreach (var section in new[] { "ready", "blocked", "held", "in_tender", "sold" })
        {
            var expected = stands.Where(stand => stand.Section == section).ToList();
            var rows = await RowsAsync($"section={section}{scenario}", limit: 7);

            Assert.Equal(expected.Select(stand => stand.Id).Order(), rows.Select(Id).Order());
            Assert.All(rows, row => Assert.Equal(section, row.GetProperty("section").GetString()));
            if (section is "ready" or "blocked" or "held")
            {
                Assert.All(rows, row => Assert.Equal(expected.Single(stand => stand.Id == Id(row)).Blocking, row.GetProperty("blockers").EnumerateArray().Select(Code)));
            }

            await AssertTotalsAsync(section, expected, rows, scenario);
        }
    }

    private async Task AssertTotalsAsync(string section, List<Stand> expected, List<JsonElement> rows, string scenario)
    {
        foreach (var group in new[] { "zone", "use", "blocker" })
        {
            var totals = await client.GetJsonAsync($"/api/retender/totals?section={section}&group={group}{scenario}");
            var whole = totals.GetProperty("sections").EnumerateArray().Single(tally => tally.GetProperty("key").GetString() == section);
            Assert.Equal(expected.Count, whole.GetProperty("count").GetInt64());
            Assert.Equal(expected.Sum(stand => stand.Area ?? 0), whole.GetProperty("areaSquareMetres").GetDecimal());
            Assert.Equal(rows.Sum(row => Number(row, "floorAreaSquareMetres")), whole.GetProperty("floorAreaSquareMetres").GetDecimal(), 0);
            var groups = totals.GetProperty("groups").EnumerateArray().ToList();
            var wanted = group switch
            {
                "zone" => expected.CountBy(stand => $"{stand.Zone}"),
                "use" => expected.CountBy(stand => stand.Use ?? ""),
                _ => expected.SelectMany(stand => stand.Blocking).CountBy(code => code),
            };
            if (group != "blocker" || section is "ready" or "blocked" or "held")
            {
                Assert.Equal(
                    wanted.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}"),
                    groups.OrderBy(one => one.GetProperty("key").GetString() ?? "", StringComparer.Ordinal).Select(one => $"{one.GetProperty("key").GetString()}: {one.GetProperty("count").GetInt64()}"));
            }
        }
    }

    public static long Id(JsonElement row) => row.GetProperty("id").GetInt64();

    private static string Code(JsonElement blocker) => blocker.GetProperty("code").GetString()!;

    private static decimal Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : 0;
}
