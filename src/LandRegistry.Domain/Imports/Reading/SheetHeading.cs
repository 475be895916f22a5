using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>A block of cells of a sheet that are one, rows and columns counted from 0, both ends inclusive.</summary>
public sealed record MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>
/// Finds the heading of a table as offices make them: titles above, headings of several rows with merged cells, a row of column
/// numbers below, totals and signatures between and after the rows.
/// </summary>
public sealed class SheetHeading
{
    /// <summary>Rows from the top among which the heading is looked for.</summary>
    public const int RowsSeen = 30;

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "本页合计", "累计", "total", "subtotal", "grandtotal", "sum"];
    private const int MostWordsOfTotals = 3;

    private static readonly string[] Signatures = ["填表", "填报", "制表", "审核", "审批", "复核", "单位负责人", "联系电话", "注：", "注:", "备注：", "备注:", "说明：", "说明:"];

    private SheetHeading(int firstRow, int rows, IReadOnlyList<string> names, int firstDataRow) =>
        (FirstRow, Rows, Names, FirstDataRow) = (firstRow, rows, names, firstDataRow);

    /// <summary>Row in which it begins, from 0.</summary>
    public int FirstRow { get; }

    /// <summary>Rows that it takes up, a row of column numbers not among them.</summary>
    public int Rows { get; }

    /// <summary>Names of the columns: headings over one another joined with <c>/</c>; never empty, never twice.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The first row after it, from 0.</summary>
    public int FirstDataRow { get; }

    /// <summary>Finds the heading; null when there is no row with a cell.</summary>
    /// <param name="top">The first rows, <see cref="RowsSeen"/> at most.</param>
    /// <param name="merged">Merged cells of the sheet; empty for files that know none.</param>
    /// <param name="chosenRow">The row, from 0, in which the heading begins, where the user says so.</param>
    /// <param name="chosenRows">How many rows it takes up, where the user says so.</param>
    public static SheetHeading? Find(IReadOnlyList<IReadOnlyList<string?>> top, IReadOnlyList<MergedCells> merged, int? chosenRow = null, int? chosenRows = null)
    {
        var width = top.Count == 0 ? 0 : top.Max(row => row.Count);
        var first = chosenRow ?? FirstOf(top, merged);
        if (width == 0 || first < 0 || first >= top.Count)
        {
            return null;
        }

        var rows = Math.Min(chosenRows ?? RowsOf(top, merged, first), top.Count - first);
        // Cells beyond the heading are the row's fault, unless the heading itself says nothing over them.
        width = top.Skip(first).Take(rows).Max(row => row.Count);
        var names = Enumerable.Range(0, width).Select(column => NameOf(top, merged, first, rows, column)).ToList();
        while (names.Count > 0 && names[^1].Length == 0 && top.All(row => names.Count > row.Count || string.IsNullOrWhiteSpace(row[names.Count - 1])))
        {
            names.RemoveAt(names.Count - 1);
        }

        var after = first + rows;
        return new(first, rows, Distinct(names), after < top.Count && IsNumbering(top[after]) ? after + 1 : after);
    }

    /// <summary>What a row below the heading is when it is no row of the table; null when it is one.</summary>
    public static Text? Apart(IReadOnlyList<string?> cells)
    {
        var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(Plain).ToList();
        if (filled.Count == 0)
        {
            return null;
        }

        var first = cells.Take(3).Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(Plain);
        // A parcel may be called Total: a row of totals has hardly any words beside numbers.
        if (filled.Count(cell => !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) <= MostWordsOfTotals && first.Any(cell => Totals.Any(word => cell.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (cell.StartsWith(word, StringComparison.OrdinalIgnoreCase) && word.Length == 2 && cell.Length > 2 && cell[2] is '：' or ':' or '（' or '('))))
        {
            return new("合计行", "a row of totals");
        }

        return filled.Count <= 3 && Signatures.Any(word => filled[0].StartsWith(word, StringComparison.Ordinal))
            ? new("落款或说明", "a signature or a note")
            : null;
    }

    private static int FirstOf(IReadOnlyList<IReadOnlyList<string?>> top, IReadOnlyList<MergedCells> merged)
    {
        var filled = top.Select((row, i) => Enumerable.Range(0, row.Count).Count(column => Cell(top, merged, i, column) is not null && !IsTitle(merged, i, column))).ToList();
        var usual = filled.Count == 0 ? 0 : filled.Max();
        // The first row that is about as full as the table is wide; a table of one column begins with its first cell.
        return usual == 0 ? -1 : filled.FindIndex(count => count * 10 >= usual * 6);
    }

    /// <summary>A cell merged over many columns and no others beside it is a title.</summary>
    private static bool IsTitle(IReadOnlyList<MergedCells> merged, int row, int column) =>
        merged.Any(block => block.FirstRow <= row && row <= block.LastRow && block.FirstColumn <= column && column <= block.LastColumn
            && block.LastColumn - block.FirstColumn >= 3 && merged.Count(other => other.FirstRow == block.FirstRow) == 1);

    private static int RowsOf(IReadOnlyList<IReadOnlyList<string?>> top, IReadOnlyList<MergedCells> merged, int first)
    {
        var blocks = merged.Where(block => block.FirstRow == first).ToList();
        if (blocks.Count > 0)
        {
            var deepest = blocks.Max(block => block.LastRow);
            var isWide = blocks.Any(block => block.LastColumn > block.FirstColumn && block.LastRow == first);
            return Math.Max(deepest, isWide ? first + 1 : first) - first + 1;
        }

        if (first + 1 >= top.Count)
        {
            return 1;
        }

        // Without merged cells: a gap in the heading that the next row fills, where the next row is words too.
        var (head, next) = (top[first], top[first + 1]);
        var last = head.Count - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(head[last]))
        {
            last--;
        }

        var isGap = Enumerable.Range(0, next.Count).Any(i => !string.IsNullOrWhiteSpace(next[i]) && (i >= head.Count || string.IsNullOrWhiteSpace(head[i])) && i > 0);
        return isGap && next.Where(cell => !string.IsNullOrWhiteSpace(cell)).All(cell => !LooksLikeData(cell!)) && next.Count(cell => !string.IsNullOrWhiteSpace(cell)) < last + 2 ? 2 : 1;
    }

    private static string NameOf(IReadOnlyList<IReadOnlyList<string?>> top, IReadOnlyList<MergedCells> merged, int first, int rows, int column)
    {
        var parts = new List<string>();
        for (var row = first; row < first + rows; row++)
        {
            var cell = Cell(top, merged, row, column);
            if (cell is null && merged.Count == 0 && row < first + rows - 1 && Cell(top, merged, first + rows - 1, column) is not null)
            {
                // A file without merged cells keeps only the leftmost of what was merged.
                cell = Enumerable.Range(0, column).Reverse().Select(left => Cell(top, merged, row, left)).FirstOrDefault(left => left is not null);
            }

            if (cell is not null && Tidy(cell) is { Length: > 0 } part && (parts.Count == 0 || parts[^1] != part))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The cell, or that of the block it is merged into.</summary>
    private static string? Cell(IReadOnlyList<IReadOnlyList<string?>> top, IReadOnlyList<MergedCells> merged, int row, int column)
    {
        if (merged.FirstOrDefault(block => block.FirstRow <= row && row <= block.LastRow && block.FirstColumn <= column && column <= block.LastColumn) is { } block)
        {
            (row, column) = (block.FirstRow, block.FirstColumn);
        }

        return row < top.Count && column < top[row].Count && !string.IsNullOrWhiteSpace(top[row][column]) ? top[row][column] : null;
    }

    private static bool IsNumbering(IReadOnlyList<string?> row)
    {
        var numbers = row.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell!.Trim('(', ')', '（', '）', ' ')).ToList();
        return numbers.Count > 3 && numbers.Select((cell, i) => (cell, i)).All(pair => pair.cell == (pair.i + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static bool LooksLikeData(string cell) => cell.Any(char.IsAsciiDigit) && cell.Count(char.IsAsciiDigit) * 2 >= cell.Trim().Length;

    private static List<string> Distinct(List<string> names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Length > 0 ? names[i] : $"列{Letters(i)}";
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            names[i] = times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({times})");
        }

        return names;
    }

    /// <summary>The letters that a spreadsheet names a column by.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Tidy(string cell) => string.Concat(cell.Where(letter => !char.IsControl(letter) && letter != '\u3000')).Trim();

    private static string Plain(string? cell) => string.Concat(cell!.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u3000'));
}
