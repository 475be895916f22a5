using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Reads a CSV file that <see cref="FileInspection"/> let through, one record at a time.</summary>
public sealed class CsvRows : IDisposable
{
    /// <summary>Most columns a register has.</summary>
    public const int MostColumns = 500;

    /// <summary>Most rows one import takes.</summary>
    public const int MostRows = 1_000_000;

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;

    /// <summary>Reads the heading.</summary>
    public CsvRows(Stream stream, Encoding encoding, ImportProfile profile)
    {
        _reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = profile.Delimiter,
            BadDataFound = null,
            IgnoreBlankLines = false,
            HasHeaderRecord = false,
        });
        Headings = _parser.Read() ? [.. _parser.Record!.Select(CellReader.Trim)] : [];
        Faults = Check(profile);
    }

    /// <summary>Headings of the columns.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Why the file is not what the profile says; empty when it is.</summary>
    public IReadOnlyList<Text> Faults { get; }

    /// <summary>Number of the record as a spreadsheet shows it; the heading is 1.</summary>
    public int Row => _parser.Row;

    /// <summary>The next record that is not blank; null at the end.</summary>
    public string[]? Next()
    {
        while (_parser.Read())
        {
            if (_parser.Record is { } cells && !(cells.Length == 1 && cells[0].Length == 0))
            {
                return cells;
            }
        }
        return null;
    }

    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }

    private List<Text> Check(ImportProfile profile)
    {
        var faults = new List<Text>();
        if (Headings.Count > MostColumns)
        {
            return [FileFaults.TooManyColumns(Headings.Count, MostColumns)];
        }
        if (Headings.Count == 1)
        {
            faults.Add(FileFaults.OneColumn(profile.Delimiter));
        }
        faults.AddRange(Headings.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => FileFaults.ColumnTwice(g.Key)));
        faults.AddRange(Needed(profile).Distinct(StringComparer.Ordinal).Except(Headings, StringComparer.Ordinal).Select(FileFaults.MissingColumn));
        return faults;
    }

    private static IEnumerable<string> Needed(ImportProfile profile)
    {
        var place = profile.Place;
        string?[] used = [.. profile.RowKey.Select(k => k.Column), profile.Zones.ChildKey?.Column,
            place?.WktColumn ?? place?.XColumn, place?.WktColumn is null ? place?.YColumn : null, place?.CrsColumn];
        return used.OfType<string>().Concat(profile.Columns.Where(c => !c.MayBeAbsent).Select(c => c.Name));
    }
}
