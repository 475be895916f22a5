using System.Globalization;
using System.Text.RegularExpressions;

namespace LandRegistry.Domain.Imports;

/// <summary>
/// Reads cells by the rules of their columns. Around a cell, blanks, line breaks and one pair of quotation marks are
/// not part of its value; whatever else is read otherwise than written earns an issue. An unknown cell is null, never zero.
/// </summary>
/// <param name="profile">The profile whose cells are read.</param>
/// <param name="today">The day of the import; later dates are not believed.</param>
public sealed partial class CellReader(ImportProfile profile, DateOnly today)
{
    private static readonly DateOnly Oldest = new(1800, 1, 1);
    private readonly Dictionary<ColumnRule, (string[] Forms, string[] Swapped, bool TakesNumbers)> _forms = new(ReferenceEqualityComparer.Instance);

    /// <summary>The cell without blanks and quotation marks around it, garbled letters restored; null when it says unknown.</summary>
    public string? Text(int row, ColumnRule column, string cell, ICollection<ImportIssue> issues)
    {
        var text = Trim(cell);
        if (text.Length == 0 || IsUnknown(column, text))
        {
            return null;
        }
        if (Mojibake.Suspected(text))
        {
            var repaired = Mojibake.Repair(text);
            issues.Add(repaired is null
                ? ImportIssues.Garbled(row, column.Name, text)
                : ImportIssues.Repaired(row, column.Name, text, repaired));
            text = repaired ?? text;
        }
        if (column is { CutAt: > 0, Type: not CellType.Listed } && cell.Length == column.CutAt)
        {
            issues.Add(ImportIssues.CutText(row, column.Name, text, column.CutAt));
        }
        return text;
    }

    /// <summary>A code; leading zeros that a spreadsheet dropped are put back where the length is known.</summary>
    public static string? Code(int row, ColumnRule column, string text, ICollection<ImportIssue> issues)
    {
        if (Scientific().IsMatch(text))
        {
            issues.Add(ImportIssues.CodeDestroyed(row, column.Name, text));
            return null;
        }
        if (column.CodeLength == 0 || text.Length == column.CodeLength)
        {
            return text;
        }
        if (text.Length == column.CodeLength - 1 && text.All(char.IsAsciiDigit))
        {
            var restored = text.PadLeft(column.CodeLength, '0');
            issues.Add(ImportIssues.ZeroRestored(row, column.Name, text, restored));
            return restored;
        }
        issues.Add(ImportIssues.CodeOfWrongLength(row, column.Name, text, column.CodeLength));
        return text;
    }

    /// <summary>A number with its bounds, before <see cref="ColumnRule.Factor"/>.</summary>
    public static decimal? Number(int row, ColumnRule column, string text, ICollection<ImportIssue> issues)
    {
        var whole = column.Type is CellType.WholeNumber or CellType.Year;
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
        {
            issues.Add(whole ? ImportIssues.NotInteger(row, column.Name, text) : ImportIssues.NotDecimal(row, column.Name, text));
            return null;
        }
        if (number <= column.Above)
        {
            issues.Add(ImportIssues.BelowMinimum(row, column.Name, text, column.Above.Value, inclusive: false));
            return null;
        }
        if (number < column.Minimum)
        {
            issues.Add(ImportIssues.BelowMinimum(row, column.Name, text, column.Minimum.Value, inclusive: true));
            return null;
        }
        if (number > column.Maximum)
        {
            issues.Add(ImportIssues.AboveMaximum(row, column.Name, text, column.Maximum.Value));
            return null;
        }
        return number;
    }

    /// <summary>A day between 1800 and today.</summary>
    public DateOnly? Date(int row, ColumnRule column, string text, ICollection<ImportIssue> issues)
    {
        var culture = CultureInfo.InvariantCulture;
        var (forms, swapped, takesNumbers) = Forms(column);
        if (!DateOnly.TryParseExact(text, forms, culture, DateTimeStyles.None, out var date))
        {
            var numbered = DayNumbers.Read(text);
            if (numbered is null || !takesNumbers)
            {
                issues.Add(DateOnly.TryParseExact(text, swapped, culture, DateTimeStyles.None, out var other) ? ImportIssues.DayAndMonthSwapped(row, column, text, forms[0], other)
                    : numbered is { } day ? ImportIssues.DayNumber(row, column, text, day)
                    : ImportIssues.NotDate(row, column.Name, text, forms.FirstOrDefault() ?? DayNumbers.Form));
                return null;
            }

            date = numbered.Value;
        }
        if ((date > today && !ImportFields.MayBeAhead(column.Field)) || date < Oldest)
        {
            issues.Add(date > today ? ImportIssues.DateInFuture(row, column.Name, text) : ImportIssues.DateTooOld(row, column.Name, text));
            return null;
        }
        return date;
    }

    /// <summary>Remarks on an address that is none; the text is kept with the row in any case.</summary>
    public static void Uri(int row, ColumnRule column, string text, ICollection<ImportIssue> issues)
    {
        foreach (var part in text.Split(column.Separator ?? "\n", StringSplitOptions.TrimEntries))
        {
            if (!System.Uri.TryCreate(part, UriKind.Absolute, out var uri) || (uri.Scheme != "http" && uri.Scheme != "https"))
            {
                issues.Add(ImportIssues.NotUri(row, column.Name, part));
            }
        }
    }

    /// <summary>The cell without blanks, line breaks and one pair of quotation marks around it.</summary>
    public static string Trim(string cell)
    {
        var text = cell.Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' && !text.AsSpan(1, text.Length - 2).Contains('"')
            ? text[1..^1].Trim()
            : text;
    }

    private (string[] Forms, string[] Swapped, bool TakesNumbers) Forms(ColumnRule column)
    {
        if (!_forms.TryGetValue(column, out var forms))
        {
            var named = column.DateFormats.Count > 0 ? column.DateFormats : profile.DateFormats;
            string[] own = [.. named.Where(form => form != DayNumbers.Form)];
            forms = (own, [.. own.Select(f => f.Replace('d', '#').Replace('M', 'd').Replace('#', 'M'))], own.Length < named.Count);
            _forms[column] = forms;
        }
        return forms;
    }

    private bool IsUnknown(ColumnRule column, string text) =>
        profile.UnknownWords.Contains(text, StringComparer.OrdinalIgnoreCase)
        || column.UnknownWords.Contains(text, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\d(?:[.,]\d+)?[Ee]\+\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex Scientific();
}
