using LandRegistry.Domain.Boundaries;

namespace LandRegistry.Domain.Tests.Boundaries;

public sealed class ParcelCutTests
{
    private static readonly NetTopologySuite.Geometries.MultiPolygon Ring =
        Shapes.Of("((114 30,114.003 30,114.003 30.003,114 30.003,114 30),(114.001 30.001,114.002 30.001,114.002 30.002,114.001 30.002,114.001 30.001))");

    [Fact]
    public void A_line_that_ends_inside_divides_nothing() =>
        Assert.Single(ParcelCut.Split(Shapes.Square(114.05, 30.5), Shapes.Line((114.049, 30.5005), (114.0505, 30.5005))));

    [Fact]
    public void A_line_whose_ends_were_put_onto_the_edge_divides()
    {
        var slanted = Shapes.Of("((114.05 30.5,114.0513 30.5002,114.0511 30.5011,114.05 30.5))");
        var (x, y) = (114.05 + (0.0013 / 3), 30.5 + (0.0002 / 3));

        Assert.Equal(2, ParcelCut.Split(slanted, Shapes.Line((x, y), (114.05 + (0.0011 / 3), 30.5 + (0.0011 / 3)))).Count);
    }

    [Fact]
    public void A_line_through_a_hole_divides_the_ground_on_both_sides_of_it()
    {
        var parts = ParcelCut.Split(Ring, Shapes.Line((113.999, 30.0015), (114.004, 30.0015)));

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Equal(4e-6, part.Area, 1e-12));
    }

    [Fact]
    public void A_line_closed_on_itself_cuts_an_island_out()
    {
        var island = Shapes.Line((114.0504, 30.5004), (114.0506, 30.5004), (114.0506, 30.5006), (114.0504, 30.5004));

        var parts = ParcelCut.Split(Shapes.Square(114.05, 30.5), island);

        Assert.Equal(2, parts.Count);
        Assert.Equal(1, ((NetTopologySuite.Geometries.Polygon)parts[0].GetGeometryN(0)).NumInteriorRings);
    }

    [Fact]
    public void Neighbours_whose_edges_part_by_three_centimetres_become_one_shape()
    {
        var merged = ParcelCut.Merge([Shapes.Square(114.05, 30.5), Shapes.Square(114.051 + 3e-7, 30.5)]);

        Assert.Equal(1, merged!.NumGeometries);
    }

    [Theory]
    [InlineData(114.0511, 30.5), InlineData(114.051, 30.501)]
    public void Parcels_apart_or_touching_in_a_point_are_not_merged(double west, double south) =>
        Assert.Null(ParcelCut.Merge([Shapes.Square(114.05, 30.5), Shapes.Square(west, south)]));
}
