using LandRegistry.Domain.Common;
using LandRegistry.Server.Platform.Queries;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Parcels;

/// <summary>A parcel as an answer: body and strong ETag, 304 where the caller has it.</summary>
internal static class ParcelResult
{
    public static readonly Text Parcel = new("该宗地", "such parcel");

    public static IResult Of(HttpContext http, ParcelDetail detail)
    {
        var etag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers.ETag = etag;
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return HttpMethods.IsGet(http.Request.Method) && Versions.IsKnown(http.Request, etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(detail);
    }
}
