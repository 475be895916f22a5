using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>What the file itself says the cells of a column are. Cells are text in any case.</summary>
public enum SourceCellKind
{
    Text,
    WholeNumber,
    Number,

    /// <summary>Cells are written <c>yyyy-MM-dd</c>, with <c>Thh:mm:ss</c> after it where the file has a time.</summary>
    Date,
    YesNo,
}

/// <summary>A column of a source.</summary>
/// <param name="Name">Heading as the file has it; headings of several rows are joined with <c>/</c> (<c>面积/亩</c>). Never empty, never twice.</param>
/// <param name="Kind">What the file says its cells are.</param>
/// <param name="Samples">Up to five different cells, from the first rows.</param>
public sealed record SourceColumn(string Name, SourceCellKind Kind, IReadOnlyList<string> Samples);

/// <summary>One row of a source as it was read; nothing is interpreted yet.</summary>
/// <param name="Number">
/// Number of the row where the user finds it: line of a text file, row of a sheet, place of the feature (from 1) elsewhere.
/// </param>
/// <param name="Cells">One cell a column, as text; null where the file has none. Numbers have a decimal point and no thousands sign.</param>
/// <param name="Geometry">
/// The shape in the numbers of the file, X before Y (easting or longitude first, except where the file itself swaps them; see the
/// coordinate doctor); null when the row has none. Rings are closed; nothing else was mended.
/// </param>
/// <param name="Issues">What reading it came upon: mended, doubted, or (severity refusal) why the row cannot be taken.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string?> Cells, Geometry? Geometry, IReadOnlyList<ImportIssue> Issues)
{
    /// <summary>True when the row could not be read and must be refused.</summary>
    public bool IsRefused => Issues.Any(issue => issue.Severity == IssueSeverity.Refusal);
}
