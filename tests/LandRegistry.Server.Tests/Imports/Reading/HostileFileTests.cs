using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Tests.Imports.Reading;

/// <summary>Files that are broken or made to do harm: each is refused with a sentence, row by row or as a whole, and does nothing else.</summary>
public sealed class HostileFileTests : ReadingTest
{
    [Theory]
    [InlineData("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", "XML other than KML")]
    [InlineData("<!-- <kml> --><OGRWFSDataSource><URL>http://127.0.0.1:1/</URL></OGRWFSDataSource>", "XML other than KML")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE kml><wfs:WFS xmlns:wfs=\"x\"/>", "XML other than KML")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("AC1032\0\0", "a DWG drawing")]
    [InlineData("Rar!\u001a", "a RAR archive")]
    [InlineData("", "is empty")]
    [InlineData("{\"type\":\"Topology\",\"objects\":{}}", "no features")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "no row")]
    [InlineData("[1,2,3]", "no row")]
    [InlineData("PK\u0003\u0004broken", "damaged")]
    public async Task What_claims_to_be_something_else_is_refused(string content, string sentence) =>
        Assert.Contains(sentence, await RefusedAsync(Write("a.geojson", content)), StringComparison.Ordinal);

    [Theory]
    [InlineData("SQLite format 3\0 and nothing more of it", "GeoPackage")]
    [InlineData("<kml><Document><Placemark>", "KML")]
    [InlineData("0\nSECTION\n2\nENTITIES\n0\nLWPOLY", "CAD drawing")]
    public async Task What_GDAL_cannot_read_is_refused_in_words_of_ours(string content, string format) =>
        Assert.Matches($"{format}.* (cannot be read|breaks off)|holds no row", await RefusedAsync(Write("a.bin", content)));

    [Fact]
    public async Task A_truncated_JSON_says_where_it_ends()
    {
        var text = OgrFixture.Squares.Trim();

        var sentence = await RefusedAsync(Write("a.geojson", text[..^40]));

        Assert.Contains(FormattableString.Invariant($"line {text[..^40].Count(letter => letter == '\n') + 1}, byte"), sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_ring_is_closed_with_a_remark_and_one_of_two_points_is_refused()
    {
        var rows = await FeaturesAsync(
            """{"type":"Polygon","coordinates":[[[114,30],[114.1,30],[114.1,30.1]]]}""",
            """{"type":"Polygon","coordinates":[[[114,30],[114.1,30],[114,30]]]}""");

        Assert.Contains("closed", Assert.Single(rows[0].Issues).Text.En, StringComparison.Ordinal);
        Assert.True(rows[0].Geometry!.IsValid);
        Assert.True(rows[1].IsRefused);
    }

    [Fact]
    public async Task A_bow_tie_a_sliver_and_the_antimeridian_come_through_as_they_are_for_the_rules_to_judge()
    {
        var rows = await FeaturesAsync(
            """{"type":"Polygon","coordinates":[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]}""",
            """{"type":"Polygon","coordinates":[[[114,30],[115,30],[115,30.0000000001],[114,30]]]}""",
            """{"type":"Polygon","coordinates":[[[179,30],[-179,30],[-179,31],[179,30]]]}""");

        Assert.All(rows, row => Assert.NotNull(row.Geometry));
        Assert.False(rows[0].Geometry!.IsValid);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1e400,30]}""")]
    [InlineData("""{"type":"Point","coordinates":["114",30]}""")]
    [InlineData("""{"type":"Point","coordinates":[114]}""")]
    [InlineData("""{"type":"Point","coordinates":[[114,30],5]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114,30],null,[114,31],[114,30]]]}""")]
    public async Task Numbers_that_are_none_refuse_the_row(string geometry) => Assert.True(Assert.Single(await FeaturesAsync(geometry)).IsRefused);

    [Fact]
    public async Task A_package_of_open_rings_and_numbers_that_are_none_is_read_row_by_row()
    {
        var file = OgrFixture.Write(Folder, "GPKG", "a.gpkg", "-lco", "SPATIAL_INDEX=NO");
        using (var package = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            package.Open();
            PutShape(package, 1, [114, 30, 114.1, 30, 114.1, 30.1]);
            PutShape(package, 2, [114, double.NaN, 114.1, 30, 114.1, 30.1, 114, double.NaN]);
            PutShape(package, 3, [114, double.PositiveInfinity, 114.1, 30, 114.1, 30.1, 114, double.PositiveInfinity]);
        }

        var (_, rows) = await ReadAsync(file);

        Assert.True(rows[0].Geometry!.IsValid);
        Assert.Equal([false, true, true], rows.Select(row => row.IsRefused));
        Assert.Equal([0, 1, 1], rows.Select(row => row.Issues.Count));
    }

    [Theory]
    [InlineData("a.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>URL</href></Link></NetworkLink><Placemark><name>a</name><Point><coordinates>114,30</coordinates></Point></Placemark></Document></kml>")]
    [InlineData("a.geojson", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/URL</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")]
    [InlineData("a.geojson", "<OGRWFSDataSource><URL>URL</URL></OGRWFSDataSource>")]
    [InlineData("a.csv", "id,wkt\n1,/vsicurl/URL\n")]
    [InlineData("a.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"URL\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[114,30]}}]}")]
    public async Task No_file_makes_the_program_ask_anything_of_the_network(string name, string content)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        await InspectAsync(Write(name, content.Replace("URL", $"http://{listener.LocalEndpoint}/x.geojson", StringComparison.Ordinal)));

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task NaN_is_no_JSON() =>
        Assert.Contains("Not well-formed", await RefusedAsync(Write("a.geojson", Collection("""{"type":"Point","coordinates":[NaN,30]}"""))), StringComparison.Ordinal);

    [Fact]
    public async Task Swapped_axes_are_proposed_not_turned_in_silence()
    {
        var (inspection, rows) = await ReadAsync(Write("a.geojson", Collection("""{"type":"Point","coordinates":[30.5,114.2]}""")));

        Assert.Equal((true, true), (inspection.Crs!.Best!.Reading.IsSwapped, inspection.Crs.MustAsk));
        Assert.Equal(new Coordinate(30.5, 114.2), rows[0].Geometry!.Coordinate);
        Assert.Equal(new Coordinate(114.2, 30.5), inspection.Crs.Best.Reading.Apply(rows[0].Geometry!).Coordinate);
    }

    [Theory]
    [InlineData(150_000, "a.geojson")]
    [InlineData(150_000, "a.gpkg")]
    [InlineData(300_000, "a.gpkg")]
    public async Task A_shape_of_too_many_vertices_is_refused_and_the_next_row_is_read(int vertices, string name)
    {
        var file = Path.Combine(Folder, "a.geojson");
        await WriteVerticesAsync(file, vertices);
        if (name != "a.geojson")
        {
            OgrFixture.Run(Folder, ["-f", "GPKG", name, file]);
        }

        var (_, rows) = await ReadAsync(Path.Combine(Folder, name));

        Assert.Equal([false, true, false], rows.Select(row => row.IsRefused));
        Assert.Contains("more than 100000 vertices", Assert.Single(rows[1].Issues).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shape_without_end_takes_no_more_memory_than_the_largest_that_is_taken()
    {
        var file = Path.Combine(Folder, "a.geojson");
        await WriteVerticesAsync(file, 1_000_000);
        var inspection = await InspectAsync(file);
        await using var rows = SourceFiles.ReadAsync(inspection).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        var before = GC.GetAllocatedBytesForCurrentThread();
        var next = rows.MoveNextAsync().AsTask();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(next.IsCompletedSuccessfully && await next && rows.Current.IsRefused);
        Assert.InRange(allocated, 1, 32L << 20);
    }

    [Fact]
    public async Task An_archive_that_unpacks_without_end_is_stopped()
    {
        var archive = await ZipAsync(("a.csv", stream => Fill(stream, 96 << 20)));

        Assert.Contains("packed tighter", await RefusedAsync(archive), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_of_ten_thousand_files_is_refused()
    {
        var archive = await ZipAsync([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}.txt", (Action<Stream>)(_ => { })))]);

        Assert.Contains("more than 2,000", await RefusedAsync(archive), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_lead_elsewhere_lead_nowhere()
    {
        var outside = Path.Combine(Path.GetTempPath(), "landregistry-escaped.geojson");
        var archive = await ZipAsync(("../landregistry-escaped.geojson", stream => stream.Write(Encoding.UTF8.GetBytes(OgrFixture.Squares))));

        var inspection = await InspectAsync(archive);

        Assert.Equal(3, inspection.Rows);
        Assert.False(File.Exists(outside));
    }

    [Fact]
    public async Task An_archive_within_an_archive_is_refused()
    {
        var archive = await ZipAsync(("inner.zip", stream => stream.Write("PK\u0003\u0004"u8)));
        var disguised = await ZipAsync(("a.csv", stream => stream.Write("PK\u0003\u0004xxxx"u8)));

        Assert.Contains("another archive", await RefusedAsync(archive), StringComparison.Ordinal);
        Assert.Contains("another archive", await RefusedAsync(disguised), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_an_archive_is_not_followed()
    {
        var path = Path.Combine(Folder, "link.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            var link = zip.CreateEntry("a.csv");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            await using var stream = await link.OpenAsync();
            await stream.WriteAsync("/etc/passwd"u8.ToArray());
        }

        Assert.Contains("no file that is read", await RefusedAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_that_could_be_meant_are_named()
    {
        var archive = await ZipAsync(("a.csv", stream => stream.Write("a,b\n1,2\n"u8)), ("b.csv", stream => stream.Write("a,b\n1,2\n"u8)));

        Assert.Contains("a.csv, b.csv", await RefusedAsync(archive), StringComparison.Ordinal);
    }

    /// <summary>Puts a polygon of one ring into a row as it is, which no program would write.</summary>
    private static void PutShape(SqliteConnection package, int row, double[] ring)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GP\0\u0001"u8);
        writer.Write(4526);
        writer.Write((byte)1);
        Array.ForEach([3, 1, ring.Length / 2], writer.Write);
        Array.ForEach(ring, writer.Write);
        using var command = package.CreateCommand();
        command.CommandText = "update squares set geom = $shape where fid = $row";
        command.Parameters.AddWithValue("$shape", bytes.ToArray());
        command.Parameters.AddWithValue("$row", row);
        command.ExecuteNonQuery();
    }

    private async Task<List<SourceRow>> FeaturesAsync(params string[] geometries) => (await ReadAsync(Write("a.geojson", Collection(geometries)))).Rows;

    private static string Collection(params string[] geometries) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', geometries.Select(geometry => $$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}"""))}}]}""";

    private static async Task WriteVerticesAsync(string file, int vertices)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":0},"geometry":{"type":"Point","coordinates":[114,30]}},{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[""");
        var block = string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"[{114 + (i * 1e-7):0.0000000},30],")));
        for (var written = 0; written < vertices; written += 10_000)
        {
            await writer.WriteAsync(block);
        }

        await writer.WriteAsync("""[114,31],[114,30]]]}},{"type":"Feature","properties":{"a":2},"geometry":{"type":"Point","coordinates":[114,30]}}]}""");
    }

    private static void Fill(Stream stream, int bytes)
    {
        var part = new byte[1 << 20];
        Array.Fill(part, (byte)'a');
        for (var left = bytes; left > 0; left -= part.Length)
        {
            stream.Write(part);
        }
    }
}
