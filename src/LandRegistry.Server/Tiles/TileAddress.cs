using System.Globalization;
using System.Runtime.InteropServices;

namespace LandRegistry.Server.Tiles;

/// <summary>A tile of the OGC WebMercatorQuad tile matrix set: zoom, column from the west, row from the north.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TileAddress(int Zoom, int Column, int Row)
{
    public const int MaxZoom = 22;

    /// <summary>Reads the three parts of a path; false when they name no tile.</summary>
    public static bool TryParse(string zoom, string column, string row, out TileAddress tile)
    {
        tile = default;
        if (!int.TryParse(zoom, NumberStyles.None, CultureInfo.InvariantCulture, out var z) || z > MaxZoom
            || !int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var x) || x >= 1 << z
            || !int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y >= 1 << z)
        {
            return false;
        }

        tile = new(z, x, y);
        return true;
    }
}
