using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>A sheet of a workbook, XLSX or XLS.</summary>
internal sealed class ExcelSource : OpenSource
{
    private const long LargestOldWorkbook = 256L << 20;
    private const int MostSheets = 200;

    private readonly FileStream _file;
    private readonly IExcelDataReader _reader;
    private readonly SheetHeading _heading;
    private readonly PlaceColumns _places;
    private readonly CodeColumns _codes;
    private readonly List<MergedCells> _merged;
    private readonly Dictionary<(int Row, int Column), string?> _mergedValues = [];
    private readonly List<(int Row, ExcelCell[] Cells)> _seen;
    private int _row;

    private ExcelSource(FileStream file, IExcelDataReader reader, IReadOnlyList<SourceLayer> sheets, SourceChoices choices)
    {
        (_file, _reader) = (file, reader);
        Layers = sheets;
        Layer = choices.Layer ?? sheets.FirstOrDefault(sheet => sheet.Rows > 1)?.Name ?? sheets[0].Name;
        while (reader.Name != Layer)
        {
            if (!reader.NextResult())
            {
                throw new SourceFaultException(SourceFaults.NoSuchLayer(ReadingIssues.Brief(Layer)));
            }
        }

        _merged = [.. (reader.MergeCells ?? []).Select(block => new MergedCells(block.FromRow, block.FromColumn, block.ToRow, block.ToColumn))];
        _seen = [.. Rows().Take(SheetHeading.RowsSeen)];
        var top = _seen.Select(row => (IReadOnlyList<string?>)[.. row.Cells.Select(cell => cell.Text)]).ToList();
        _heading = SheetHeading.Find(top, [.. _merged.Where(block => block.FirstRow < SheetHeading.RowsSeen)], choices.HeadingRow - 1, choices.HeadingRows)
            ?? throw new SourceFaultException(SourceFaults.NoHeading());
        if (_heading.Names.Count > CsvRows.MostColumns)
        {
            throw new SourceFaultException(FileFaults.TooManyColumns(_heading.Names.Count, CsvRows.MostColumns));
        }

        var first = top.Skip(_heading.FirstDataRow).ToList();
        Columns = [.. _heading.Names.Select((name, i) => new SourceColumn(name, KindOf(i), []))];
        _places = PlaceColumns.Find(_heading.Names, choices, first);
        PlaceNames = _places.Names;
        StatedCrs = _places.StatedCrs;
        _codes = CodeColumns.Of(_heading.Names, first);
        Skipped.AddRange(TableRows.AroundHeading(_heading, _seen.Select((row, i) => (row.Row, top[i]))));
        if (_heading.Rows > 1)
        {
            Notes.Add(TableRows.JoinedHeading(_heading.Rows));
        }

        if (_merged.Exists(block => block.FirstRow >= _heading.FirstDataRow && block.LastRow > block.FirstRow))
        {
            Notes.Add(new("数据行中有合并单元格，其值用于合并范围内的每一行。", "Cells are merged among the rows; their value is taken for every row they reach over."));
        }
    }

    public override double? Share => _reader.RowCount > 0 ? Math.Min(1, (double)_row / _reader.RowCount) : null;

    public static async Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation)
    {
        TextEncodings.Of("gb18030");
        var file = File.OpenRead(laid.Path);
        try
        {
            if (file.ReadByte() == 0xD0 && file.Length > LargestOldWorkbook)
            {
                throw new SourceFaultException(FileFaults.TooLarge(file.Length, LargestOldWorkbook));
            }

            file.Position = 0;
            return await Task.Run(() => Open(file, choices), cancellation);
        }
        catch (Exception fault) when (fault is InvalidPasswordException)
        {
            await file.DisposeAsync();
            throw new SourceFaultException(SourceFaults.Encrypted());
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            await file.DisposeAsync();
            throw new SourceFaultException(SourceFaults.CannotBeRead(SourceFormat.Excel));
        }
        catch (SourceFaultException)
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var rows = _seen.Skip(_heading.FirstDataRow).Concat(Rows()).GetEnumerator();
        while (MoveNext(rows))
        {
            cancellation.ThrowIfCancellationRequested();
            var (row, cells) = rows.Current;
            var texts = new string?[Columns.Count];
            var issues = new List<ImportIssue>();
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = i < cells.Length ? cells[i].Text : null;
            }

            if (Array.TrueForAll(texts, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (SheetHeading.Apart(texts) is { } why)
            {
                TableRows.Skip(Skipped, row, why, texts);
                continue;
            }

            FillMerged(row - 1, texts);
            for (var i = 0; i < texts.Length && i < cells.Length; i++)
            {
                _codes.Doubt(row, i, Columns[i].Name, texts[i], cells[i].IsNumber, issues);
            }

            TableRows.Shorten(row, texts, Columns, issues);
            yield return new(row, texts, _places.Read(row, texts, issues), issues);
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _reader.Dispose();
        _file.Dispose();
        base.Dispose(isDisposing);
    }

    private static ExcelSource Open(FileStream file, SourceChoices choices)
    {
        var sheets = new List<SourceLayer>();
        var reader = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        do
        {
            sheets.Add(new(reader.Name, reader.RowCount));
        }
        while (sheets.Count < MostSheets && reader.NextResult());

        reader.Reset();
        return new ExcelSource(file, reader, sheets, choices);
    }

    /// <summary>What the library throws at a workbook that is damaged.</summary>
    private static bool IsDamage(Exception fault) =>
        fault is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or IOException
            or IndexOutOfRangeException or NullReferenceException or OverflowException or InvalidOperationException or KeyNotFoundException;

    private static bool MoveNext(IEnumerator<(int, ExcelCell[])> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new SourceFaultException(SourceFaults.BreaksOff(SourceFormat.Excel));
        }
    }

    private IEnumerable<(int Row, ExcelCell[] Cells)> Rows()
    {
        while (_reader.Read())
        {
            _row++;
            var cells = new ExcelCell[Math.Min(_reader.FieldCount, CsvRows.MostColumns + 1)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = ExcelCell.Of(_reader.GetValue(i), _reader.GetNumberFormatString(i));
            }

            yield return (_row, cells);
        }
    }

    /// <summary>A cell merged downwards counts for every row that it reaches over.</summary>
    private void FillMerged(int row, string?[] cells)
    {
        foreach (var block in _merged)
        {
            if (block.FirstRow > row || block.LastRow < row || block.FirstColumn >= cells.Length || block.LastRow == block.FirstRow)
            {
                continue;
            }

            if (row == block.FirstRow)
            {
                _mergedValues[(block.FirstRow, block.FirstColumn)] = cells[block.FirstColumn];
            }
            else if (string.IsNullOrEmpty(cells[block.FirstColumn]))
            {
                cells[block.FirstColumn] = _mergedValues.GetValueOrDefault((block.FirstRow, block.FirstColumn));
            }
        }
    }

    private SourceCellKind KindOf(int column)
    {
        var kinds = _seen.Skip(_heading.FirstDataRow).Where(row => column < row.Cells.Length && row.Cells[column].Text is not null).Select(row => row.Cells[column].Kind).Distinct().ToList();
        return kinds is [var one] ? one : kinds.TrueForAll(kind => kind is SourceCellKind.Number or SourceCellKind.WholeNumber) && kinds.Count > 0 ? SourceCellKind.Number : SourceCellKind.Text;
    }
}
