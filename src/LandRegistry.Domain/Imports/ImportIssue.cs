using LandRegistry.Domain.Common;
namespace LandRegistry.Domain.Imports;

/// <summary>How much an issue weighs.</summary>
public enum IssueSeverity
{
    /// <summary>Read otherwise than written, or restored; nothing is lost.</summary>
    Notice,

    /// <summary>The cell is not believed and stays unknown, or may be incomplete.</summary>
    Warning,

    /// <summary>The row is refused.</summary>
    Refusal,
}

/// <summary>One thing found in a row.</summary>
/// <param name="Row">Row as a spreadsheet numbers it: the heading is row 1.</param>
/// <param name="Column">Heading of the column, or of several, joined by commas.</param>
/// <param name="Value">What stood in the cell.</param>
/// <param name="Type">Kind of issue, one of <see cref="IssueType"/>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Text">The sentence for the reader.</param>
public sealed record ImportIssue(int Row, string Column, string Value, string Type, IssueSeverity Severity, Text Text)
{
    /// <summary>What could be done about it; null when nothing can be proposed.</summary>
    public ImportRepair? Repair { get; init; }
}

/// <summary>A repair that waits to be accepted.</summary>
/// <param name="Text">What it does.</param>
/// <param name="Field">The field it fills; null when it is about the shape or the row as a whole.</param>
/// <param name="Value">What it fills the field with: text, a number or a day.</param>
public sealed record ImportRepair(Text Text, ParcelField? Field, object? Value)
{
    /// <summary>Key of a repair that takes the mended boundary.</summary>
    public const string Mended = "mended";

    /// <summary>Key of a repair that takes the row as it is.</summary>
    public const string Kept = "kept";

    /// <summary>Name of the field as the register has it, or what else the repair does.</summary>
    public string Key => Field is { } filled ? ImportFields.Column(filled) : Value as string ?? Kept;
}

/// <summary>Kinds of issue. The words are those of England's brownfield checker where it has one.</summary>
public static class IssueType
{
    public const string Missing = "missing";
    public const string Listed = "enum";
    public const string WholeNumber = "integer";
    public const string DecimalNumber = "decimal";
    public const string Date = "date";
    public const string Uri = "uri";
    public const string Minimum = "minimum";
    public const string Maximum = "maximum";
    public const string Order = "order";
    public const string OutOfRange = "out of range";
    public const string Outside = "outside";
    public const string Default = "default";
    public const string Duplicate = "duplicate";
    public const string Encoding = "encoding";
    public const string Truncated = "truncated";
    public const string Crs = "crs";
    public const string CodeLostZero = "code-lost-zero";
    public const string CodeDestroyed = "code-destroyed";
    public const string Columns = "columns";
    public const string TooLong = "too long";
    public const string Conflict = "conflict";
    public const string ParcelCode = "parcel-code";
    public const string County = "county";
    public const string CreditCode = "credit-code";
    public const string Geometry = "geometry";
    public const string Area = "area";
    public const string Place = "place";
    public const string Zone = "zone";
    public const string Overlap = "overlap";
    public const string OverlapRows = "overlap-rows";
    public const string SameParcel = "same-parcel";
    public const string Status = "status";
    public const string Contract = "contract";
    public const string Source = "source-remark";
}
