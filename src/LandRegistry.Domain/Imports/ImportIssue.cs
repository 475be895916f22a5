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
public sealed record ImportIssue(int Row, string Column, string Value, string Type, IssueSeverity Severity, Text Text);

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
}
