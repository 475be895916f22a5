namespace LandRegistry.Server.Overview;

/// <summary>The register in figures as of a day. Areas in square metres, money in yuan.</summary>
public sealed record OverviewAnswer
{
    public required DateOnly AsOf { get; init; }

    /// <summary>All parcels by status.</summary>
    public required IReadOnlyList<OverviewTally> Statuses { get; init; }

    /// <summary>The stock (suspected to ready) by zone.</summary>
    public required IReadOnlyList<OverviewTally> Zones { get; init; }

    /// <summary>The stock by land use; the key is null where it is not known.</summary>
    public required IReadOnlyList<OverviewTally> Uses { get; init; }

    /// <summary>The stock by full years in its present status: 0, 1, 2, 3 or 5, the last meaning five and more, 3 three to five.</summary>
    public required IReadOnlyList<OverviewTally> Ages { get; init; }

    /// <summary>What entered and left the stock, month by month, the last one up to the day.</summary>
    public required IReadOnlyList<OverviewMonth> Months { get; init; }

    /// <summary>How long parcels stayed in a status that they left in these months.</summary>
    public required IReadOnlyList<OverviewStay> Stays { get; init; }
    public required OverviewRelease Released { get; init; }

    /// <summary>Sums of the ledger up to the day, by kind of line.</summary>
    public required IReadOnlyList<OverviewMoney> Money { get; init; }

    /// <summary>Open cases by officer, the most loaded first.</summary>
    public required IReadOnlyList<OverviewLoad> Officers { get; init; }
}

/// <summary>A count with its area.</summary>
public sealed record OverviewTally(string? Key, long Count, decimal AreaSquareMetres);

/// <summary>A month of the stock's flow.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Entered">Parcels that entered the stock.</param>
/// <param name="EnteredArea">Their area.</param>
/// <param name="Left">Parcels that left it.</param>
/// <param name="LeftArea">Their area.</param>
public sealed record OverviewMonth(DateOnly From, DateOnly To, long Entered, decimal EnteredArea, long Left, decimal LeftArea);

/// <summary>How long parcels stayed in a status: how many left it, and the average in months of 30.4375 days.</summary>
public sealed record OverviewStay(string Status, long Left, decimal AverageMonths);

/// <summary>Land released this year up to the day, against what the strategies in force are to release by the end of it.</summary>
public sealed record OverviewRelease(int Year, long Parcels, decimal AreaSquareMetres, decimal? TargetSquareMetres);

/// <summary>The sum of a kind of money line.</summary>
public sealed record OverviewMoney(string Kind, long Lines, decimal Yuan);

/// <summary>Open cases of an officer and how many of their deadlines are missed; the officer is null where nobody is named.</summary>
public sealed record OverviewLoad(string? Officer, long Cases, long Overdue);

/// <summary>A page of the rows behind a figure, the latest first.</summary>
public sealed record OverviewRowPage(IReadOnlyList<OverviewRow> Items, string? NextCursor);

/// <summary>A row behind a figure of the overview. Areas in square metres, money in yuan; null is unknown, or nothing that this figure is about.</summary>
public sealed record OverviewRow
{
    /// <summary>Of the parcel, the line of the ledger or the case that was counted.</summary>
    public required long Id { get; init; }
    public required long ParcelId { get; init; }
    public required string? ParcelCode { get; init; }
    public required string? ParcelName { get; init; }
    public required long ZoneId { get; init; }

    /// <summary>On the day of the overview; of a move, the status that it led to.</summary>
    public required string Status { get; init; }
    public required decimal? AreaSquareMetres { get; init; }

    /// <summary>Since when its status holds, when it moved, when the line counts, or when the case was opened.</summary>
    public required DateOnly On { get; init; }

    /// <summary>How long it stands in its status, had stood in the one that it left, or the case is open.</summary>
    public required int? Days { get; init; }
    public required decimal? AmountYuan { get; init; }
    public required long? CaseId { get; init; }
    public required string? CaseNumber { get; init; }

    /// <summary>Deadlines of the case that are missed.</summary>
    public required long? Overdue { get; init; }
}
