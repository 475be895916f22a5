using System.Net;
using System.Text;

namespace LandRegistry.Server.Tests.Projects;

public sealed class PoolTests : ProjectTest
{
    [Fact]
    public async Task A_project_is_entered_told_anew_and_moved_and_every_change_is_kept()
    {
        var project = await EnterProjectAsync("年产精密部件项目", agreed: 500_000_000);
        Assert.Equal(("talks", "GB/T 4754-2017"), (project.GetProperty("stage").GetString(), project.GetProperty("industrySystem").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, project.GetProperty("arrivedYuan").ValueKind);

        using var told = await PutAsync($"/api/projects/{Key(project)}", new { name = "年产精密部件项目（二期）", investor = "示例投资", agreedYuan = 600_000_000, needs = Needs, reason = "更正" }, project);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var moved = await DoneAsync($"/api/projects/{Key(project)}/stage", new { to = "contracted", on = "2026-05-01", arrivedYuan = 60_000_000, reason = "签约" }, await told.JsonAsync());

        Assert.Equal(("contracted", 10.0m), (moved.GetProperty("stage").GetString(), moved.GetProperty("arrivedShare").GetDecimal()));
        Assert.Equal(["contracted", "talks"], moved.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("stage").GetString()));
        using var stale = await Client.PostAsync($"/api/projects/{Key(project)}/review", new { reason = "x" }, Tag(project));
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        using var again = await Client.PostAsync($"/api/projects/{Key(project)}/stage", new { to = "contracted", reason = "x" }, Tag(moved));
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "project-stage-same");
        Assert.Equal(2L, await Register.AskAsync<long>("select count(*) from registry.record_history where record_kind = 'project' and record_id = $1", Key(project)));
    }

    [Fact]
    public async Task An_entry_that_nobody_looked_at_is_stale_until_it_is_reviewed()
    {
        var project = await EnterProjectAsync("久未复核项目");
        await EnterProjectAsync("投产项目", stage: "producing");
        await Register.WriteAsync("update registry.project set reviewed_on = $1", Register.Clock.Today.AddDays(-91));
        await EnterProjectAsync("新项目");

        var stale = (await Client.GetJsonAsync("/api/projects?stale=true")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("久未复核项目", Assert.Single(stale).GetProperty("name").GetString());
        Assert.Equal(1, (await Client.GetJsonAsync("/api/projects/totals")).GetProperty("whole").GetProperty("stale").GetInt32());
        Assert.Empty((await Client.GetJsonAsync("/api/projects?stale=true&staleAfter=120")).GetProperty("items").EnumerateArray());

        await DoneAsync($"/api/projects/{Key(project)}/review", new { reason = "电话核实，仍在谈" }, stale[0]);

        Assert.Empty((await Client.GetJsonAsync("/api/projects?stale=true")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Filters_totals_pages_and_the_file_speak_of_the_same_projects()
    {
        for (var i = 0; i < 7; i++)
        {
            await EnterProjectAsync($"项目{i}", stage: i % 2 == 0 ? "talks" : "building", agreed: i == 3 ? null : i * 1_000_000m, classes: i < 3 ? ["five_year_plan", "special_bond"] : ["special_bond"]);
        }

        var totals = await Client.GetJsonAsync("/api/projects/totals?class=five_year_plan&class=special_bond");
        Assert.Equal(7, totals.GetProperty("whole").GetProperty("count").GetInt32());
        Assert.Equal(1, totals.GetProperty("whole").GetProperty("agreedUnknown").GetInt32());
        Assert.Equal(10, totals.GetProperty("classes").EnumerateArray().Sum(line => line.GetProperty("count").GetInt32()));
        var names = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await Client.GetJsonAsync($"/api/projects?stage=talks&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("name").GetString()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(["项目6", "项目4", "项目2", "项目0"], names);
        using var file = await Client.GetAsync(new Uri("/api/projects/export?format=csv&stage=talks", UriKind.Relative));
        var lines = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Equal("项目6", lines[1].Split(',')[0]);
        Assert.Single((await Client.GetJsonAsync("/api/projects?q=项目3 示例")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task All_faults_of_a_project_are_told_at_once()
    {
        using var answer = await Client.PostAsync("/api/projects", new
        {
            industryCode = "Z9", classes = new[] { "luck" }, agreedYuan = -1, needs = new { takesLand = false, areaMinSquareMetres = 5, areaMaxSquareMetres = 1 },
        }, null);

        var faults = (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString());
        Assert.Equal(["agreedYuan", "classes[0]", "industryCode", "investor", "name", "needs.areaMaxSquareMetres", "needs.takesLand", "reason"], faults.Order(StringComparer.Ordinal));
    }
}
