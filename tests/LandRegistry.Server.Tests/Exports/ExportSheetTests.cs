using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LandRegistry.Testing;
using OurSheets = LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Tests.Exports;

/// <summary>Spreadsheets: filter, columns and order of the list, and nothing in them that runs.</summary>
public sealed class ExportSheetTests(ExportRegister register) : IClassFixture<ExportRegister>
{
    [Fact]
    public async Task A_file_has_the_filter_the_columns_and_the_order_on_screen()
    {
        var lines = Csv(await register.BytesAsync($"zone={register.Zone}&format=csv&status=in_use&status=idle&sort=-code&column=code&column=status&column=area&column=use&column=holdUntil"));

        Assert.Equal("宗地代码,状态,面积（平方米）,用途,暂缓至", lines[0]);
        Assert.Equal(["990101001001GB00004", "990101001001GB00003", "990101001001GB00001"], lines[1..].Select(line => line.Split(',')[0]));
        Assert.Equal("990101001001GB00003,正常利用,1234.50,,", lines[2]);
    }

    [Fact]
    public async Task A_file_as_of_a_past_day_says_what_was_so_then()
    {
        var before = Csv(await register.BytesAsync($"zone={register.Zone}&format=csv&asOf=2025-06-30&status=idle&column=code"));
        var tooEarly = Csv(await register.BytesAsync($"zone={register.Zone}&format=csv&asOf=2024-12-31&column=code"));

        Assert.Equal(2, before.Length);
        Assert.Single(tooEarly);
    }

    [Fact]
    public async Task A_name_that_is_a_formula_stays_a_name_in_both_kinds_of_spreadsheet()
    {
        var csv = Csv(await register.BytesAsync($"zone={register.Zone}&format=csv&q=HYPERLINK&column=name&column=longitude"));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await register.BytesAsync($"zone={register.Zone}&format=xlsx&q=HYPERLINK")), isEditable: false);

        Assert.StartsWith("\"'=HYPERLINK(", csv[1], StringComparison.Ordinal);
        Assert.EndsWith(",114.055", csv[1].TrimEnd('0'), StringComparison.Ordinal);
        var cells = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        var name = cells.Single(cell => cell.InnerText.Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(CellValues.InlineString, name.DataType!.Value);
        Assert.Null(name.CellFormula);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook).Select(fault => fault.Description));
    }

    [Fact]
    public async Task Days_of_a_workbook_are_days_for_GDAL_too()
    {
        var file = Path.Combine(register.Register.DataFolder, "days.xlsx");
        await File.WriteAllBytesAsync(file, await register.BytesAsync($"zone={register.Zone}&format=xlsx&column=code&column=since"));

        using var ogr = Process.Start(new ProcessStartInfo("ogrinfo", ["-so", "-al", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await ogr.StandardOutput.ReadToEndAsync();

        Assert.Contains("状态起始日: Date", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_below_zero_stays_a_number()
    {
        var west = await register.Register.AddZoneAsync("Z8");
        var parcel = await register.Register.AddParcelAsync(west, 20, surveyed: false, name: "-1");
        await register.Register.WriteAsync("update registry.parcel set location = st_setsrid(st_makepoint(-0.125, 51.5), 4490) where id = $1", parcel);

        var csv = Csv(await register.BytesAsync($"zone={west}&format=csv&column=name&column=longitude"));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await register.BytesAsync($"zone={west}&format=xlsx&column=name&column=longitude")), isEditable: false);

        Assert.Equal("'-1,-0.125", csv[1].TrimEnd('0'));
        var cells = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.Equal(("-1", CellValues.InlineString), (cells[0].InnerText, cells[0].DataType!.Value));
        Assert.Equal((-0.125m, null), (decimal.Parse(cells[1].CellValue!.Text, CultureInfo.InvariantCulture), cells[1].DataType?.Value));
    }

    [Fact]
    public async Task A_shape_goes_into_text_as_well_known_text()
    {
        var csv = Csv(await register.BytesAsync($"zone={register.Zone}&format=csv&status=idle&column=boundary"));

        Assert.Equal("\"" + ExportRegister.WithHole + "\"", csv[1]);
    }

    [Fact]
    public async Task Rows_beyond_the_room_of_a_sheet_go_on_in_the_next()
    {
        var sheet = new OurSheets.Sheet("宗地", [new("No", OurSheets.CellType.Whole)], Enumerable.Range(1, 5).Select(i => new object?[] { (long)-i }).ToAsyncEnumerable());
        using var file = new MemoryStream();

        await OurSheets.XlsxSheet.WriteAsync(sheet, file, CancellationToken.None, mostRows: 3);

        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Equal(["宗地", "宗地 2", "宗地 3"], workbook.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(one => one.Name!.Value));
        var values = workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellValue>()).Select(value => int.Parse(value.Text, CultureInfo.InvariantCulture));
        Assert.Equal([-5, -4, -3, -2, -1], values.Order());
    }

    [Fact]
    public async Task Money_lines_follow_the_filter_of_their_parcels()
    {
        await register.Register.WriteAsync(
            "insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, party, change_id) values ($1, 'payment', '2026-01-05', 1500000.5, '+甲公司', 0), ($2, 'fee', '2026-02-05', 7, '乙公司', 0)",
            register.Plain[0], register.Plain[1]);

        using var answer = await register.Client.GetAsync(new Uri($"/api/exports/money?zone={register.Zone}&status=idle&format=csv&column=code&column=kind&column=amount&column=party", UriKind.Relative));

        Assert.Equal(["宗地代码,款项,金额（元）,对方", "990101001001GB00001,价款缴纳,1500000.50,'+甲公司"], Csv(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Cases_and_enterprises_with_their_strategies_are_exported_by_their_lists_filters()
    {
        var enterprise = await register.Register.AddHolderAsync(register.Plain[0], "@示例公司");
        await register.Register.WriteAsync(
            "insert into registry.land_case (parcel_id, number, stage, stage_since, opened_on, officer, change_id) values ($1, '闲字1号', 'watched', '2026-01-01', '2026-01-01', '张三', 0)", register.Plain[0]);
        await register.Register.WriteAsync(
            "insert into registry.strategy (enterprise_id, number, type, leader, approved_on, end_on, change_id) values ($1, 1, 'restructuring', '李四', '2026-01-01', '2026-12-31', 0)", enterprise);

        var cases = await CsvAsync("/api/cases/export?format=csv&open=true&officer=张三&column=number&column=zone");
        var enterprises = await CsvAsync("/api/enterprises/export?format=csv&idle=true&column=name&column=idle");
        var strategies = await CsvAsync("/api/enterprises/export?format=csv&of=strategies&column=name&column=leader&column=endOn");

        Assert.Equal(["案号,区域", "闲字1号,示例园区Z1"], cases);
        Assert.Equal(["企业,闲置低效", "'@示例公司,是"], enterprises);
        Assert.Equal(["企业,包联领导,完成期限", "'@示例公司,李四,2026-12-31"], strategies);
    }

    [Fact]
    public async Task Figures_of_strategies_in_yuan_need_the_right_to_read_money()
    {
        using var leader = await register.Register.NewPersonAsync("money-leader", ("leader", null));
        using var made = await leader.PostAsJsonAsync("/api/me/tokens", new { name = "lists", actions = new[] { "read", "export" }, days = 10 });
        using var script = register.Register.NewClient();
        script.DefaultRequestHeaders.Authorization = new("Bearer", (await made.JsonAsync()).GetProperty("token").GetString());

        using var asked = await script.GetAsync(new Uri("/api/enterprises/export?format=csv&of=strategies&column=name&column=targetInvestment", UriKind.Relative));
        using var whole = await script.GetAsync(new Uri("/api/enterprises/export?format=csv&of=strategies", UriKind.Relative));
        var seen = await CsvAsync("/api/enterprises/export?format=csv&of=strategies");

        await asked.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.DoesNotContain("元", Csv(await whole.Content.ReadAsByteArrayAsync())[0], StringComparison.Ordinal);
        Assert.Contains("目标投资（元）", seen[0], StringComparison.Ordinal);
    }

    private async Task<string[]> CsvAsync(string path)
    {
        using var answer = await register.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return Csv(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string[] Csv(byte[] bytes)
    {
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
