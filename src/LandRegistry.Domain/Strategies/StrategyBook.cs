using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Strategies;

/// <summary>The versions after a command, or why it was refused.</summary>
public sealed record StrategyOutcome(StrategyBook? Book, Refusal? Refusal);

/// <summary>All versions of one enterprise's strategy. On any day at most one is current; none is ever removed.</summary>
public sealed record StrategyBook(IReadOnlyList<Strategy> Versions)
{
    private static readonly Text LeaderSlot = new("挂点领导", "leader");
    private static readonly Text OfficerSlot = new("跟踪干部", "officer");
    private static readonly Text PlanSlot = new("工作方案", "plan document");

    public static StrategyBook Empty { get; } = new([]);

    /// <summary>The current version on a day; null when there is none.</summary>
    public Strategy? CurrentOn(DateOnly day) => Versions.FirstOrDefault(version => version.IsCurrentOn(day));

    /// <summary>Adds a draft as the next version.</summary>
    public StrategyBook Draft(Strategy draft) =>
        new([.. Versions, draft with { Version = Versions.Count == 0 ? 1 : Versions.Max(version => version.Version) + 1, ApprovedOn = null, ReplacedOn = null }]);

    /// <summary>Approves a draft; it replaces the current version on the day of approval.</summary>
    public StrategyOutcome Approve(int version, DateOnly on, LawEdition law)
    {
        var draft = Versions.Single(candidate => candidate.Version == version);
        var last = Versions.Where(candidate => candidate.ApprovedOn is not null).MaxBy(candidate => candidate.ApprovedOn);
        var refusal = draft.ApprovedOn is not null ? StrategyRefusals.AlreadyApproved(version)
            : Gaps(draft) is { Count: > 0 } missing ? StrategyRefusals.SlotsEmpty(missing)
            : draft.Steps.Count == 0 || draft.Steps.Any(step => step.Days < 1) ? StrategyRefusals.NoSteps()
            : draft is { Type: StrategyType.Restructuring, Court: null } ? StrategyRefusals.CourtMissing(law.Rule("restructuring"))
            : last?.ApprovedOn >= on ? StrategyRefusals.ApprovalBeforeCurrent(last.Version)
            : null;
        return refusal is not null ? new(null, refusal) : new(new([.. Versions.Select(candidate =>
            candidate.Version == version ? candidate with { ApprovedOn = on }
            : candidate.IsCurrentOn(on) ? candidate with { ReplacedOn = on }
            : candidate)]), null);
    }

    /// <summary>Which of the three slots are empty: one leader, one officer, one plan.</summary>
    public static IReadOnlyList<Text> Gaps(Strategy strategy)
    {
        (string? Value, Text Name)[] slots = [(strategy.Leader, LeaderSlot), (strategy.Officer, OfficerSlot), (strategy.PlanDocument, PlanSlot)];
        return [.. slots.Where(slot => string.IsNullOrWhiteSpace(slot.Value)).Select(slot => slot.Name)];
    }
}

/// <summary>A step with the days it has to be begun and done by.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartBy">Last day on which it may begin.</param>
/// <param name="DueOn">Last day on which it may be done, inclusive.</param>
public sealed record ScheduledStep(StrategyStep Step, DateOnly StartBy, DateOnly DueOn)
{
    /// <summary>Whether it is late on a day.</summary>
    public bool IsLateOn(DateOnly day) => !(Step.DoneOn <= day) && day > DueOn;
}

/// <summary>Schedules steps backwards from the end.</summary>
public static class BackSchedule
{
    /// <summary>Each step ends the day before the next begins; the last ends on <see cref="Strategy.EndOn"/>. Days are calendar days.</summary>
    public static IReadOnlyList<ScheduledStep> Of(Strategy strategy)
    {
        var scheduled = new ScheduledStep[strategy.Steps.Count];
        var due = strategy.EndOn;
        for (var i = scheduled.Length - 1; i >= 0; i--)
        {
            var start = due.AddDays(1 - strategy.Steps[i].Days);
            scheduled[i] = new(strategy.Steps[i], start, due);
            due = start.AddDays(-1);
        }

        return scheduled;
    }
}

/// <summary>Which enterprises count as idle (闲置企业): they hold or use land that is idle or of low efficiency, or have stopped.</summary>
public static class IdleEnterprise
{
    /// <summary>Statuses of a parcel that make the enterprise on it an idle one.</summary>
    public static IReadOnlyList<ParcelStatus> Statuses { get; } = [ParcelStatus.Idle, ParcelStatus.LowEfficiency, ParcelStatus.Disposing];

    /// <summary>Operating states that make an enterprise an idle one.</summary>
    public static IReadOnlyList<string> States { get; } = ["stopped", "half_stopped"];

    /// <summary>Whether an enterprise is idle.</summary>
    /// <param name="statuses">Statuses of the parcels it is on.</param>
    /// <param name="state">Its operating state; null when unknown.</param>
    public static bool Is(IEnumerable<ParcelStatus> statuses, string? state) => statuses.Any(Statuses.Contains) || States.Contains(state);
}

/// <summary>An idle enterprise that lacks something of one enterprise, one officer, one policy.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="HasStrategy">Whether a strategy is current.</param>
/// <param name="Missing">Empty slots of the current strategy, or all three.</param>
public sealed record StrategyGap(long EnterpriseId, bool HasStrategy, IReadOnlyList<Text> Missing);

/// <summary>The gap report.</summary>
public static class StrategyGaps
{
    /// <summary>The idle enterprises that on a day lack a current strategy or one of its slots.</summary>
    public static IReadOnlyList<StrategyGap> Of(IEnumerable<long> idleEnterprises, IReadOnlyDictionary<long, StrategyBook> books, DateOnly day) =>
    [
        .. from id in idleEnterprises.Distinct()
           let current = books.GetValueOrDefault(id)?.CurrentOn(day)
           let missing = StrategyBook.Gaps(current ?? new() { EnterpriseId = id, Version = 0, Type = StrategyType.Other, EndOn = day })
           where current is null || missing.Count > 0
           select new StrategyGap(id, current is not null, missing),
    ];
}
