using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>CSV and workbooks as offices send them.</summary>
public sealed class TableTests : ReadingTest
{
    [Fact]
    public async Task A_ledger_with_title_two_heading_rows_and_totals_becomes_columns_and_rows()
    {
        var file = Workbook(["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "B5:B6"],
        [
            ["闲置土地台账", null, null, null, null],
            ["序号", "企业名称", "面积", null, "合同日期"],
            [null, null, "亩", "平方米", null],
            ["1", "甲公司", "1.5", "1000", "2024-03-05"],
            ["2", "乙公司", "3", "2000", "2024/3/5"],
            ["3", null, "6", "4000", "45356"],
            ["合计", null, "10.5", "7000", null],
            ["填表人：张三", null, null, "审核：李四", null],
        ]);

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal(["序号", "企业名称", "面积/亩", "面积/平方米", "合同日期"], inspection.Columns.Select(column => column.Name));
        Assert.Equal([4, 5, 6], rows.Select(row => row.Number));
        Assert.Equal(["3", "乙公司", "6", "4000", "45356"], rows[2].Cells);
        Assert.Equal([1, 7, 8], inspection.Skipped.Select(row => row.Number));
    }

    [Fact]
    public async Task Codes_stay_text_and_what_a_spreadsheet_has_destroyed_earns_a_warning()
    {
        var file = Workbook([],
        [
            ["宗地代码", "名称"],
            ["00123", "a"],
            ["00124", "=1+1"],
            ["125", "+1"],
            ["4.10E+17", "@a"],
            [411023198765432100m, "-5"],
        ]);

        var (_, rows) = await ReadAsync(file);

        Assert.Equal(["00123", "00124", "125", "4.10E+17", "411023198765432000"], rows.Select(row => row.Cells[0]![..Math.Min(18, row.Cells[0]!.Length)].Replace("411023198765432100", "411023198765432000", StringComparison.Ordinal)));
        Assert.Equal(["a", "=1+1", "+1", "@a", "-5"], rows.Select(row => row.Cells[1]));
        Assert.Equal([0, 0, 1, 1, 1], rows.Select(row => row.Issues.Count));
        Assert.Equal([IssueType.CodeLostZero, IssueType.CodeDestroyed, IssueType.CodeDestroyed], rows.Skip(2).Select(row => row.Issues[0].Type));
    }

    [Fact]
    public async Task The_sheets_of_a_workbook_are_listed_and_one_that_is_no_workbook_is_refused()
    {
        var file = Workbook([], [["a", "b"], ["1", "2"]]);

        Assert.Equal(["台账"], (await InspectAsync(file)).Layers.Select(layer => layer.Name));
        Assert.Contains("no layer", await RefusedAsync(file, new SourceChoices { Layer = "x" }), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await RefusedAsync(Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gbk", "gb18030")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-8")]
    public async Task The_encoding_of_a_CSV_is_told_from_its_bytes_and_shown(string written, string told)
    {
        var encoding = Encoding.GetEncoding(written);
        var file = Write("a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("编号,名称\r\n00123,一号地块\r\n")]);

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal((told, "编号"), (inspection.Encoding!.Name, inspection.Columns[0].Name));
        Assert.Contains(inspection.Encoding.Candidates.Single(candidate => candidate.Name == told).Lines, line => line.Contains("一号地块", StringComparison.Ordinal));
        Assert.Equal(["00123", "一号地块"], Assert.Single(rows).Cells);
    }

    [Fact]
    public async Task The_chosen_encoding_is_taken()
    {
        var file = Write("a.csv", Encoding.GetEncoding("gbk").GetBytes("a,b\n1,地块\n"));

        Assert.Equal("big5", (await InspectAsync(file, new SourceChoices { Encoding = "big5" })).Encoding!.Name);
        Assert.Contains("no encoding", await RefusedAsync(file, new SourceChoices { Encoding = "none" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,经度,纬度\n1,114.5,30.5\n")]
    [InlineData("id;X;Y\n1;114.5;30.5\n")]
    [InlineData("id\tlon\tlat\n1\t114.5\t30.5\n")]
    [InlineData("id,图形\n1,POINT (114.5 30.5)\n")]
    [InlineData("id,wkt\n1,\"SRID=4490;POINT(114.5 30.5)\"\n")]
    public async Task The_place_of_a_row_comes_from_well_known_text_or_two_columns(string content)
    {
        var row = Assert.Single((await ReadAsync(Write("a.csv", content))).Rows);

        Assert.Equal((2, new Coordinate(114.5, 30.5)), (row.Number, row.Geometry!.Coordinate));
    }

    [Fact]
    public async Task The_columns_that_the_user_names_are_the_place()
    {
        var file = Write("a.csv", "id,p,q,wkt\n1,114.5,30.5,\n2,114.5,,\n3,a,30.5,\n");

        var (inspection, rows) = await ReadAsync(file, new SourceChoices { XColumn = "p", YColumn = "q" });

        Assert.Equal(new Coordinate(114.5, 30.5), rows[0].Geometry!.Coordinate);
        Assert.Equal(new IssueSeverity?[] { null, IssueSeverity.Warning, IssueSeverity.Refusal }, rows.Select(row => row.Issues.Count == 0 ? (IssueSeverity?)null : row.Issues[0].Severity));
        Assert.Contains("no column", await RefusedAsync(file, new SourceChoices { XColumn = "x", YColumn = "q" }), StringComparison.Ordinal);
        Assert.Equal(1, inspection.RefusedRows);
    }

    [Theory]
    [InlineData("POLYGON((114 NaN,114.1 30,114.1 30.1,114 NaN))")]
    [InlineData("POLYGON((114 1e400,114.1 30,114.1 30.1,114 1e400))")]
    [InlineData("POLYGON((")]
    [InlineData("LINESTRING(114 30,115 31)")]
    public async Task Well_known_text_that_is_no_shape_of_a_parcel_refuses_its_row_only(string wkt)
    {
        var (_, rows) = await ReadAsync(Write("a.csv", $"id,wkt\n1,\"{wkt}\"\n2,POINT(114 30)\n"));

        Assert.Equal([true, false], rows.Select(row => row.IsRefused));
    }

    [Theory]
    [InlineData("POLYGON((114 30,114.1 30,114.1 30.1))", 1, 0)]
    [InlineData("POLYGON((114 30,114.1 30,114.1 30.1,114 30),(114.02 30.01,114.04 30.01,114.04 30.02))", 1, 1)]
    [InlineData("MULTIPOLYGON(((114 30,114.1 30,114.1 30.1)),((115 30,115.1 30,115.1 30.1)))", 2, 0)]
    public async Task Rings_of_well_known_text_that_are_open_are_closed_with_a_remark(string wkt, int parts, int holes)
    {
        var row = Assert.Single((await ReadAsync(Write("a.csv", $"id,wkt\n1,\"{wkt}\"\n"))).Rows);

        Assert.Contains("closed", Assert.Single(row.Issues).Text.En, StringComparison.Ordinal);
        Assert.True(row.Geometry!.IsValid);
        Assert.Equal((parts, holes), (row.Geometry.NumGeometries, ((Polygon)row.Geometry.GetGeometryN(0)).NumInteriorRings));
    }

    [Fact]
    public async Task The_quote_before_a_cell_that_keeps_it_from_being_a_formula_is_no_part_of_it()
    {
        var (_, rows) = await ReadAsync(Write("a.csv", "id,名称\n1,'=1+1\n2,\"'@甲\"\n3,''-1\n4,'十月\n5,'\n"));

        Assert.Equal(["=1+1", "@甲", "'-1", "'十月", "'"], rows.Select(row => row.Cells[1]));
    }

    [Fact]
    public async Task Rows_of_another_width_are_refused_and_blank_ones_are_none()
    {
        var (inspection, rows) = await ReadAsync(Write("a.csv", "a,b,c\n1,2,3\n\n4,5\n,,\n6,7,8,\n9,\"x\ny\",z\n"));

        Assert.Equal([2, 4, 6, 7], rows.Select(row => row.Number));
        Assert.Equal([false, true, false, false], rows.Select(row => row.IsRefused));
        Assert.Equal(4, inspection.Rows);
    }

    [Theory]
    [InlineData("a,b\n1,\"open\n2,3\n", "opens in line 2 is never closed")]
    [InlineData("a\n", "no row")]
    public async Task A_CSV_that_cannot_be_read_says_why(string content, string sentence) =>
        Assert.Contains(sentence, await RefusedAsync(Write("a.csv", content)), StringComparison.Ordinal);

    [Fact]
    public async Task Headings_that_stand_twice_or_are_missing_get_names()
    {
        var inspection = await InspectAsync(Write("a.csv", "a,a,,b\n1,2,3,4\n"));

        Assert.Equal(["a", "a (2)", "列C", "b"], inspection.Columns.Select(column => column.Name));
    }

    private string Workbook(string[] merged, object?[][] rows)
    {
        var path = Path.Combine(Folder, "台账.xlsx");
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>("sheet");
        var data = new SheetData();
        for (var r = 0; r < rows.Length; r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            for (var c = 0; c < rows[r].Length; c++)
            {
                var reference = $"{(char)('A' + c)}{r + 1}";
                row.Append(rows[r][c] switch
                {
                    string text => new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) },
                    decimal number => new Cell { CellReference = reference, CellValue = new CellValue(number) },
                    _ => new Cell { CellReference = reference },
                });
            }

            data.Append(row);
        }

        part.Worksheet = new Worksheet(data);
        if (merged.Length > 0)
        {
            part.Worksheet.Append(new MergeCells(merged.Select(block => new MergeCell { Reference = block })));
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Id = "sheet", SheetId = 1, Name = "台账" }));
        return path;
    }
}
