using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Projects.Sites;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Matching;

/// <summary>Sites for a project, projects for a site.</summary>
internal static class MatchEndpoints
{
    private static readonly IReadOnlyList<string> Kinds = ["land", "floor"];

    private static readonly QueryParameter Limit = new("limit", "integer", "How many of the best, 1 to 200; 50 when absent.");

    private static readonly QueryParameters SiteParameters = new(
    [
        new("kind", "string", "Only land, or only floors; both when absent.", Values: Kinds),
        new("most", "integer", "Of land, how many items of readiness may still block, 0 to 5; 2 when absent."),
        Limit,
    ]);

    private static readonly QueryParameters ProjectParameters = new([Limit]);

    public static void AddMatching(this IServiceCollection services)
    {
        services.AddScoped<SiteFacts>();
        services.AddScoped<SiteMatcher>();
        services.AddScoped<ProjectMatcher>();
    }

    public static void MapMatching(this IEndpointRouteBuilder routes)
    {
        var matching = routes.MapGroup("/api").Needs(RegisterAction.Read).WithTags("projects").WithMetadata(QueryParameters.None);
        matching.MapGet("/projects/{id}/matches", Sites).WithMetadata(SiteParameters)
            .WithSummary("Sites for a project, best first: ready and nearly ready land and vacant floors, scored criterion by criterion").Produces<SiteMatches>().Answers(400, 404);
        matching.MapGet("/parcels/{id}/projects", OfParcel).Needs(RegisterAction.Read, RecordKind.Parcel).WithMetadata(ProjectParameters)
            .WithSummary("Projects for a parcel, best first, and what stands between them and it").Produces<ProjectMatches>().Answers(400, 404);
        matching.MapGet("/floors/{id}/projects", OfFloor).WithMetadata(ProjectParameters)
            .WithSummary("Projects for a floor, best first, and what stands between them and it").Produces<ProjectMatches>().Answers(400, 404);
    }

    private static async Task<IResult> Sites(string id, HttpContext http, RegistryDb db, SiteMatcher matcher, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (projectId, kind) = (query.Id("id", id), query.OneOfOrNone("kind", query.Text("kind"), Kinds));
        var wanted = new MatchQuery(kind is null or "land", kind is null or "floor", query.Whole("most", 0, 5, 2), query.Whole("limit", 1, 200, 50), query.Scope.Zones);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await db.Set<RecordedProject>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == projectId, cancellation) is { } project
                ? TypedResults.Ok(await matcher.SitesAsync(project, wanted, cancellation))
            : Problem.NotFound(ProjectCommands.Project);
    }

    private static async Task<IResult> OfParcel(string id, HttpContext http, ProjectMatcher matcher, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (parcel, limit) = (query.Id("id", id), query.Whole("limit", 1, 200, 50));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await matcher.ForParcelAsync(parcel, limit, cancellation) is { } matches ? TypedResults.Ok(matches)
            : Problem.NotFound(CourtshipCommands.Parcel);
    }

    private static async Task<IResult> OfFloor(string id, HttpContext http, ProjectMatcher matcher, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (floor, limit) = (query.Id("id", id), query.Whole("limit", 1, 200, 50));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await matcher.ForFloorAsync(floor, limit, query.Scope, cancellation) is { } matches ? TypedResults.Ok(matches)
            : Problem.NotFound(CourtshipCommands.Floor);
    }
}
