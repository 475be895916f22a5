using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>The XML of one sheet, row by row. An element object a cell would take more time than reading the rows from the database.</summary>
internal sealed class XlsxCells
{
    // Excel's own limit of characters in a cell.
    private const int LongestText = 32_767;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly ArrayBufferWriter<byte> _written = new(1 << 17);
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly byte[][] _names;

    public XlsxCells(IReadOnlyList<SheetColumn> columns)
    {
        _columns = columns;
        _names = [.. columns.Select((_, i) => Encoding.ASCII.GetBytes(ColumnName(i)))];
    }

    /// <summary>Rows begun so far, the head included.</summary>
    public int Rows { get; private set; }

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    public void Clear() => _written.ResetWrittenCount();

    /// <summary>Writes all that stands before the rows, and the head.</summary>
    public void Begin()
    {
        Raw("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"u8);
        for (var i = 0; i < _columns.Count; i++)
        {
            Raw(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{_columns[i].Width}\" customWidth=\"1\"/>")));
        }

        Raw("</cols><sheetData>"u8);
        BeginRow();
        for (var i = 0; i < _columns.Count; i++)
        {
            Words(_columns[i].Title, XlsxStyles.Head, i);
        }

        Raw("</row>"u8);
    }

    /// <summary>Writes a row; what is unknown stays empty.</summary>
    public void Add(object?[] row)
    {
        BeginRow();
        for (var i = 0; i < row.Length; i++)
        {
            switch (row[i])
            {
                case null: break;
                case string text: Words(Within(text), SheetText.LooksLikeFormula(text) ? XlsxStyles.Quoted : XlsxStyles.Text, i); break;
                case DateOnly day: Number(day.DayNumber - DayZero.DayNumber, XlsxStyles.Day, i); break;
                case var number: Number(Convert.ToDecimal(number, CultureInfo.InvariantCulture), XlsxStyles.Of(_columns[i].Type), i); break;
            }
        }

        Raw("</row>"u8);
    }

    /// <summary>Writes all that stands behind the rows.</summary>
    public void End()
    {
        Raw("</sheetData><autoFilter ref=\"A1:"u8);
        Raw(_names[^1]);
        Whole(Rows);
        Raw("\"/></worksheet>"u8);
    }

    private void BeginRow()
    {
        Rows++;
        Raw("<row r=\""u8);
        Whole(Rows);
        Raw("\">"u8);
    }

    private void Words(string text, uint style, int column)
    {
        BeginCell(style, column);
        Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Escaped(text);
        Raw("</t></is></c>"u8);
    }

    private void Number(decimal value, uint style, int column)
    {
        BeginCell(style, column);
        Raw("\"><v>"u8);
        Utf8Formatter.TryFormat(value, _written.GetSpan(40), out var length);
        _written.Advance(length);
        Raw("</v></c>"u8);
    }

    private void BeginCell(uint style, int column)
    {
        Raw("<c r=\""u8);
        Raw(_names[column]);
        Whole(Rows);
        Raw("\" s=\""u8);
        Whole((int)style);
    }

    private void Whole(int number)
    {
        Utf8Formatter.TryFormat(number, _written.GetSpan(12), out var length);
        _written.Advance(length);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => _written.Write(bytes);

    /// <summary>XML has no place for most control characters, and for halves of letters.</summary>
    private void Escaped(string text)
    {
        var span = _written.GetSpan(text.Length * 6);
        var length = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            switch (letter.Value)
            {
                case '&': "&amp;"u8.CopyTo(span[length..]); length += 5; break;
                case '<': "&lt;"u8.CopyTo(span[length..]); length += 4; break;
                case '>': "&gt;"u8.CopyTo(span[length..]); length += 4; break;
                case '\r': "&#xD;"u8.CopyTo(span[length..]); length += 5; break;
                case < ' ' and not ('\t' or '\n'): break;
                case 0xFFFE or 0xFFFF: break;
                default: length += letter.EncodeToUtf8(span[length..]); break;
            }
        }

        _written.Advance(length);
    }

    private static string Within(string text) => text.Length > LongestText ? text[..LongestText] : text;

    private static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));
}
