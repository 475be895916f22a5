using System.Security.Claims;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>From the cookie or token that a request brings to the person that the register knows.</summary>
internal static class SignedIn
{
    /// <summary>The claim that only a ticket of the private register gives.</summary>
    public const string OwnerClaim = "landregistry:owner";

    /// <summary>The claim that holds the key of a session.</summary>
    public const string SessionClaim = "landregistry:session";

    private const string Bearer = "Bearer ";

    /// <summary>Puts the person of a request where <see cref="PersonOfRequest"/> finds them.</summary>
    public static async Task Know(HttpContext http, RequestDelegate next)
    {
        if (await FindAsync(http) is { } known)
        {
            http.Features.Set(known);
            http.Features.Set(known.Person);
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, known.Person.Name)], CookieAuthenticationDefaults.AuthenticationScheme));
        }

        await next(http);
    }

    /// <summary>The cookie's principal for a session.</summary>
    public static ClaimsPrincipal OfSession(string name, string key) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(SessionClaim, key)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The cookie's principal for the owner of a private register.</summary>
    public static ClaimsPrincipal OfOwner(string name) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(OwnerClaim, "")], CookieAuthenticationDefaults.AuthenticationScheme));

    private static async ValueTask<KnownPerson?> FindAsync(HttpContext http)
    {
        // A script says who it is with every request; a cookie that it brings besides counts for nothing.
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return authorization.StartsWith(Bearer + Sessions.TokenMark, StringComparison.Ordinal)
                ? await Directory(http).OfTokenAsync(authorization[Bearer.Length..], http.RequestAborted)
                : null;
        }

        if (http.User is not { Identity: { IsAuthenticated: true, Name: { } name } } user)
        {
            return null;
        }

        return user.FindFirst(SessionClaim) is { Value: var key } ? await Directory(http).OfSessionAsync(key, http.RequestAborted)
            : user.HasClaim(claim => claim.Type == OwnerClaim) ? new(new(null, name, null, PersonRights.Whole), null, false, false)
            : null;
    }

    private static PeopleDirectory Directory(HttpContext http) => http.RequestServices.GetRequiredService<PeopleDirectory>();
}
