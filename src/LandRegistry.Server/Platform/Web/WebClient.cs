using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Platform.Web;

/// <summary>Serves the built client: hashed assets for a year, the page itself always asked anew.</summary>
internal static class WebClient
{
    public static void UseWebClient(this IApplicationBuilder app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepHashedAssets });
    }

    private static void KeepHashedAssets(StaticFileResponseContext file) =>
        file.Context.Response.Headers[HeaderNames.CacheControl] =
            file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "private, max-age=31536000, immutable" : "no-cache";
}
