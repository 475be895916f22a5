using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Tenders;

/// <summary>Tenders, auctions and listings: lists, and one whole.</summary>
internal static class TenderEndpoints
{
    private static readonly QueryParameters ListParameters = new(
    [
        new("stage", "string", "Stage; repeat for any of several.", Repeatable: true, Values: Codes<TenderStage>.All),
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
        new("open", "boolean", "true: only those that have not ended."),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddTenders(this IServiceCollection services)
    {
        services.AddScoped<TenderReader>();
        services.AddScoped<TenderLandReader>();
        services.AddScoped<TenderCommands>();
        services.AddScoped<TenderMove>();
    }

    public static void MapTenders(this IEndpointRouteBuilder routes)
    {
        var parcels = routes.MapGroup("/api/parcels").Needs(RegisterAction.Read).WithTags("tenders").WithMetadata(QueryParameters.None);
        parcels.MapGet("/{id}/tenders", OfParcel).Needs(RegisterAction.Read, RecordKind.Parcel).WithSummary("Tenders of a parcel, newest first").Produces<TenderList>().Answers(400, 404);
        parcels.MapPost("/{id}/tenders", TenderCommandEndpoints.Plan).Needs(RegisterAction.PlanSupply, RecordKind.Parcel).WithSummary("Plans a tender; a parcel has one open at most; after one that failed it is the next round")
            .Accepts<PlanTenderRequest>("application/json").Produces<TenderDetail>(StatusCodes.Status201Created).Answers(400, 404, 409);

        var tenders = routes.MapGroup("/api/tenders").Needs(RegisterAction.Read).WithTags("tenders").WithMetadata(QueryParameters.None);
        tenders.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of tenders, newest first").Produces<TenderPage>().Answers(400);
        tenders.MapGet("/{id}", Detail).Needs(RegisterAction.Read, RecordKind.Tender).WithSummary("All of a tender: stages, deadlines, what may come next and what stands in its way; strong ETag")
            .Produces<TenderDetail>().Answers(400, 404);
        tenders.MapPut("/{id}", TenderCommandEndpoints.Alter).Needs(RegisterAction.PlanSupply, RecordKind.Tender).WithSummary("Alters a plan that is not announced yet; If-Match needed")
            .Accepts<PlanTenderRequest>("application/json").Produces<TenderDetail>().Answers(400, 404, 409, 412, 428);
        tenders.MapPost("/{id}/move", TenderCommandEndpoints.Move).Needs(RegisterAction.PlanSupply, RecordKind.Tender).WithSummary("Takes a tender to another stage, and its parcel with it; If-Match needed; 409 cites the article")
            .Accepts<MoveTenderRequest>("application/json").Produces<TenderDetail>().Answers(400, 404, 409, 412, 428);
        tenders.MapPost("/{id}/indicators", TenderCommandEndpoints.Mark).Needs(RegisterAction.PlanSupply, RecordKind.Tender).WithSummary("Promises an indicator of standard land, or says what was found; If-Match needed")
            .Accepts<IndicatorRequest>("application/json").Produces<TenderDetail>().Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> OfParcel(string id, HttpContext http, TenderReader tenders, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await tenders.OfParcelAsync(parcelId, cancellation) is { } list ? TypedResults.Ok(list)
            : Problem.NotFound(TenderCommands.Parcel);
    }

    private static async Task<IResult> List(HttpContext http, TenderReader tenders, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var stages = query.Many("stage", text => (Codes<TenderStage>.Find(text) is not null, text), "a stage of a tender", "出让环节");
        var zones = query.ReadZones();
        var limit = query.Whole("limit", 1, 200, 50);
        var before = query.Text("cursor") is { } text ? query.Id("cursor", text) : (long?)null;
        var wanted = new TenderQuery(stages, zones, query.Truth("open") == true, before, limit);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var rows = await tenders.ListAsync(wanted, cancellation);
        return TypedResults.Ok(rows.Count <= limit ? new TenderPage(rows, null) : new TenderPage(rows[..limit], rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Detail(string id, HttpContext http, TenderReader tenders, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var tenderId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await tenders.DetailAsync(tenderId, cancellation) is { } detail ? TenderCommandEndpoints.Result(http, detail)
            : Problem.NotFound(TenderCommands.Tender);
    }
}
