using LandRegistry.Domain.Readiness;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Parcels;

/// <summary>
/// The one filter of the register: list, summary, tiles and exports read parcels through it. Null means any; several
/// values of one criterion mean any of them; several criteria mean all of them.
/// </summary>
public sealed record ParcelFilter
{
    /// <summary>Matches every parcel that stands.</summary>
    public static readonly ParcelFilter Any = new();

    public ParcelStatus[]? Statuses { get; init; }

    /// <summary>Zones, each with all zones below it.</summary>
    public long[]? Zones { get; init; }

    public string[]? LandUseCodes { get; init; }

    /// <summary>Square metres, inclusive; a parcel of unknown area does not match.</summary>
    public decimal? MinAreaSquareMetres { get; init; }

    /// <summary>Square metres, inclusive; a parcel of unknown area does not match.</summary>
    public decimal? MaxAreaSquareMetres { get; init; }

    public bool? OnHold { get; init; }

    /// <summary>Words that code, source key, name, address or enterprise must contain, all of them, in any letter case.</summary>
    public string? Words { get; init; }

    /// <summary>The words, each with what in the register sounds like it; null until they were looked up.</summary>
    public IReadOnlyList<SearchWord>? Spelled { get; init; }

    /// <summary>Officers responsible; an empty text stands for none assigned.</summary>
    public string[]? Officers { get; init; }

    /// <summary>Causes of idleness; an empty text stands for none recorded.</summary>
    public string[]? IdleCauses { get; init; }

    /// <summary>Something is due on one of these days: a deadline of an open case or of a tender, or a step of the holder's strategy; what is done is no longer due.</summary>
    public DueDays? Due { get; init; }

    /// <summary>The same, by the distance from the day that the question is asked of; never together with <see cref="Due"/>.</summary>
    public DueNear? DueNear { get; init; }

    /// <summary>How the parcel stands with readiness for re-tender.</summary>
    public ReadinessState[]? Readiness { get; init; }

    /// <summary>Codes of items of readiness, any of which does not hold.</summary>
    public string[]? Blockers { get; init; }

    /// <summary>The day on which what is due and readiness are asked; null where neither is.</summary>
    public DateOnly? AnswersOn { get; init; }

    /// <summary>A box in EPSG:3857 that the parcel must touch.</summary>
    public Polygon? Box { get; init; }

    /// <summary>
    /// The past day that the parcels are read as of, in valid time (docs/decisions/0008); null for now. It is no
    /// criterion: the others are asked of the parcels as they were on that day.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>True when only status, zone and hold are asked for, which the counts by place and by day can answer.</summary>
    public bool CountsSuffice => TallySuffices && LandUseCodes is null && Officers is null && IdleCauses is null;

    /// <summary>True when only status, zone, use, hold, officer and cause are asked for, which the tally of the present can answer.</summary>
    public bool TallySuffices => MinAreaSquareMetres is null && MaxAreaSquareMetres is null && Words is null && Box is null && !AsksAnswers;

    /// <summary>True when deadlines or readiness are asked for, which change with the day and with records other than the parcel's own.</summary>
    public bool AsksAnswers => AsksDue || Readiness is not null || Blockers is not null;

    /// <summary>True when deadlines are asked for.</summary>
    public bool AsksDue => Due is not null || DueNear is not null;
}

/// <summary>A run of days, both inclusive; null where it has no end.</summary>
public sealed record DueDays(DateOnly? From, DateOnly? To);

/// <summary>How far off a day is by which something is due.</summary>
public enum DueNear
{
    /// <summary>Past.</summary>
    Overdue,

    /// <summary>The day itself and the seven after it.</summary>
    Week,

    /// <summary>The day itself and the thirty after it.</summary>
    Month,

    /// <summary>The day itself and the ninety after it.</summary>
    Quarter,
}

/// <summary>A word that is searched for.</summary>
/// <param name="Text">Small letters, simplified, half width.</param>
/// <param name="SoundsLike">Runs of Chinese letters that it stands for, when it is pinyin; any of them will do, and so will the word itself.</param>
public sealed record SearchWord(string Text, IReadOnlyList<string> SoundsLike);
