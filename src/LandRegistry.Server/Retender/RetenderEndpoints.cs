using LandRegistry.Domain.Common;
using LandRegistry.Domain.Retender;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Retender;

/// <summary>The re-tender list: what may be supplied again, what is not yet, and what it waits for.</summary>
internal static class RetenderEndpoints
{
    private static readonly IReadOnlyList<string> GroupKeys = ["zone", "use", "blocker"];

    private static readonly QueryParameters ListParameters = new(
    [
        .. RetenderQuery.Parameters,
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters TotalParameters = new(
    [
        .. RetenderQuery.Parameters,
        new("group", "string", "What to group the part by; zone when absent.", Values: GroupKeys),
    ]);

    private static readonly QueryParameters ExportParameters = new([.. RetenderQuery.Parameters, .. SheetExport.Parameters(RetenderColumns.All)]);

    public static void AddRetender(this IServiceCollection services)
    {
        services.AddScoped<RetenderReader>();
        services.AddScoped<RetenderExport>();
    }

    public static void MapRetender(this IEndpointRouteBuilder routes)
    {
        var retender = routes.MapGroup("/api/retender").Needs(RegisterAction.Read).WithTags("retender").WithMetadata(QueryParameters.None);
        retender.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of one part of the re-tender list").Produces<RetenderPage>().Answers(400);
        retender.MapGet("/totals", Totals).WithMetadata(TotalParameters).WithSummary("Counts and areas of every part, and of one by zone, use or blocker")
            .Produces<RetenderTotals>().Answers(400);
        retender.MapGet("/export", Export).Needs(RegisterAction.Export).IsHeavy().WithMetadata(ExportParameters).WithSummary("The list as a spreadsheet, following filter, columns and order")
            .Produces<byte[]>(contentType: XlsxSheet.MediaType).Answers(400);
    }

    private static async Task<IResult> List(HttpContext http, RetenderReader retender, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var wanted = RetenderQuery.Read(query, today);
        var limit = query.Whole("limit", 1, 200, 50);
        var after = RetenderQuery.ReadCursor(query, wanted.Sort);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await retender.PageAsync(wanted, today, after, limit, cancellation));
    }

    private static async Task<IResult> Totals(HttpContext http, RetenderReader retender, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = RetenderQuery.Read(query, RegisterDay.Today(time));
        var by = query.OneOf("group", GroupKeys, "zone");
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await retender.TotalsAsync(wanted, by, cancellation));
    }

    private static IResult Export(HttpContext http, RetenderExport export, TimeProvider time)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var (wanted, choice) = (RetenderQuery.Read(query, today), query.ReadSheet(RetenderColumns.All, http.May));
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : SheetExport.Answer(
                http, choice, wanted.Section.Name(), $"retender-{Codes<RetenderSection>.Of(wanted.Section)}-{today:yyyy-MM-dd}", export.RowsAsync(wanted, today, http.RequestAborted));
    }
}
