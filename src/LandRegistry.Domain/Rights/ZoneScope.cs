namespace LandRegistry.Domain.Rights;

/// <summary>A set of zones in which something is allowed: the whole register, or zones with all that lie below them.</summary>
public sealed class ZoneScope
{
    // For each zone inside: itself and all above it, whether those are inside or not.
    private readonly IReadOnlyDictionary<long, IReadOnlyList<long>>? _lines;

    private ZoneScope(IReadOnlyDictionary<long, IReadOnlyList<long>>? lines)
    {
        _lines = lines;
        Zones = lines is null ? null : [.. lines.Keys.Order()];
    }

    /// <summary>Everywhere, zones that come later included. It asks for no condition at all.</summary>
    public static ZoneScope Whole { get; } = new(null);

    /// <summary>In no zone.</summary>
    public static ZoneScope Nowhere { get; } = new(new Dictionary<long, IReadOnlyList<long>>());

    /// <summary>Ids of all zones inside, ascending; null for everywhere.</summary>
    public long[]? Zones { get; }

    /// <summary>Whether it is everywhere.</summary>
    public bool IsWhole => _lines is null;

    /// <summary>Whether it holds no zone.</summary>
    public bool IsEmpty => _lines is { Count: 0 };

    /// <summary>The scope of zones, each given with the line of zones from itself up to the top. It must hold all that lie below its zones.</summary>
    public static ZoneScope Of(IReadOnlyDictionary<long, IReadOnlyList<long>> lines) => new(lines);

    /// <summary>Whether a zone is inside.</summary>
    public bool Holds(long zone) => _lines is null || _lines.ContainsKey(zone);

    /// <summary>
    /// The zones to ask for when somebody names zones (each with all below it; null for any) and may see only this scope. Null asks
    /// for no condition; an empty list matches nothing.
    /// </summary>
    public long[]? Within(long[]? named) =>
        _lines is null ? named
        : named is null ? Zones
        : [.. _lines.Where(line => line.Value.Any(named.Contains)).Select(line => line.Key).Order()];

    /// <summary>Both scopes together.</summary>
    public ZoneScope With(ZoneScope other) =>
        IsWhole || other.IsWhole ? Whole : new(_lines!.Concat(other._lines!).DistinctBy(pair => pair.Key).ToDictionary());
}
