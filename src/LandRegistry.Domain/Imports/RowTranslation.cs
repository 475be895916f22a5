using System.Globalization;
using System.Text.RegularExpressions;

namespace LandRegistry.Domain.Imports;

/// <summary>Turns the rows of one file into the register's words, by a profile. Knows no database and no clock.</summary>
public sealed class RowTranslation
{
    /// <summary>Characters a cell may have; a longer one is no register entry.</summary>
    public const int LongestCell = 100_000;

    private readonly ImportProfile _profile;
    private readonly DateOnly _today;
    private readonly CellReader _cells;
    private readonly IReadOnlyList<string> _headings;
    private readonly List<(ColumnRule Rule, int Index, ListedReader? List)> _columns = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstRowOfKey = new(StringComparer.Ordinal);
    private readonly List<(KeyPart Part, Regex? Pattern)> _key;
    private readonly (KeyPart Part, Regex? Pattern)? _zone;
    private readonly string _keyColumns;
    private readonly PlaceReader _place;

    /// <param name="profile">The profile.</param>
    /// <param name="headings">Headings of the file, as they stand; every column the profile needs is among them.</param>
    /// <param name="today">The day of the import.</param>
    public RowTranslation(ImportProfile profile, IReadOnlyList<string> headings, DateOnly today)
    {
        _profile = profile;
        _today = today;
        _cells = new CellReader(profile, today);
        _headings = headings;
        for (var i = 0; i < headings.Count; i++)
        {
            _index[headings[i]] = i;
        }
        foreach (var rule in profile.Columns.Where(c => _index.ContainsKey(c.Name)))
        {
            _columns.Add((rule, _index[rule.Name], rule.Type == CellType.Listed ? new ListedReader(rule) : null));
        }
        _key = [.. profile.RowKey.Select(Compiled)];
        _zone = profile.Zones.ChildKey is { } child ? Compiled(child) : null;
        _keyColumns = string.Join(',', profile.RowKey.Select(k => k.Column));
        _place = new PlaceReader(profile, _index);
    }

    /// <summary>Headings of the coordinate columns, joined.</summary>
    public string PlaceColumns => _place.Columns;

    /// <summary>Headings of the key columns, joined.</summary>
    public string KeyColumns => _keyColumns;

    /// <summary>Translates one row. Rows come in the order of the file, so that the first of two equal keys stands.</summary>
    public TranslatedRow Translate(int row, IReadOnlyList<string> cells)
    {
        var result = new TranslatedRow { Row = row };
        if (cells.Count != _headings.Count)
        {
            result.Issues.Add(ImportIssues.WrongCellCount(row, cells.Count, _headings.Count));
            return result;
        }
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > LongestCell)
            {
                result.Issues.Add(ImportIssues.CellTooLong(row, _headings[i], cells[i].Length, LongestCell));
                return result;
            }
        }
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (rule, index, list) in _columns)
        {
            if (Read(row, rule, list, cells[index], result.Issues) is { } value)
            {
                values[rule.Name] = value;
            }
            Fill(result, rule, values);
        }
        Compare(row, values, result.Issues);
        NameRow(result, values, cells);
        SetStatus(result, values);
        _place.Read(result, cells);
        return result;
    }

    private object? Read(int row, ColumnRule rule, ListedReader? list, string cell, List<ImportIssue> issues)
    {
        var text = _cells.Text(row, rule, cell, issues);
        if (text is null)
        {
            if (rule.Expected)
            {
                issues.Add(ImportIssues.Missing(row, rule.Name));
            }
            return null;
        }
        switch (rule.Type)
        {
            case CellType.Code:
                return CellReader.Code(row, rule, text, issues);
            case CellType.WholeNumber or CellType.Number or CellType.Year:
                return CellReader.Number(row, rule, text, issues);
            case CellType.Date:
                return _cells.Date(row, rule, text, issues);
            case CellType.Listed:
                return list!.Read(row, cell, text, issues);
            case CellType.Uri:
                CellReader.Uri(row, rule, text, issues);
                return text;
            default:
                return text;
        }
    }

    private static void Fill(TranslatedRow result, ColumnRule rule, Dictionary<string, object> values)
    {
        if (rule.Field == ParcelField.None)
        {
            return;
        }
        if (!values.TryGetValue(rule.Name, out var value))
        {
            if (rule.Field >= ParcelField.SourceId)
            {
                result.More.TryAdd(rule.Field, null);
            }
            return;
        }
        switch (rule.Field)
        {
            case ParcelField.Name:
                result.Name = (string)value;
                break;
            case ParcelField.Address:
                result.Address = result.Address is null ? (string)value : $"{result.Address}, {value}";
                break;
            case ParcelField.StatedAreaSquareMetres:
                // Stored to the hundredth of a square metre; what rounds to nothing is unknown, not zero.
                var area = decimal.Round((decimal)value * rule.Factor, 2);
                result.StatedAreaSquareMetres = area > 0 ? area : null;
                break;
            case ParcelField.Ownership:
                result.Ownership = (string)value;
                break;
            case ParcelField.Status:
                result.Status = (string)value;
                break;
            case ParcelField.Remarks:
                result.Remarks = (string)value;
                break;
            case ParcelField.SourceUpdatedOn:
                result.SourceUpdatedOn = (DateOnly)value;
                break;
            case ParcelField.PriceYuan:
                result.More[rule.Field] = decimal.Round((decimal)value * rule.Factor, 2);
                break;
            default:
                result.More[rule.Field] = value;
                break;
        }
    }

    private void Compare(int row, Dictionary<string, object> values, List<ImportIssue> issues)
    {
        foreach (var (rule, _, _) in _columns.Where(c => c.Rule.NotAfter is not null))
        {
            if (values.TryGetValue(rule.Name, out var first) && values.TryGetValue(rule.NotAfter!, out var last)
                && first.GetType() == last.GetType() && first is IComparable comparable && comparable.CompareTo(last) > 0)
            {
                issues.Add(ImportIssues.OutOfOrder(row, rule.Name, rule.NotAfter!, string.Create(
                    CultureInfo.InvariantCulture, $"{Written(first)} > {Written(last)}")));
            }
        }
    }

    private void NameRow(TranslatedRow result, Dictionary<string, object> values, IReadOnlyList<string> cells)
    {
        var parts = _key.Select(k => Part(k, values, cells)).ToList();
        if (parts.Count == 0)
        {
            result.Key = null;
        }
        else if (parts.Contains(null))
        {
            result.Issues.Add(ImportIssues.KeyMissing(result.Row, _keyColumns));
        }
        else
        {
            result.Key = string.Join('/', parts);
            if (!_firstRowOfKey.TryAdd(result.Key, result.Row))
            {
                result.Issues.Add(ImportIssues.DuplicateKey(result.Row, _keyColumns, result.Key, _firstRowOfKey[result.Key]));
            }
        }
        if (_zone is { } zone)
        {
            result.ZoneKey = Part(zone, values, cells);
            result.ZoneName = _profile.Zones.ChildNameColumn is { } column && _index.TryGetValue(column, out var at)
                && CellReader.Trim(cells[at]) is { Length: > 0 } name ? name : null;
        }
    }

    private void SetStatus(TranslatedRow result, Dictionary<string, object> values)
    {
        if (result.Status.Length == 0)
        {
            result.Status = _profile.StatusOtherwise;
            result.HasStatus = false;
            if (_profile.Columns.FirstOrDefault(c => c.Field == ParcelField.Status) is { } column)
            {
                result.Issues.Add(ImportIssues.StatusByDefault(result.Row, column.Name, result.Status));
            }
        }
        foreach (var column in _profile.StatusSince)
        {
            if (values.TryGetValue(column, out var value) && value is DateOnly day)
            {
                result.StatusSince = day;
                return;
            }
        }
        result.StatusSince = _today;
        if (_profile.StatusSince.Count == 0)
        {
            return;
        }
        result.Issues.Add(ImportIssues.SinceImport(
            result.Row, string.Join(',', _profile.StatusSince), _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>The cleaned value where the column has a rule, else the cell.</summary>
    private string? Part((KeyPart Part, Regex? Pattern) key, Dictionary<string, object> values, IReadOnlyList<string> cells)
    {
        var text = values.TryGetValue(key.Part.Column, out var value) ? Written(value) : CellReader.Trim(cells[_index[key.Part.Column]]);
        if (key.Pattern is not null)
        {
            text = key.Pattern.Match(text).Value;
        }
        return text.Length == 0 || _profile.UnknownWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    private static string Written(object value) => value is DateOnly day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static (KeyPart Part, Regex? Pattern) Compiled(KeyPart part) =>
        (part, part.Pattern is null ? null : new Regex(part.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
