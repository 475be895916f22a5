using System.Globalization;
using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Boundaries;

public sealed class DrawTests : BoundaryTest
{
    [Fact]
    public async Task A_drawn_parcel_is_in_card_list_counts_and_history_with_its_measured_area()
    {
        var drawn = await DoneAsync(DrawAsync(Place(0), "990101001001GB00009"));

        Assert.Equal(10_642.48, drawn.GetProperty("measuredAreaSquareMetres").GetDouble(), 0.05);
        Assert.Equal(4547, drawn.GetProperty("areaSrid").GetInt32());
        Assert.Equal("in_use", drawn.GetProperty("status").GetString());
        Assert.Equal(1, await CountAsync());
        var history = (await Client.GetJsonAsync($"/api/parcels/{IdOf(drawn)}/history")).GetProperty("items");
        Assert.Equal(("DrawParcel", "实测"), (history[0].GetProperty("command").GetString(), history[0].GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Ground_of_a_neighbour_is_refused_with_the_place_and_nothing_is_written()
    {
        var neighbour = await Register.AddParcelAsync(Zone, 1, name: "东邻");

        using var answer = await DrawAsync(Place(0, widened: 0.6));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "boundary-overlaps");
        var finding = Assert.Single(problem.GetProperty("findings").EnumerateArray());
        Assert.Equal(neighbour, finding.GetProperty("parcelId").GetInt64());
        var place = finding.GetProperty("place");
        Assert.Equal(114.0515, Ring(place).Min(at => at[0].GetDouble()), 1e-7);
        Assert.Equal(114.0516, Ring(place).Max(at => at[0].GetDouble()), 1e-7);
        Assert.Contains("990101001001GB00002", finding.GetProperty("detail").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData(0.0000004, HttpStatusCode.OK), InlineData(0.000001, HttpStatusCode.Conflict)]
    public async Task Edges_may_overlap_by_four_centimetres_and_not_by_ten(double degrees, HttpStatusCode status)
    {
        await Register.AddParcelAsync(Zone, 1);

        using var answer = await DrawAsync(Box(114.05, 30.5, 114.0515 + degrees, 30.501));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Of_many_who_draw_into_one_gap_one_wins_and_the_others_are_told_where()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => DrawAsync(Place(0, widened: i * 0.01))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "boundary-overlaps");
            Assert.NotEmpty(Ring(problem.GetProperty("findings")[0].GetProperty("place")));
        }

        Assert.Equal(1, await CountAsync());
        Assert.Equal(0L, await Register.AskAsync<long>(
            "select count(*) from registry.parcel a join registry.parcel b on a.id < b.id and st_relate(a.boundary, b.boundary, '2********') where a.ended_on is null and b.ended_on is null"));
    }

    [Fact]
    public async Task Many_who_draw_side_by_side_all_win()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => DrawAsync(Place(i))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(12, await CountAsync());
    }

    [Fact]
    public async Task The_check_says_what_the_write_would_and_writes_nothing()
    {
        await Register.AddParcelAsync(Zone, 1);

        using var bad = await Client.PostAsync("/api/boundaries/check", new { boundary = Place(0, widened: 0.6), zoneId = Zone, statedAreaSquareMetres = 5000 }, null);
        using var good = await Client.PostAsync("/api/boundaries/check", new { boundary = Place(0), zoneId = Zone }, null);

        var refused = await bad.JsonAsync();
        Assert.False(refused.GetProperty("isAcceptable").GetBoolean());
        Assert.Equal(["boundary-overlaps", "stated-area-differs"], refused.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        var clean = await good.JsonAsync();
        Assert.True(clean.GetProperty("isAcceptable").GetBoolean());
        Assert.Equal(10_642.48, clean.GetProperty("areaSquareMetres").GetDouble(), 0.05);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_boundary_that_crosses_itself_is_refused_with_the_crossing()
    {
        var bow = new { type = "Polygon", coordinates = new[] { new[] { new[] { 114.05, 30.5 }, [114.051, 30.501], [114.051, 30.5], [114.05, 30.501], [114.05, 30.5] } } };

        using var answer = await DrawAsync(bow);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "boundary-invalid");
        var at = problem.GetProperty("findings")[0].GetProperty("place").GetProperty("coordinates");
        Assert.Equal((114.0505, 30.5005), (Math.Round(at[0].GetDouble(), 7), Math.Round(at[1].GetDouble(), 7)));
    }

    [Fact]
    public async Task A_stated_area_that_differs_needs_assent()
    {
        using var asked = await DrawAsync(Place(0), stated: 12_000);
        await asked.AssertProblemAsync(HttpStatusCode.Conflict, "stated-area-differs");

        var drawn = await DoneAsync(DrawAsync(Place(0), stated: 12_000, accept: true));

        Assert.Equal(12_000, drawn.GetProperty("statedAreaSquareMetres").GetDouble());
    }

    [Fact]
    public async Task A_boundary_outside_its_zone_is_refused()
    {
        await Register.WriteAsync("update registry.zone set extent = st_multi(st_makeenvelope(110, 25, 111, 26, 4490)) where id = $1", Zone);

        using var answer = await DrawAsync(Place(0));

        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "boundary-outside-zone");
    }

    [Fact]
    public async Task A_code_that_is_or_was_anothers_is_refused()
    {
        await Register.AddParcelAsync(Zone, 3);

        using var answer = await DrawAsync(Place(0), "990101001001GB00004");

        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "parcel-code-taken");
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[114.05,30.5],[114.051,30.5],[114.051,30.501]]]}""", "boundary/0/0")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114.05,30.5],[114.051,30.5],[114.051,30.501],[114.05,30.501]]]}""", "boundary/0/0")]
    [InlineData("""{"type":"Polygon","coordinates":[[[3400000,500000],[114.051,30.5],[114.051,30.501],[114.05,30.5]]]}""", "boundary/0/0/0")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[["x",30.5],[114.051,30.5],[114.051,30.501],[114.05,30.5]]]]}""", "boundary/0/0/0")]
    [InlineData("""{"type":"Point","coordinates":[114.05,30.5]}""", "boundary")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "boundary/0")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "boundary")]
    [InlineData("""{"type":"Polygon","coordinates":{}}""", "boundary/0")]
    public async Task A_boundary_that_is_no_GeoJSON_of_closed_rings_in_degrees_is_malformed_and_the_fault_says_where(string boundary, string field)
    {
        using var answer = await DrawAsync(JsonElement.Parse(boundary));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(field, problem.GetProperty("faults")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Neighbours_vertices_come_with_every_digit()
    {
        await Register.WriteAsync(
            """
            insert into registry.parcel (zone_id, boundary, status, status_since, source, shape_mercator, location, updated_at, change_id)
            values ($1, st_multi(st_geomfromtext('POLYGON((114.05012345678901 30.501234567890123,114.0512 30.5012,114.0512 30.5023,114.05012345678901 30.501234567890123))', 4490)),
                    'in_use', '2026-01-01', 'officer', null, null, now(), 0)
            """,
            Zone);

        var found = await Client.GetJsonAsync("/api/boundaries?bbox=114.05,30.5,114.06,30.51");

        var first = found.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0][0][0];
        Assert.True(found.GetProperty("isWhole").GetBoolean());
        Assert.Equal(114.05012345678901, first[0].GetDouble());
        Assert.Equal(30.501234567890123, first[1].GetDouble());
    }

    [Fact]
    public async Task More_boundaries_than_asked_for_are_said_to_be_there()
    {
        await Register.AddParcelAsync(Zone, 0);
        await Register.AddParcelAsync(Zone, 1);

        var found = await Client.GetJsonAsync("/api/boundaries?bbox=114.05,30.5,114.06,30.51&limit=1");

        Assert.False(found.GetProperty("isWhole").GetBoolean());
        Assert.Single(found.GetProperty("features").EnumerateArray());
    }

    internal static IEnumerable<JsonElement> Ring(JsonElement place)
    {
        var coordinates = place.GetProperty("coordinates");
        return (place.GetProperty("type").GetString() == "MultiPolygon" ? coordinates[0][0] : coordinates[0]).EnumerateArray();
    }
}
