using System.Security.Cryptography;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Server.Platform.Queries;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Parcels;

/// <summary>
/// A parcel as an answer: body and strong ETag, 304 where the caller has it. The answer of a read says more than the row does (the
/// clock, readiness, facts), so its ETag goes on with a digest of the body; If-Match looks at the row's version only.
/// </summary>
internal static class ParcelResult
{
    public static readonly Text Parcel = new("该宗地", "such parcel");

    public static IResult Of(HttpContext http, ParcelDetail detail)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method);
        var etag = isRead ? Versions.ETag(detail.Id, detail.Version, Digest(detail)) : Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers.ETag = etag;
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isRead && Versions.IsKnown(http.Request, etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(detail);
    }

    private static string Digest(ParcelDetail detail) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(detail)).AsSpan(0, 6));
}
