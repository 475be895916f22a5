using LandRegistry.Domain.Common;
namespace LandRegistry.Domain.Imports;

/// <summary>How the rows of one kind of source file become parcels: a data file that a person can read and write.</summary>
public sealed record ImportProfile
{
    /// <summary>Short name that the profile is asked for by.</summary>
    public required string Name { get; init; }

    /// <summary>What is imported, for the reader.</summary>
    public required Text Title { get; init; }

    /// <summary>Format of the file: <c>csv</c>, or <c>any</c> for what was chosen column by column.</summary>
    public required string Format { get; init; }

    /// <summary>The character between two cells.</summary>
    public required string Delimiter { get; init; }

    /// <summary>Encodings the file may have; the first that decodes every byte is taken.</summary>
    public required IReadOnlyList<string> Encodings { get; init; }

    /// <summary>Name of the source; with <see cref="RowKey"/> it finds the parcel again at the next import.</summary>
    public required string Source { get; init; }

    /// <summary>Cells that together name a row, joined with <c>/</c>; empty when rows have no name.</summary>
    public required IReadOnlyList<KeyPart> RowKey { get; init; }

    /// <summary>Words that stand for unknown in every column; an empty cell always does.</summary>
    public IReadOnlyList<string> UnknownWords { get; init; } = [];

    /// <summary>Forms of a date, for instance <c>dd/MM/yyyy</c>.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Zones that the parcels belong to.</summary>
    public required ZoneRule Zones { get; init; }

    /// <summary>Where the row says its place; null when the file has shapes, or says nothing of a place.</summary>
    public PlaceRule? Place { get; init; }

    /// <summary>Status of a row that does not say one that is known.</summary>
    public required string StatusOtherwise { get; init; }

    /// <summary>Date columns that say from when the status holds; the first that is known.</summary>
    public required IReadOnlyList<string> StatusSince { get; init; }

    /// <summary>Every column that is checked or kept as a field. The whole row is kept in any case.</summary>
    public required IReadOnlyList<ColumnRule> Columns { get; init; }
}

/// <summary>A cell, or the part of it that a pattern finds.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Pattern">Regular expression; the first match is taken. Null takes the whole cell.</param>
public sealed record KeyPart(string Column, string? Pattern = null);

/// <summary>Zones of a profile: one root, and one child per value of a column.</summary>
public sealed record ZoneRule
{
    /// <summary>The zone above all rows; made when it is missing.</summary>
    public required NamedZone Root { get; init; }

    /// <summary>Boxes west, south, east, north in degrees; a place outside all of them is not believed.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Extent { get; init; }

    /// <summary>What names the child zone of a row; null puts all rows in the root.</summary>
    public KeyPart? ChildKey { get; init; }

    /// <summary>Start of every child's code.</summary>
    public string ChildCodePrefix { get; init; } = "";

    /// <summary>Column with the name of a child that is not listed; null names it by its key.</summary>
    public string? ChildNameColumn { get; init; }

    /// <summary>Kind of a child that is not listed.</summary>
    public string ChildKind { get; init; } = "area";

    /// <summary>Children known by name.</summary>
    public IReadOnlyList<NamedZone> Children { get; init; } = [];
}

/// <summary>A zone as a profile names it.</summary>
public sealed record NamedZone
{
    /// <summary>Code of the root, or the key of a child (without prefix).</summary>
    public required string Code { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Kind of zone; null takes the rule's.</summary>
    public string? Kind { get; init; }

    /// <summary>Box west, south, east, north in degrees, rounded outwards; judges a reading, is no boundary. Null when not known.</summary>
    public IReadOnlyList<double>? Extent { get; init; }
}

/// <summary>Where a row says its place.</summary>
public sealed record PlaceRule
{
    /// <summary>Column of the first number; null when <see cref="WktColumn"/> is used.</summary>
    public string? XColumn { get; init; }

    /// <summary>Column of the second number.</summary>
    public string? YColumn { get; init; }

    /// <summary>Column with <c>POINT (x y)</c>.</summary>
    public string? WktColumn { get; init; }

    /// <summary>Column that names the coordinate reference system; null when the standard fixes it.</summary>
    public string? CrsColumn { get; init; }

    /// <summary>What the label of <see cref="CrsColumn"/> (or, under <c>*</c>, any row) means: names of readings.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Labels { get; init; }

    /// <summary>All readings tried on the two numbers.</summary>
    public required IReadOnlyList<CoordinateReading> Readings { get; init; }
}
