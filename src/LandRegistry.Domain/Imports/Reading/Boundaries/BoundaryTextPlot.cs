using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Reading.Boundaries;

/// <summary>One plot of a boundary text file as its lines have it.</summary>
/// <param name="Line">Line of the plot's head, the one that ends in <c>@</c>.</param>
/// <param name="Fields">The fields of the head before the <c>@</c>, blanks around them taken off.</param>
internal sealed record BoundaryTextPlot(int Line, IReadOnlyList<string> Fields)
{
    /// <summary>The boundary points in the order of the file.</summary>
    public List<BoundaryTextPoint> Points { get; } = [];

    /// <summary>The first line that is no point; null when all are.</summary>
    public (int Line, string Text)? BadLine { get; set; }

    /// <summary>True once there are more points than a parcel has; they are no longer kept.</summary>
    public bool IsTooLarge { get; set; }
}

/// <summary>A boundary point.</summary>
/// <param name="Ring">Ring number, 1 where the line has none.</param>
/// <param name="First">The coordinate that stands first in the line.</param>
/// <param name="Second">The one that stands second.</param>
internal readonly record struct BoundaryTextPoint(string Ring, double First, double Second);

/// <summary>In which order a boundary text file writes its coordinates.</summary>
public enum AxisOrder
{
    /// <summary>Northing (or latitude) first: X and Y as surveyors name them, what the standard asks for.</summary>
    NorthingFirst,

    /// <summary>Easting (or longitude) first.</summary>
    EastingFirst,
}

/// <summary>Tells northing from easting by the size of the numbers, which overlap nowhere in China.</summary>
public static class AxisOrders
{
    /// <summary>
    /// The order of two coordinates. Northings lie between 400 and 6,200 km; eastings below 1,000 km, or above 13,000 km with
    /// their zone before them; latitudes below 55, longitudes from 73 degrees on. Null when the numbers fit neither.
    /// </summary>
    public static AxisOrder? Of(double first, double second) =>
        IsEasting(second) && IsNorthing(first) ? AxisOrder.NorthingFirst
        : IsEasting(first) && IsNorthing(second) ? AxisOrder.EastingFirst
        : IsLongitude(second) && IsLatitude(first) ? AxisOrder.NorthingFirst
        : IsLongitude(first) && IsLatitude(second) ? AxisOrder.EastingFirst
        : null;

    private static bool IsNorthing(double value) => value is > 1_000_000 and < 6_200_000;

    private static bool IsEasting(double value) => value is (> 100_000 and < 1_000_000) or (> 13_000_000 and < 46_000_000);

    private static bool IsLatitude(double value) => value is > 3 and < 55;

    private static bool IsLongitude(double value) => value is > 73 and < 136;

    /// <summary>A pair of coordinates, X (easting or longitude) first.</summary>
    internal static Coordinate Turned(BoundaryTextPoint point, AxisOrder order) =>
        order == AxisOrder.NorthingFirst ? new(point.Second, point.First) : new(point.First, point.Second);
}
