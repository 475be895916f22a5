using System.IO.Compression;
using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>Formats of shapes, each with Chinese text, a hole, an unknown and a row without shape.</summary>
public sealed class ShapeFormatTests : ReadingTest
{
    public static TheoryData<string, string, SourceFormat> Formats => new()
    {
        { "GPKG", "a.gpkg", SourceFormat.GeoPackage },
        { "GeoJSON", "a.json", SourceFormat.GeoJson },
        { "ESRI Shapefile", "a.shp", SourceFormat.Shapefile },
        { "OpenFileGDB", "a.gdb", SourceFormat.FileGeodatabase },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rows_come_with_text_hole_and_unknown_as_they_were_written(string driver, string name, SourceFormat format)
    {
        var (inspection, rows) = await ReadAsync(OgrFixture.Write(Folder, driver, name, driver == "ESRI Shapefile" ? ["-lco", "ENCODING=UTF-8"] : []));

        Assert.Equal((format, 3), (inspection.Format, inspection.Rows));
        var columns = inspection.Columns.Select(column => column.Name).ToList();
        Assert.Equal(["00123", "00124", "00125"], rows.Select(row => row.Cells[columns.IndexOf("code")]));
        Assert.Equal(["一号地块", "二号地块", "三号"], rows.Select(row => row.Cells[columns.IndexOf("name")]));
        Assert.Null(rows[1].Cells[columns.IndexOf("area")]);
        Assert.Equal([9_600, 5_000], rows.Take(2).Select(row => row.Geometry!.Area));
        Assert.Null(rows[2].Geometry);
        Assert.Equal(IssueSeverity.Warning, Assert.Single(rows[2].Issues).Severity);
        Assert.Equal((4526, false), (inspection.Crs!.Best!.Reading.Srid, inspection.Crs.MustAsk));
        Assert.Equal(1, inspection.GeometryKinds["none"]);
    }

    [Theory]
    [InlineData("GPKG", "a.gpkg")]
    [InlineData("ESRI Shapefile", "a.shp")]
    [InlineData("OpenFileGDB", "a.gdb")]
    public async Task Line_ends_tabs_and_backslashes_in_a_cell_are_part_of_it(string driver, string name)
    {
        const string Told = "一\n二\t三\\四\\\n\\n五\\";
        var feature = $$"""{"type":"Feature","properties":{"a":{{System.Text.Json.JsonSerializer.Serialize(Told)}},"b":"后"},"geometry":{"type":"Point","coordinates":[114,30]} }""";
        var file = Write("cells.geojson", $$"""{"type":"FeatureCollection","features":[{{feature}},{{feature}}]}""");
        OgrFixture.Run(Folder, ["-f", driver, name, file, .. driver == "ESRI Shapefile" ? (string[])["-lco", "ENCODING=UTF-8"] : []]);

        var (inspection, rows) = await ReadAsync(Path.Combine(Folder, name));

        var columns = inspection.Columns.Select(column => column.Name).ToList();
        Assert.Equal([Told, Told], rows.Select(row => row.Cells[columns.IndexOf("a")]));
        Assert.Equal(["后", "后"], rows.Select(row => row.Cells[columns.IndexOf("b")]));
        Assert.All(rows, row => Assert.Empty(row.Issues));
    }

    [Theory]
    [InlineData("GBK", true)]
    [InlineData("GBK", false)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-8", false)]
    public async Task The_encoding_of_a_shapefile_is_told_from_its_bytes_with_and_without_cpg(string encoding, bool hasCpg)
    {
        var file = OgrFixture.Write(Folder, "ESRI Shapefile", "a.shp", "-lco", $"ENCODING={encoding}");
        if (!hasCpg)
        {
            File.Delete(Path.ChangeExtension(file, ".cpg"));
        }

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal(encoding == "GBK" ? "gb18030" : "utf-8", inspection.Encoding!.Name);
        Assert.Contains(inspection.Encoding.Candidates.Single(candidate => candidate.Name == inspection.Encoding.Name).Lines, line => line.Contains("一号地块", StringComparison.Ordinal));
        Assert.Contains("一号地块", rows[0].Cells);
    }

    [Fact]
    public async Task A_cpg_that_is_wrong_is_not_believed()
    {
        var file = OgrFixture.Write(Folder, "ESRI Shapefile", "a.shp", "-lco", "ENCODING=GBK");
        await File.WriteAllTextAsync(Path.ChangeExtension(file, ".cpg"), "UTF-8");

        var (inspection, rows) = await ReadAsync(file);

        Assert.Contains("which the bytes are not", inspection.Encoding!.Reason.En, StringComparison.Ordinal);
        Assert.Contains("一号地块", rows[0].Cells);
    }

    [Fact]
    public async Task Without_prj_the_zone_is_told_from_the_prefix_and_asked_and_a_missing_shx_is_made_anew()
    {
        var file = OgrFixture.Write(Folder, "ESRI Shapefile", "a.shp");
        File.Delete(Path.ChangeExtension(file, ".prj"));
        File.Delete(Path.ChangeExtension(file, ".shx"));

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal((3, 4526, true), (rows.Count, inspection.Crs!.Best!.Reading.Srid, inspection.Crs.MustAsk));
        Assert.Equal(2, inspection.Notes.Count(note => note.En.StartsWith("There is no .", StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.ChangeExtension(file, ".shx")));
    }

    [Fact]
    public async Task A_prj_that_the_numbers_deny_is_not_believed_and_an_easting_without_prefix_or_prj_is_asked()
    {
        var wrong = OgrFixture.Write(Folder, "ESRI Shapefile", "wrong.shp");
        await File.WriteAllTextAsync(Path.ChangeExtension(wrong, ".prj"), "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]");
        OgrFixture.Run(Folder, ["-f", "ESRI Shapefile", "bare.shp", "wrong.shp", "-dialect", "SQLite", "-sql", "select code, ST_Translate(geometry, -38000000, 0, 0) as geometry from wrong"]);
        File.Delete(Path.Combine(Folder, "bare.prj"));

        var denied = (await InspectAsync(wrong)).Crs!;
        var bare = (await InspectAsync(Path.Combine(Folder, "bare.shp"), zone: new Envelope(113, 115, 30, 31))).Crs!;

        Assert.Equal((4526, true), (denied.Best!.Reading.Srid, denied.MustAsk));
        Assert.True(bare.MustAsk);
        Assert.Contains(4547, bare.Proposals.Select(proposal => proposal.Reading.Srid));
    }

    [Theory]
    [InlineData("ESRI Shapefile", "a.shp")]
    [InlineData("OpenFileGDB", "a.gdb")]
    public async Task A_zip_of_its_parts_is_read_like_the_parts(string driver, string name)
    {
        var parts = Directory.CreateDirectory(Path.Combine(Folder, "parts")).FullName;
        OgrFixture.Write(parts, driver, name);
        var archive = Path.Combine(Folder, "资料.zip");
        await ZipFile.CreateFromDirectoryAsync(parts, archive, CompressionLevel.Fastest, includeBaseDirectory: true);

        var (_, rows) = await ReadAsync(archive);

        Assert.Equal(3, rows.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_KML_is_in_degrees_whether_zipped_or_not(bool isZipped)
    {
        const string Kml = """
            <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>一号地块</name>
            <ExtendedData><Data name="编号"><value>00123</value></Data></ExtendedData>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>114,30,5 114.001,30,5 114.001,30.001,5 114,30,5</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>
            """;
        var file = Write("a.kml", Kml);
        if (isZipped)
        {
            file = Path.Combine(Folder, "a.kmz");
            await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
            await zip.CreateEntryFromFileAsync(Path.Combine(Folder, "a.kml"), "doc.kml");
        }

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal((4326, false), (inspection.Crs!.Best!.Reading.Srid, inspection.Crs.MustAsk));
        Assert.Contains("00123", Assert.Single(rows).Cells);
        Assert.Equal(new Envelope(114, 114.001, 30, 30.001), rows[0].Geometry!.EnvelopeInternal);
    }

    [Fact]
    public async Task Closed_polylines_of_a_drawing_are_areas_and_other_lines_are_listed()
    {
        static string Polyline(int closed) =>
            $"0\nLWPOLYLINE\n8\n界址\n90\n3\n70\n{closed}\n10\n38500000\n20\n3380000\n10\n38500100\n20\n3380000\n10\n38500100\n20\n3380100\n";
        var file = Write("a.dxf", "0\nSECTION\n2\nENTITIES\n" + Polyline(1) + Polyline(0) + "0\nENDSEC\n0\nEOF\n");

        var (inspection, rows) = await ReadAsync(file);

        Assert.Equal(SourceFormat.Dxf, inspection.Format);
        Assert.Equal(5_000, rows[0].Geometry!.Area);
        Assert.Equal([false, true], rows.Select(row => row.IsRefused));
        Assert.True(inspection.Crs!.MustAsk);
    }

    [Fact]
    public async Task Layers_are_listed_and_the_chosen_one_is_read()
    {
        var file = OgrFixture.Write(Folder, "GPKG", "a.gpkg", "-nln", "一期");
        OgrFixture.Run(Folder, ["-f", "GPKG", "-update", file, file, "一期", "-nln", "二期", "-where", "code = '00124'"]);

        var inspection = await InspectAsync(file, new SourceChoices { Layer = "二期" });

        Assert.Equal(["*", "一期", "二期"], inspection.Layers.Select(layer => layer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1, inspection.Rows);
        Assert.Contains("no layer", await RefusedAsync(file, new SourceChoices { Layer = "-sql" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_shapefiles_of_a_zip_are_its_layers_and_those_that_differ_in_their_kind_of_shape_only_are_read_as_one()
    {
        var parts = Directory.CreateDirectory(Path.Combine(Folder, "parts")).FullName;
        OgrFixture.Write(parts, "ESRI Shapefile", "面.shp", "-where", "code <> '00125'", "-nlt", "POLYGON", "-lco", "ENCODING=GBK");
        var point = Path.Combine(Folder, "point.geojson");
        await File.WriteAllTextAsync(point, OgrFixture.Squares[..OgrFixture.Squares.IndexOf("{\"type\":\"Feature\"", StringComparison.Ordinal)]
            + """{"type":"Feature","properties":{"code":"00200","name":"point","area":2.5,"day":"2024-03-05"},"geometry":{"type":"Point","coordinates":[38500400,3380000]}}]}""");
        OgrFixture.Run(Folder, ["-f", "ESRI Shapefile", Path.Combine(parts, "点.shp"), point, "-a_srs", "EPSG:4526", "-lco", "ENCODING=GBK"]);
        var archive = Path.Combine(Folder, "a.zip");
        await ZipFile.CreateFromDirectoryAsync(parts, archive);

        var (inspection, rows) = await ReadAsync(archive);
        var (_, points) = await ReadAsync(archive, new SourceChoices { Layer = "点" });
        var (folder, _) = await ReadAsync(parts);

        Assert.Equal(["*", "点", "面"], inspection.Layers.Select(layer => layer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("*", 3, "gb18030"), (inspection.Layer, rows.Count, inspection.Encoding!.Name));
        Assert.Equal([1, 2, 3], rows.Select(row => row.Number));
        Assert.Contains("二号地块", rows.SelectMany(row => row.Cells));
        Assert.Equal("Point", Assert.Single(points).Geometry!.GeometryType);
        Assert.Equal(3, folder.Rows);
    }

    [Fact]
    public async Task Shapefiles_of_other_columns_are_chosen_between_and_one_that_is_broken_is_named()
    {
        var parts = Directory.CreateDirectory(Path.Combine(Folder, "parts")).FullName;
        OgrFixture.Write(parts, "ESRI Shapefile", "a.shp");
        OgrFixture.Write(parts, "ESRI Shapefile", "b.shp", "-select", "code");
        await File.WriteAllTextAsync(Path.Combine(parts, "c.shp"), "no shapefile");

        var (inspection, _) = await ReadAsync(parts);
        var (chosen, _) = await ReadAsync(parts, new SourceChoices { Layer = "b" });

        Assert.Equal(["a", "b"], inspection.Layers.Select(layer => layer.Name));
        Assert.Contains(inspection.Notes, note => note.En.Contains("\"c\" cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain("name", chosen.Columns.Select(column => column.Name));
        Assert.Contains("no layer", await RefusedAsync(parts, new SourceChoices { Layer = "*" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GPKG", "a.gpkg")]
    [InlineData("ESRI Shapefile", "a.shp")]
    public async Task How_far_reading_is_goes_by_the_rows_that_the_file_says_it_has(string driver, string name)
    {
        var many = string.Join(',', Enumerable.Repeat("""{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[114,30]}}""", 2_000));
        var file = Write("a.geojson", $$"""{"type":"FeatureCollection","features":[{{many}}]}""");
        OgrFixture.Run(Folder, ["-f", driver, name, file]);
        var shares = new List<double?>();

        var inspection = await SourceFiles.InspectAsync(Path.Combine(Folder, name), progress: new Told(told => shares.Add(told.Share)));

        Assert.Equal(2_000, Assert.Single(inspection.Layers).Rows);
        Assert.Equal([0.25, 0.5, 0.75, 1], shares);
    }

    [Fact]
    public async Task Mixed_geometry_is_taken_where_it_is_area_or_point_and_listed_where_not()
    {
        const string Mixed = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[114,30]}},
            {"type":"Feature","properties":{"n":2},"geometry":{"type":"LineString","coordinates":[[114,30],[115,31]]}},
            {"type":"Feature","properties":{"n":3},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[114,30]}]}},
            {"type":"Feature","properties":{"n":4},"geometry":{"type":"Polygon","coordinates":[]}},
            {"type":"Feature","properties":{"n":5},"geometry":{"type":"Blob","coordinates":[1,2]}}]}
            """;
        var file = Write("a.geojson", Mixed);
        OgrFixture.Run(Folder, ["-f", "GPKG", "a.gpkg", file, "-where", "n < 3"]);

        var (_, rows) = await ReadAsync(file);
        var (_, packed) = await ReadAsync(Path.Combine(Folder, "a.gpkg"));

        Assert.Equal(["Point", null, "Point", null, null], rows.Select(row => row.Geometry?.GeometryType));
        Assert.Equal([false, true, false, false, true], rows.Select(row => row.IsRefused));
        Assert.Equal([false, true], packed.Select(row => row.IsRefused));
    }

    private sealed class Told(Action<ReadingProgress> take) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => take(value);
    }
}
