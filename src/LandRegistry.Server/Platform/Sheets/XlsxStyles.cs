using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>The few styles of our workbooks, by their index.</summary>
internal static class XlsxStyles
{
    public const uint Text = 0;
    public const uint Head = 1;
    public const uint Day = 2;
    public const uint Whole = 3;
    public const uint Number = 4;
    public const uint Fine = 5;

    /// <summary>Text that would be taken for a formula.</summary>
    public const uint Quoted = 6;

    private const uint DayFormat = 164;
    private const uint FineFormat = 165;

    /// <summary>The style of a column's numbers.</summary>
    public static uint Of(CellType type) => type switch { CellType.Whole => Whole, CellType.Fine => Fine, _ => Number };

    /// <summary>The workbook's style sheet. Its namespace is the default one: behind a prefix GDAL, and QGIS with it, finds no days.</summary>
    public static string Xml()
    {
        var sheet = XElement.Parse(Sheet().OuterXml);
        sheet.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return sheet.ToString(SaveOptions.DisableFormatting);
    }

    private static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = FineFormat, FormatCode = "#,##0.0###" }) { Count = 2 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = HexBinaryValue.FromString("FFE8EEF4") }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = FineFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true }) { Count = 7 });
}
