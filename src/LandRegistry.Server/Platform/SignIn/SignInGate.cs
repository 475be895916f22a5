using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Authorization;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>Lets nobody past without the sign-in cookie, static files included, but for routes marked anonymous; refuses writes from other sites.</summary>
internal static class SignInGate
{
    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (IsForeign(http.Request))
        {
            await Problem.Of(ProblemKind.ForeignOrigin, new("请求来自其他网站。", "The Origin header names another site.")).ExecuteAsync(http);
        }
        else if (http.Features.Get<Person>() is not null || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
        }
        else if (WantsPage(http.Request))
        {
            await SignInPage.Of(StatusCodes.Status401Unauthorized).ExecuteAsync(http);
        }
        else
        {
            await Problem.Of(ProblemKind.SignInNeeded, new("请通过一次性链接登录。", "Sign in with a one-time link.")).ExecuteAsync(http);
        }
    }

    private static bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (IsOfOtherSite(request.Headers["Sec-Fetch-Site"].ToString())
            || (request.Headers.Origin.ToString() is { Length: > 0 } origin
                && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What every browser says of where a request comes from; programs say nothing.</summary>
    private static bool IsOfOtherSite(string fetchSite) => fetchSite is not ("" or "same-origin" or "none");

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
