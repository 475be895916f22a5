using System.Text.RegularExpressions;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>Warns of codes that a spreadsheet has destroyed: kept as numbers of more than fifteen digits, written as powers of ten, shortened by their leading zeros.</summary>
internal sealed partial class CodeColumns
{
    private const int LongestExactNumber = 15;

    private readonly int[] _lengths;

    private CodeColumns(int[] lengths) => _lengths = lengths;

    /// <summary>Learns the length of codes from the first rows: columns in which digits begin with a zero and half or more have one length.</summary>
    public static CodeColumns Of(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string?>> first) => new([.. names.Select((_, column) =>
    {
        var digits = first.Where(row => column < row.Count).Select(row => row[column]).Where(cell => cell is { Length: > 2 } && cell.All(char.IsAsciiDigit)).ToList();
        var usual = digits.GroupBy(cell => cell!.Length).MaxBy(group => group.Count());
        return usual is not null && usual.Any(cell => cell![0] == '0') && usual.Count() * 2 >= digits.Count ? usual.Key : 0;
    })]);

    /// <summary>Adds what is to be doubted of a cell.</summary>
    public void Doubt(int row, int column, string name, string? cell, bool isNumber, List<ImportIssue> issues)
    {
        if (cell is not { Length: > 1 })
        {
            return;
        }

        if (isNumber && cell.Count(char.IsAsciiDigit) > LongestExactNumber && !cell.Contains('.'))
        {
            issues.Add(ReadingIssues.CodeAsNumber(row, name, cell));
        }
        else if (!isNumber && PowerOfTen().IsMatch(cell))
        {
            issues.Add(ImportIssues.CodeDestroyed(row, name, cell));
        }
        else if (_lengths[column] > cell.Length && cell.All(char.IsAsciiDigit))
        {
            issues.Add(ReadingIssues.CodeLostZeros(row, name, cell, _lengths[column]));
        }
    }

    [GeneratedRegex(@"^\d(?:[.,]\d+)?[Ee]\+\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PowerOfTen();
}
