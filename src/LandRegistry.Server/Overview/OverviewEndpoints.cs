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

    private static readonly QueryParameters RowParameters = new(
    [
        .. Parameters.All,
        new("of", "string", "Which figure: the stock by age or use, stays in a status, what was released this year, a kind of the ledger, an officer's open cases.", Values: OverviewRows.Kinds),
        new("key", "string", "Key of the figure, as the overview has it; absent for what is not known, and for what was released."),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddOverview(this IServiceCollection services)
    {
        services.AddScoped<OverviewReader>();
        services.AddScoped<OverviewRows>();
    }

    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        var overview = routes.MapGroup("/api/overview").Needs(RegisterAction.Read).WithTags("overview").WithMetadata(QueryParameters.None);
        overview.MapGet("", Overview).WithMetadata(Parameters).WithSummary("Stock, flow, release, money and officers' load as of a day")
            .Produces<OverviewAnswer>().Answers(400);
        overview.MapGet("/rows", Rows).WithMetadata(RowParameters).WithSummary("The rows behind a figure of the overview; those of the ledger need the right to read money")
            .Produces<OverviewRowPage>().Answers(400);
    }

    private static async Task<IResult> Rows(HttpContext http, OverviewRows rows, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var wanted = new OverviewRowsQuery(
            query.ReadPastDay(ParcelFilterQuery.AsOf.Name, today) ?? today, query.ReadZones(), query.OneOf("of", OverviewRows.Kinds, "age"), query.Text("key"),
            query.Text("cursor") is { } text ? OverviewCursor.Parse(text) : null, query.Whole("limit", 1, 200, 50));
        if (query.Text("cursor") is not null && wanted.After is null)
        {
            query.Add("cursor", "Not a cursor of these rows; start again without it.", "不是此列表的游标，请去掉后重新开始。");
        }

        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : wanted.Of == "money" && !http.May(RegisterAction.ReadMoney) ? Problem.Of(ProblemKind.NotAllowed, new("资金台账需要查看金额的权限。", "The ledger needs the right to read money."))
            : TypedResults.Ok(await rows.ReadAsync(wanted, cancellation));
    }

    private static async Task<IResult> Overview(HttpContext http, OverviewReader overview, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var day = query.ReadPastDay(ParcelFilterQuery.AsOf.Name, today) ?? today;
        var zones = query.ReadZones();
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await overview.ReadAsync(day, zones, cancellation));
    }
}
