using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>Hands a sheet out as a file.</summary>
public static class SheetAnswer
{
    /// <summary>Formats by the name they have in queries and file names.</summary>
    public static readonly IReadOnlyList<string> Formats = ["xlsx", "csv"];

    /// <summary>The sheet as an attachment, written while it is read.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sheet">What to write.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="fileName">Without ending.</param>
    public static IResult Of(HttpContext http, Sheet sheet, string format, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{fileName}.{format}");
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return format == "csv"
            ? TypedResults.Stream(to => CsvSheet.WriteAsync(sheet, to, http.RequestAborted), CsvSheet.MediaType)
            : TypedResults.Stream(to => XlsxSheet.WriteAsync(sheet, to, http.RequestAborted), XlsxSheet.MediaType);
    }
}
