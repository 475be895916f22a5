using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels.Boundaries;

public sealed class SetBoundaryTests : BoundaryTest
{
    [Fact]
    public async Task A_parcel_known_by_a_point_gets_its_boundary_and_readiness_follows()
    {
        var parcel = await Register.AddParcelAsync(Zone, surveyed: false);
        var before = await Client.GetJsonAsync($"/api/parcels/{parcel}/readiness");

        var set = await DoneAsync(SetAsync(parcel, Place(0), await TagAsync(parcel)));

        Assert.True(set.GetProperty("isSurveyed").GetBoolean());
        Assert.Equal(4547, set.GetProperty("areaSrid").GetInt32());
        Assert.Equal(10_642.48, set.GetProperty("areaSquareMetres").GetDouble(), 0.05);
        Assert.NotEqual(before.ToString(), (await Client.GetJsonAsync($"/api/parcels/{parcel}/readiness")).ToString());
        Assert.Equal(10_642.48, (await Client.GetJsonAsync("/api/parcels/summary")).GetProperty("total").GetProperty("areaSquareMetres").GetDouble(), 0.05);
    }

    [Fact]
    public async Task A_boundary_may_lie_on_the_ground_that_was_its_own()
    {
        var parcel = await Register.AddParcelAsync(Zone);

        var set = await DoneAsync(SetAsync(parcel, Place(0, widened: 0.2), await TagAsync(parcel)));

        Assert.Equal(2, set.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_hole_is_kept()
    {
        var parcel = await Register.AddParcelAsync(Zone);
        var ring = new
        {
            type = "Polygon",
            coordinates = new[]
            {
                new[] { new[] { 114.05, 30.5 }, [114.051, 30.5], [114.051, 30.501], [114.05, 30.501], [114.05, 30.5] },
                [[114.0504, 30.5004], [114.0506, 30.5004], [114.0506, 30.5006], [114.0504, 30.5004]],
            },
        };

        var set = await DoneAsync(SetAsync(parcel, ring, await TagAsync(parcel)));

        Assert.Equal(2, set.GetProperty("boundary").GetProperty("coordinates")[0].GetArrayLength());
    }

    [Fact]
    public async Task A_conflict_of_boundaries_answers_what_both_drew_from_and_what_the_other_drew()
    {
        var parcel = await Register.AddParcelAsync(Zone);
        var seen = await TagAsync(parcel);
        await DoneAsync(SetAsync(parcel, Place(0, widened: 0.2), seen));

        using var second = await SetAsync(parcel, Place(0, widened: 0.3), seen);

        var problem = await second.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal(114.051, East(problem.GetProperty("base").GetProperty("boundary")), 1e-9);
        Assert.Equal(114.0512, East(problem.GetProperty("current").GetProperty("boundary")), 1e-9);
        Assert.Equal(1, problem.GetProperty("base").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Two_neighbours_who_reach_for_the_same_gap_cannot_both_have_it()
    {
        var (west, east) = (await Register.AddParcelAsync(Zone, 0), await Register.AddParcelAsync(Zone, 1));
        var (westTag, eastTag) = (await TagAsync(west), await TagAsync(east));

        var answers = await Task.WhenAll(
            SetAsync(west, Place(0, widened: 0.4), westTag),
            SetAsync(east, Box(114.0512, 30.5, 114.0525, 30.501), eastTag));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        await answers.Single(answer => answer.StatusCode != HttpStatusCode.OK).AssertProblemAsync(HttpStatusCode.Conflict, "boundary-overlaps");
    }

    [Fact]
    public async Task An_undo_that_would_put_a_boundary_back_on_ground_drawn_on_since_is_refused_and_the_neighbour_named()
    {
        var parcel = await Register.AddParcelAsync(Zone);
        await DoneAsync(SetAsync(parcel, Box(114.05, 30.5, 114.0505, 30.501), await TagAsync(parcel)));
        var change = await Register.AskAsync<long>("select max(id) from registry.change");
        await DoneAsync(DrawAsync(Box(114.0505, 30.5, 114.051, 30.501), "990101001001GB00077"));

        using var undo = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "错" }, null);

        var problem = await undo.AssertProblemAsync(HttpStatusCode.Conflict, "undo-ground-taken");
        Assert.Contains("990101001001GB00077", problem.GetProperty("detailZh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boundary_that_was_set_is_undone_where_its_ground_is_free()
    {
        var parcel = await Register.AddParcelAsync(Zone);
        await DoneAsync(SetAsync(parcel, Box(114.05, 30.5, 114.0505, 30.501), await TagAsync(parcel)));
        var change = await Register.AskAsync<long>("select max(id) from registry.change");

        using var undo = await Client.PostAsync($"/api/changes/{change}/undo", new { reason = "错" }, null);

        Assert.Equal(HttpStatusCode.OK, undo.StatusCode);
        Assert.Equal(114.051, East((await Client.GetJsonAsync($"/api/parcels/{parcel}")).GetProperty("boundary")), 1e-9);
    }

    private static double East(JsonElement boundary) => DrawTests.Ring(boundary).Max(at => at[0].GetDouble());
}
