using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>Boundary text files with all the dirt they come with.</summary>
public sealed class BoundaryTextTests : ReadingTest
{
    private const string Head = "[属性描述]\r\n格式版本号=1.01\r\n数据产生单位=示例测绘院\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号=38\r\n精度=0.001\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n";

    private const string Square = "5,1.0,DK01,一号地块,面,,工业用地,0601,@\r\nJ1,1,3380000.00,38500000.00\r\nJ2,1,3380100.00,38500000.00\r\nJ3,1,3380100.00,38500100.00\r\nJ4,1,3380000.00,38500100.00\r\nJ1,1,3380000.00,38500000.00\r\n";

    [Fact]
    public async Task A_GBK_file_says_its_system_and_its_plots_have_easting_first()
    {
        var (inspection, rows) = await ReadAsync(Write("地块.txt", Gbk.GetBytes(Head + Square)));

        Assert.Equal((SourceFormat.BoundaryText, "gb18030"), (inspection.Format, inspection.Encoding!.Name));
        Assert.Equal((4526, false, false), (inspection.Crs!.Best!.Reading.Srid, inspection.Crs.Best.Reading.IsSwapped, inspection.Crs.MustAsk));
        var row = Assert.Single(rows);
        Assert.Equal(12, row.Number);
        Assert.Equal(["5", "1.0", "DK01", "一号地块", "面", null, "工业用地", "0601"], row.Cells);
        Assert.Equal(new Coordinate(38500000, 3380000), row.Geometry!.Coordinate);
        Assert.Equal((10_000, 0), (row.Geometry.Area, row.Issues.Count));
    }

    [Fact]
    public async Task A_second_ring_within_is_a_hole_and_one_outside_a_part()
    {
        const string Rings = "11,,,地块,面,,,,@\nJ1,1,3380000,38500000\nJ2,1,3380100,38500000\nJ3,1,3380100,38500100\nJ4,1,3380000,38500100\n"
            + "J1,2,3380040,38500040\nJ2,2,3380060,38500040\nJ3,2,3380060,38500060\nJ4,2,3380040,38500060\n"
            + "J1,3,3380200,38500200\nJ2,3,3380210,38500200\nJ3,3,3380210,38500210\n";

        var row = Assert.Single((await ReadAsync(Write("a.txt", Head + Rings))).Rows);

        var shape = Assert.IsType<MultiPolygon>(row.Geometry);
        Assert.Equal((2, 9_650d), (shape.NumGeometries, shape.Area));
        Assert.Equal(1, ((Polygon)shape.GetGeometryN(0)).NumInteriorRings);
        Assert.Equal(IssueSeverity.Notice, Assert.Single(row.Issues).Severity);
    }

    [Theory]
    [InlineData("J1,1,38500000.00,3380000.00\nJ2,1,38500000.00,3380100.00\nJ3,1,38500100.00,3380100.00")]
    [InlineData("1,1,3380000.00,38500000.00\n2,1,3380100.00,38500000.00\n3,1,3380100.00,38500100.00")]
    [InlineData(" J1 , 1 , 3380000.00 , 38500000.00 \n J2 , 1 ,3380100.00,38500000.00\nJ3,1,  3380100.00,38500100.00  ")]
    [InlineData("J1，1，3380000.00，38500000.00\nJ2，1，3380100.00，38500000.00\nJ3，1，3380100.00，38500100.00")]
    [InlineData("1,3380000.00,38500000.00\n1,3380100.00,38500000.00\n1,3380100.00,38500100.00")]
    [InlineData("3380000.00 38500000.00\n3380100.00 38500000.00\n3380100.00 38500100.00")]
    [InlineData("J1,1,3380000.00,38500000.00\n\nJ2,1,3380100.00,38500000.00\n\nJ3,1,3380100.00,38500100.00\nJ1,1,3380000.00,38500000.00")]
    public async Task However_its_points_are_written_the_plot_is_the_same(string points)
    {
        var row = Assert.Single((await ReadAsync(Write("a.txt", "0,,,地块,面,,,,@\n" + points + "\n"))).Rows);

        Assert.Empty(row.Issues);
        Assert.Equal(5_000, row.Geometry!.Area);
        Assert.Equal(new Envelope(38500000, 38500100, 3380000, 3380100), row.Geometry.EnvelopeInternal);
    }

    [Fact]
    public async Task Several_plots_come_each_with_its_line_and_a_broken_one_does_not_stop_the_others()
    {
        var broken = Square.Replace("3380100.00,38500100.00", "3380100.00,oops", StringComparison.Ordinal);

        var (inspection, rows) = await ReadAsync(Write("a.txt", Head + Square + broken + Square));

        Assert.Equal((3, 1), (inspection.Rows, inspection.RefusedRows));
        Assert.Equal([12, 18, 24], rows.Select(row => row.Number));
        Assert.Contains("line 21", Assert.Single(rows[1].Issues).Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public async Task What_is_no_finite_number_refuses_the_plot(string number)
    {
        var row = (await ReadAsync(Write("a.txt", Head + Square + Square.Replace("38500100.00", number, StringComparison.Ordinal)))).Rows[1];

        Assert.True(row.IsRefused);
        Assert.Null(row.Geometry);
    }

    [Fact]
    public async Task Fewer_points_than_the_plot_says_earn_a_warning()
    {
        var row = Assert.Single((await ReadAsync(Write("a.txt", Head + Square.Replace("J2,1,3380100.00,38500000.00\r\n", "", StringComparison.Ordinal)))).Rows);

        Assert.Contains("says 5 vertices and has 4", Assert.Single(row.Issues).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_points_are_no_plot()
    {
        var row = (await ReadAsync(Write("a.txt", Encoding.UTF8.GetBytes(Head + Square + "2,,,,面,,,,@\nJ1,1,3380000,38500000\nJ2,1,3380100,38500000\n")))).Rows[1];

        Assert.True(row.IsRefused);
    }
}
