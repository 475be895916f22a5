namespace LandRegistry.Server.Parcels.Differences;

/// <summary>What the register has on a later day otherwise than on an earlier one, under a filter asked of each day.</summary>
/// <param name="From">The earlier day.</param>
/// <param name="To">The later day.</param>
/// <param name="Counts">How many parcels of each kind; null on the pages after the first.</param>
/// <param name="StatusMoves">The parcels of other status by both statuses; null likewise.</param>
/// <param name="Items">A page of the parcels of the kind asked for; empty when none was.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record ParcelDifference(
    DateOnly From, DateOnly To, DifferenceCounts? Counts, IReadOnlyList<StatusMoveCount>? StatusMoves, IReadOnlyList<DifferenceRow> Items, string? NextCursor);

/// <summary>How many parcels are otherwise. A parcel that moved a deadline may be among the other kinds too.</summary>
/// <param name="Entered">Matched by the filter on the later day only.</param>
/// <param name="Left">Matched on the earlier day only.</param>
/// <param name="Status">Matched on both days, of another status.</param>
/// <param name="Deadline">Matched on both days, with another day of suspicion, fee or recovery.</param>
public sealed record DifferenceCounts(long Entered, long Left, long Status, long Deadline);

/// <summary>So many parcels had the one status on the earlier day and have the other on the later.</summary>
public sealed record StatusMoveCount(string From, string To, long Count);

/// <summary>A parcel on both days.</summary>
/// <param name="Id">The parcel.</param>
/// <param name="Code">Its code now.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Location">Longitude, latitude now (EPSG:4490).</param>
/// <param name="Before">What it was on the earlier day, whether or not the filter matched it; null when it was not there.</param>
/// <param name="After">Likewise on the later day.</param>
public sealed record DifferenceRow(long Id, string? Code, string? Name, IReadOnlyList<double> Location, ParcelOnDay? Before, ParcelOnDay? After);

/// <summary>A parcel on one day. The three days are those foreseen by the idle clock on that day; only with kind=deadline.</summary>
public sealed record ParcelOnDay
{
    public required string Status { get; init; }
    public required DateOnly StatusSince { get; init; }
    public required bool OnHold { get; init; }
    public required long ZoneId { get; init; }
    public required string? LandUseCode { get; init; }
    public required decimal? AreaSquareMetres { get; init; }
    public DateOnly? SuspectedFrom { get; init; }
    public DateOnly? FeeFrom { get; init; }
    public DateOnly? RecoveryFrom { get; init; }
}
