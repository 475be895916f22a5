using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Enterprises;

/// <summary>What kind of visit it was.</summary>
public enum VisitKind
{
    /// <summary>走访.</summary>
    Call,

    /// <summary>巡查检查: item by item, with findings.</summary>
    Inspection,
}

/// <summary>A visit to an enterprise or to one of its premises.</summary>
public sealed class EnterpriseVisit : EnterpriseRecord
{
    public VisitKind Kind { get; set; }

    public DateOnly OnDay { get; set; }

    /// <summary>Who went.</summary>
    public string Visitor { get; set; } = "";

    /// <summary>Which of its premises was seen, in words; null for the enterprise as a whole.</summary>
    public string? Premises { get; set; }

    /// <summary>What was seen.</summary>
    public string Seen { get; set; } = "";
}

/// <summary>Something found on a visit that is to be put right.</summary>
public sealed class EnterpriseFinding : EnterpriseRecord
{
    public long VisitId { get; set; }

    public string Found { get; set; } = "";

    /// <summary>Last day to put it right, inclusive; null where none was set.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When it was put right; null until then.</summary>
    public DateOnly? RectifiedOn { get; set; }
}

/// <summary>How often an enterprise is to be visited.</summary>
public sealed class VisitPlan : EnterpriseRecord
{
    /// <summary>At least once in so many days: twice a month is 15.</summary>
    public int EveryDays { get; set; }

    public DateOnly FromOn { get; set; }

    /// <summary>Last day, inclusive; null while it goes on.</summary>
    public DateOnly? ToOn { get; set; }

    /// <summary>Who is to go.</summary>
    public string Visitor { get; set; } = "";

    /// <summary>The last day of the next visit, inclusive; null when the plan does not hold on the day.</summary>
    /// <param name="lastVisit">The latest visit; null when there was none.</param>
    /// <param name="day">The day asked.</param>
    public DateOnly? NextDueOn(DateOnly? lastVisit, DateOnly day) =>
        day < FromOn || day > ToOn ? null
        : lastVisit is { } last && last >= FromOn ? last.AddDays(EveryDays)
        : FromOn.AddDays(EveryDays);

    /// <summary>Whether a visit is overdue.</summary>
    public bool IsOverdue(DateOnly? lastVisit, DateOnly day) => NextDueOn(lastVisit, day) < day;
}

/// <summary>That somebody wants an enterprise watched.</summary>
public sealed class WatchMark : EnterpriseRecord
{
    public DateOnly FromOn { get; set; }

    /// <summary>Last day, inclusive; null while it goes on.</summary>
    public DateOnly? ToOn { get; set; }
}

/// <summary>Visits counted in the two ways of the reports: 家次 is every visit, 家 every enterprise, with its premises between them.</summary>
/// <param name="Visits">家次.</param>
/// <param name="Premises">Distinct premises; visits to the enterprise as a whole are one of its premises.</param>
/// <param name="Enterprises">家: distinct enterprises.</param>
public sealed record VisitCounts(int Visits, int Premises, int Enterprises)
{
    /// <summary>Counts visits.</summary>
    public static VisitCounts Of(IReadOnlyCollection<(long EnterpriseId, string? Premises)> visits) =>
        new(visits.Count, visits.Distinct().Count(), visits.Select(visit => visit.EnterpriseId).Distinct().Count());
}

/// <summary>Findings and what was put right.</summary>
public sealed record FindingCounts(int Found, int Rectified)
{
    /// <summary>What is still open.</summary>
    public int Open => Found - Rectified;

    /// <summary>Put right of found, per cent with one decimal; null when nothing was found.</summary>
    public decimal? Rate => Found == 0 ? null : Math.Round(100m * Rectified / Found, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Why an enterprise is on the watch list.</summary>
public enum WatchReason
{
    /// <summary>By hand.</summary>
    Marked,

    /// <summary>Its signals reach the cut-off of a zombie.</summary>
    Zombie,

    /// <summary>Stopped or half stopped.</summary>
    Stopped,

    /// <summary>Something found was to be put right by now.</summary>
    FindingOverdue,

    /// <summary>A visit is overdue.</summary>
    VisitOverdue,
}

/// <summary>What the watch list is made of.</summary>
/// <param name="Marked">Whether somebody marked it for the day.</param>
/// <param name="IsZombie">Whether its signals reach the cut-off.</param>
/// <param name="OperatingState">Its state; null when unknown.</param>
/// <param name="OverdueFindings">Findings whose day to be put right has passed.</param>
/// <param name="VisitOverdue">Whether a visit is overdue.</param>
public sealed record WatchFacts(bool Marked, bool IsZombie, string? OperatingState, int OverdueFindings, bool VisitOverdue);

/// <summary>The watch list: kept by hand and by rule; each reason is shown.</summary>
public static class WatchList
{
    private static readonly Text[] Names =
        [new("人工关注", "Marked"), new("僵尸企业信号", "Zombie signals"), new("停产半停产", "Stopped"), new("整改超期", "Findings overdue"), new("走访超期", "Visit overdue")];

    /// <summary>Operating states that put an enterprise on the list.</summary>
    public static IReadOnlyList<string> States { get; } = ["stopped", "half_stopped"];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this WatchReason reason) => Names[(int)reason];

    /// <summary>Why an enterprise is on the list; empty when it is not.</summary>
    public static IReadOnlyList<WatchReason> Reasons(WatchFacts facts) =>
    [
        .. facts.Marked ? [WatchReason.Marked] : Array.Empty<WatchReason>(),
        .. facts.IsZombie ? [WatchReason.Zombie] : Array.Empty<WatchReason>(),
        .. States.Contains(facts.OperatingState) ? [WatchReason.Stopped] : Array.Empty<WatchReason>(),
        .. facts.OverdueFindings > 0 ? [WatchReason.FindingOverdue] : Array.Empty<WatchReason>(),
        .. facts.VisitOverdue ? [WatchReason.VisitOverdue] : Array.Empty<WatchReason>(),
    ];
}
