namespace LandRegistry.Server.Platform.Sheets;

/// <summary>What the cells of a column hold.</summary>
public enum CellType
{
    /// <summary>Words and codes; kept as they are, never read as number or formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with two digits after the point.</summary>
    Number,

    /// <summary>A number with four digits after the point.</summary>
    Fine,

    /// <summary>A calendar day.</summary>
    Day,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Width">Width in characters.</param>
public sealed record SheetColumn(string Title, CellType Type, double Width = 14);

/// <summary>A table to be written row by row; a null cell is unknown and stays empty.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a value (string, decimal, int, long or DateOnly) or null for every column.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<object?[]> Rows);
