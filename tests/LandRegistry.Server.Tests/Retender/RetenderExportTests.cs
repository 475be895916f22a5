using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LandRegistry.Server.Tests.Facts;

namespace LandRegistry.Server.Tests.Retender;

public sealed class RetenderExportTests : FactTest
{
    private const string Columns = "&column=name&column=areaMu&column=readyOn&column=term&column=blockers";

    [Fact]
    public async Task A_workbook_has_typed_cells_under_a_head_that_stays()
    {
        await ReadyAsync("=1+1 地块");

        using var workbook = await WorkbookAsync("section=ready&language=en" + Columns);

        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal(["Name", "Area, mu", "Ready since", "Term, years", "Blocked by"], Row(sheet, 0).Select(cell => cell.InnerText));
        var row = Row(sheet, 1).ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal("=1+1 地块", row["A2"].InnerText);
        Assert.Equal(CellValues.InlineString, row["A2"].DataType!.Value);
        Assert.Null(row["A2"].CellFormula);
        Assert.True(Formats(workbook)[(int)row["A2"].StyleIndex!.Value].QuotePrefix!.Value);
        var area = (await Client.GetJsonAsync($"/api/parcels/{Parcel}")).GetProperty("areaSquareMetres").GetDecimal();
        Assert.Equal(Math.Round(area * 3 / 2000, 2), decimal.Parse(row["B2"].CellValue!.Text, CultureInfo.InvariantCulture));
        Assert.Equal(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), DateTime.FromOADate(double.Parse(row["C2"].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal("50", row["D2"].CellValue!.Text);
        Assert.False(row.ContainsKey("E2"), "an unknown or absent value leaves its cell empty");
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:E2", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public async Task A_workbook_holds_to_the_standard_of_its_format()
    {
        await ReadyAsync("示例地块");

        using var workbook = await WorkbookAsync("section=ready");

        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook);
        Assert.Empty(faults.Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public async Task A_text_file_begins_with_the_mark_by_which_Excel_knows_it_and_runs_nothing()
    {
        await ReadyAsync("@SUM(A1)");

        using var answer = await Client.GetAsync(new Uri("/api/retender/export?format=csv&section=ready" + Columns, UriKind.Relative));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".csv", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("名称,面积（亩）,具备条件日,出让年限,未具备条件", lines[0]);
        Assert.StartsWith("'@SUM(A1),", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",2026-03-01,50,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_follows_the_filter()
    {
        await ReadyAsync("示例地块");

        using var none = await WorkbookAsync("section=ready&since=2026-03-02");
        using var unknown = await Client.GetAsync(new Uri("/api/retender/export?format=pdf&column=luck", UriKind.Relative));

        Assert.Single(none.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>());
        var problem = await unknown.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(2, problem.GetProperty("faults").GetArrayLength());
    }

    private async Task ReadyAsync(string name)
    {
        await MakeReadyAsync();
        await Register.WriteAsync("update registry.parcel set name = $2 where id = $1", Parcel, name);
        await EnterAsync("supply_conditions", new { onDay = "2026-03-01", termYears = 50 });
    }

    private async Task<SpreadsheetDocument> WorkbookAsync(string query)
    {
        var bytes = await Client.GetByteArrayAsync(new Uri("/api/retender/export?" + query, UriKind.Relative));
        return SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    private static List<Cell> Row(Worksheet sheet, int index) => [.. sheet.Descendants<Row>().ElementAt(index).Elements<Cell>()];

    private static List<CellFormat> Formats(SpreadsheetDocument workbook) => [.. workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];
}
