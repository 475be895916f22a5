using System.Globalization;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Cases;

/// <summary>Lists and shows cases of idle land.</summary>
internal static class CaseEndpoints
{
    private static readonly QueryParameter[] Filter =
    [
        new("stage", "string", "Stage; repeat for any of several.", Repeatable: true, Values: Codes<CaseStage>.All),
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
        new("officer", "string", "Officer in charge, the whole name."),
        new("open", "boolean", "true: open cases only."),
    ];

    private static readonly QueryParameters ExportParameters = new([.. Filter, .. SheetExport.Parameters(CaseColumns.All)]);

    private static readonly QueryParameters ListParameters = new(
    [
        .. Filter,
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters DayParameters = new([new("asOf", "string", "yyyy-MM-dd; today when absent. The case as it was on that day.")]);

    public static void AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseCommands>();
        services.AddScoped<CaseMove>();
        services.AddScoped<CaseFacts>();
    }

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var parcels = routes.MapGroup("/api/parcels").Needs(RegisterAction.Read).WithTags("cases").WithMetadata(QueryParameters.None);
        parcels.MapGet("/{id}/cases", OfParcel).Needs(RegisterAction.Read, RecordKind.Parcel).WithSummary("Cases of a parcel, newest first").Produces<CaseList>().Answers(400, 404);
        parcels.MapPost("/{id}/cases", CaseCommandEndpoints.Open).Needs(RegisterAction.RunCases, RecordKind.Parcel).WithSummary("Opens a case; a parcel has one open case at most")
            .Accepts<OpenCaseRequest>("application/json").Produces<CaseDetail>(StatusCodes.Status201Created).Answers(400, 404, 409);

        var cases = routes.MapGroup("/api/cases").Needs(RegisterAction.Read).WithTags("cases").WithMetadata(QueryParameters.None);
        cases.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of cases, newest first").Produces<CasePage>().Answers(400);
        cases.MapGet("/export", Export).Needs(RegisterAction.Export).WithMetadata(ExportParameters).WithSummary("The list as a spreadsheet")
            .Produces<byte[]>(contentType: XlsxSheet.MediaType).Answers(400);
        cases.MapGet("/{id}", Detail).Needs(RegisterAction.Read, RecordKind.Case).WithMetadata(DayParameters)
            .WithSummary("All of a case: timeline, documents, what may come next and what stands in its way, deadlines; strong ETag")
            .Produces<CaseDetail>().Answers(400, 404);
        cases.MapGet("/{id}/fee", Fee).Needs(RegisterAction.ReadMoney, RecordKind.Case).WithMetadata(DayParameters).WithSummary("The idle fee, explained").Produces<CaseFee>().Answers(400, 404);
        Command<MoveCaseRequest>(cases.MapPost("/{id}/move", CaseCommandEndpoints.Move), "Takes a case to another stage, and its parcel with it; If-Match needed; 409 cites the article");
        Command<AssignCaseRequest>(cases.MapPost("/{id}/officer", CaseCommandEndpoints.Assign), "Puts a case into an officer's hands; If-Match needed");
        Command<AddDocumentRequest>(cases.MapPost("/{id}/documents", CaseCommandEndpoints.AddDocument), "Records an official document; If-Match needed");
        Command<ServeDocumentRequest>(cases.MapPost("/{id}/documents/{documentId}/serve", CaseCommandEndpoints.Serve), "Records the service of a document; If-Match needed");
        Command<DetermineRequest>(cases.MapPost("/{id}/determination", CaseCommandEndpoints.Determine), "Records what was determined; If-Match needed");
        Command<PlanRequest>(cases.MapPost("/{id}/plan", CaseCommandEndpoints.Plan), "Records a disposal plan; refused where the law forbids it; If-Match needed");
        Command<MilestoneRequest>(cases.MapPost("/{id}/milestones", CaseCommandEndpoints.AddMilestone), "Records a dated event; If-Match needed");
        Command<CauseRequest>(cases.MapPost("/{id}/causes", CaseCommandEndpoints.AddCause), "Records a cause of idleness with its evidence; If-Match needed");
    }

    private static void Command<T>(RouteHandlerBuilder route, string summary)
        where T : notnull =>
        route.Needs(RegisterAction.RunCases, RecordKind.Case).WithSummary(summary)
            .Accepts<T>("application/json").Produces<CaseDetail>().Answers(400, 404, 409, 412, 428);

    private static async Task<IResult> OfParcel(string id, HttpContext http, CaseReader cases, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await cases.ParcelStandsAsync(parcelId, cancellation)
                ? TypedResults.Ok(new CaseList(await cases.ListAsync(new(null, null, null, false, null, 500, parcelId), cancellation)))
            : Problem.NotFound(CaseCommands.Parcel);
    }

    private static async Task<IResult> List(HttpContext http, CaseReader cases, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, 200, 50);
        var wanted = ReadWanted(query) with { Before = query.Text("cursor") is { } text ? query.Id("cursor", text) : null, Limit = limit };
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var rows = await cases.ListAsync(wanted, cancellation);
        return TypedResults.Ok(rows.Count <= limit
            ? new CasePage(rows, null)
            : new CasePage(rows[..limit], rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Export(HttpContext http, CaseReader cases, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (wanted, choice) = (ReadWanted(query), query.ReadSheet(CaseColumns.All, http.May));
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var zones = await cases.ZoneNamesAsync(cancellation);
        return SheetExport.Answer(http, choice, new("闲置土地案件", "Cases"), $"cases-{RegisterDay.Today(time):yyyy-MM-dd}", Named());

        async IAsyncEnumerable<NamedCase> Named()
        {
            await foreach (var row in cases.AllAsync(wanted, http.RequestAborted))
            {
                yield return new(row, zones[row.ZoneId]);
            }
        }
    }

    /// <summary>The filter of the list, the same for its pages and its file.</summary>
    private static CaseQuery ReadWanted(QueryReader query)
    {
        var stages = query.Many("stage", text => (Codes<CaseStage>.Find(text) is not null, text), "a stage of a case", "案件环节");
        return new(stages, query.ReadZones(), query.Text("officer", 100), query.Truth("open") == true, null, 0);
    }

    private static async Task<IResult> Detail(string id, HttpContext http, CaseReader cases, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (caseId, asOf) = (query.Id("id", id), query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await cases.DetailAsync(caseId, asOf, cancellation) is { } detail ? CaseCommandEndpoints.Result(http, detail)
            : Problem.NotFound(CaseCommands.Case);
    }

    private static async Task<IResult> Fee(string id, HttpContext http, CaseReader cases, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (caseId, asOf) = (query.Id("id", id), query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await cases.DetailAsync(caseId, asOf, cancellation) is { } detail ? TypedResults.Ok(detail.Fee)
            : Problem.NotFound(CaseCommands.Case);
    }
}
