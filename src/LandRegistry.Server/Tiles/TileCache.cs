using Microsoft.Extensions.Caching.Memory;

namespace LandRegistry.Server.Tiles;

/// <summary>A rendered tile.</summary>
/// <param name="Stamp">The state it was rendered at.</param>
/// <param name="Body">The vector tile, gzipped; empty when nothing is in it.</param>
internal sealed record RenderedTile(long Stamp, byte[] Body);

/// <summary>Rendered tiles in memory, at most 64 MB of them. An entry of an older stamp is never used; it is overwritten or falls out.</summary>
internal sealed class TileCache : IDisposable
{
    private const long CapacityBytes = 64L << 20;
    private const int OverheadBytes = 256;

    private readonly MemoryCache _tiles = new(new MemoryCacheOptions { SizeLimit = CapacityBytes });

    /// <summary>The entry, of whatever stamp; null when there is none.</summary>
    public RenderedTile? Find(TileAddress tile, string filter) => _tiles.TryGetValue((tile, filter), out RenderedTile? rendered) ? rendered : null;

    public void Keep(TileAddress tile, string filter, RenderedTile rendered) =>
        _tiles.Set((tile, filter), rendered, new MemoryCacheEntryOptions { Size = rendered.Body.Length + OverheadBytes });

    public void Dispose() => _tiles.Dispose();
}
