namespace LandRegistry.Server.Basemaps;

/// <summary>
/// Fetches tiles of configured services on behalf of the map, so that the page itself asks nobody but this server and no key
/// leaves it. Follows no redirect: the only addresses asked are those that the administrator wrote.
/// </summary>
internal sealed class TileService : IDisposable
{
    private const int MostBytes = 4 << 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 8,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = MostBytes,
        DefaultRequestHeaders = { { "User-Agent", "LandRegistry" } },
    };

    /// <summary>The picture; null when the service has none there, refuses, or cannot be reached.</summary>
    public async Task<byte[]?> TileAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(address, cancellation);
            return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
                ? await answer.Content.ReadAsByteArrayAsync(cancellation)
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
