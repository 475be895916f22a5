using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Gives each row its zone, and remembers the zones that a file needs.</summary>
/// <param name="rule">The profile's rule.</param>
/// <param name="only">Code of the zone that takes all rows instead; null for the rule.</param>
internal sealed class ImportZones(ZoneRule rule, string? only)
{
    private readonly Dictionary<string, NamedZone> _known = rule.Children.ToDictionary(z => z.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, NamedZone> _needed = new(StringComparer.Ordinal);

    /// <summary>Child zones that rows named, by full code.</summary>
    public IReadOnlyDictionary<string, NamedZone> Needed => _needed;

    /// <summary>Full code of the zone of a row.</summary>
    public string CodeOf(TranslatedRow row)
    {
        if (only is not null)
        {
            return only;
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
