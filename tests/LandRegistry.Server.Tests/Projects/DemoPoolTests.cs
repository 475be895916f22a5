using System.Text.Json;
using LandRegistry.Server.Tests.Demo;

namespace LandRegistry.Server.Tests.Projects;

public sealed class DemoPoolTests(ServedZone served) : IClassFixture<ServedZone>
{
    private HttpClient Client => served.Register.Client;

    [Fact]
    public async Task The_demo_zones_pool_has_every_stage_stale_entries_vacant_floors_and_shortlists()
    {
        var totals = await Client.GetJsonAsync("/api/projects/totals");

        Assert.True(totals.GetProperty("stages").EnumerateArray().All(stage => stage.GetProperty("count").GetInt32() > 0), totals.ToString());
        Assert.InRange(totals.GetProperty("whole").GetProperty("stale").GetInt32(), 1, totals.GetProperty("whole").GetProperty("count").GetInt32() / 2);
        Assert.True((await Client.GetJsonAsync("/api/floors?vacant=true&limit=200")).GetProperty("items").GetArrayLength() > 10);
        foreach (var step in new[] { "shortlisted", "visited", "offered", "won", "declined" })
        {
            Assert.True(await served.Register.AskAsync<bool>("select exists (select from registry.project_site where step = $1)", step), step);
        }
    }

    [Fact]
    public async Task Projects_of_the_demo_zone_find_sites_of_which_most_is_known()
    {
        var projects = (await Client.GetJsonAsync("/api/projects?seeking=true&limit=200")).GetProperty("items").EnumerateArray().ToList();
        var best = new List<JsonElement>();
        foreach (var project in projects)
        {
            best.AddRange((await Client.GetJsonAsync($"/api/projects/{project.GetProperty("id").GetInt64()}/matches?limit=1")).GetProperty("items").EnumerateArray());
        }

        Assert.True(best.Count > projects.Count * 3 / 4, $"{best.Count} of {projects.Count}");
        Assert.True(best.Count(one => one.GetProperty("match").GetProperty("certain").GetDecimal() > 70) > best.Count / 2);
        Assert.Contains(best, one => one.GetProperty("kind").GetString() == "floor");
    }

    [Fact]
    public async Task Enterprises_of_the_demo_zone_are_visited_watched_and_some_visits_are_overdue()
    {
        var totals = await Client.GetJsonAsync("/api/enterprises/visit-totals");

        Assert.True(totals.GetProperty("visits").GetInt32() > totals.GetProperty("enterprises").GetInt32());
        Assert.True(totals.GetProperty("overdue").GetInt32() > 0);
        Assert.True(totals.GetProperty("findings").GetProperty("open").GetInt32() > 0);
        var watched = (await Client.GetJsonAsync("/api/enterprises/watched?limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["finding_overdue", "marked", "stopped", "visit_overdue", "zombie"], watched.SelectMany(row => row.GetProperty("reasons").EnumerateArray()).Select(reason => reason.GetProperty("code").GetString()).Distinct().Order(StringComparer.Ordinal));
    }
}
