using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>What is between projects and sites; floors; rules on industries.</summary>
internal static class SiteEndpoints
{
    private const decimal MostYuan = 1e15m;

    public static void AddSites(this IServiceCollection services)
    {
        services.AddScoped<CourtshipReader>();
        services.AddScoped<CourtshipCommands>();
        services.AddScoped<FloorStore>();
        services.AddScoped<IndustryStore>();
    }

    public static void MapSites(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api").Needs(RegisterAction.Read).WithTags("projects").WithMetadata(QueryParameters.None);
        projects.MapGet("/projects/{id}/sites", OfProject).WithSummary("Sites of a project: shortlist, visits, offers, result").Produces<CourtshipList>().Answers(400, 404);
        projects.MapPost("/projects/{id}/sites", Shortlist).Needs(RegisterAction.PlanSupply).WithSummary("Puts a parcel or a floor on a project's shortlist")
            .Accepts<ShortlistRequest>("application/json").Produces<CourtshipShape>(StatusCodes.Status201Created).Answers(400, 404, 409);
        projects.MapPost("/project-sites/{id}/step", Step).Needs(RegisterAction.PlanSupply).WithSummary("Takes a step between a project and a site; If-Match needed")
            .Accepts<CourtshipStepRequest>("application/json").Produces<CourtshipShape>().Answers(400, 404, 409, 412, 428);
        projects.MapFloors();
        projects.MapIndustries();
    }

    private static async Task<IResult> OfProject(string id, HttpContext http, CourtshipReader courtships, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var project = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await courtships.OfProjectAsync(project, query.Scope, cancellation) is { } list ? TypedResults.Ok(list)
            : Problem.NotFound(ProjectCommands.Project);
    }

    private static async Task<IResult> Shortlist(
        string id, ShortlistRequest request, HttpContext http, CourtshipCommands commands, CourtshipReader courtships, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (project, on) = (faults.Id("id", id), faults.Day("on", request.On) ?? tools.Today);
        if (request.ParcelId is null == request.FloorId is null)
        {
            faults.Add("parcelId", "Name either a parcel or a floor.", "请填写宗地或标准厂房之一。");
        }

        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(http, courtships, 0, await commands.ShortlistAsync(
                project, new(request.ParcelId, request.FloorId), faults.Scope, (on, tools.Today), tools.Origin(http, "ShortlistSite", reason), cancellation), cancellation);
    }

    private static async Task<IResult> Step(
        string id, CourtshipStepRequest request, HttpContext http, CourtshipCommands commands, CourtshipReader courtships, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var courtship = faults.Id("id", id);
        var move = new CourtshipMove(
            faults.Required<CourtshipStep>("to", request.To), faults.Day("on", request.On) ?? tools.Today, faults.NotNegative("offerYuan", request.OfferYuan, MostYuan), request.TenderId, request.StrategyId);
        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, courtship) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, courtships, courtship, await commands.StepAsync(courtship, version, move, faults.Scope, tools.Today, tools.Origin(http, "MoveProjectSite", reason), cancellation), cancellation);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, CourtshipReader courtships, long asked, PoolOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        PoolOutcome.Refused(var refusal) => Problem.Refused(refusal),
        PoolOutcome.Missing(var what) => Problem.NotFound(what),
        PoolOutcome.Stale when await courtships.OneAsync(asked, cancellation) is { } current => Problem.Stale(current),
        PoolOutcome.Done(var id) when await courtships.OneAsync(id, cancellation) is { } written => Result(http, written, isNew: asked == 0),
        _ => Problem.NotFound(CourtshipCommands.Courtship),
    };

    private static IResult Result(HttpContext http, CourtshipShape written, bool isNew)
    {
        http.Response.Headers.ETag = Versions.ETag(written.Id, written.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isNew ? TypedResults.Created($"/api/projects/{written.ProjectId}/sites", written) : TypedResults.Ok(written);
    }
}
