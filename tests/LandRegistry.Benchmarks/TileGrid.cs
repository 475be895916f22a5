namespace LandRegistry.Benchmarks;

/// <summary>The tiles of one zoom well inside the demo zone, visited in a scattered order that repeats none before all were seen.</summary>
internal sealed record TileGrid(int Zoom, int Left, int Top, int Width, int Height)
{
    public int Count => Width * Height;

    /// <summary>How far from one tile to the next: prime, so that it shares no factor with the counts that occur.</summary>
    public int Step => Count % 7919 == 0 ? 104_729 : 7919;

    /// <summary>The tiles of a zoom that lie wholly inside the demo county, or in the field of small parcels.</summary>
    public static async Task<TileGrid> OfAsync(BenchmarkRegister register, int zoom, bool dense = false)
    {
        async Task<int> Edge(string edge) => await register.ReadAsync<int>(
            $"""
            select {edge} from registry.parcel_count_cell c join registry.zone z on z.id = c.zone_id
            where (z.code = 'DENSE') = $1 and c.parcel_count > 0
            """,
            dense) >> (16 - zoom);

        var (left, right) = (await Edge("min(cell_x)") + 1, await Edge("max(cell_x)") - 1);
        var (top, bottom) = (await Edge("min(cell_y)") + 1, await Edge("max(cell_y)") - 1);
        return new(zoom, left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>The tile at a place of the order.</summary>
    public (int Column, int Row) At(int place)
    {
        var p = (int)((long)place * Step % Count);
        return (Left + (p % Width), Top + (p / Width));
    }

    public string UrlAt(int place) => FormattableString.Invariant($"/tiles/parcels/{Zoom}/{At(place).Column}/{At(place).Row}");

    /// <summary>The grid as variables of Sql/tile.sql, from a place of the order on.</summary>
    public IEnumerable<string> Variables(int place) =>
    [
        FormattableString.Invariant($"z={Zoom}"), FormattableString.Invariant($"left={Left}"), FormattableString.Invariant($"top={Top}"),
        FormattableString.Invariant($"width={Width}"), FormattableString.Invariant($"height={Height}"), FormattableString.Invariant($"step={Step}"),
        FormattableString.Invariant($"first={(int)((long)(place - 1) * Step % Count)}"), "k=0",
    ];
}
