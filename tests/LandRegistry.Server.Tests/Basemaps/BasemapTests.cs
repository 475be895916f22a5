using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Basemaps;

/// <summary>Basemaps as configured in the data folder, and the walls around their files.</summary>
public sealed class BasemapTests : RegisterTest
{
    private static readonly object Orange = new { key = "orange", nameZh = "橙色", nameEn = "Orange", kind = "mbtiles", file = "orange.mbtiles", attribution = "Made by the test" };

    [Fact]
    public async Task Without_a_configuration_there_is_no_basemap_and_no_fault() =>
        Assert.Equal("""{"basemaps":[],"faults":[]}""", (await Client.GetJsonAsync("/api/basemaps")).ToString());

    [Fact]
    public async Task An_MBTiles_file_is_listed_with_what_it_says_of_itself_and_hands_out_its_tiles_by_rows_from_the_north()
    {
        await TileFixture.WriteMbtilesAsync(Path.Combine(Register.BasemapFolder(), "orange.mbtiles"), 114.05, 30.5, 9);
        await Register.ConfigureBasemapsAsync(Orange);
        var (column, row) = TileFixture.TileOf(9, 114.05, 30.5);

        var basemap = Assert.Single((await Client.GetJsonAsync("/api/basemaps")).GetProperty("basemaps").EnumerateArray());
        using var tile = await Client.GetAsync(Path9(column, row));
        using var beside = await Client.GetAsync(Path9(column + 1, row));

        Assert.Equal(("orange", "raster", 9, "Made by the test"), (basemap.GetProperty("key").GetString(), basemap.GetProperty("form").GetString(), basemap.GetProperty("maxZoom").GetInt32(), basemap.GetProperty("attribution").GetString()));
        Assert.Equal("image/png", tile.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TileFixture.OrangePng, await tile.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NoContent, beside.StatusCode);

        static Uri Path9(int x, int y) => new(FormattableString.Invariant($"/tiles/basemaps/orange/9/{x}/{y}"), UriKind.Relative);
    }

    [Theory]
    [InlineData("../secret.mbtiles")]
    [InlineData("..\\secret.mbtiles")]
    [InlineData("/etc/passwd")]
    [InlineData("sub/inner.mbtiles")]
    [InlineData("..")]
    [InlineData("link.mbtiles")]
    [InlineData("missing.mbtiles")]
    public async Task A_file_outside_the_folder_of_basemaps_is_refused_by_name_and_by_link(string file)
    {
        var folder = Register.BasemapFolder();
        await TileFixture.WriteMbtilesAsync(Path.Combine(Register.DataFolder, "secret.mbtiles"), 114.05, 30.5, 0);
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        File.Copy(Path.Combine(Register.DataFolder, "secret.mbtiles"), Path.Combine(folder, "sub", "inner.mbtiles"));
        File.CreateSymbolicLink(Path.Combine(folder, "link.mbtiles"), Path.Combine(Register.DataFolder, "secret.mbtiles"));
        await Register.ConfigureBasemapsAsync(new { key = "secret", nameZh = "秘密", nameEn = "Secret", kind = "mbtiles", file });

        var list = await Client.GetJsonAsync("/api/basemaps");
        using var tile = await Client.GetAsync(new Uri("/tiles/basemaps/secret/0/0/0", UriKind.Relative));

        Assert.Empty(list.GetProperty("basemaps").EnumerateArray());
        Assert.Equal("secret", Assert.Single(list.GetProperty("faults").EnumerateArray()).GetProperty("key").GetString());
        await tile.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("..%2Forange")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("orange.mbtiles")]
    public async Task A_key_is_looked_up_and_never_taken_for_a_path(string key)
    {
        await TileFixture.WriteMbtilesAsync(Path.Combine(Register.BasemapFolder(), "orange.mbtiles"), 114.05, 30.5, 0);
        await Register.ConfigureBasemapsAsync(Orange);

        using var tile = await Client.GetAsync(new Uri($"/tiles/basemaps/{key}/0/0/0", UriKind.Relative));
        using var archive = await Client.GetAsync(new Uri($"/tiles/basemaps/{key}/archive", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (tile.StatusCode, archive.StatusCode));
    }

    [Fact]
    public async Task A_PMTiles_file_is_read_by_ranges_and_an_MBTiles_file_is_not_handed_out_whole()
    {
        await File.WriteAllBytesAsync(Path.Combine(Register.BasemapFolder(), "town.pmtiles"), [.. "PMTiles"u8, 3, .. new byte[200]]);
        await TileFixture.WriteMbtilesAsync(Path.Combine(Register.BasemapFolder(), "orange.mbtiles"), 114.05, 30.5, 0);
        await Register.ConfigureBasemapsAsync(Orange, new { key = "town", nameZh = "城区", nameEn = "Town", kind = "pmtiles", file = "town.pmtiles" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tiles/basemaps/town/archive") { Headers = { Range = new RangeHeaderValue(0, 7) } };

        using var part = await Client.SendAsync(request);
        using var whole = await Client.GetAsync(new Uri("/tiles/basemaps/orange/archive", UriKind.Relative));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal([.. "PMTiles"u8, 3], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal("bytes 0-7/208", part.Content.Headers.ContentRange!.ToString());
        await whole.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Each_faulty_entry_is_told_with_its_fault_and_the_others_are_used()
    {
        await Register.ConfigureBasemapsAsync(
            new { key = "Bad Key", nameZh = "一", nameEn = "One", kind = "xyz", url = "https://tiles.example/{z}/{x}/{y}" },
            new { key = "no-row", nameZh = "二", nameEn = "Two", kind = "xyz", url = "https://tiles.example/{z}/{x}" },
            new { key = "file-url", nameZh = "三", nameEn = "Three", kind = "xyz", url = "file:///etc/{z}/{x}/{y}" },
            new { key = "odd-crs", nameZh = "四", nameEn = "Four", kind = "wmts", crs = "EPSG:4547", url = "https://tiles.example/{z}/{x}/{y}" },
            new { key = "degrees", nameZh = "五", nameEn = "Five", kind = "wmts", crs = "EPSG:4490", url = "https://t{s}.tiles.example/?TILEMATRIX={z}&TILECOL={x}&TILEROW={y}", subdomains = new[] { "0", "1" } },
            new { key = "degrees", nameZh = "六", nameEn = "Six", kind = "xyz", url = "https://tiles.example/{z}/{x}/{y}" });

        var list = await Client.GetJsonAsync("/api/basemaps");

        var used = Assert.Single(list.GetProperty("basemaps").EnumerateArray());
        Assert.Equal(("degrees", "degrees"), (used.GetProperty("key").GetString(), used.GetProperty("form").GetString()));
        Assert.Equal(["Bad Key", "no-row", "file-url", "odd-crs", "degrees"], list.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_says_where_and_is_read_anew_when_it_is_mended()
    {
        var file = Path.Combine(Register.DataFolder, "basemaps.json");
        await File.WriteAllTextAsync(file, "{\n  \"basemaps\": [ { \"key\": }\n");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        var fault = Assert.Single((await Client.GetJsonAsync("/api/basemaps")).GetProperty("faults").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, fault.GetProperty("key").ValueKind);
        Assert.Contains("line 2", fault.GetProperty("en").GetString(), StringComparison.Ordinal);

        await Register.ConfigureBasemapsAsync();
        Assert.Equal("""{"basemaps":[],"faults":[]}""", (await Client.GetJsonAsync("/api/basemaps")).ToString());
    }

    [Fact]
    public async Task A_service_is_asked_by_the_server_with_its_own_levels_and_only_a_picture_is_handed_on()
    {
        using var service = new HttpListener();
        var port = FreePort.Next();
        service.Prefixes.Add(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
        service.Start();
        var asked = new List<string>();
        var serving = Task.Run(async () =>
        {
            for (var i = 0; i < 3; i++)
            {
                var context = await service.GetContextAsync();
                lock (asked)
                {
                    asked.Add(context.Request.RawUrl!);
                }

                context.Response.ContentType = i == 0 ? "image/png" : "text/html";
                context.Response.StatusCode = i == 2 ? 302 : 200;
                context.Response.RedirectLocation = i == 2 ? "http://169.254.169.254/" : null;
                await context.Response.OutputStream.WriteAsync(TileFixture.OrangePng);
                context.Response.Close();
            }
        });
        await Register.ConfigureBasemapsAsync(new { key = "town", nameZh = "城区", nameEn = "Town", kind = "wmts", levelOffset = -1, url = FormattableString.Invariant($"http://127.0.0.1:{port}/t/{{z}}/{{x}}/{{-y}}") });

        using var picture = await Client.GetAsync(new Uri("/tiles/basemaps/town/3/1/2", UriKind.Relative));
        using var page = await Client.GetAsync(new Uri("/tiles/basemaps/town/3/1/3", UriKind.Relative));
        using var moved = await Client.GetAsync(new Uri("/tiles/basemaps/town/3/1/4", UriKind.Relative));
        await serving;

        Assert.Equal(TileFixture.OrangePng, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (page.StatusCode, moved.StatusCode));
        Assert.Equal(["/t/2/1/5", "/t/2/1/4", "/t/2/1/3"], asked);
    }
}

internal static class FreePort
{
    /// <summary>A loopback port that nobody listens on.</summary>
    public static int Next()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
