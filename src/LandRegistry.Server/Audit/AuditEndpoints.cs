using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store.Audit;

namespace LandRegistry.Server.Audit;

/// <summary>Says that something was printed.</summary>
public sealed record PrintNote
{
    /// <summary>What: the map, a card, a list; required.</summary>
    public string? What { get; init; }

    /// <summary>The parcel that it was about; null when it was about no single one.</summary>
    public long? ParcelId { get; init; }
}

/// <summary>The audit trail over HTTP.</summary>
internal static class AuditEndpoints
{
    private static readonly IReadOnlyList<QueryParameter> Filter =
    [
        new("person", "string", "Who, the whole name."),
        new("action", "string", "What kind of line; repeat for any of several.", Repeatable: true, Values: AuditActions.All),
        new("parcel", "integer", "Id of a parcel: what it was read, changed, printed or exported by."),
        new("from", "string", "yyyy-MM-dd, first day, in China."),
        new("to", "string", "yyyy-MM-dd, last day, in China."),
    ];

    private static readonly QueryParameters ListParameters = new(
    [
        .. Filter,
        new("limit", "integer", "Lines of a page, 1 to 500; 100 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters ExportParameters = new(Filter);

    public static void AddAudit(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<AuditTrail>());
        services.AddScoped<AuditReader>();
    }

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/api/audit").Needs(RegisterAction.ReadAudit).WithTags("audit").WithMetadata(QueryParameters.None);
        audit.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of the audit trail, newest first").Produces<AuditPage>().Answers(400);
        audit.MapGet("/verify", Verify).WithSummary("Walks the chain of hashes and says whether a line was altered or removed").Produces<AuditVerdict>().Answers();
        audit.MapGet("/export", Export).WithMetadata(ExportParameters).WithSummary("The trail as a spreadsheet (CSV), oldest first").Produces<byte[]>(contentType: "text/csv").Answers(400);
        audit.MapPost("/prints", Print).Needs(RegisterAction.Read).WithSummary("Says that something was printed, for the trail")
            .Accepts<PrintNote>("application/json").Produces(204).Answers(400, 404);
    }

    private static async Task<IResult> List(HttpContext http, AuditReader audit, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = Read(query);
        var limit = query.Whole("limit", 1, 500, 100);
        var before = query.Text("cursor") is { } text ? query.Id("cursor", text) : (long?)null;
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await audit.PageAsync(wanted, before, limit, cancellation));
    }

    private static async Task<IResult> Verify(AuditReader audit, AuditTrail trail, CancellationToken cancellation)
    {
        await trail.SealAsync(cancellation);
        return TypedResults.Ok(await audit.VerifyAsync(cancellation));
    }

    private static async Task<IResult> Export(HttpContext http, AuditReader audit, AuditTrail trail, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = Read(query);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var person = http.Person();
        await trail.WriteAsync(new(person.Name, person.AccountId, http.Address(), AuditActions.Export, "audit"), cancellation);
        return TypedResults.Stream(stream => CsvSheet.WriteAsync(audit.Sheet(wanted, cancellation), stream, cancellation), CsvSheet.MediaType, "audit.csv");
    }

    private static async Task<IResult> Print(PrintNote note, HttpContext http, RecordScope records, AuditTrail trail, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var what = faults.RequiredText("what", note.What, 200);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (note.ParcelId is { } parcel && !await records.HoldsParcelsAsync(faults.Scope, [parcel], cancellation))
        {
            return Problem.NotFound(new Text("该宗地", "such parcel"));
        }

        var person = http.Person();
        await trail.WriteAsync(new(person.Name, person.AccountId, http.Address(), AuditActions.Print, what) { ParcelId = note.ParcelId }, cancellation);
        return TypedResults.NoContent();
    }

    private static AuditFilter Read(QueryReader query) => new(
        query.Text("person", 100),
        query.Many("action", text => (AuditActions.All.Contains(text), text), "a kind of line", "记录类型"),
        query.Text("parcel") is { } parcel ? query.Id("parcel", parcel) : null,
        query.Day("from", query.Text("from")),
        query.Day("to", query.Text("to")));
}
