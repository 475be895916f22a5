using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Projects.Matching;
using LandRegistry.Server.Projects.Sites;

namespace LandRegistry.Server.Projects;

/// <summary>The project pool: lists, totals, one whole, and what goes with it.</summary>
internal static class ProjectEndpoints
{
    private static readonly IReadOnlyList<string> Languages = ["zh", "en"];

    private static readonly QueryParameters ListParameters = new(
    [
        .. ProjectQuery.Parameters,
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters TotalParameters = new([.. ProjectQuery.Parameters]);

    private static readonly QueryParameters ExportParameters = new(
    [
        .. ProjectQuery.Parameters,
        new("format", "string", "xlsx when absent.", Values: SheetAnswer.Formats),
        new("language", "string", "zh when absent.", Values: Languages),
    ]);

    private static readonly QueryParameters OneParameters = new([ProjectQuery.Parameters[^1]]);

    public static void AddProjects(this IServiceCollection services)
    {
        services.AddScoped<PoolChanges>();
        services.AddScoped<ProjectReader>();
        services.AddScoped<ProjectCommands>();
        services.AddSites();
        services.AddMatching();
    }

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects").Needs(RegisterAction.Read).WithTags("projects").WithMetadata(QueryParameters.None);
        projects.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of the project pool, newest first").Produces<ProjectPage>().Answers(400);
        projects.MapGet("/totals", Totals).WithMetadata(TotalParameters).WithSummary("Counts and money by stage, class and level; each project once in the whole")
            .Produces<ProjectTotals>().Answers(400);
        projects.MapGet("/export", Export).Needs(RegisterAction.Export).WithMetadata(ExportParameters).WithSummary("The pool as a spreadsheet, following the filter").Produces<byte[]>(contentType: XlsxSheet.MediaType).Answers(400);
        projects.MapGet("/{id}", Detail).WithMetadata(OneParameters).WithSummary("All of a project; strong ETag").Produces<ProjectDetail>().Answers(400, 404);
        projects.MapPost("", ProjectCommandEndpoints.Enter).Needs(RegisterAction.PlanSupply).WithSummary("Enters a project")
            .Accepts<ProjectRequest>("application/json").Produces<ProjectDetail>(StatusCodes.Status201Created).Answers(400, 409);
        projects.MapPut("/{id}", ProjectCommandEndpoints.Describe).Needs(RegisterAction.PlanSupply).WithSummary("Tells a project anew as a whole; If-Match needed")
            .Accepts<ProjectRequest>("application/json").Produces<ProjectDetail>().Answers(400, 404, 412, 428);
        projects.MapPost("/{id}/stage", ProjectCommandEndpoints.Move).Needs(RegisterAction.PlanSupply).WithSummary("Takes a project to a stage; If-Match needed")
            .Accepts<MoveProjectRequest>("application/json").Produces<ProjectDetail>().Answers(400, 404, 409, 412, 428);
        projects.MapPost("/{id}/review", ProjectCommandEndpoints.Review).Needs(RegisterAction.PlanSupply).WithSummary("Says that the entry was looked at and still holds; If-Match needed")
            .Accepts<ReviewProjectRequest>("application/json").Produces<ProjectDetail>().Answers(400, 404, 409, 412, 428);
        routes.MapSites();
        routes.MapMatching();
    }

    private static async Task<IResult> List(HttpContext http, ProjectReader projects, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = ProjectQuery.Read(query);
        var limit = query.Whole("limit", 1, 200, 50);
        var before = query.Text("cursor") is { } text ? query.Id("cursor", text) : (long?)null;
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await projects.PageAsync(wanted, before, limit, cancellation));
    }

    private static async Task<IResult> Totals(HttpContext http, ProjectReader projects, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = ProjectQuery.Read(query);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await projects.TotalsAsync(wanted, cancellation));
    }

    private static async Task<IResult> Export(HttpContext http, ProjectReader projects, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = ProjectQuery.Read(query);
        var (format, english) = (query.OneOf("format", SheetAnswer.Formats, "xlsx"), query.OneOf("language", Languages, "zh") == "en");
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : SheetAnswer.Of(http, ProjectColumns.Sheet(await projects.AllAsync(wanted, cancellation), english), format, $"projects-{RegisterDay.Today(time):yyyy-MM-dd}");
    }

    private static async Task<IResult> Detail(string id, HttpContext http, ProjectReader projects, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (project, review) = (query.Id("id", id), new ReviewRule(query.Whole("staleAfter", 1, 3650, ReviewRule.UsualDays)));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await projects.DetailAsync(project, review, cancellation) is { } detail ? ProjectCommandEndpoints.Result(http, detail)
            : Problem.NotFound(ProjectCommands.Project);
    }
}
