namespace LandRegistry.Domain.Imports;

/// <summary>A row of the file in the register's words, before its place is decided.</summary>
public sealed record TranslatedRow
{
    /// <summary>Row as a spreadsheet numbers it: the heading is row 1.</summary>
    public required int Row { get; init; }

    /// <summary>Key of the row in its source; null refuses the row.</summary>
    public string? Key { get; set; }

    /// <summary>Key of the child zone; null puts the row in the root.</summary>
    public string? ZoneKey { get; set; }

    /// <summary>Name of the child zone as the row has it.</summary>
    public string? ZoneName { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    /// <summary>Stated area, square metres.</summary>
    public decimal? StatedAreaSquareMetres { get; set; }

    public string? Ownership { get; set; }

    public string Status { get; set; } = "";

    /// <summary>False when the row says no status that is known, and the profile's stands in.</summary>
    public bool HasStatus { get; set; } = true;

    /// <summary>The day from which the status holds.</summary>
    public DateOnly StatusSince { get; set; }

    public string? Remarks { get; set; }

    public DateOnly? SourceUpdatedOn { get; set; }

    /// <summary>What the file says the coordinate system is.</summary>
    public string CrsLabel { get; set; } = "";

    /// <summary>The coordinate cells as written.</summary>
    public string PlaceValue { get; set; } = "";

    /// <summary>The two numbers of the place; null refuses the row.</summary>
    public (double First, double Second)? Numbers { get; set; }

    /// <summary>What else the row says, by field; null for a cell that says unknown.</summary>
    public Dictionary<ParcelField, object?> More { get; } = [];

    /// <summary>What was found in the row.</summary>
    public List<ImportIssue> Issues { get; } = [];

    /// <summary>True when an issue refuses the row.</summary>
    public bool Refused => Issues.Exists(i => i.Severity == IssueSeverity.Refusal);
}
