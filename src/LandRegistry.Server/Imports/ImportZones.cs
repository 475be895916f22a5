using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Gives each row its zone, and remembers the zones that a file needs.</summary>
/// <param name="rule">The profile's rule.</param>
/// <param name="only">Code of the zone that takes all rows instead; null for the rule.</param>
internal sealed class ImportZones(ZoneRule rule, string? only)
{
    private readonly Dictionary<string, NamedZone> _known = rule.Children.ToDictionary(z => z.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, NamedZone> _needed = new(StringComparer.Ordinal);

    /// <summary>The zones that the profile makes where they are missing: the root, then the children that rows named.</summary>
    public IReadOnlyList<ProfileZone> Made => only is not null || rule.Root.Code.Length == 0 ? [] :
    [
        new(rule.Root.Code, rule.Root.Zh, rule.Root.En, rule.Root.Kind!, null),
        .. _needed.Select(zone => new ProfileZone(zone.Key, zone.Value.Zh, zone.Value.En, zone.Value.Kind!, rule.Root.Code)),
    ];

    /// <summary>Full code of the zone of a row; null when its place decides.</summary>
    public string? CodeOf(TranslatedRow row)
    {
        if (row.More.GetValueOrDefault(ParcelField.Zone) is string named)
        {
            return named;
        }
        if (only is not null)
        {
            return only;
        }
        if (rule.Root.Code.Length == 0)
        {
            return null;
        }
        if (row.ZoneKey is not { } key)
        {
            return rule.Root.Code;
        }
        var code = rule.ChildCodePrefix + key;
        if (!_needed.ContainsKey(code))
        {
            var zone = _known.GetValueOrDefault(key)
                ?? new NamedZone { Code = key, Zh = row.ZoneName ?? key, En = row.ZoneName ?? key };
            _needed[code] = zone with { Kind = zone.Kind ?? rule.ChildKind };
        }
        return code;
    }
}

/// <summary>A zone that a profile makes where it is missing.</summary>
internal sealed record ProfileZone(string Code, string Zh, string En, string Kind, string? Parent);
