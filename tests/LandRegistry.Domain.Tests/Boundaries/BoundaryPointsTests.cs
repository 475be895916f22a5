using LandRegistry.Domain.Boundaries;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandRegistry.Domain.Tests.Boundaries;

public sealed class BoundaryPointsTests
{
    [Fact]
    public void Points_are_numbered_clockwise_from_the_north_west_and_holes_the_other_way_after_them()
    {
        var rings = Of("MULTIPOLYGON(((0 0, 100 0, 100 80, 0 80, 0 0), (40 40, 60 40, 60 20, 40 20, 40 40)))");

        Assert.Equal(["J1 80 0", "J2 80 100", "J3 0 100", "J4 0 0"], Says(rings[0]));
        Assert.Equal(["J5 40 40", "J6 20 40", "J7 20 60", "J8 40 60"], Says(rings[1]));
        Assert.Equal([false, true], rings.Select(ring => ring.IsHole));
        Assert.Equal([100, 80, 100, 80], rings[0].Points.Select(point => point.ToNextMetres));
    }

    [Fact]
    public void The_numbers_do_not_depend_on_where_and_which_way_the_boundary_was_drawn()
    {
        var one = Of("MULTIPOLYGON(((0 0, 100 0, 100 80, 0 80, 0 0)))");
        var other = Of("MULTIPOLYGON(((100 80, 100 0, 0 0, 0 80, 100 80)))");

        Assert.Equal(Says(one[0]), Says(other[0]));
    }

    [Fact]
    public void Numbers_run_on_over_the_parts_of_a_parcel()
    {
        var rings = Of("MULTIPOLYGON(((0 0, 10 0, 10 10, 0 0)), ((20 0, 30 0, 30 10, 20 0)))");

        Assert.Equal([1, 2, 3, 4, 5, 6], rings.SelectMany(ring => ring.Points).Select(point => point.Number));
        Assert.Equal([1, 2], rings.Select(ring => ring.Number));
    }

    private static IReadOnlyList<BoundaryRing> Of(string wkt) => BoundaryPoints.Of((MultiPolygon)new WKTReader().Read(wkt));

    private static IEnumerable<string> Says(BoundaryRing ring) => ring.Points.Select(point => FormattableString.Invariant($"J{point.Number} {point.NorthMetres} {point.EastMetres}"));
}
