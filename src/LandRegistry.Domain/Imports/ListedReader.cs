namespace LandRegistry.Domain.Imports;

/// <summary>
/// Reads the listed values of one column: the standard's spellings whatever their case, other spellings with a remark,
/// and values that the source cut, when only one spelling begins so.
/// </summary>
public sealed class ListedReader
{
    private readonly ColumnRule _column;
    private readonly Dictionary<string, (ListedValue Value, bool Standard)> _spellings = new(StringComparer.OrdinalIgnoreCase);

    public ListedReader(ColumnRule column)
    {
        _column = column;
        foreach (var value in column.Values)
        {
            _spellings[value.Spelling] = (value, true);
            foreach (var other in value.AlsoWritten)
            {
                _spellings[other] = (value, false);
            }
        }
    }

    /// <summary>The value in the register's vocabulary; null when it is unknown, not listed, or has no word of ours.</summary>
    /// <param name="row">Row number.</param>
    /// <param name="cell">The whole cell, as long as the source made it.</param>
    /// <param name="text">The cell without what surrounds it.</param>
    /// <param name="issues">Takes what was found.</param>
    public string? Read(int row, string cell, string text, ICollection<ImportIssue> issues)
    {
        if (_column.Separator is null)
        {
            return One(row, cell, text, issues);
        }
        var meanings = text.Split(_column.Separator, StringSplitOptions.TrimEntries)
            .Select(part => One(row, part, part, issues)).Distinct(StringComparer.Ordinal).ToList();
        return meanings.Count == 1 ? meanings[0] : null;
    }

    private string? One(int row, string cell, string text, ICollection<ImportIssue> issues)
    {
        var single = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (_spellings.TryGetValue(single, out var found))
        {
            if (!found.Standard)
            {
                issues.Add(ImportIssues.OtherSpelling(row, _column.Name, text, found.Value.Spelling));
            }
            return found.Value.Means;
        }
        var begins = _column.CutAt > 0 && cell.Length == _column.CutAt
            ? _column.Values.Where(v => v.Spelling.StartsWith(single, StringComparison.OrdinalIgnoreCase)).Take(2).ToList()
            : [];
        if (begins.Count == 1)
        {
            issues.Add(ImportIssues.CutListed(row, _column.Name, text, begins[0].Spelling));
            return begins[0].Means;
        }
        issues.Add(ImportIssues.NotListed(row, _column.Name, text));
        return null;
    }
}
