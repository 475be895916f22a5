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
        if (CredentialOf(http) is { } credential && await FindAsync(http, credential, notesUse: true) is { } known)
        {
            http.Features.Set(credential);
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

    /// <summary>The person of a request that lasts, as they are now; null when they are signed in no more. That it lasts is no use of the session.</summary>
    public static ValueTask<KnownPerson?> StillAsync(HttpContext http) =>
        http.Features.Get<Credential>() is { } credential ? FindAsync(http, credential, notesUse: false) : ValueTask.FromResult<KnownPerson?>(null);

    private static Credential? CredentialOf(HttpContext http)
    {
        // A script says who it is with every request; a cookie that it brings besides counts for nothing.
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return authorization.StartsWith(Bearer + Sessions.TokenMark, StringComparison.Ordinal) ? new(CredentialKind.Token, authorization[Bearer.Length..]) : null;
        }

        return http.User is not { Identity: { IsAuthenticated: true, Name: { } name } } user ? null
            : user.FindFirst(SessionClaim) is { Value: var key } ? new(CredentialKind.Session, key)
            : user.HasClaim(claim => claim.Type == OwnerClaim) ? new(CredentialKind.Owner, name)
            : null;
    }

    private static ValueTask<KnownPerson?> FindAsync(HttpContext http, Credential credential, bool notesUse) => credential.Kind switch
    {
        CredentialKind.Token => Directory(http).OfTokenAsync(credential.Value, notesUse, http.RequestAborted),
        CredentialKind.Session => Directory(http).OfSessionAsync(credential.Value, notesUse, http.RequestAborted),
        _ => ValueTask.FromResult<KnownPerson?>(new(new(null, credential.Value, null, PersonRights.Whole), null, false, false)),
    };

    private static PeopleDirectory Directory(HttpContext http) => http.RequestServices.GetRequiredService<PeopleDirectory>();

    private enum CredentialKind
    {
        Session,
        Token,
        Owner,
    }

    /// <summary>What a request says who it is by: the key of a session, a token, or the owner's name.</summary>
    private sealed record Credential(CredentialKind Kind, string Value);
}
