using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>
/// Writes a sheet as an Excel workbook: typed cells, a head that stays in sight, a filter on every column. Rows are written as
/// they come; the package needs a file it can seek in, so it is made in a temporary one and copied from there.
/// </summary>
public static class XlsxSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Excel's own limit of characters in a cell.
    private const int LongestText = 32_767;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes the workbook.</summary>
    public static async Task WriteAsync(Sheet sheet, Stream to, CancellationToken cancellation)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet();
            var part = book.AddNewPart<WorksheetPart>("sheet");
            using (var writer = OpenXmlWriter.Create(part))
            {
                await WriteAsync(sheet, writer, cancellation);
            }

            book.Workbook = new Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = "sheet", SheetId = 1, Name = sheet.Name }));
        }

        file.Position = 0;
        await file.CopyToAsync(to, cancellation);
    }

    private static async Task WriteAsync(Sheet sheet, OpenXmlWriter writer, CancellationToken cancellation)
    {
        var last = ColumnName(sheet.Columns.Count - 1);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Columns.Select((column, i) => Words(column.Title, 1, i, 1)));
        var number = 1;
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            number++;
            WriteRow(writer, number, row.Select((cell, i) => cell is null ? null : Typed(cell, sheet.Columns[i].Type, number, i)).OfType<Cell>());
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{last}{number}") });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell Typed(object value, CellType type, int row, int column) => value switch
    {
        string text => Words(text.Length > LongestText ? text[..LongestText] : text, SheetText.LooksLikeFormula(text) ? XlsxStyles.Quoted : XlsxStyles.Text, column, row),
        DateOnly day => Number((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), XlsxStyles.Day, column, row),
        _ => Number(Convert.ToString(value, CultureInfo.InvariantCulture)!, XlsxStyles.Of(type), column, row),
    };

    private static Cell Words(string text, uint style, int column, int row) => new(new InlineString(
        new DocumentFormat.OpenXml.Spreadsheet.Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Reference(column, row),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static Cell Number(string value, uint style, int column, int row) =>
        new(new CellValue(value)) { CellReference = Reference(column, row), StyleIndex = style };

    private static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    private static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>XML has no place for most control characters.</summary>
    private static string Printable(string text) =>
        text.Any(letter => letter < ' ' && letter is not ('\t' or '\n' or '\r')) ? string.Concat(text.Where(letter => letter >= ' ' || letter is '\t' or '\n' or '\r')) : text;
}
