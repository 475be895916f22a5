using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Server.Clocks;

/// <summary>Where a fact was taken from.</summary>
/// <param name="Label">In words.</param>
/// <param name="Document">Number or title of the paper; null when there is none.</param>
/// <param name="RecordedOn">When it was recorded.</param>
public sealed record SourceShape(string Label, string? Document, DateOnly? RecordedOn)
{
    public static SourceShape? Of(FactSource? source) => source is null ? null : new(source.Label, source.Document, source.RecordedOn);
}

/// <summary>The idle clock of a parcel on a day, with every reason, and the days on which its answer changes.</summary>
public sealed record ClockAnswer
{
    public required long ParcelId { get; init; }

    /// <summary>The day asked about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>none, unknown, A or B.</summary>
    public required string Kind { get; init; }
    public required Text Name { get; init; }

    /// <summary>First day of the present idleness; null when the land is not idle.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>What the law allows: investigate, negotiate, charge_fee, recover.</summary>
    public required IReadOnlyList<string> Powers { get; init; }
    public required DateOnly? SuspectedFrom { get; init; }
    public required DateOnly? FeeFrom { get; init; }
    public required DateOnly? RecoveryFrom { get; init; }

    /// <summary>The day from which days are counted; null when none are.</summary>
    public required DateOnly? CountsFrom { get; init; }

    /// <summary>Days that count against the holder.</summary>
    public required int DaysCounted { get; init; }

    /// <summary>Days on which the clock stood.</summary>
    public required int DaysStopped { get; init; }

    /// <summary>Names of the inputs that are not known.</summary>
    public required IReadOnlyList<string> Unknowns { get; init; }

    /// <summary>The reasons in order.</summary>
    public required IReadOnlyList<StepShape> Steps { get; init; }

    /// <summary>The answers over all time; each holds until the next begins.</summary>
    public required IReadOnlyList<SegmentShape> Timeline { get; init; }

    public static ClockAnswer Of(long parcelId, ClockAssessment clock, IEnumerable<ClockSegment> timeline) => new()
    {
        ParcelId = parcelId,
        AsOf = clock.AsOf,
        Kind = clock.Kind.Code(),
        Name = clock.Kind.Name(),
        Since = clock.Since,
        Powers = clock.Answer.Powers.Codes(),
        SuspectedFrom = clock.Answer.SuspectedFrom,
        FeeFrom = clock.Answer.FeeFrom,
        RecoveryFrom = clock.Answer.RecoveryFrom,
        CountsFrom = clock.CountsFrom,
        DaysCounted = clock.DaysCounted,
        DaysStopped = clock.DaysStopped,
        Unknowns = clock.Unknowns,
        Steps = [.. clock.Steps.Select(step => new StepShape(step.Code, step.Input, SourceShape.Of(step.Source), step.Article, step.Says))],
        Timeline = [.. timeline.Select(segment => new SegmentShape(
            segment.From == DateOnly.MinValue ? null : segment.From, segment.Kind.Code(), segment.Kind.Name(), segment.Powers.Codes(),
            segment.SuspectedFrom, segment.FeeFrom, segment.RecoveryFrom))],
    };
}

/// <summary>One step of the explanation.</summary>
/// <param name="Code">Stable name of the step.</param>
/// <param name="Input">The value that went in; null when unknown.</param>
/// <param name="Source">Where it was taken from; null when computed or unknown.</param>
/// <param name="Article">The article applied.</param>
/// <param name="Says">The step as a sentence.</param>
public sealed record StepShape(string Code, string? Input, SourceShape? Source, string? Article, Text Says);

/// <summary>The clock's answer from a day on.</summary>
/// <param name="From">First day; null in the first segment, which begins with the calendar.</param>
/// <param name="Kind">none, unknown, A or B.</param>
/// <param name="Name">The kind in words.</param>
/// <param name="Powers">What the law allows.</param>
/// <param name="SuspectedFrom">As foreseen over this time.</param>
/// <param name="FeeFrom">Likewise.</param>
/// <param name="RecoveryFrom">Likewise.</param>
public sealed record SegmentShape(
    DateOnly? From, string Kind, Text Name, IReadOnlyList<string> Powers, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom);

/// <summary>Readiness of a parcel for re-tender on a day, item by item, and ripeness.</summary>
public sealed record ReadinessAnswer(
    long ParcelId, DateOnly AsOf, bool IsReady, IReadOnlyList<ItemShape> Items, RipenessShape Ripeness, IReadOnlyList<ReadinessSegmentShape> Timeline);

/// <summary>An item of readiness.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="State">holds, blocked or unknown.</param>
/// <param name="Name">What the law asks.</param>
/// <param name="Says">What holds, or what is missing.</param>
/// <param name="Since">Day of the evidence.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Article">Citation.</param>
public sealed record ItemShape(string Code, string State, Text Name, Text Says, DateOnly? Since, SourceShape? Evidence, string Article)
{
    public static ItemShape Of(ReadinessItem item) => new(
        item.Code,
        item.State switch { ItemState.Holds => "holds", ItemState.Blocked => "blocked", _ => "unknown" },
        item.Name, item.Says, item.Since == DateOnly.MinValue ? null : item.Since, SourceShape.Of(item.Evidence), item.Article);
}

/// <summary>Whether idle land is ripe for the start of revitalization (具备前期启动盘活条件).</summary>
public sealed record RipenessShape(bool IsRipe, IReadOnlyList<RipenessItemShape> Items)
{
    public static RipenessShape Of(Ripeness ripeness) => new(ripeness.IsRipe, [.. ripeness.Items.Select(item => new RipenessItemShape(item.Code, item.Holds, item.Says))]);
}

/// <summary>A condition of ripeness; null holds is unknown.</summary>
public sealed record RipenessItemShape(string Code, bool? Holds, Text Says);

/// <summary>Readiness from a day on; null in the first segment, which begins with the calendar.</summary>
public sealed record ReadinessSegmentShape(DateOnly? From, bool IsReady, IReadOnlyList<string> Blocking)
{
    public static ReadinessSegmentShape Of(ReadinessSegment segment) =>
        new(segment.From == DateOnly.MinValue ? null : segment.From, segment.IsReady, segment.Blocking);
}
