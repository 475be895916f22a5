using System.Security.Claims;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>From the principal that the framework found to the person that the register knows.</summary>
internal static class SignedIn
{
    /// <summary>The claim that only a ticket of the private register gives.</summary>
    public const string OwnerClaim = "landregistry:owner";

    /// <summary>Puts the person of a request where <see cref="PersonOfRequest"/> finds them.</summary>
    public static Task Know(HttpContext http, RequestDelegate next)
    {
        if (http.User is { Identity: { IsAuthenticated: true, Name: { } name } } user && user.HasClaim(claim => claim.Type == OwnerClaim))
        {
            http.Features.Set(new Person(null, name, null, PersonRights.Whole));
        }

        return next(http);
    }
}
