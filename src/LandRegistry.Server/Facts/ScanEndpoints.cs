using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Facts;

/// <summary>Scans of documents: sent as the plain body, handed back as an attachment that no browser opens as a page.</summary>
internal static class ScanEndpoints
{
    /// <summary>The largest scan, bytes.</summary>
    public const int MostBytes = 32 << 20;

    private static readonly Text Document = new("该文件", "such document");
    private static readonly Text Scan = new("该文件的扫描件", "scan of this document");
    private static readonly QueryParameters OfUpload = new([new("fileName", "string", "Name of the file, shown only; at most 200 characters.")]);

    public static void MapScans(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/documents/{id}/scan", Store).Needs(RegisterAction.KeepFacts, RecordKind.Document).WithMetadata(OfUpload).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithSummary("Stores a scan of a document: pdf, png, jpeg or tiff as the plain body, at most 32 MiB")
            .Accepts<Stream>("*/*")
            .Produces<ScanShape>(StatusCodes.Status201Created).Answers(400, 404, 413, 415);
        routes.MapGet("/documents/{id}/scan", Send).Needs(RegisterAction.Read, RecordKind.Document).WithSummary("The latest scan of a document, as an attachment")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Answers(400, 404);
    }

    private static async Task<IResult> Store(string id, HttpContext http, ScanStore scans, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var documentId = query.Id("id", id);
        var fileName = query.Text("fileName");
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var origin = new ChangeOrigin(http.User.Identity!.Name!, "StoreScan", fileName, time.GetUtcNow());
        return await scans.StoreAsync(documentId, fileName, http.Request.Body, origin, cancellation) switch
        {
            ScanOutcome.NoDocument => Problem.NotFound(Document),
            ScanOutcome.UnknownType => Problem.Of(ProblemKind.ScanTypeUnknown, new("请提交 PDF、PNG、JPEG 或 TIFF 文件。", "Send a PDF, PNG, JPEG or TIFF file.")),
            ScanOutcome.Empty => Problem.Malformed("body", "The body is empty.", "请求内容为空。"),
            _ => TypedResults.Created((string?)null, await scans.FindAsync(documentId, cancellation)),
        };
    }

    private static async Task<IResult> Send(string id, HttpContext http, ScanStore scans, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var documentId = query.Id("id", id);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        if (await scans.FindAsync(documentId, cancellation) is not { } scan)
        {
            return Problem.NotFound(Scan);
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(scan.FileName ?? $"document-{documentId}.{scan.MediaType[(scan.MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..]}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = $"\"{scan.Digest}\"";
        http.Response.ContentLength = scan.ByteCount;
        return TypedResults.Stream(to => scans.CopyToAsync(scan.Id, to, cancellation), scan.MediaType);
    }
}
