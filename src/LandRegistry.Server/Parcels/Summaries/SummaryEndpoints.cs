using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Parcels.Summaries;

/// <summary>Counts parcels.</summary>
internal static class SummaryEndpoints
{
    private static readonly IReadOnlyList<string> SummaryKeys = ["status", "zone", "use", "officer", "cause", "readiness", "blocker", "due"];

    private static readonly QueryParameters SummaryParameters = new(
    [
        new("by", "string", "What to group by; status when absent. By blocker and due (overdue, week, month, quarter) a parcel counts in several groups, and groups without parcels are left out.", Values: SummaryKeys),
        .. ParcelFilterQuery.Parameters,
        ParcelFilterQuery.AsOf,
    ]);

    private static readonly QueryParameters ChoicesParameters = new([.. ParcelFilterQuery.Parameters, ParcelFilterQuery.AsOf]);

    public static void MapSummaries(this IEndpointRouteBuilder parcels)
    {
        parcels.MapGet("/summary", Summary).WithMetadata(SummaryParameters).WithSummary("Counts and areas of the parcels that the filter matches")
            .Produces<ParcelSummary>().Answers(400);
        parcels.MapGet("/choices", Choices).WithMetadata(ChoicesParameters)
            .WithSummary("Counts of the parcels that the filter matches, and of the choices of its parts; for those all other parts are obeyed, their own is not")
            .Produces<ParcelChoices>().Answers(400);
    }

    private static async Task<IResult> Summary(HttpContext http, SummaryReader summaries, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var filter = query.ReadFilter(RegisterDay.Today(time));
        var by = query.OneOf("by", SummaryKeys, "status");
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : TypedResults.Ok(await summaries.SummaryAsync(filter, by, cancellation));
    }

    private static async Task<IResult> Choices(HttpContext http, SummaryReader summaries, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var filter = query.ReadFilter(RegisterDay.Today(time));
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : TypedResults.Ok(await summaries.ChoicesAsync(filter, query.Scope.IsWhole ? null : query.Scope.Zones, cancellation));
    }
}
