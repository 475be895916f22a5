namespace LandRegistry.Server.Parcels.Summaries;

/// <summary>Counts of the parcels that a filter matches.</summary>
public sealed record ParcelSummary(string By, Tally Total, IReadOnlyList<TallyGroup> Groups);

/// <summary>How many parcels, and the sum of their known areas, square metres.</summary>
public sealed record Tally(long Count, decimal AreaSquareMetres);

/// <summary>One group: a status code, a zone id (the zone itself, without those below) or a land-use code; null where unknown.</summary>
public sealed record TallyGroup(string? Key, long Count, decimal AreaSquareMetres);

/// <summary>
/// Counts of what a filter shows, by status, and of the choices of its parts. For those all other parts are obeyed, their own is not;
/// groups without parcels are left out.
/// </summary>
public sealed record ParcelChoices(
    Tally Total,
    IReadOnlyList<TallyGroup> Shown,
    IReadOnlyList<TallyGroup> Status,
    IReadOnlyList<TallyGroup> Zone,
    IReadOnlyList<TallyGroup> Use,
    IReadOnlyList<TallyGroup> Officer,
    IReadOnlyList<TallyGroup> Cause);
