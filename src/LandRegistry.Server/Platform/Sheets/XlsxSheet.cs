using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>
/// Writes a sheet as an Excel workbook: typed cells, a head that stays in sight, a filter on every column. The workbook is zipped
/// on its way out, row by row, so that neither rows nor file are ever whole in memory or on disk; what is more than Excel takes in
/// one sheet goes on in a further one.
/// </summary>
public static class XlsxSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows that Excel takes in a sheet, its head included.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestName = 31;
    private const int FlushBytes = 1 << 16;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n";

    /// <summary>Writes the workbook.</summary>
    /// <param name="sheet">What to write.</param>
    /// <param name="to">Where; need not be able to seek.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="mostRows">Rows of a sheet at most, its head included.</param>
    public static async Task WriteAsync(Sheet sheet, Stream to, CancellationToken cancellation, int mostRows = MostRows)
    {
        await using var held = new HeldStream(to);
        await using (var book = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            await WriteAsync(sheet, book, held, mostRows, cancellation);
        }

        await held.HandOnAsync(cancellation);
    }

    private static async Task WriteAsync(Sheet sheet, ZipArchive book, HeldStream held, int mostRows, CancellationToken cancellation)
    {
        await using var rows = sheet.Rows.GetAsyncEnumerator(cancellation);
        var sheets = 0;
        for (var isMore = await rows.MoveNextAsync(); isMore || sheets == 0;)
        {
            sheets++;
            await using var part = await book.CreateEntry($"xl/worksheets/sheet{sheets}.xml", CompressionLevel.Fastest).OpenAsync(cancellation);
            isMore = await WriteSheetAsync(sheet, rows, isMore, mostRows, part, held, cancellation);
        }

        await AddAsync(book, "xl/styles.xml", XlsxStyles.Xml(), cancellation);
        await AddAsync(book, "xl/workbook.xml", Workbook(sheet.Name, sheets), cancellation);
        await AddAsync(book, "xl/_rels/workbook.xml.rels", BookRelations(sheets), cancellation);
        await AddAsync(book, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"book\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", cancellation);
        await AddAsync(book, "[Content_Types].xml", ContentTypes(sheets), cancellation);
    }

    /// <summary>Writes one sheet; answers whether rows are left for another.</summary>
    private static async Task<bool> WriteSheetAsync(
        Sheet sheet, IAsyncEnumerator<object?[]> rows, bool isMore, int mostRows, Stream part, HeldStream held, CancellationToken cancellation)
    {
        var cells = new XlsxCells(sheet.Columns);
        cells.Begin();
        while (isMore && cells.Rows < mostRows)
        {
            cells.Add(rows.Current);
            if (cells.Written.Length >= FlushBytes)
            {
                await part.WriteAsync(cells.Written, cancellation);
                cells.Clear();
                await held.HandOnAsync(cancellation);
            }

            isMore = await rows.MoveNextAsync();
        }

        cells.End();
        await part.WriteAsync(cells.Written, cancellation);
        return isMore;
    }

    private static async Task AddAsync(ZipArchive book, string name, string xml, CancellationToken cancellation)
    {
        await using var part = await book.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await part.WriteAsync(Encoding.UTF8.GetBytes(Head + xml), cancellation);
    }

    private static string Workbook(string name, int sheets)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Relations);
            xml.WriteStartElement("sheets", Main);
            for (var i = 1; i <= sheets; i++)
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", SheetName(name, i));
                xml.WriteAttributeString("sheetId", FormattableString.Invariant($"{i}"));
                xml.WriteAttributeString("r", "id", Relations, FormattableString.Invariant($"sheet{i}"));
                xml.WriteEndElement();
            }
        }

        return text.ToString();
    }

    /// <summary>Excel takes no sheet without a name, none longer than 31 characters, and some characters in none.</summary>
    private static string SheetName(string name, int number)
    {
        var ending = number == 1 ? "" : FormattableString.Invariant($" {number}");
        var taken = string.Concat(name.Where(letter => letter >= ' ' && !"[]:*?/\\".Contains(letter, StringComparison.Ordinal))).Trim('\'', ' ');
        taken = taken.Length == 0 ? "Sheet" : taken;
        return taken[..Math.Min(taken.Length, LongestName - ending.Length)] + ending;
    }

    private static string BookRelations(int sheets) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"styles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
        + Each(sheets, i => $"<Relationship Id=\"sheet{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>") + "</Relationships>";

    private static string ContentTypes(int sheets)
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>"
            + Each(sheets, i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>") + "</Types>";
    }

    private static string Each(int sheets, Func<int, string> text) => string.Concat(Enumerable.Range(1, sheets).Select(text));
}
