using LandRegistry.Domain.Projects;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Projects;

/// <summary>What every command on a project is given.</summary>
internal sealed record ProjectTools(ProjectCommands Commands, ProjectReader Projects, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);

    public ChangeOrigin Origin(HttpContext http, string command, string? reason) => new(http.User.Identity!.Name!, command, reason, Time.GetUtcNow());
}

/// <summary>The commands on one project over HTTP: form is checked here, rules in Domain.</summary>
internal static class ProjectCommandEndpoints
{
    private const decimal MostYuan = 1e15m;

    private static readonly ReviewRule Usual = new(ReviewRule.UsualDays);

    public static async Task<IResult> Enter(ProjectRequest request, HttpContext http, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var describe = request.Read(faults);
        var (stage, since) = (faults.Optional<ProjectStage>("stage", request.Stage) ?? ProjectStage.Lead, faults.Day("stageSince", request.StageSince) ?? tools.Today);
        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(http, tools, 0, await tools.Commands.EnterAsync(describe, stage, since, tools.Today, tools.Origin(http, "EnterProject", reason), cancellation), cancellation);
    }

    public static Task<IResult> Describe(string id, ProjectRequest request, HttpContext http, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var describe = request.Read(faults);
        if (request.Stage is not null || request.StageSince is not null)
        {
            faults.Add("stage", "Told by the command of its own, with its day.", "阶段请用“变更阶段”连同日期填报。");
        }

        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return RunAsync(id, http, faults, tools, (project, version) =>
            tools.Commands.DescribeAsync(project, version, describe, tools.Today, tools.Origin(http, "DescribeProject", reason), cancellation), cancellation);
    }

    public static Task<IResult> Move(string id, MoveProjectRequest request, HttpContext http, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (to, on) = (faults.Required<ProjectStage>("to", request.To), faults.Day("on", request.On) ?? tools.Today);
        var money = (faults.NotNegative("agreedYuan", request.AgreedYuan, MostYuan), faults.NotNegative("arrivedYuan", request.ArrivedYuan, MostYuan));
        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return RunAsync(id, http, faults, tools, (project, version) =>
            tools.Commands.MoveAsync(project, version, to, on, money, tools.Today, tools.Origin(http, "MoveProject", reason), cancellation), cancellation);
    }

    public static Task<IResult> Review(string id, ReviewProjectRequest request, HttpContext http, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (on, reason) = (faults.Day("on", request.On) ?? tools.Today, faults.RequiredText("reason", request.Reason, ProjectForm.TextLength));
        return RunAsync(id, http, faults, tools, (project, version) =>
            tools.Commands.ReviewAsync(project, version, on, tools.Today, tools.Origin(http, "ReviewProject", reason), cancellation), cancellation);
    }

    /// <summary>A project as an answer, with its strong ETag.</summary>
    public static IResult Result(HttpContext http, ProjectDetail detail, bool isNew = false)
    {
        http.Response.Headers.ETag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isNew ? TypedResults.Created($"/api/projects/{detail.Id}", detail) : TypedResults.Ok(detail);
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, ProjectTools tools, Func<long, int, Task<PoolOutcome>> command, CancellationToken cancellation)
    {
        var project = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, project) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, tools, project, await command(project, version), cancellation);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ProjectTools tools, long project, PoolOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        PoolOutcome.Refused(var refusal) => Problem.Refused(refusal),
        PoolOutcome.Missing(var what) => Problem.NotFound(what),
        PoolOutcome.Stale when await tools.Projects.DetailAsync(project, Usual, cancellation) is { } current => Problem.Stale(current),
        PoolOutcome.Done(var id) when await tools.Projects.DetailAsync(id, Usual, cancellation) is { } written => Result(http, written, isNew: project == 0),
        _ => Problem.NotFound(ProjectCommands.Project),
    };
}
