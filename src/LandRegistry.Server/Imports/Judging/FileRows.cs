using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>An opened file: its columns, and its rows one after another.</summary>
/// <param name="Headings">Headings of the columns.</param>
/// <param name="Rows">The rows as they are read.</param>
/// <param name="Done">Share of the file that was read, 0 to 1; 0 when it cannot be told.</param>
internal sealed record FileRows(IReadOnlyList<string> Headings, IAsyncEnumerable<SourceRow> Rows, Func<double> Done)
{
    /// <summary>EPSG number of the shapes' coordinates.</summary>
    public int Srid { get; init; } = 4490;

    /// <summary>True when a last row of the wrong length means that the file was cut off.</summary>
    public bool MayBeCutOff { get; init; }

    /// <summary>Most rows that are taken.</summary>
    public int MostRows { get; init; } = 2_000_000;

    /// <summary>The rows of a CSV file that was looked at by a profile.</summary>
    public static FileRows Of(CsvRows csv, FileStream file, bool endsWithLineBreak) =>
        new(csv.Headings, ReadAsync(csv), () => (double)file.Position / file.Length) { MayBeCutOff = !endsWithLineBreak, MostRows = CsvRows.MostRows };

#pragma warning disable CS1998 // Rows of a CSV file come without waiting.
    private static async IAsyncEnumerable<SourceRow> ReadAsync(CsvRows csv)
#pragma warning restore CS1998
    {
        while (csv.Next() is { } cells)
        {
            yield return new(csv.Row, cells, null, []);
        }
    }
}
