namespace LandRegistry.Domain.Zones;

/// <summary>The kinds of zone, from wide to narrow.</summary>
public static class ZoneKinds
{
    public static IReadOnlyList<string> All { get; } = ["country", "province", "city", "county", "development_zone", "park", "area"];
}
