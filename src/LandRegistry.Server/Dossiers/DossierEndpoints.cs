using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Papers;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Dossiers;

/// <summary>Dossiers of parcels for investors, as files to be handed out.</summary>
internal static class DossierEndpoints
{
    private static readonly IReadOnlyList<string> Languages = ["zh", "en"];
    private static readonly Text Parcel = new("其中某宗地", "one of the parcels");
    private static readonly Text NoPrinter = new(
        "这台服务器没有可用的 Chromium、Chrome 或 Edge，或它未能完成打印；可改选 DOCX。", "This server has no Chromium, Chrome or Edge, or it could not print; ask for docx instead.");

    private static readonly QueryParameters Parameters = new(
    [
        new("parcel", "integer", FormattableString.Invariant($"Id of a parcel; repeat for several, in the order wanted; 1 to {DossierReport.MostParcels}. Required."), Repeatable: true),
        new("format", "string", "pdf when absent.", Values: DossierReport.Formats),
        new("language", "string", "zh when absent.", Values: Languages),
    ]);

    public static void AddDossiers(this IServiceCollection services) => services.AddScoped<DossierReport>();

    public static void MapDossiers(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/dossiers").Needs(RegisterAction.Report).WithTags("dossiers").WithMetadata(QueryParameters.None)
            .MapGet("", Dossier).WithMetadata(Parameters).WithSummary("The dossier of parcels for investors, without internal facts, as PDF or DOCX")
            .Produces<byte[]>(contentType: PdfPrinter.MediaType).Answers(400, 404, 503);

    private static async Task<IResult> Dossier(HttpContext http, DossierReport dossiers, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var ids = query.Many("parcel", text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id), id), "the id of a parcel", "宗地编号");
        var (format, english) = (query.OneOf("format", DossierReport.Formats, "pdf"), query.OneOf("language", Languages, "zh") == "en");
        if (ids is null or { Length: > DossierReport.MostParcels })
        {
            query.Add(
                "parcel", FormattableString.Invariant($"1 to {DossierReport.MostParcels} parcels are wanted."), FormattableString.Invariant($"请给出 1 至 {DossierReport.MostParcels} 宗地。"));
        }

        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        if (await dossiers.PaperAsync(ids!, query.Scope.Zones, today, english, cancellation) is not { } paper)
        {
            return Problem.NotFound(Parcel);
        }

        if (await dossiers.FileAsync(paper, format, cancellation) is not { } file)
        {
            return Problem.Of(ProblemKind.PrinterMissing, NoPrinter);
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"dossier-{(ids!.Length == 1 ? paper.RunningHead : $"{ids.Length}-parcels")}-{today:yyyy-MM-dd}.{format}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(file, format == "docx" ? DocxPaper.MediaType : PdfPrinter.MediaType);
    }
}
