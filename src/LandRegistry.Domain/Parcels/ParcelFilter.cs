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

    /// <summary>A box in EPSG:3857 that the parcel must touch.</summary>
    public Polygon? Box { get; init; }

    /// <summary>
    /// The past day that the parcels are read as of, in valid time (docs/decisions/0008); null for now. It is no
    /// criterion: the others are asked of the parcels as they were on that day.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>True when only status, zone and hold are asked for, which the kept counts can answer.</summary>
    public bool CountsSuffice =>
        LandUseCodes is null && MinAreaSquareMetres is null && MaxAreaSquareMetres is null && Words is null && Officers is null && IdleCauses is null
        && Box is null;
}

/// <summary>A word that is searched for.</summary>
/// <param name="Text">Small letters, simplified, half width.</param>
/// <param name="SoundsLike">Runs of Chinese letters that it stands for, when it is pinyin; any of them will do, and so will the word itself.</param>
public sealed record SearchWord(string Text, IReadOnlyList<string> SoundsLike);
