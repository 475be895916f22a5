using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Overview;

/// <summary>The register in figures: stock, flow, release, money and load, as of any day.</summary>
internal static class OverviewEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        ParcelFilterQuery.AsOf,
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
    ]);

    public static void AddOverview(this IServiceCollection services) => services.AddScoped<OverviewReader>();

    public static void MapOverview(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/overview").Needs(RegisterAction.Read).WithTags("overview").WithMetadata(QueryParameters.None)
            .MapGet("", Overview).WithMetadata(Parameters).WithSummary("Stock, flow, release, money and officers' load as of a day")
            .Produces<OverviewAnswer>().Answers(400);

    private static async Task<IResult> Overview(HttpContext http, OverviewReader overview, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var day = query.ReadPastDay(ParcelFilterQuery.AsOf.Name, today) ?? today;
        var zones = query.ReadZones();
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await overview.ReadAsync(day, zones, cancellation));
    }
}
