using System.Net;
using System.Net.Http.Headers;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Tiles;

public sealed class ParcelTileTests : RegisterTest
{
    private long _zone;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zone = await Register.AddZoneAsync();
    }

    [Theory]
    [InlineData(12), InlineData(14), InlineData(16)]
    public async Task A_near_tile_holds_boundaries_and_points_with_id_and_status(int zoom)
    {
        var surveyed = await Register.AddParcelAsync(_zone, 0, "idle", name: "地块甲");
        var point = await Register.AddParcelAsync(_zone, 1, "ready", surveyed: false);

        var tile = await Client.TileAsync(TileRequests.Path(zoom, 114.0505, 30.5005));
        var beside = await Client.TileAsync(TileRequests.Path(zoom, 114.0520, 30.5005));

        var polygon = Assert.Single(tile.Layers["parcels"]);
        Assert.Equal((surveyed, 3, "idle"), (polygon.Id, polygon.Kind, polygon.Attributes["status"]));
        Assert.Equal(zoom >= 15, polygon.Attributes.ContainsKey("label"));
        Assert.Equal((point, 1, "ready"), beside.Layers["points"].Select(f => (f.Id, f.Kind, f.Attributes["status"])).Single());
    }

    [Fact]
    public async Task Holes_stay_holes()
    {
        await AddGroundAsync("st_difference(st_makeenvelope(114.05, 30.5, 114.052, 30.502, 4490), st_makeenvelope(114.0505, 30.5005, 114.0515, 30.5015, 4490))");

        var tile = await Client.TileAsync(TileRequests.Path(14, 114.051, 30.501));

        Assert.Equal(2, Assert.Single(tile.Layers["parcels"]).Rings.Count);
    }

    [Fact]
    public async Task Corners_that_nobody_can_see_are_left_out_of_generalised_tiles_and_no_parcel_is_lost()
    {
        await AddGroundAsync("st_buffer(st_setsrid(st_makepoint(114.0505, 30.5005), 4490), 0.0004, 32)");
        await AddGroundAsync("st_makeenvelope(114.0512, 30.5005, 114.05121, 30.50051, 4490)");

        var generalised = await Client.TileAsync(TileRequests.Path(14, 114.0505, 30.5005));
        var exact = await Client.TileAsync(TileRequests.Path(16, 114.0505, 30.5005));

        Assert.Equal(2, generalised.Layers["parcels"].Count);
        Assert.InRange(generalised.Layers["parcels"].Max(CornersOf), 8, 40);
        Assert.InRange(exact.Layers["parcels"].Max(CornersOf), 70, 130);

        static int CornersOf(TileFeature parcel) => parcel.Rings.Sum(ring => ring.Count);
    }

    private Task AddGroundAsync(string ground) => Register.WriteAsync(
        $"""
        insert into registry.parcel (zone_id, boundary, location, status, status_since, source, shape_mercator, updated_at, change_id)
        select $1, st_multi({ground}), null, 'in_use', '2025-01-01', 'officer', null, now(), 0
        """,
        _zone);

    [Fact]
    public async Task A_far_tile_counts_by_status_and_small_filters_agree_with_the_kept_counts()
    {
        for (var place = 0; place < 4; place++)
        {
            await Register.AddParcelAsync(_zone, place, place == 0 ? "idle" : "in_use");
        }

        var kept = await Client.TileAsync(TileRequests.Path(8, 114.05, 30.5));
        var counted = await Client.TileAsync(TileRequests.Path(8, 114.05, 30.5) + "?minArea=0");
        var filtered = await Client.TileAsync(TileRequests.Path(8, 114.05, 30.5) + "?status=idle");

        foreach (var tile in new[] { kept, counted })
        {
            var cell = Assert.Single(tile.Layers["cells"]);
            Assert.Equal((4L, 1L, 3L), (cell.Attributes["count"], cell.Attributes["idle"], cell.Attributes["in_use"]));
        }

        Assert.Equal(1L, Assert.Single(filtered.Layers["cells"]).Attributes["count"]);
    }

    [Theory]
    [InlineData(8), InlineData(13), InlineData(14), InlineData(17)]
    public async Task A_change_is_in_the_next_tile_and_an_unchanged_tile_is_not_sent_again(int zoom)
    {
        var parcel = await Register.AddParcelAsync(_zone);
        var path = TileRequests.Path(zoom, 114.0505, 30.5005);
        using var first = await Client.GetAsync(new Uri(path, UriKind.Relative));
        using var second = await ConditionalAsync(path, first.Headers.ETag!);

        await Register.WriteAsync("update registry.parcel set status = 'suspected' where id = $1", parcel);
        using var third = await ConditionalAsync(path, first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.False(third.Headers.ETag!.IsWeak);
        var tile = VectorTile.Read(await third.Content.ReadAsByteArrayAsync());
        Assert.Contains(tile.Layers.Values.SelectMany(layer => layer), feature =>
            feature.Attributes.TryGetValue("status", out var status) ? "suspected".Equals(status) : feature.Attributes.ContainsKey("suspected"));
    }

    /// <summary>MapLibre takes a tile whose ETag it has seen for unchanged, even at another address: the map would keep what was filtered out.</summary>
    [Fact]
    public async Task Two_filters_of_one_tile_have_two_ETags()
    {
        using var all = await Client.GetAsync(new Uri(TileRequests.Path(14, 114.0505, 30.5005), UriKind.Relative));
        using var some = await Client.GetAsync(new Uri(TileRequests.Path(14, 114.0505, 30.5005) + "?status=idle", UriKind.Relative));
        using var same = await Client.GetAsync(new Uri(TileRequests.Path(14, 114.0505, 30.5005) + "?status=idle&status=in_use", UriKind.Relative));
        using var other = await Client.GetAsync(new Uri(TileRequests.Path(14, 114.0505, 30.5005) + "?status=in_use&status=idle", UriKind.Relative));

        Assert.NotEqual(all.Headers.ETag, some.Headers.ETag);
        Assert.Equal(same.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Another_server_over_the_same_register_sees_a_change_at_once()
    {
        await using var other = await SecondServerAsync();
        var parcel = await Register.AddParcelAsync(_zone);
        var path = TileRequests.Path(14, 114.0505, 30.5005);
        using var before = await other.Client.GetAsync(new Uri(path, UriKind.Relative));

        await Register.WriteAsync("update registry.parcel set status = 'suspected' where id = $1", parcel);
        using var after = await other.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var here = await Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(here.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_parcel_that_moves_leaves_its_old_tile()
    {
        var parcel = await Register.AddParcelAsync(_zone);
        var old = TileRequests.Path(16, 114.0505, 30.5005);
        Assert.NotEmpty((await Client.TileAsync(old)).Layers);

        await Register.WriteAsync("update registry.parcel set boundary = st_translate(boundary, 0.2, 0), location = st_translate(location, 0.2, 0) where id = $1", parcel);

        using var answer = await Client.GetAsync(new Uri(old, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotEmpty((await Client.TileAsync(TileRequests.Path(16, 114.2505, 30.5005))).Layers);
        Assert.Equal(1L, await Register.AskAsync<long>("select sum(parcel_count) from registry.parcel_count_cell"));
    }

    [Fact]
    public async Task A_tile_is_zipped_for_those_who_take_it_and_plain_for_others()
    {
        await Register.AddParcelAsync(_zone);
        using var request = new HttpRequestMessage(HttpMethod.Get, TileRequests.Path(14, 114.0505, 30.5005));
        request.Headers.AcceptEncoding.Add(new("gzip"));

        using var zipped = await Client.SendAsync(request);
        using var plain = await Client.GetAsync(new Uri(TileRequests.Path(14, 114.0505, 30.5005), UriKind.Relative));

        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        await using var unzipped = new System.IO.Compression.GZipStream(await zipped.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        await unzipped.CopyToAsync(buffer);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), buffer.ToArray());
    }

    [Theory]
    [InlineData("/tiles/parcels/1/2/0"), InlineData("/tiles/parcels/23/0/0"), InlineData("/tiles/parcels/a/0/0"), InlineData("/tiles/parcels/0/0/0?colour=red")]
    public async Task What_is_no_tile_is_malformed(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task While_parcels_change_no_tile_is_older_than_the_change_before_it_was_asked_for()
    {
        var parcel = await Register.AddParcelAsync(_zone);
        string[] statuses = ["suspected", "investigating", "idle", "disposing", "reserved", "in_use"];
        var path = TileRequests.Path(15, 114.0505, 30.5005);

        for (var round = 0; round < 30; round++)
        {
            var status = statuses[round % statuses.Length];
            await Register.WriteAsync("update registry.parcel set status = $2 where id = $1", parcel, status);
            var tiles = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Client.TileAsync(path)));

            Assert.All(tiles, tile => Assert.Equal(status, tile.Layers["parcels"].Single().Attributes["status"]));
        }
    }

    private Task<HttpResponseMessage> ConditionalAsync(string path, EntityTagHeaderValue etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(etag);
        return Client.SendAsync(request);
    }

    private Task<SecondServer> SecondServerAsync() => SecondServer.StartAsync(Register);
}
