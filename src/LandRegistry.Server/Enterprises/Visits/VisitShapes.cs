using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Enterprises.Visits;

/// <summary>Visits to an enterprise, what was found, how often it is to be visited, whether it is watched, and the cases of its land.</summary>
public sealed record VisitFile
{
    public required long EnterpriseId { get; init; }

    /// <summary>Version of the enterprise; commands are given on it.</summary>
    public required int Version { get; init; }
    public required VisitPlanShape? Plan { get; init; }

    /// <summary>Last day of the next visit; null without a plan.</summary>
    public required DateOnly? NextDueOn { get; init; }
    public required bool IsOverdue { get; init; }
    public required FindingCountsShape Findings { get; init; }

    /// <summary>Visits, latest first, each with what was found.</summary>
    public required IReadOnlyList<VisitShape> Visits { get; init; }

    /// <summary>Why it is on the watch list; empty when it is not.</summary>
    public required IReadOnlyList<WatchReasonShape> Watch { get; init; }

    /// <summary>The mark by hand that holds today; null when there is none.</summary>
    public required WatchMarkShape? Mark { get; init; }

    /// <summary>Cases of the land that it is on, open ones first.</summary>
    public required IReadOnlyList<EnterpriseCase> Cases { get; init; }
}

/// <summary>A plan of visits: at least once in so many days.</summary>
public sealed record VisitPlanShape(int EveryDays, DateOnly FromOn, string Visitor, string? Note);

/// <summary>Found, put right, open; the share in per cent with one decimal, null when nothing was found.</summary>
public sealed record FindingCountsShape(int Found, int Rectified, int Open, decimal? Rate);

/// <summary>A visit: call or inspection.</summary>
public sealed record VisitShape(long Id, string Kind, DateOnly On, string Visitor, string? Premises, string Seen, string Source, string? Note, IReadOnlyList<FindingShape> Findings);

/// <summary>Something found; late when it is open after its day.</summary>
public sealed record FindingShape(long Id, string Found, DateOnly? DueOn, DateOnly? RectifiedOn, bool IsLate, string? Note);

/// <summary>Why an enterprise is watched: marked, zombie, stopped, finding_overdue or visit_overdue.</summary>
public sealed record WatchReasonShape(string Code, Text Name);

/// <summary>A mark by hand.</summary>
public sealed record WatchMarkShape(DateOnly FromOn, string? Note, string Source);

/// <summary>A case of a parcel that the enterprise is on.</summary>
public sealed record EnterpriseCase(long CaseId, long ParcelId, string? ParcelName, string? ParcelCode, string? Number, string Stage, Text StageName, DateOnly Since, DateOnly? ClosedOn, string? Officer);

/// <summary>An enterprise of the watch list.</summary>
public sealed record WatchedRow(
    long EnterpriseId, string EnterpriseName, string? OperatingState, Text? OperatingStateName, IReadOnlyList<WatchReasonShape> Reasons, DateOnly? LastVisitOn, DateOnly? NextDueOn, int OpenFindings);

/// <summary>A page of the watch list, by id.</summary>
public sealed record WatchPage(IReadOnlyList<WatchedRow> Items, string? NextCursor);

/// <summary>Visits of a span of days, counted as visits (家次), as premises and as enterprises (家); findings of these visits.</summary>
public sealed record VisitTotals(DateOnly From, DateOnly To, int Visits, int Premises, int Enterprises, FindingCountsShape Findings, int Overdue);

/// <summary>Records a visit with what was found.</summary>
public sealed record VisitRequest
{
    /// <summary>call or inspection; required.</summary>
    public string? Kind { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Who went; required.</summary>
    public string? Visitor { get; init; }

    /// <summary>Which of its premises; absent: the enterprise as a whole.</summary>
    public string? Premises { get; init; }

    /// <summary>What was seen; required.</summary>
    public string? Seen { get; init; }
    public IReadOnlyList<FindingRequest>? Findings { get; init; }

    /// <summary>Where it was taken from; required.</summary>
    public string? Source { get; init; }
    public string? Note { get; init; }
}

/// <summary>Something found.</summary>
public sealed record FindingRequest
{
    /// <summary>What; required.</summary>
    public string? Found { get; init; }

    /// <summary>Last day to put it right, yyyy-MM-dd.</summary>
    public string? DueOn { get; init; }
}

/// <summary>Says that something found was put right, or, without a day, that it was not after all.</summary>
public sealed record RectifyRequest
{
    /// <summary>yyyy-MM-dd, not in the future; absent: not put right.</summary>
    public string? On { get; init; }

    /// <summary>How; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Plans visits; the plan that stood ends.</summary>
public sealed record VisitPlanRequest
{
    /// <summary>At least once in so many days, 1 to 730; absent: no plan any more.</summary>
    public int? EveryDays { get; init; }

    /// <summary>Who is to go; required with a plan.</summary>
    public string? Visitor { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Puts an enterprise on the watch list by hand, or takes the mark away.</summary>
public sealed record WatchRequest
{
    /// <summary>Required.</summary>
    public bool? IsWatched { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}
