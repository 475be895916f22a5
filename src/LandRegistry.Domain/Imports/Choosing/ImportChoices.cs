namespace LandRegistry.Domain.Imports.Choosing;

/// <summary>How the rows of one file are read, as chosen on screen or at the console; saved by name it serves the next file.</summary>
public sealed record ImportChoices
{
    /// <summary>Name of a profile that comes with the program; the columns below are then its own.</summary>
    public string? Profile { get; init; }

    /// <summary>Layer or sheet; null for the first.</summary>
    public string? Layer { get; init; }

    /// <summary>Encoding; null for the one that was found.</summary>
    public string? Encoding { get; init; }

    /// <summary>Character between the cells of a CSV; null as found.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Row in which the heading of a table begins, from 1; null as found.</summary>
    public int? HeadingRow { get; init; }

    /// <summary>Rows that the heading takes up; null as found.</summary>
    public int? HeadingRows { get; init; }

    /// <summary>Column of a table with easting or longitude.</summary>
    public string? XColumn { get; init; }

    /// <summary>Column of a table with northing or latitude.</summary>
    public string? YColumn { get; init; }

    /// <summary>Column of a table with well-known text.</summary>
    public string? WktColumn { get; init; }

    /// <summary>How the coordinates are read; null takes what the doctor is sure of.</summary>
    public CrsChoice? Crs { get; init; }

    /// <summary>Code of the zone for rows that name none; null takes the zone whose extent they lie in.</summary>
    public string? Zone { get; init; }

    /// <summary>Name of the source; with the source id it finds the parcel again at the next import.</summary>
    public string? Source { get; init; }

    /// <summary>Status of new parcels whose row says none.</summary>
    public string? StatusOtherwise { get; init; }

    /// <summary>What the columns fill; those that are not named are kept with the row and fill nothing.</summary>
    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];

    /// <summary>The survey campaign that the rows belong to; null for none.</summary>
    public long? CampaignId { get; init; }
}

/// <summary>One of the doctor's proposals, or a system that the user knows.</summary>
/// <param name="Srid">EPSG number.</param>
/// <param name="IsSwapped">True when the file writes the second coordinate first.</param>
/// <param name="EastingShift">What is added to eastings, metres.</param>
public sealed record CrsChoice(int Srid, bool IsSwapped = false, double EastingShift = 0);

/// <summary>What one column fills.</summary>
public sealed record ColumnChoice
{
    /// <summary>Heading of the column.</summary>
    public required string Column { get; init; }

    /// <summary>The field.</summary>
    public required ParcelField Field { get; init; }

    /// <summary>Forms of its dates; null takes those that begin with the year.</summary>
    public IReadOnlyList<string>? DateFormats { get; init; }

    /// <summary>What a number is multiplied with: 666.666667 for mu, 10000 for hectares or 万元.</summary>
    public decimal? Factor { get; init; }

    /// <summary>Words of the file and the register's word for each; beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }
}
