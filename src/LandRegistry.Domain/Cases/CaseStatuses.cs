using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Cases;

/// <summary>The open case of a parcel, as a status mark by hand has to know it.</summary>
public sealed record OpenCase(long Id, CaseStage Stage);

/// <summary>How a case drives the status of its parcel: the moves of <see cref="StatusMoves"/>, taken for the officer.</summary>
public static class CaseStatuses
{
    /// <summary>
    /// The statuses that a parcel passes through when its case reaches a stage, the last being where it stays; empty when it
    /// stays where it is; null when no legal move leads there. A parcel that is farther already (marked before the case was
    /// opened) stays.
    /// </summary>
    /// <param name="from">The stage that the case leaves.</param>
    /// <param name="to">The stage that it reaches.</param>
    /// <param name="now">The parcel's status.</param>
    public static IReadOnlyList<ParcelStatus>? Path(CaseStage from, CaseStage to, ParcelStatus now)
    {
        var fits = Fits(from, to);
        return fits.Count == 0 || fits.Contains(now) ? []
            : to == CaseStage.Retendered ? null
            : Shortest(now, fits[0]);
    }

    /// <summary>The status that a stage brings; null where it brings none.</summary>
    public static ParcelStatus? Target(CaseStage from, CaseStage to) => Fits(from, to) is [var first, ..] ? first : null;

    /// <summary>
    /// Whether a move is the case's to make while one is open: all but those of the tender, which goes its own way from the
    /// reserve on.
    /// </summary>
    public static bool Drives(ParcelStatus from, ParcelStatus to) =>
        to is not (ParcelStatus.Ready or ParcelStatus.Listed or ParcelStatus.Awarded)
        && (from, to) is not (ParcelStatus.Ready, ParcelStatus.Reserved);

    /// <summary>The statuses that suit a stage, the one to move to first; empty where any does.</summary>
    private static IReadOnlyList<ParcelStatus> Fits(CaseStage from, CaseStage to) => to switch
    {
        CaseStage.Suspected => [ParcelStatus.Suspected, ParcelStatus.Investigating, ParcelStatus.Idle, ParcelStatus.Disposing],
        CaseStage.Investigating => [ParcelStatus.Investigating, ParcelStatus.Idle, ParcelStatus.Disposing],
        CaseStage.Determined when from == CaseStage.Disposing => [ParcelStatus.Idle],
        CaseStage.Determined or CaseStage.PlanDrafted or CaseStage.Approved => [ParcelStatus.Idle, ParcelStatus.Disposing],
        CaseStage.Disposing or CaseStage.Disposed => [ParcelStatus.Disposing],
        CaseStage.Reserved => [ParcelStatus.Reserved, ParcelStatus.Ready],
        CaseStage.Retendered => [ParcelStatus.Listed, ParcelStatus.Awarded],
        CaseStage.Started => [ParcelStatus.InUse],
        CaseStage.NotIdle => [ParcelStatus.InUse, ParcelStatus.LowEfficiency],
        CaseStage.ClosedOut => [ParcelStatus.Closed, ParcelStatus.InUse, ParcelStatus.LowEfficiency],
        _ => [],
    };

    /// <summary>
    /// Breadth first through the table of legal moves. <c>ready</c> and <c>closed</c> are not passed through, except that
    /// a failed tender goes back to the reserve by way of <c>ready</c>.
    /// </summary>
    private static List<ParcelStatus>? Shortest(ParcelStatus from, ParcelStatus to)
    {
        var reached = new Dictionary<ParcelStatus, ParcelStatus> { [from] = from };
        var queue = new Queue<ParcelStatus>([from]);
        while (queue.TryDequeue(out var at) && !reached.ContainsKey(to))
        {
            foreach (var next in StatusMoves.From(at).Where(next => next == to || MayPass(at, next)).Where(next => !reached.ContainsKey(next)))
            {
                reached[next] = at;
                queue.Enqueue(next);
            }
        }

        if (!reached.ContainsKey(to))
        {
            return null;
        }

        var path = new List<ParcelStatus>();
        for (var at = to; at != from; at = reached[at])
        {
            path.Insert(0, at);
        }

        return path;
    }

    private static bool MayPass(ParcelStatus from, ParcelStatus through) => through switch
    {
        ParcelStatus.Ready => from == ParcelStatus.Listed,
        ParcelStatus.Closed or ParcelStatus.LowEfficiency => false,
        _ => true,
    };
}

/// <summary>Which milestones of a case are facts of the land that clock and readiness run on.</summary>
public static class CaseFactKinds
{
    /// <summary>Kinds of the facts that a milestone brings; a right that is cancelled has ended and is registered so.</summary>
    public static IReadOnlyList<string> Of(MilestoneKind milestone) => milestone switch
    {
        MilestoneKind.Published => ["publication"],
        MilestoneKind.Withdrawn => ["publication_withdrawn"],
        MilestoneKind.Deregistered => ["right_ended", "right_registered"],
        _ => [],
    };
}
