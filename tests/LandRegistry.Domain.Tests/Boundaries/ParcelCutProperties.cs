using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Boundaries;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LandRegistry.Domain.Tests.Boundaries;

public sealed class ParcelCutProperties
{
    // A millimetre, in degrees of latitude.
    private const double Millimetre = 0.001 / 111_320;

    [Fact]
    public void Split_then_merge_gives_back_the_parcel_within_a_millimetre() => Hold(
        from parcel in Parcels() from line in Lines() select (parcel, line), drawn =>
        {
            var parts = ParcelCut.Split(drawn.parcel, drawn.line);
            var merged = ParcelCut.Merge(parts);
            return parts.Count >= 2 && merged is not null
                && DiscreteHausdorffDistance.Distance(drawn.parcel.Boundary, merged.Boundary, 0.5) < Millimetre
                && Math.Abs(drawn.parcel.Area - parts.Sum(part => part.Area)) < drawn.parcel.Area * 1e-9;
        });

    [Fact]
    public void Parts_of_a_split_do_not_overlap() => Hold(
        from parcel in Parcels() from line in Lines() select (parcel, line), drawn =>
        {
            var parts = ParcelCut.Split(drawn.parcel, drawn.line);
            return parts.SelectMany((one, i) => parts.Skip(i + 1), (one, other) => OverlayNGRobust.Overlay(one, other, SpatialFunction.Intersection).Area)
                .All(area => area < drawn.parcel.Area * 1e-9);
        });

    [Fact]
    public void Where_a_ring_starts_and_which_way_it_runs_changes_neither_validity_nor_parts() => Hold(
        from parcel in Parcels() from line in Lines() from start in Gen.Choose(0, 30) select (parcel, line, start), drawn =>
        {
            var turned = Turned(drawn.parcel, drawn.start);
            var (one, other) = (ParcelCut.Split(drawn.parcel, drawn.line), ParcelCut.Split(turned, drawn.line));
            return BoundaryRules.JudgeForm(turned) is null && one.Count == other.Count
                && one.Zip(other).All(pair => Math.Abs(pair.First.Area - pair.Second.Area) < drawn.parcel.Area * 1e-9);
        });

    private static Gen<MultiPolygon> Parcels() =>
        from corners in Gen.Choose(3, 24) from radii in Gen.ArrayOf(Gen.Choose(0, 1000), corners) select Shapes.Star([.. radii.Select(radius => radius / 1000.0)]);

    // Lines through the middle, which every parcel of these holds.
    private static Gen<LineString> Lines() =>
        from degrees in Gen.Choose(0, 359)
        let angle = degrees * Math.PI / 180
        select Shapes.Line((114.05 - (0.01 * Math.Cos(angle)), 30.5 - (0.01 * Math.Sin(angle))), (114.05 + (0.01 * Math.Cos(angle)), 30.5 + (0.01 * Math.Sin(angle))));

    private static MultiPolygon Turned(MultiPolygon parcel, int start)
    {
        var corners = ((Polygon)parcel.GetGeometryN(0)).Shell.Coordinates[..^1];
        var ring = Enumerable.Range(0, corners.Length).Select(i => corners[(i + start) % corners.Length]).Reverse().ToList();
        ring.Add(ring[0]);
        return parcel.Factory.CreateMultiPolygon([parcel.Factory.CreatePolygon([.. ring])]);
    }

    private static void Hold<T>(Gen<T> drawn, Func<T, bool> holds) => Prop.ForAll(drawn.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
