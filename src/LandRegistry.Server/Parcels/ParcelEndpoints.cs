using LandRegistry.Domain.Rights;
using LandRegistry.Server.Parcels.Assemblies;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Parcels.Differences;
using LandRegistry.Server.Parcels.FieldWork;
using LandRegistry.Server.Parcels.Lineage;
using LandRegistry.Server.Parcels.Marks;
using LandRegistry.Server.Parcels.Neighbours;
using LandRegistry.Server.Parcels.Summaries;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Parcels;

/// <summary>Lists, shows and tells the history of parcels.</summary>
internal static class ParcelEndpoints
{
    private static readonly QueryParameters ListParameters = new(
    [
        .. ParcelFilterQuery.Parameters,
        ParcelFilterQuery.AsOf,
        new("sort", "string", "Order; a leading - turns it round. Ties by id.", Values: ParcelSort.Names),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters DetailParameters = new([ParcelFilterQuery.AsOf]);

    public static void AddParcels(this IServiceCollection services)
    {
        services.AddScoped<ParcelReader>();
        services.AddScoped<SummaryReader>();
        services.AddScoped<ParcelCommands>();
        services.AddScoped<ParcelHistoryReader>();
        services.AddScoped<DifferenceReader>();
        services.AddScoped<BoundaryCommands>();
        services.AddScoped<LineageCommands>();
        services.AddScoped<AssemblyReader>();
        services.AddScoped<MarkCommands>();
        services.AddFieldWork();
    }

    public static void MapParcels(this IEndpointRouteBuilder routes)
    {
        var parcels = routes.MapGroup("/api/parcels").Needs(RegisterAction.Read).WithTags("parcels").WithMetadata(QueryParameters.None);
        parcels.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of the parcels that the filter matches")
            .Produces<ParcelPage>().Answers(400);
        parcels.MapSummaries();
        parcels.MapRegisterDays();
        parcels.MapDifference();
        parcels.MapMarks();
        parcels.MapGet("/{id}", Detail).Needs(RegisterAction.Read, RecordKind.Parcel).WithMetadata(DetailParameters)
            .WithSummary("All of a parcel, with the moves it may make; strong ETag. As of a past day: as it was, without moves or ETag; 404 when it was not there yet")
            .Produces<ParcelDetail>().Answers(400, 404);
        parcels.MapGet("/{id}/history", History).Needs(RegisterAction.Read, RecordKind.Parcel).WithSummary("What happened to a parcel, newest first")
            .Produces<ParcelHistory>().Answers(400, 404);
        parcels.MapPost("/{id}/status", ParcelCommandEndpoints.MarkStatus).Needs(RegisterAction.Mark, RecordKind.Parcel).WithSummary("Marks the status; If-Match needed; 409 names the rule that forbids it")
            .Accepts<MarkStatusRequest>("application/json").Produces<ParcelDetail>().Answers(400, 404, 409, 412, 428);
        parcels.MapPost("/{id}/hold", ParcelCommandEndpoints.PutOnHold).Needs(RegisterAction.Mark, RecordKind.Parcel).WithSummary("Puts on hold; If-Match needed")
            .Accepts<HoldRequest>("application/json").Produces<ParcelDetail>().Answers(400, 404, 412, 428);
        routes.MapBoundaries();
        routes.MapFieldWork();
        routes.MapAssemblies();
        parcels.MapLineage();
        parcels.MapNeighbours();
        parcels.MapPost("/{id}/release", ParcelCommandEndpoints.Release).Needs(RegisterAction.Mark, RecordKind.Parcel).WithSummary("Releases from hold; If-Match needed")
            .Accepts<ReleaseRequest>("application/json").Produces<ParcelDetail>().Answers(400, 404, 409, 412, 428);
    }

    private static async Task<IResult> List(HttpContext http, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var filter = query.ReadFilter(RegisterDay.Today(time));
        var sort = query.OneOf("sort", ParcelSort.Names, ParcelSort.Default);
        var limit = query.Whole("limit", 1, 200, 50);
        var cursor = query.ReadCursor(sort);
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : TypedResults.Ok(await parcels.PageAsync(filter, sort, cursor, limit, cancellation));
    }

    private static async Task<IResult> Detail(string id, HttpContext http, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        var today = RegisterDay.Today(time);
        var asOf = query.ReadPastDay(ParcelFilterQuery.AsOf.Name, today);
        if (query.Faults.Count == 0 && asOf is { } day && day < today)
        {
            return await parcels.DetailAsOfAsync(parcelId, day, cancellation) is { } past ? TypedResults.Ok(past) : Problem.NotFound(ParcelResult.Parcel);
        }

        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await parcels.DetailAsync(parcelId, cancellation) is { } detail ? ParcelResult.Of(http, detail)
            : Problem.NotFound(ParcelResult.Parcel);
    }

    private static async Task<IResult> History(string id, HttpContext http, ParcelHistoryReader histories, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await histories.OfAsync(parcelId, cancellation) is { } history ? TypedResults.Ok(history)
            : Problem.NotFound(ParcelResult.Parcel);
    }
}
