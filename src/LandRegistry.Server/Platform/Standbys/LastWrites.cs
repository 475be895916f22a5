using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Standbys;

/// <summary>
/// Tells a client how far the primary's log was after its write, in a cookie that it sends back: no read shows it an older state than its
/// own last write, whichever server answers.
/// </summary>
internal static class LastWrites
{
    private const string CookieName = "landregistry-written";

    /// <summary>No standby that is of use is behind by more.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void AddStandbys(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<StandbyReads>();
        services.AddHostedService(provider => provider.GetRequiredService<StandbyReads>());
    }

    public static void UseLastWrites(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<StandbyReads>() is { AreThere: true } reads)
        {
            app.Use((http, next) =>
            {
                if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
                {
                    http.Response.OnStarting(() => TellAsync(http, reads));
                }

                return next(http);
            });
        }
    }

    /// <summary>Where the log was after the caller's last write; the beginning when it has written nothing lately.</summary>
    public static NpgsqlLogSequenceNumber Of(HttpRequest request) =>
        request.Cookies[CookieName] is { Length: <= 32 } text && NpgsqlLogSequenceNumber.TryParse(text, out var place) ? place : default;

    private static async Task TellAsync(HttpContext http, StandbyReads reads)
    {
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return;
        }

        try
        {
            // The write is committed by now; the log ends behind it.
            var place = await reads.EndOfLogAsync(http.RequestAborted);
            http.Response.Cookies.Append(CookieName, place.ToString(), new()
            {
                HttpOnly = true, IsEssential = true, MaxAge = Life, Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps,
            });
        }
        catch (NpgsqlException)
        {
            // The primary went down just now. What was written is written; the answer must not become an error.
            http.Response.Cookies.Append(CookieName, "FFFFFFFF/FFFFFFFF", new() { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromSeconds(30), Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        }
    }
}
