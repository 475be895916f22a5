using System.Runtime.InteropServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;

namespace LandRegistry.Domain.Clocks;

/// <summary>What the clock says of a parcel on a day.</summary>
public enum IdleKind
{
    /// <summary>Not idle.</summary>
    None,

    /// <summary>Cannot be told: a needed fact is not known. Never the same as not idle.</summary>
    Unknown,

    /// <summary>未动工: not started one full year after the agreed date (Order 53 Article 2 ¶1).</summary>
    A,

    /// <summary>中止开发: started, then stopped one full year below the thresholds (Article 2 ¶2).</summary>
    B,
}

/// <summary>What the law lets the authority do on a day. What is not named may not be done.</summary>
[Flags]
public enum LegalPowers
{
    None = 0,

    /// <summary>Raise a suspicion and investigate (Order 53 Article 5).</summary>
    Investigate = 1,

    /// <summary>Dispose by agreement (Article 12).</summary>
    Negotiate = 2,

    /// <summary>Charge the idle fee (Article 14(1)).</summary>
    ChargeFee = 4,

    /// <summary>Recover the right without compensation (Article 14(2)).</summary>
    Recover = 8,
}

/// <summary>
/// The clock's answer from a day until the next segment of the timeline begins. Dates are those foreseen from the facts
/// that stand over this time; one that is null does not come unless a fact changes.
/// </summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Kind">Idle kind.</param>
/// <param name="Powers">What may be done.</param>
/// <param name="SuspectedFrom">First day on which the land counts as idle by time (Order 53 Article 2), whoever caused it.</param>
/// <param name="FeeFrom">First day on which the fee may be charged; days not counted against the holder move it.</param>
/// <param name="RecoveryFrom">First day on which the right may be recovered; moved likewise.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockSegment(
    DateOnly From, IdleKind Kind, LegalPowers Powers, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom);

/// <summary>One step of an explanation.</summary>
/// <param name="Code">Stable name of the step.</param>
/// <param name="Input">The value that went in, as text; null when unknown.</param>
/// <param name="Source">Where the value was taken from; null when computed or unknown.</param>
/// <param name="Article">The article applied; null where none is.</param>
/// <param name="Says">The step as a sentence.</param>
public sealed record ClockStep(string Code, string? Input, FactSource? Source, string? Article, Text Says);

/// <summary>The clock's answer on one day, with its reasons.</summary>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Answer">Kind, powers and dates; <c>Answer.From</c> is <paramref name="AsOf"/>.</param>
/// <param name="CountsFrom">The day from which days are counted; null when none are.</param>
/// <param name="DaysCounted">Days from <paramref name="CountsFrom"/>, inclusive, to <paramref name="AsOf"/>, exclusive, that count against the holder.</param>
/// <param name="DaysStopped">Days in the same time on which the clock stood.</param>
/// <param name="Unknowns">Names of the inputs that are not known.</param>
/// <param name="Steps">The reasons in order.</param>
public sealed record ClockAssessment(
    DateOnly AsOf,
    ClockSegment Answer,
    DateOnly? CountsFrom,
    int DaysCounted,
    int DaysStopped,
    IReadOnlyList<string> Unknowns,
    IReadOnlyList<ClockStep> Steps)
{
    public IdleKind Kind => Answer.Kind;

    /// <summary>First day of the present idleness; null when the land is not idle.</summary>
    public DateOnly? Since => Kind is IdleKind.A or IdleKind.B ? Answer.SuspectedFrom : null;

    /// <summary>Whether the law lets the authority do this on the day.</summary>
    public bool May(LegalPowers power) => Answer.Powers.HasFlag(power);
}
