using LandRegistry.Domain.Rights;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>Who asks, and what they may do.</summary>
/// <param name="AccountId">The account; null for the owner of a private register, who has none.</param>
/// <param name="Name">Name that changes are recorded under.</param>
/// <param name="Department">Department; null when unknown.</param>
/// <param name="Rights">What they may do, and where.</param>
public sealed record Person(long? AccountId, string Name, string? Department, PersonRights Rights);

/// <summary>The person of a request.</summary>
public static class PersonOfRequest
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The request is nobody's: the route is open to all.</exception>
    public static Person Person(this HttpContext http) =>
        http.Features.Get<Person>() ?? throw new InvalidOperationException("A route that is open to all asks for the person.");

    /// <summary>The zones in which the person may do what the route needs; nowhere for a request that is nobody's.</summary>
    public static ZoneScope Scope(this HttpContext http) =>
        http.Features.Get<Person>() is { } person && http.GetEndpoint()?.Metadata.GetMetadata<RouteNeeds>() is { } needs
            ? person.Rights.ScopeOf(needs.Action)
            : ZoneScope.Nowhere;

    /// <summary>The scope of the request at hand for whatever is made for it; nowhere outside a request.</summary>
    public static void AddScopeOfRequest(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<RecordScope>();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Scope() ?? ZoneScope.Nowhere);
    }

    /// <summary>Whether the person may do something anywhere at all.</summary>
    public static bool May(this HttpContext http, RegisterAction action) => http.Features.Get<Person>()?.Rights.May(action) == true;
}
