using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>Counts the rows of a file as they come, and tells when it is none that can be read.</summary>
internal sealed class RowTally
{
    private int _shifted;
    private int _lastRow;
    private bool _isLastShifted;

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    public void Take(IReadOnlyList<JudgedRow> rows)
    {
        foreach (var row in rows)
        {
            _isLastShifted = row.Row.Issues.Exists(issue => issue.Type == IssueType.Columns && issue.Severity == IssueSeverity.Refusal);
            _shifted += _isLastShifted ? 1 : 0;
            _lastRow = row.Row.Row;
        }

        Rows += rows.Count;
    }

    /// <summary>Why the file is refused as a whole; empty when it is not.</summary>
    public IReadOnlyList<Text> Faults(FileRows file)
    {
        var faults = new List<Text>();
        if (Rows == 0)
        {
            faults.Add(FileFaults.NoRows());
        }

        if (Rows > file.MostRows)
        {
            faults.Add(FileFaults.TooManyRows(file.MostRows));
        }

        if (_isLastShifted && file.MayBeCutOff)
        {
            faults.Add(FileFaults.Truncated(_lastRow));
        }

        if (_shifted * 2 > Rows)
        {
            faults.Add(FileFaults.RowsShifted(_shifted, Rows));
        }

        return faults;
    }
}
