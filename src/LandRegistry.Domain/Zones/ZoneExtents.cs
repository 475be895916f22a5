using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Zones;

/// <summary>What a file makes of the extent of a zone.</summary>
/// <param name="SquareMetres">Its area on the ellipsoid; null when the file holds no area.</param>
/// <param name="Corners">Corners of its lines.</param>
/// <param name="IsOnEarth">Whether it lies within longitudes and the latitudes that the map can show.</param>
/// <param name="MeetsParent">Whether it shares ground with the zone that it lies in; true where that has no extent.</param>
public sealed record ZoneExtentFacts(double? SquareMetres, int Corners, bool IsOnEarth, bool MeetsParent);

/// <summary>What the extent of a zone has to be.</summary>
public static class ZoneExtents
{
    /// <summary>Less is a parcel, square metres.</summary>
    public const double LeastSquareMetres = 1_000;

    /// <summary>More than any country has, square metres.</summary>
    public const double MostSquareMetres = 20e12;

    /// <summary>The most corners that are kept.</summary>
    public const int MostCorners = 500_000;

    /// <summary>Why the file makes no extent; null when it does.</summary>
    public static Text? Fault(ZoneExtentFacts found) => found switch
    {
        { IsOnEarth: false } => new("坐标不在经纬度范围内；请检查文件的坐标系。", "It lies beyond longitudes and latitudes; look at the coordinate system of the file."),
        { SquareMetres: null } => new("文件中没有面，只有点或线。", "The file holds no area, only points or lines."),
        { SquareMetres: < LeastSquareMetres } => new($"面积不足 {LeastSquareMetres:#,0} 平方米，不是一个区域。", $"It has less than {LeastSquareMetres:#,0} m², which is no zone."),
        { SquareMetres: > MostSquareMetres } => new("面积大于任何国家；请检查文件的坐标系。", "It is larger than any country; look at the coordinate system of the file."),
        { Corners: > MostCorners } => new($"拐点超过 {MostCorners:#,0} 个。请先简化。", $"It has more than {MostCorners:#,0} corners. Simplify it first."),
        _ => null,
    };
}
