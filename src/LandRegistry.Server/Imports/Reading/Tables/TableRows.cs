using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>What CSV and workbooks have in common.</summary>
internal static class TableRows
{
    private const int MostSkippedListed = 1_000;

    /// <summary>What stands above the heading, and a row of column numbers below it.</summary>
    public static IEnumerable<SkippedRow> AroundHeading(SheetHeading heading, IEnumerable<(int Row, IReadOnlyList<string?> Cells)> first) =>
        first.Where((row, i) => (i < heading.FirstRow || (i >= heading.FirstRow + heading.Rows && i < heading.FirstDataRow)) && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            .Select(row => new SkippedRow(row.Row, new("标题、说明或栏号", "a title, a note or column numbers around the heading"), Content(row.Cells)));

    /// <summary>Lists a row that is none of the table's.</summary>
    public static void Skip(List<SkippedRow> skipped, int row, Text why, IReadOnlyList<string?> cells)
    {
        if (skipped.Count < MostSkippedListed)
        {
            skipped.Add(new(row, why, Content(cells)));
        }
    }

    public static Text JoinedHeading(int rows) => new(
        $"标题占 {rows} 行，上下各级以“/”连接。", $"The heading takes up {rows} rows, joined with \"/\".");

    /// <summary>Cuts cells that no spreadsheet could hold.</summary>
    public static void Shorten(int row, string?[] cells, IReadOnlyList<SourceColumn> columns, List<ImportIssue> issues)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            // Well-known text may be longer: only what is no shape is cut.
            if (cells[i] is { Length: > ReadingIssues.LongestCell } cell && !cell.Contains('('))
            {
                cells[i] = cell[..ReadingIssues.LongestCell];
                issues.Add(ReadingIssues.CellCut(row, columns[i].Name));
            }
        }
    }

    private static string Content(IReadOnlyList<string?> cells) =>
        ReadingIssues.Brief(string.Join(' ', cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell!.Trim())));
}
