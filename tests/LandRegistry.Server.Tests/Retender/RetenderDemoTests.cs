using System.Text.Json;
using LandRegistry.Server.Tests.Demo;

namespace LandRegistry.Server.Tests.Retender;

public sealed class RetenderDemoTests(ServedZone served) : IClassFixture<ServedZone>
{
    [Fact]
    public async Task On_the_demo_zone_the_list_and_its_totals_equal_a_slow_reading_of_the_rules()
    {
        var reading = new RetenderReading(served.Register.Client);
        var ids = await served.Register.AskAsync<long[]>(
            "select array_agg(id order by id) from registry.parcel where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded', 'disposing')");

        var stands = await reading.ReadAsync(ids);

        Assert.True(stands.Count(stand => stand.Section == "ready") > 5);
        Assert.True(stands.Count(stand => stand.Section == "blocked") > 5);
        await reading.AssertSameAsync(stands);
    }

    [Fact]
    public async Task Ready_land_of_the_demo_zone_has_conditions_and_infrastructure_and_blocked_land_says_what_for()
    {
        var reading = new RetenderReading(served.Register.Client);

        var (ready, blocked) = (await reading.RowsAsync("section=ready"), await reading.RowsAsync("section=blocked"));

        Assert.All(ready, row => Assert.NotEqual(0, row.GetProperty("infrastructure").GetArrayLength()));
        Assert.Contains(ready, row => row.GetProperty("conditions").ValueKind == JsonValueKind.Object);
        Assert.All(blocked, row => Assert.NotEqual(0, row.GetProperty("blockers").GetArrayLength()));
        Assert.Contains(blocked, row => row.GetProperty("expectedOn").GetString() is not null);
    }

    [Theory]
    [InlineData("ready", "status=reserved&status=ready&onHold=false&readiness=ready")]
    [InlineData("blocked", "status=reserved&status=ready&onHold=false&readiness=blocked&readiness=unknown")]
    [InlineData("blocked&blocker=clear-right", "status=reserved&status=ready&onHold=false&readiness=blocked&readiness=unknown&blocker=clear-right")]
    [InlineData("held", "status=reserved&status=ready&onHold=true"), InlineData("in_tender", "status=listed"), InlineData("sold", "status=awarded")]
    public async Task The_map_shows_the_parcels_of_a_part_by_the_one_filter(string section, string filter)
    {
        var listed = await new RetenderReading(served.Register.Client).RowsAsync($"section={section}");

        var shown = await served.Register.Client.GetJsonAsync($"/api/parcels?{filter}&limit=200");

        Assert.NotEmpty(listed);
        Assert.Equal(listed.Select(RetenderReading.Id).Order(), shown.GetProperty("items").EnumerateArray().Select(RetenderReading.Id).Order());
    }

    [Fact]
    public async Task Tenders_of_the_list_are_those_of_the_cards_with_the_first_of_their_days_that_is_not_kept()
    {
        var reading = new RetenderReading(served.Register.Client);
        var rows = new List<JsonElement>();
        foreach (var section in new[] { "ready", "in_tender", "sold" })
        {
            rows.AddRange(await reading.RowsAsync($"section={section}"));
        }

        foreach (var row in rows)
        {
            var tenders = (await served.Register.Client.GetJsonAsync($"/api/parcels/{RetenderReading.Id(row)}/tenders")).GetProperty("items").EnumerateArray().ToList();
            var latest = tenders.Count > 0 && tenders[0].GetProperty("stage").GetString() != "at_capacity" ? tenders[0] : (JsonElement?)null;

            Assert.Equal(latest is { } card ? Said(card, FirstOpen(card)) : "none", row.GetProperty("tender") is { ValueKind: JsonValueKind.Object } told ? Said(told, Day(told.GetProperty("next"))) : "none");
        }

        Assert.True(rows.Count(row => row.GetProperty("tender").ValueKind == JsonValueKind.Object && row.GetProperty("tender").GetProperty("next").ValueKind == JsonValueKind.Object) > 5);
        Assert.Contains(rows, row => row.GetProperty("tender") is { ValueKind: JsonValueKind.Object } told && told.GetProperty("round").GetInt32() == 2);

        static string FirstOpen(JsonElement tender) =>
            tender.GetProperty("deadlines").EnumerateArray().Where(day => day.GetProperty("doneOn").ValueKind == JsonValueKind.Null).Select(Day).Order(StringComparer.Ordinal).FirstOrDefault() ?? "";
        static string Day(JsonElement day) => day.ValueKind == JsonValueKind.Null ? "" : $"{day.GetProperty("dueOn").GetString()} {day.GetProperty("code").GetString()}";
        static string Said(JsonElement tender, string next) => string.Join(' ', new[] { "round", "number", "stage", "since", "opensOn", "closesOn", "winner", "priceYuan" }.Select(name => tender.GetProperty(name).ToString())) + " " + next;
    }
}
