using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>What is to be imported, by whom, and how.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Profile">How its rows are read.</param>
/// <param name="Actor">Who gave the command.</param>
public sealed record ImportRequest(string File, ImportProfile Profile, string Actor)
{
    /// <summary>Code of the zone that takes all rows, instead of the zones of the profile.</summary>
    public string? ZoneCode { get; init; }

    /// <summary>True to do everything and keep nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>How far an import is, for a progress bar.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Share done, 0 to 1.</param>
public sealed record ImportProgress(Text Stage, double Done)
{
    /// <summary>Rows read so far.</summary>
    public int Rows { get; init; }
}

/// <summary>How an import ended. Loaded, loaded with remarks and refused add up to the rows of the file.</summary>
public sealed record ImportResult
{
    /// <summary>Why the file was refused as a whole, ten reasons at most; empty when it was read.</summary>
    public IReadOnlyList<Text> FileFaults { get; init; } = [];

    /// <summary>Rows of the file, without heading and blank lines.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that stand in the register as they were written.</summary>
    public int Loaded { get; init; }

    /// <summary>Rows that stand in the register and have remarks.</summary>
    public int LoadedWithRemarks { get; init; }

    /// <summary>Rows that were refused.</summary>
    public int Refused { get; init; }

    /// <summary>Of the rows that stand: new in the register.</summary>
    public int New { get; init; }

    /// <summary>Of the rows that stand: changed since the last import.</summary>
    public int Updated { get; init; }

    /// <summary>Of the rows that stand: stood there already, the same.</summary>
    public int Unchanged { get; init; }

    /// <summary>Name of the encoding that was found.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>How the file was read where that was guessed: layer, coordinate system with its reasons.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>Everything found, in the order of the rows.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];

    /// <summary>Number of the change that holds the import; null when nothing changed.</summary>
    public long? ChangeId { get; init; }

    /// <summary>A result that refuses the file.</summary>
    public static ImportResult RefusedFile(IEnumerable<Text> faults) => new() { FileFaults = [.. faults.Take(10)] };
}
