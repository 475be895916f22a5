using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using LandRegistry.Server.Tests.Tiles;

namespace LandRegistry.Server.Tests.ContextLayers;

/// <summary>Layers of the user's own: taken from files by GDAL in its confined child, shown as tiles.</summary>
public sealed class ContextLayerTests : RegisterTest
{
    private const string Words = "?name=Plan&source=County&colour=%23112233";

    private const string Square =
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"一号规划区"},"geometry":{"type":"Polygon","coordinates":[[[114.05,30.5],[114.06,30.5],[114.06,30.51],[114.05,30.51],[114.05,30.5]]]}}]}""";

    [Fact]
    public async Task A_GeoJSON_file_becomes_a_layer_with_its_words_and_its_shapes_stand_on_the_tile()
    {
        var layer = await AddAsync(Encoding.UTF8.GetBytes(Square));

        Assert.Equal(("Plan", "County", "#112233", 1), (layer.GetProperty("name").GetString(), layer.GetProperty("source").GetString(), layer.GetProperty("colour").GetString(), layer.GetProperty("featureCount").GetInt32()));
        Assert.Equal([114.05, 30.5, 114.06, 30.51], layer.GetProperty("bbox").EnumerateArray().Select(degrees => Math.Round(degrees.GetDouble(), 6)));
        var shape = Assert.Single((await Client.TileAsync(TilePath(layer, 14))).Layers["layer"]);
        Assert.Equal("一号规划区", shape.Attributes["label"]);
        Assert.Equal("Plan", Assert.Single((await Client.GetJsonAsync("/api/context-layers")).EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_crossing_outline_is_mended_and_what_has_no_shape_is_left_out()
    {
        const string Mixed =
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114.05,30.5],[114.06,30.51],[114.06,30.5],[114.05,30.51],[114.05,30.5]]]}},{"type":"Feature","properties":{},"geometry":null}]}""";

        Assert.Equal(1, (await AddAsync(Encoding.UTF8.GetBytes(Mixed))).GetProperty("featureCount").GetInt32());
    }

    [Theory]
    [InlineData("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("<OGRWFSDataSource><URL>http://127.0.0.1:1/</URL></OGRWFSDataSource>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PG:host=127.0.0.1 dbname=postgres", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"type\":\"Topology\",\"objects\":{}}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_plain_file_of_shapes_is_refused_and_nothing_is_kept(string content, HttpStatusCode status)
    {
        using var answer = await Client.PostAsync(new Uri("/api/context-layers" + Words, UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes(content)));

        await answer.AssertProblemAsync(status, status == HttpStatusCode.UnsupportedMediaType ? "layer-file-unknown" : "layer-file-refused");
        Assert.Empty((await Client.GetJsonAsync("/api/context-layers")).EnumerateArray());
    }

    [Fact]
    public async Task An_archive_is_unpacked_flat_into_its_own_folder_whatever_its_names_say()
    {
        var outside = Path.Combine(Path.GetTempPath(), "landregistry-escaped.shp");
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("../landregistry-escaped.shp").Open();
            await entry.WriteAsync(new byte[100]);
        }

        using var answer = await Client.PostAsync(new Uri("/api/context-layers" + Words, UriKind.Relative), new ByteArrayContent(archive.ToArray()));

        await answer.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "layer-file-refused");
        Assert.False(File.Exists(outside));
    }

    [Fact]
    public async Task A_layer_is_ordered_and_taken_away_on_its_version_and_its_tiles_go_with_it()
    {
        var layer = await AddAsync(Encoding.UTF8.GetBytes(Square));
        var id = layer.GetProperty("id").GetInt64();

        using var stale = await SendAsync(HttpMethod.Post, $"/api/context-layers/{id}/withdraw", $"\"l{id}-v9\"");
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        using var bare = await SendAsync(HttpMethod.Post, $"/api/context-layers/{id}/withdraw", null);
        await bare.AssertProblemAsync(HttpStatusCode.PreconditionRequired, "version-needed");
        using var placed = await SendAsync(HttpMethod.Put, $"/api/context-layers/{id}{Words}&place=7", $"\"l{id}-v1\"");
        Assert.Equal(7, (await placed.JsonAsync()).GetProperty("place").GetInt32());
        using var gone = await SendAsync(HttpMethod.Post, $"/api/context-layers/{id}/withdraw", $"\"l{id}-v2\"");

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty((await Client.GetJsonAsync("/api/context-layers")).EnumerateArray());
        using var tile = await Client.GetAsync(new Uri(TilePath(layer, 14), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, tile.StatusCode);
    }

    [Fact]
    public async Task A_layer_without_name_or_source_or_with_an_odd_colour_is_refused_with_all_faults()
    {
        using var answer = await Client.PostAsync(new Uri("/api/context-layers?colour=red", UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes(Square)));

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(["name", "source", "colour"], problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));
    }

    private static string TilePath(JsonElement layer, int zoom) =>
        TileRequests.Path(zoom, 114.055, 30.505).Replace("/tiles/parcels/", $"/tiles/context/{layer.GetProperty("id").GetInt64()}/", StringComparison.Ordinal);

    private async Task<JsonElement> AddAsync(byte[] file)
    {
        using var answer = await Client.PostAsync(new Uri("/api/context-layers" + Words, UriKind.Relative), new ByteArrayContent(file));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? version)
    {
        var request = new HttpRequestMessage(method, path);
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return Client.SendAsync(request);
    }
}
