using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>Delimited text.</summary>
internal sealed class CsvSource : OpenSource
{
    private static readonly string[] Delimiters = [",", "\t", ";", "|"];

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private readonly SheetHeading _heading;
    private readonly PlaceColumns _places;
    private readonly CodeColumns _codes;

    /// <summary>Records read to find the heading: those after it are the first rows.</summary>
    private readonly List<(int Row, string?[] Cells)> _seen;

    private CsvSource(string path, SourceEncoding encoding, string delimiter, SourceChoices choices)
    {
        Encoding = encoding;
        _reader = new(path, TextEncodings.Of(encoding.Name), detectEncodingFromByteOrderMarks: true, 1 << 16);
        _parser = Parser(_reader, delimiter);
        _seen = [.. Records(_parser).Take(SheetHeading.RowsSeen)];
        var top = _seen.Select(record => (IReadOnlyList<string?>)record.Cells).ToList();
        _heading = SheetHeading.Find(top, [], Index(choices.HeadingRow), choices.HeadingRows) ?? throw new SourceFaultException(SourceFaults.NoHeading());
        if (_heading.Names.Count > CsvRows.MostColumns)
        {
            throw new SourceFaultException(FileFaults.TooManyColumns(_heading.Names.Count, CsvRows.MostColumns));
        }

        Columns = [.. _heading.Names.Select(name => new SourceColumn(name, SourceCellKind.Text, []))];
        _places = PlaceColumns.Find(_heading.Names, choices, [.. top.Skip(_heading.FirstDataRow)]);
        PlaceNames = _places.Names;
        StatedCrs = _places.StatedCrs;
        _codes = CodeColumns.Of(_heading.Names, [.. top.Skip(_heading.FirstDataRow)]);
        Skipped.AddRange(TableRows.AroundHeading(_heading, _seen.Select(record => (record.Row, (IReadOnlyList<string?>)record.Cells))));
        if (_heading.Rows > 1)
        {
            Notes.Add(TableRows.JoinedHeading(_heading.Rows));
        }
    }

    public override double? Share => (double)_reader.BaseStream.Position / _reader.BaseStream.Length;

    public static async Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation)
    {
        var encoding = await TextEncodings.DetectAsync(laid.Path, choices.Encoding, cancellation);
        var delimiter = choices.Delimiter ?? Delimiter(laid.Path, encoding.Name);
        await CheckQuotesAsync(laid.Path, delimiter, cancellation);
        return new CsvSource(laid.Path, encoding, delimiter, choices);
    }

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var (row, cells) in _seen.Skip(_heading.FirstDataRow).Concat(Records(_parser)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (SheetHeading.Apart(cells) is { } why)
            {
                TableRows.Skip(Skipped, row, why, cells);
            }
            else
            {
                yield return Row(row, cells);
            }
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _parser.Dispose();
        _reader.Dispose();
        base.Dispose(isDisposing);
    }

    private SourceRow Row(int row, string?[] cells)
    {
        var issues = new List<ImportIssue>();
        var width = Columns.Count;
        if (cells.Length != width && !(cells.Length > width && cells.Skip(width).All(string.IsNullOrWhiteSpace)))
        {
            issues.Add(ImportIssues.WrongCellCount(row, cells.Length, width));
            Array.Resize(ref cells, width);
            return new(row, cells, null, issues);
        }

        Array.Resize(ref cells, width);
        for (var i = 0; i < width; i++)
        {
            _codes.Doubt(row, i, Columns[i].Name, cells[i], isNumber: false, issues);
        }

        TableRows.Shorten(row, cells, Columns, issues);
        return new(row, cells, _places.Read(row, cells, issues), issues);
    }

    private static IEnumerable<(int Row, string?[] Cells)> Records(CsvParser parser)
    {
        while (parser.Read())
        {
            // A byte order mark that another program put before the heading is no part of it, nor is the quote that keeps text from being a formula.
            yield return (parser.Row, [.. parser.Record!.Select(cell => cell.Length == 0 ? null : SheetText.WithoutQuote(cell.Trim('\uFEFF')))]);
        }
    }

    private static CsvParser Parser(TextReader reader, string delimiter) => new(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        BadDataFound = null,
        IgnoreBlankLines = false,
        HasHeaderRecord = false,
    });

    /// <summary>The sign that divides most of the first lines into the same number of cells, more than one.</summary>
    private static string Delimiter(string path, string encoding)
    {
        using var lines = new BoundedLines(path, TextEncodings.Of(encoding));
        var first = lines.Read().Where(line => line.Length > 0).Take(20).ToList();
        return Delimiters.MaxBy(sign => first.GroupBy(line => line.Split(sign).Length).Where(group => group.Key > 1).Select(group => (double)group.Count() * group.Key).DefaultIfEmpty(0).Max())!;
    }

    /// <summary>A quotation mark that is never closed, a line without end, zero bytes: found before anything is built of them.</summary>
    private static async Task CheckQuotesAsync(string path, string delimiter, CancellationToken cancellation)
    {
        var walk = new QuoteWalk((byte)delimiter[0]);
        await using var file = File.OpenRead(path);
        var block = new byte[1 << 16];
        int read;
        while ((read = await file.ReadAsync(block, cancellation)) > 0)
        {
            if (walk.Walk(block.AsSpan(0, read)) is { } fault)
            {
                throw new SourceFaultException(fault);
            }
        }

        if (walk.End() is { } open)
        {
            throw new SourceFaultException(open);
        }
    }

    private static int? Index(int? row) => row - 1;
}
