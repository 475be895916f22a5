using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Today;

/// <summary>What law and plans ask of the office on a day.</summary>
public sealed record TodayList
{
    /// <summary>The day that the list is of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many days ahead it looks; and back, for what the clock raised.</summary>
    public required int Within { get; init; }

    /// <summary>How many of each kind, on the first page only; empty on the others.</summary>
    public required IReadOnlyList<TodayCount> Counts { get; init; }

    /// <summary>Items by their day, oldest first; a day may go on with the next page.</summary>
    public required IReadOnlyList<TodayDay> Days { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }
}

/// <summary>How many items of a kind lie before, on and after the day; when capped, at least so many.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsRaised">Whether its days are those from which something is so, of which none is ever overdue.</param>
/// <param name="Past">Before the day; overdue unless raised.</param>
/// <param name="OnDay">On it.</param>
/// <param name="Coming">After it.</param>
/// <param name="IsCapped">Whether there are more.</param>
public sealed record TodayCount(string Kind, Text Name, bool IsRaised, long Past, long OnDay, long Coming, bool IsCapped);

/// <summary>The items of a day.</summary>
public sealed record TodayDay(DateOnly Day, IReadOnlyList<TodayItem> Items);

/// <summary>Something to do, or that is newly so.</summary>
public sealed record TodayItem
{
    /// <summary>suspicion, fee, recovery, case_deadline, tender_deadline, strategy_step, hold_ending or readiness_lost.</summary>
    public required string Kind { get; init; }
    public required Text KindName { get; init; }

    /// <summary>overdue, due or raised.</summary>
    public required string State { get; init; }

    /// <summary>The last day on which it is in time, or the first on which it is so.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Days from the list's day to this one; negative when it lies back.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>What is to be done.</summary>
    public required Text Says { get; init; }
    public required string? Article { get; init; }

    /// <summary>Who must act: authority or holder; for a step its department, null when none.</summary>
    public required string? Who { get; init; }

    /// <summary>Officer of the case, else of the strategy of the land's holder; assignee of the step, else officer of its strategy; null when nobody is.</summary>
    public required string? Person { get; init; }
    public required long? ParcelId { get; init; }
    public required string? ParcelCode { get; init; }
    public required string? ParcelName { get; init; }
    public required long? ZoneId { get; init; }
    public required long? CaseId { get; init; }
    public required long? StrategyId { get; init; }
    public required long? EnterpriseId { get; init; }
    public required string? EnterpriseName { get; init; }
}
