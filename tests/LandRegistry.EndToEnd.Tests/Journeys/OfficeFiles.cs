using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Files as offices send them, made on the spot.</summary>
internal static class OfficeFiles
{
    private static readonly string[] Names = ["东湖机械厂地块", "宏达纺织闲置地", "重叠地块"];

    /// <summary>A zipped shapefile whose table is in GBK and that has no .cpg: two parcels side by side and one over the second.</summary>
    public static byte[] GbkShapefile()
    {
        var folder = Directory.CreateTempSubdirectory("landregistry-test-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.geojson");
            File.WriteAllText(source, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', Names.Select(Feature))}}]}""");
            var parts = Directory.CreateDirectory(Path.Combine(folder, "parts")).FullName;
            using var ogr = Process.Start(new ProcessStartInfo(
                "ogr2ogr", ["-f", "ESRI Shapefile", Path.Combine(parts, "闲置地.shp"), source, "-a_srs", "EPSG:4526", "-lco", "ENCODING=GBK"]) { UseShellExecute = false })!;
            ogr.WaitForExit();
            File.Delete(Path.Combine(parts, "闲置地.cpg"));
            var archive = Path.Combine(folder, "parts.zip");
            ZipFile.CreateFromDirectory(parts, archive);
            return File.ReadAllBytes(archive);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A workbook with a title, a heading of two rows with merged cells, a row a parcel and a total; the day of completion is a bare number.</summary>
    public static byte[] Ledger(IReadOnlyList<string> codes)
    {
        List<object?[]> rows = [["闲置土地台账"], ["序号", "宗地代码", "地块名称", "约定时间", null], [null, null, null, "动工日期", "竣工日期"]];
        rows.AddRange(codes.Select((code, i) => new object?[] { i + 1, code, $"{(i == 0 ? "甲" : "乙")}地块（新）", "2021/3/1", 45356 }));
        rows.Add(["合计", null, null, null, null]);
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var i = 0; i < rows.Count; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 1}\">{string.Concat(rows[i].Select((value, column) => Cell($"{"ABCDE"[column]}{i + 1}", value)))}</row>");
        }

        sheet.Append("</sheetData><mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"D2:E2\"/></mergeCells></worksheet>");
        return Workbook(sheet.ToString());
    }

    private static byte[] Workbook(string sheet)
    {
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Types}.worksheet+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(zip, "xl/worksheets/sheet1.xml", sheet);
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
        _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{value}</v></c>"),
    };

    private static string Feature(string name, int i)
    {
        var (west, south) = (38_504_800 + (i == 2 ? 190 : i * 150), 3_376_000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"type":"Feature","properties":{"地块名称":"{{{name}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + 100}}},{{{south}}}],[{{{west + 100}}},{{{south + 100}}}],[{{{west}}},{{{south + 100}}}],[{{{west}}},{{{south}}}]]]}}""");
    }
}
