using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.FieldWork;

/// <summary>
/// Boundaries that are the same ground corner by corner, whatever ring or corner they begin with; a tenth of a millimetre, as programs
/// round on the way through a file, is no difference.
/// </summary>
public sealed class ShapeEquality : IEqualityComparer<Geometry?>
{
    /// <summary>Degrees; 0.1 mm on the ground.</summary>
    private const double Tolerance = 1e-9;

    public static readonly ShapeEquality Instance = new();

    public bool Equals(Geometry? x, Geometry? y) => (x, y) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => x.Normalized().EqualsExact(y.Normalized(), Tolerance),
    };

    public int GetHashCode(Geometry? obj) => obj?.NumPoints ?? 0;
}
