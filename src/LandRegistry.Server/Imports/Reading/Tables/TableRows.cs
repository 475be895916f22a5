using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>What CSV and workbooks have in common.</summary>
internal static class TableRows
{
    private const int MostSkippedListed = 1_000;

    /// <summary>A row above the heading.</summary>
    public static SkippedRow Title(int row, IReadOnlyList<string?> cells) => new(row, new("标题或表头说明", "a title above the heading"), Content(cells));

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
