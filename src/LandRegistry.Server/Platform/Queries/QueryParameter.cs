namespace LandRegistry.Server.Platform.Queries;

/// <summary>One query parameter of a route: what is refused, read and documented comes from this one list.</summary>
/// <param name="Name">As it stands in the URL.</param>
/// <param name="Type">JSON schema type: string, integer, number or boolean.</param>
/// <param name="Description">Meaning, units, defaults.</param>
/// <param name="Repeatable">Whether it may be given several times.</param>
/// <param name="Values">The values allowed, where they are a list.</param>
public sealed record QueryParameter(
    string Name, string Type, string Description, bool Repeatable = false, IReadOnlyList<string>? Values = null);

/// <summary>Endpoint metadata: all query parameters that the route knows.</summary>
public sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters None = new([]);
}
