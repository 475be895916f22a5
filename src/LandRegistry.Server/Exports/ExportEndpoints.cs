using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Exports;

/// <summary>Parcels and money lines as files, by the filter, columns and order of the list on screen.</summary>
internal static class ExportEndpoints
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddScoped<ParcelExport>();
        services.AddScoped<MoneyExport>();
    }

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/exports").Needs(RegisterAction.Export).WithTags("exports").WithMetadata(QueryParameters.None);
        exports.MapGet("/parcels", Parcels).WithMetadata(ExportPlanQuery.Parameters)
            .WithSummary("Parcels as a spreadsheet, GeoJSON, GeoPackage, shapefile, boundary file or KML; 409 when the encoding has no place for a letter, or a boundary file would hold nothing")
            .Produces<byte[]>(contentType: "application/octet-stream").Answers(400, 409);
        exports.MapGet("/parcels/check", Check).WithMetadata(ExportPlanQuery.Parameters)
            .WithSummary("What the same export would write: counts, names of fields, texts that would be cut, letters without a place").Produces<ExportCheck>().Answers(400);
        exports.MapGet("/money", Money).WithMetadata(MoneyExport.Parameters).WithSummary("Money lines of the parcels that the filter matches, as a spreadsheet")
            .Produces<byte[]>(contentType: XlsxSheet.MediaType).Answers(400, 403);
    }

    private static async Task<IResult> Parcels(HttpContext http, ParcelExport export, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var plan = query.ReadExport(RegisterDay.Today(time), http.May);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        http.Response.Headers.CacheControl = "private, no-store";
        if (plan.Format.IsSheet || plan.Format.IsInDegrees)
        {
            Name(http, plan.FileName, plan.Format.Ending);
            return TypedResults.Stream(to => export.StreamAsync(plan, to, http.RequestAborted), plan.Format.MediaType);
        }

        var folder = new TemporaryFolder();
        http.Response.RegisterForDispose(folder);
        var (path, refusal) = await export.MakeAsync(plan, folder, cancellation);
        if (path is null)
        {
            return Problem.Refused(refusal!);
        }

        var ending = Path.GetExtension(path)[1..];
        Name(http, plan.FileName, ending);
        return TypedResults.PhysicalFile(path, ending == "zip" ? ExportFormat.Shapefile.MediaType : plan.Format.MediaType);
    }

    private static async Task<IResult> Check(HttpContext http, ParcelExport export, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var plan = query.ReadExport(RegisterDay.Today(time), http.May);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await export.CheckAsync(plan, cancellation));
    }

    private static async Task<IResult> Money(HttpContext http, MoneyExport export, TimeProvider time, CancellationToken cancellation)
    {
        if (!http.May(RegisterAction.ReadMoney))
        {
            return Problem.Of(ProblemKind.NotAllowed, new("导出资金台账需要查看金额的权限。", "The money ledger needs the right to read money."));
        }

        var query = new QueryReader(http);
        var today = RegisterDay.Today(time);
        var filter = query.ReadFilter(today);
        var choice = query.ReadSheet(MoneyExport.Fields, http.May);
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : SheetExport.Answer(http, choice, new("资金台账", "Money ledger"), $"money-{filter.AsOf ?? today:yyyy-MM-dd}", export.RowsAsync(filter, cancellation));
    }

    private static void Name(HttpContext http, string name, string ending)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{ending}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
    }
}
