using LandRegistry.Domain.Boundaries;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Tests.Boundaries;

public sealed class BoundaryRulesTests
{
    [Fact]
    public void A_boundary_that_crosses_itself_is_refused_with_the_crossing()
    {
        var finding = BoundaryRules.JudgeForm(Shapes.Of("((114 30,114.001 30.001,114.001 30,114 30.001,114 30))"))!;

        Assert.Equal("boundary-invalid", finding.Refusal.Code);
        Assert.Equal("边界线自相交叉（114.0005000, 30.0005000 附近）。", finding.Refusal.Detail.Zh);
        Assert.Equal(new Coordinate(114.0005, 30.0005), finding.Place!.Coordinate, new Near());
        Assert.False(finding.MayBeAccepted);
    }

    [Fact]
    public void A_hole_outside_its_ring_is_refused() =>
        Assert.Equal(
            "A hole lies outside its ring near 114.0030000, 30.0030000.",
            BoundaryRules.JudgeForm(Shapes.Of("((114 30,114.001 30,114.001 30.001,114 30),(114.003 30.003,114.004 30.003,114.004 30.004,114.003 30.003))"))!.Refusal.Detail.En);

    [Theory]
    [InlineData(10_000, 10_100, 0), InlineData(10_000, 9_900, 0), InlineData(10_000, 10_101, 1), InlineData(10_000, 9_899, 1)]
    public void A_stated_area_may_differ_by_one_per_cent_of_itself(int stated, double measured, int findings)
    {
        var found = BoundaryRules.Judge(new(Shapes.Square(114.05, 30.5), measured, stated, null, []));

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding => Assert.True(finding.MayBeAccepted && finding.Refusal.Code == "stated-area-differs"));
    }

    [Fact]
    public void Every_rule_that_is_broken_is_named_at_once()
    {
        var square = Shapes.Square(114.05, 30.5);

        var found = BoundaryRules.Judge(new(square, 0.5, 100, false, [new(7, "北地块", 12.3, square)]));

        Assert.Equal(["boundary-too-small", "boundary-overlaps", "boundary-outside-zone", "stated-area-differs"], found.Select(finding => finding.Refusal.Code));
        Assert.Equal(7, found[1].ParcelId);
    }

    private sealed class Near : IEqualityComparer<Coordinate>
    {
        public bool Equals(Coordinate? x, Coordinate? y) => x!.Distance(y!) < 1e-9;

        public int GetHashCode(Coordinate obj) => 0;
    }
}
