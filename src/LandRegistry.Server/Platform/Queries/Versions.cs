using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>Row versions as strong ETags: <c>"p12-v3"</c> is version 3 of row 12.</summary>
public static class Versions
{
    public static string ETag(long id, int version) => string.Create(CultureInfo.InvariantCulture, $"\"p{id}-v{version}\"");

    /// <summary>The same with a digest of an answer that says more than the row.</summary>
    public static string ETag(long id, int version, string digest) => string.Create(CultureInfo.InvariantCulture, $"\"p{id}-v{version}-{digest}\"");

    /// <summary>Version 0 is no row's: an ETag that is not of this row is stale.</summary>
    public const int OfAnotherRow = 0;

    /// <summary>The version in If-Match; null when the header is absent.</summary>
    public static int? FromIfMatch(HttpRequest request, long id)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        var prefix = $"\"p{id.ToString(CultureInfo.InvariantCulture)}-v";
        return EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag) && !tag.IsWeak
            && tag.Tag.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(BeforeDigest(tag.Tag.AsSpan()[prefix.Length..^1]), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : OfAnotherRow;
    }

    /// <summary>Whether the caller has this ETag already (If-None-Match).</summary>
    public static bool IsKnown(HttpRequest request, string etag) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag.Equals(etag, StringComparison.Ordinal));

    private static ReadOnlySpan<char> BeforeDigest(ReadOnlySpan<char> version) => version.IndexOf('-') is var dash and > 0 ? version[..dash] : version;
}
