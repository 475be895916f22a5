namespace LandRegistry.Domain.Rights;

/// <summary>A role, for zones.</summary>
/// <param name="Role">The role.</param>
/// <param name="Zones">The zones named, each with all below it; null for the whole register.</param>
public sealed record RoleGrant(Role Role, IReadOnlyList<long>? Zones);

/// <summary>What a person may do, and where. A person with several grants may do in each zone what the grants that hold there allow.</summary>
public sealed class PersonRights
{
    private readonly Dictionary<RegisterAction, ZoneScope> _scopes = [];

    /// <summary>Everything everywhere: the owner of a private register.</summary>
    public static PersonRights Whole { get; } = new(RoleTable.AllActions.Select(action => (action, ZoneScope.Whole)));

    private PersonRights(IEnumerable<(RegisterAction Action, ZoneScope Scope)> scopes)
    {
        foreach (var (action, scope) in scopes)
        {
            _scopes[action] = _scopes.TryGetValue(action, out var sofar) ? sofar.With(scope) : scope;
        }
    }

    /// <summary>What may be done anywhere at all, in the order of <see cref="RegisterAction"/>.</summary>
    public IEnumerable<RegisterAction> Actions => RoleTable.AllActions.Where(May);

    /// <summary>The rights of several grants together.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="scopeOf">The scope of zones and all zones below them.</param>
    public static PersonRights Of(IEnumerable<RoleGrant> grants, Func<IReadOnlyList<long>, ZoneScope> scopeOf) => new(
        from grant in grants
        let scope = grant.Zones is null ? ZoneScope.Whole : scopeOf(grant.Zones)
        from action in grant.Role.Actions()
        select (action, scope));

    /// <summary>The same rights, but for no other actions than these: what an access token of the person may do.</summary>
    public PersonRights Only(IReadOnlySet<RegisterAction> actions) =>
        new(_scopes.Where(pair => actions.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)));

    /// <summary>Whether an action is allowed anywhere at all.</summary>
    public bool May(RegisterAction action) => _scopes.TryGetValue(action, out var scope) && !scope.IsEmpty;

    /// <summary>Where an action is allowed; nowhere when it is not.</summary>
    public ZoneScope ScopeOf(RegisterAction action) => _scopes.GetValueOrDefault(action, ZoneScope.Nowhere);
}
