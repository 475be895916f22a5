using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Keeps what became of every row, and makes sure that no row is lost.</summary>
internal sealed class ImportLedger
{
    private readonly SortedDictionary<int, List<ImportIssue>> _rows = [];
    private readonly Dictionary<string, int> _effects = new(StringComparer.Ordinal);

    /// <summary>Rows of the file so far.</summary>
    public int Rows => _rows.Count;

    /// <summary>The last row of the file so far.</summary>
    public int LastRow => _rows.Count == 0 ? 0 : _rows.Keys.Last();

    /// <summary>Rows refused because their cells do not match the heading.</summary>
    public int Shifted { get; private set; }

    /// <summary>True when the last row does not match the heading.</summary>
    public bool LastIsShifted { get; private set; }

    /// <summary>Enters a row with what was found in it.</summary>
    public void Enter(int row, List<ImportIssue> issues)
    {
        _rows.Add(row, issues);
        LastIsShifted = issues.Exists(i => i.Type == IssueType.Columns);
        Shifted += LastIsShifted ? 1 : 0;
    }

    /// <summary>Adds an issue to a row that was entered.</summary>
    public void Add(ImportIssue issue) => _rows[issue.Row].Add(issue);

    /// <summary>Counts rows by what they do to the register.</summary>
    public void Count(string effect, int rows) => _effects[effect] = _effects.GetValueOrDefault(effect) + rows;

    /// <summary>Rows counted with an effect: new, updated, unchanged or conflict.</summary>
    public int CountOf(string effect) => _effects.GetValueOrDefault(effect);

    /// <summary>Closes the ledger.</summary>
    /// <exception cref="InvalidOperationException">The lists do not add up; nothing may be kept then.</exception>
    public ImportResult Close(string encoding, long? changeId)
    {
        var outcomes = _rows.Values.CountBy(Outcome).ToDictionary();
        var result = new ImportResult
        {
            Rows = _rows.Count,
            Loaded = outcomes.GetValueOrDefault(RowOutcome.Loaded),
            LoadedWithRemarks = outcomes.GetValueOrDefault(RowOutcome.LoadedWithRemarks),
            Refused = outcomes.GetValueOrDefault(RowOutcome.Refused),
            New = _effects.GetValueOrDefault("new"),
            Updated = _effects.GetValueOrDefault("updated"),
            Unchanged = _effects.GetValueOrDefault("unchanged"),
            Encoding = encoding,
            Issues = [.. _rows.Values.SelectMany(issues => issues)],
            ChangeId = changeId,
        };
        var standing = result.Loaded + result.LoadedWithRemarks;
        return standing + result.Refused == result.Rows && result.New + result.Updated + result.Unchanged == standing
            ? result
            : throw new InvalidOperationException("The lists of the import do not add up to the rows of the file.");
    }

    private static RowOutcome Outcome(List<ImportIssue> issues) =>
        issues.Exists(i => i.Severity == IssueSeverity.Refusal) ? RowOutcome.Refused
        : issues.Count > 0 ? RowOutcome.LoadedWithRemarks
        : RowOutcome.Loaded;
}
