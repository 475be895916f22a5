using System.Runtime.InteropServices;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports;

/// <summary>One way to read two numbers as a place on earth. Whether they can be read so is a rule; the transformation is PROJ's.</summary>
public sealed record CoordinateReading
{
    /// <summary>Short name, for <see cref="PlaceRule.Labels"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The reading in words, for remarks.</summary>
    public required Text Title { get; init; }

    /// <summary>EPSG number of the coordinate reference system, easting or longitude first.</summary>
    public required int Srid { get; init; }

    /// <summary>True when the file gives northing or latitude first.</summary>
    public bool Swapped { get; init; }

    /// <summary>True when the minus of the longitude (or easting) was lost.</summary>
    public bool SignLost { get; init; }

    /// <summary>
    /// For earth-centred X, Y, Z whose Z is missing: the height above the ellipsoid, in metres, at which Z is solved.
    /// Null for every other system.
    /// </summary>
    public double? SolveAtHeightMetres { get; init; }

    /// <summary>True when a place read so is marked as estimated.</summary>
    public bool Estimated { get; init; }

    /// <summary>Bounds least x, least y, greatest x, greatest y (after swapping) within which the reading makes sense at all.</summary>
    public required IReadOnlyList<double> Bounds { get; init; }

    /// <summary>The numbers in the order and with the sign of the system, with Z where it was solved; null when they cannot be read so.</summary>
    public Position? Read(double first, double second)
    {
        var (x, y) = Swapped ? (second, first) : (first, second);
        if (SignLost)
        {
            x = -x;
        }
        if (!double.IsFinite(x) || !double.IsFinite(y) || (x == 0 && y == 0)
            || x < Bounds[0] || y < Bounds[1] || x > Bounds[2] || y > Bounds[3])
        {
            return null;
        }
        if (SolveAtHeightMetres is not { } height)
        {
            return new Position(x, y, 0);
        }
        return Geocentric.SolveZ(x, y, height) is { } z ? new Position(x, y, z) : null;
    }
}

/// <summary>A position in the system of a reading; <paramref name="Z"/> is zero outside earth-centred systems.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Position(double X, double Y, double Z);
