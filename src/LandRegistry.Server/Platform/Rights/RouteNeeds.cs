using LandRegistry.Domain.Rights;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>Endpoint metadata: what the person must be allowed to do, and which record of the route must lie in their zones.</summary>
/// <param name="Action">The action needed.</param>
/// <param name="Record">The kind of record that <paramref name="Parameter"/> names; null when the route is about no single one.</param>
/// <param name="Parameter">The route's parameter with the record's id.</param>
public sealed record RouteNeeds(RegisterAction Action, RecordKind? Record, string Parameter);

/// <summary>What a route's id may name, as far as it lies in zones.</summary>
public enum RecordKind
{
    /// <summary>A parcel, by its zone.</summary>
    Parcel,

    /// <summary>A case, by its parcel.</summary>
    Case,

    /// <summary>A tender, by its parcel.</summary>
    Tender,

    /// <summary>An enterprise, by the parcels it occupies or occupied, or by a strategy of its own.</summary>
    Enterprise,

    /// <summary>A strategy, by its enterprise.</summary>
    Strategy,

    /// <summary>A fact of land of the kind that the route's parameter <c>kind</c> names, by its parcel.</summary>
    Fact,

    /// <summary>A document, by the parcels of the records that name it.</summary>
    Document,

    /// <summary>A change, by the rows it wrote: one that may be seen suffices.</summary>
    Change,

    /// <summary>A proposal of assembly, by its parcels: all of them.</summary>
    Assembly,
}

/// <summary>Says on a route what it needs.</summary>
public static class RouteNeedsExtension
{
    /// <summary>The route, or every route of the group that says nothing itself, needs an action.</summary>
    /// <param name="route">The route or group.</param>
    /// <param name="action">What the person must be allowed to do; lists are narrowed to the zones in which they may.</param>
    /// <param name="record">The kind of record whose id the route names: outside the person's zones it is a 404 as if it were not there.</param>
    /// <param name="parameter">The route's parameter with that id.</param>
    public static T Needs<T>(this T route, RegisterAction action, RecordKind? record = null, string parameter = "id")
        where T : IEndpointConventionBuilder => route.WithMetadata(new RouteNeeds(action, record, parameter));
}
