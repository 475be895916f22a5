using System.Text.Json;
using LandRegistry.Testing;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>A ledger as offices still keep it: an .xls workbook with a title, a heading of two rows and merged cells.</summary>
public sealed class OldWorkbookTests : ImportJourneyTest
{
    private const string Code = "429001001001GB00123";

    [Fact]
    public async Task An_old_workbook_is_recognised_guessed_judged_and_taken_with_its_codes_and_days()
    {
        await Register.AddZoneAsync("Z1");

        var sent = await SendAsync(Ledger(), "闲置土地台账.xls");
        var judged = await JudgeAsync(sent, "Z1");

        var file = sent.GetProperty("file");
        Assert.Equal(("Excel", 3), (file.GetProperty("format").GetProperty("en").GetString()![..5], file.GetProperty("rows").GetInt32()));
        Assert.Equal(["台账", "说明"], file.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("name").GetString()));
        Assert.Equal(
            ["序号", "宗地代码", "宗地名称", "使用权人", "面积/亩", "面积/平方米", "签订日期", "约定动工日期", "坐标/经度", "坐标/纬度", "县代码", "备注"],
            file.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.Equal(
            ["Code", "Name", "HolderName", "StatedAreaSquareMetres", "SignedOn", "AgreedCommencementOn", "CountyCode", "Remarks"],
            sent.GetProperty("choices").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString()));
        Assert.True((3, 0, 0, 0, 0) == Counts(judged), $"{await IssuesAsync(judged)}");
        var issues = (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["code-destroyed", "parcel-code"], KindsOf(issues, 6, "宗地代码"));
        var day = Assert.Single(issues, issue => issue.GetProperty("kind").GetString() == "date");
        Assert.Equal((5, "45356"), (day.GetProperty("row").GetInt32(), day.GetProperty("value").GetString()));

        var mended = await StepAsync(judged, "repairs", new { accept = true, kind = "date" });
        Assert.Equal("committed", Phase(await StepAsync(mended, "commit", new { reason = "" })));

        Assert.Equal($"{Code} 一号地块，甲 9600.00 429001 年底前动工", await Register.AskAsync<string>(
            "select concat_ws(' ', code, name, stated_area_square_metres, county_code, remarks) from registry.parcel where name like '一号%'"));
        Assert.Equal("2024-03-05 2025-01-01;2024-03-05 2025-03-31;2024-03-05 2025-06-30", await Register.AskAsync<string>(
            "select string_agg(signed_on || ' ' || agreed_commencement_on, ';' order by agreed_commencement_on) from registry.contract"));
        // The holder's cell is merged over two rows, and holds for both.
        Assert.Equal("示例机械有限公司 2;示例食品有限公司 1", await Register.AskAsync<string>(
            "select string_agg(name || ' ' || n, ';' order by n desc) from (select e.name, count(*) n from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id group by e.name) held"));
        Assert.Equal("114.0500000 30.5000000", await Register.AskAsync<string>(
            "select to_char(st_x(location), 'FM990.0000000') || ' ' || to_char(st_y(location), 'FM990.0000000') from registry.parcel where name like '一号%'"));
        Assert.Equal("nothing_new", Phase(await StepAsync(await JudgeAsync(await SendAsync(Ledger(), "b.xls"), "Z1"), "commit", new { reason = "" })));
    }

    private static IEnumerable<string?> KindsOf(List<JsonElement> issues, int row, string column) =>
        issues.Where(issue => issue.GetProperty("row").GetInt32() == row && issue.GetProperty("column").GetString() == column).Select(issue => issue.GetProperty("kind").GetString());

    private static byte[] Ledger()
    {
        var book = new HSSFWorkbook();
        var sheet = book.CreateSheet("台账");
        var (day, six) = (StyleOf(book, "yyyy/m/d"), StyleOf(book, "000000"));
        Put(sheet, 0, ["示例县闲置土地台账（2026 年）"]);
        Put(sheet, 1, ["序号", "宗地代码", "宗地名称", "使用权人", "面积", null, "签订日期", "约定动工日期", "坐标", null, "县代码", "备注"]);
        Put(sheet, 2, [null, null, null, null, "亩", "平方米", null, null, "经度", "纬度", null, null]);
        // A code is text, and once a number, which has lost its end; a day is the number that the program keeps for it, dressed as a day or bare.
        Put(sheet, 3, [1, Code, "一号地块，甲", "示例机械有限公司", 14.4, 9_600, (45_356, day), (45_658, day), 114.05, 30.5, (429_001, six), "年底前动工"]);
        Put(sheet, 4, [2, "429001001001GB00124", "二号地块", null, 15, 10_000, 45_356, "2025-03-31", 114.06, 30.5, "429001", null]);
        Put(sheet, 5, [3, 429_001_001_001_000_125d, "三号地块", "示例食品有限公司", null, null, "2024年3月5日", "2025.6.30", 114.07, 30.5, (429_001, six), null]);
        Put(sheet, 6, ["合计", null, null, null, 29.4, 19_600]);
        Put(sheet, 7, ["填表人：张三"]);
        Merge(sheet, 0, 0, 0, 11);
        Merge(sheet, 1, 1, 4, 5);
        Merge(sheet, 1, 1, 8, 9);
        foreach (var column in new[] { 0, 1, 2, 3, 6, 7, 10, 11 })
        {
            Merge(sheet, 1, 2, column, column);
        }

        Merge(sheet, 3, 4, 3, 3);
        Put(book.CreateSheet("说明"), 0, ["面积以出让合同为准"]);
        using var bytes = new MemoryStream();
        book.Write(bytes);
        return bytes.ToArray();
    }

    private static ICellStyle StyleOf(HSSFWorkbook book, string format)
    {
        var style = book.CreateCellStyle();
        style.DataFormat = book.CreateDataFormat().GetFormat(format);
        return style;
    }

    private static void Merge(ISheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) =>
        sheet.AddMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));

    private static void Put(ISheet sheet, int at, object?[] cells)
    {
        var row = sheet.CreateRow(at);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } value)
            {
                Put(row.CreateCell(i), value);
            }
        }
    }

    private static void Put(ICell cell, object value)
    {
        switch (value)
        {
            case string text:
                cell.SetCellValue(text);
                break;
            case (int number, ICellStyle style):
                cell.SetCellValue(number);
                cell.CellStyle = style;
                break;
            default:
                cell.SetCellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
