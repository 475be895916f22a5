namespace LandRegistry.Server.Tests.Tiles;

/// <summary>Asks for tiles.</summary>
internal static class TileRequests
{
    /// <summary>The path of the tile that a place lies in.</summary>
    public static string Path(int zoom, double longitude, double latitude)
    {
        var count = 1 << zoom;
        var phi = latitude * Math.PI / 180;
        var x = (int)((longitude + 180) / 360 * count);
        var y = (int)((1 - (Math.Log(Math.Tan(phi) + (1 / Math.Cos(phi))) / Math.PI)) / 2 * count);
        return $"/tiles/parcels/{zoom}/{x}/{y}";
    }

    public static async Task<VectorTile> TileAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return VectorTile.Read(await answer.Content.ReadAsByteArrayAsync());
    }
}
